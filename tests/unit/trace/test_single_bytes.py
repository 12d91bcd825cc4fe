"""No byte of an export can be changed without being noticed, whether it is a zip or a folder."""

import random
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_platform.application.export_trace import export_trace
from contract_platform.trace_verifier import verify

NUMBERS = (None, "望合〔2026〕3号")


@pytest.fixture(scope="module", params=NUMBERS, ids=["whole", "contract"])
def folder(request, traced, tmp_path_factory):
    return export_trace(traced[0], tmp_path_factory.mktemp("bytes") / "export", request.param).path


@pytest.fixture(scope="module", params=NUMBERS, ids=["whole", "contract"])
def archive(request, traced, tmp_path_factory):
    return export_trace(traced[0], tmp_path_factory.mktemp("bytes") / "export.zip", request.param).path


def flip(path, at, other):
    """Change one byte in place; returns what undoes it."""
    with path.open("r+b") as file:
        file.seek(at)
        old = file.read(1)
        file.seek(at)
        file.write(bytes([old[0] ^ other]))
    return lambda: flip(path, at, other)


def noticed(export, path, at, other):
    undo = flip(path, at, other)
    try:
        return not verify(export).ok
    finally:
        undo()


def sizes(folder):
    return [(path, path.stat().st_size) for path in sorted(folder.iterdir())]


@given(st.data())
def test_any_byte_of_a_folder(folder, data):
    path, size = data.draw(st.sampled_from(sizes(folder)))
    at, other = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, 255))
    assert noticed(folder, path, at, other)


@given(st.data())
def test_any_byte_of_a_zip(archive, data):
    at, other = data.draw(st.integers(0, archive.stat().st_size - 1)), data.draw(st.integers(1, 255))
    assert noticed(archive, archive, at, other)


@pytest.mark.long
def test_thousands_of_bytes_of_a_folder(folder):
    chance = random.Random(1)
    for path, size in sizes(folder):
        for _ in range(500):
            assert noticed(folder, path, chance.randrange(size), chance.randrange(1, 256))


@pytest.mark.parametrize("name", ["README.txt", "manifest.txt", "events.jsonl", "public-keys.txt", "checkpoints.txt"])
def test_a_missing_file_is_noticed(folder, tmp_path, name):
    shutil.copytree(folder, tmp_path / "export")
    (tmp_path / "export" / name).unlink()
    assert not verify(tmp_path / "export").ok


@pytest.mark.parametrize("more", [b"\n", b"x", b"{}\n"])
@pytest.mark.parametrize("name", ["manifest.txt", "events.jsonl", "hashes.txt", "public-keys.txt", "checkpoints.txt"])
def test_more_bytes_at_the_end_are_noticed(folder, tmp_path, name, more):
    target = tmp_path / "export"
    shutil.copytree(folder, target)
    if not (target / name).exists():
        return
    with (target / name).open("ab") as file:
        file.write(more)
    assert not verify(target).ok


def test_what_was_not_touched_holds(folder, archive):
    assert verify(folder).problems == verify(archive).problems == []
