"""The object store: a folder, or any S3-compatible server."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from minio import Minio

from contract_platform.application.object_ports import ObjectStore
from storage.objects.local import LocalObjects
from storage.objects.s3 import S3Objects

__all__ = ["open_store"]


def open_store(url: str) -> ObjectStore:
    """Open ``file:///folder`` or ``s3://bucket?endpoint=…&access_key=…&secret_key=…&secure=false&region=…``."""
    parts = urlsplit(url)
    if parts.scheme == "file":
        return LocalObjects(Path(unquote(parts.path)))
    if parts.scheme != "s3":
        raise ValueError(f"no object store for {parts.scheme}://")
    options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    client = Minio(
        options["endpoint"],
        access_key=options.get("access_key"),
        secret_key=options.get("secret_key"),
        secure=options.get("secure", "true") != "false",
        region=options.get("region"),
    )
    return S3Objects(client, parts.netloc)
