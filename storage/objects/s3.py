"""Objects in any S3-compatible store, through the minio client."""

import hashlib
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO, cast

from minio import Minio
from minio.error import S3Error

from contract_platform.application.object_ports import StoredObject
from contract_platform.domain.errors import NotFound
from storage.objects.keys import SHA256, name_of

CHUNK = 1 << 20
ABSENT = frozenset({"NoSuchKey", "NoSuchObject", "NotFound", "404"})


class S3Objects:
    """A bucket of objects."""

    def __init__(self, client: Minio, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def put(self, source: BinaryIO) -> StoredObject:
        """Store a stream. The name is the hash, so the bytes are read to a spooled file first, never to memory."""
        digest, size = hashlib.sha256(), 0
        with tempfile.SpooledTemporaryFile(max_size=CHUNK) as spool:
            while chunk := source.read(CHUNK):
                digest.update(chunk)
                size += spool.write(chunk)
            spool.seek(0)
            # one part at a time: the client's pool reads ahead without a bound where the server is slower than the disk
            body = cast("BinaryIO", spool)
            self._client.put_object(self._bucket, name_of(digest.hexdigest()), body, size, num_parallel_uploads=1)
        return StoredObject(sha256=digest.hexdigest(), size=size)

    def open(self, sha256: str) -> BinaryIO:
        """A temporary copy open for reading from the start; it vanishes when closed."""
        copy = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
        try:
            response = self._client.get_object(self._bucket, name_of(sha256))
            try:
                for chunk in response.stream(CHUNK):
                    copy.write(chunk)
            finally:
                response.close()
                response.release_conn()
        except BaseException as error:
            copy.close()
            if isinstance(error, S3Error) and error.code in ABSENT:
                raise NotFound("object_not_found", sha256=sha256) from error
            raise
        copy.seek(0)
        return cast("BinaryIO", copy)

    def exists(self, sha256: str) -> bool:
        """Whether the object is there."""
        try:
            self._client.stat_object(self._bucket, name_of(sha256))
        except S3Error as error:
            if error.code in ABSENT:
                return False
            raise
        return True

    def keys(self) -> Iterator[tuple[str, datetime]]:
        """All keys with the time they were stored, lazily."""
        item: Any
        for item in self._client.list_objects(self._bucket, recursive=True):
            name = (item.object_name or "").rpartition("/")[2]
            if SHA256.fullmatch(name) and item.last_modified:
                yield name, item.last_modified.astimezone(UTC)

    def delete(self, sha256: str) -> None:
        """Remove an object; a bucket with versions keeps it below a delete marker."""
        self._client.remove_object(self._bucket, name_of(sha256))

    def erase(self, sha256: str) -> None:
        """Remove every version of an object; a retention that has not run out refuses this (``S3Error``)."""
        for item in self._client.list_objects(self._bucket, prefix=name_of(sha256), include_version=True):
            if item.object_name:
                self._client.remove_object(self._bucket, item.object_name, version_id=item.version_id)
