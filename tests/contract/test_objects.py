"""Objects on files and on a real S3 server."""

import hashlib
import io
import tracemalloc

import pytest

from contract_platform.domain.errors import NotFound
from storage.objects import open_store
from storage.objects.s3 import S3Objects


class Zeros(io.RawIOBase):
    """A stream of zeros that is never in memory as a whole."""

    def __init__(self, size):
        self.left = size

    def readable(self):
        return True

    def read(self, size=-1):
        taken = min(self.left, size)
        self.left -= taken
        return bytes(taken)


def test_the_same_bytes_are_one_object(store):
    first, second = store.put(io.BytesIO("合同".encode())), store.put(io.BytesIO("合同".encode()))
    assert first == second
    assert [key for key, _ in iter(store.keys())] == [first.sha256] == [hashlib.sha256("合同".encode()).hexdigest()]
    with store.open(first.sha256) as content:
        assert content.read().decode() == "合同"


def test_what_is_gone_is_not_found(store):
    kept = store.put(io.BytesIO(b"x"))
    store.delete(kept.sha256)
    store.delete(kept.sha256)
    assert not store.exists(kept.sha256)
    for key in (kept.sha256, "../../etc/passwd"):
        with pytest.raises(NotFound):
            store.open(key)


def test_a_broken_stream_leaves_no_object(store):
    class Broken(Zeros):
        def read(self, size=-1):
            if self.left < 3_000_000:
                raise OSError("gone")
            return super().read(size)

    with pytest.raises(OSError, match="gone"):
        store.put(Broken(5_000_000))
    assert list(store.keys()) == []


def test_fifty_megabytes_stream_through_little_memory(store):
    tracemalloc.start()
    try:
        assert store.put(Zeros(50_000_000)).size == 50_000_000
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 16_000_000


def test_an_erased_object_is_gone_for_good(store):
    kept = store.put(io.BytesIO(b"x" * 3_000_000))
    store.put(io.BytesIO(b"x" * 3_000_000))
    store.erase(kept.sha256)
    store.erase(kept.sha256)
    assert not store.exists(kept.sha256)
    assert list(store.keys()) == []


def test_erasing_overwrites_the_file_before_its_name_goes(tmp_path):
    store = open_store(f"file://{tmp_path}/objects")
    kept = store.put(io.BytesIO(b"secret"))
    with store.open(kept.sha256) as still_open:
        store.erase(kept.sha256)
        assert still_open.read() == bytes(6)


def test_no_version_of_an_erased_object_is_left_on_s3(s3_url):
    store = open_store(s3_url)
    assert isinstance(store, S3Objects)
    kept = store.put(io.BytesIO(b"secret"))
    store.put(io.BytesIO(b"secret"))
    store.delete(kept.sha256)
    store.erase(kept.sha256)
    assert list(store._client.list_objects(store._bucket, recursive=True, include_version=True)) == []
