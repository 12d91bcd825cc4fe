"""The same document at the same instant has the same bytes: entries in order, one time stamp, fixed properties."""

import zipfile
from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from docx.document import Document

SHANGHAI = ZoneInfo("Asia/Shanghai")


def packed(document: Document, title: str | None, at: datetime) -> bytes:
    """The file of a document; ``title`` replaces the one in its properties."""
    properties = document.core_properties
    if title is not None:
        properties.title = title
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = at
    properties.revision = 1
    drop_thumbnail(document)
    written = BytesIO()
    document.save(written)
    return repacked(written.getvalue(), at)


def drop_thumbnail(document: Document) -> None:
    """The picture of another document that python-docx starts from."""
    references = document.part.package.rels
    for key in [key for key, one in references.items() if one.reltype.endswith("/thumbnail")]:
        references.pop(key)


def repacked(data: bytes, at: datetime) -> bytes:
    """The entries of a zip file under one time stamp."""
    local = at.astimezone(SHANGHAI)
    stamp = (local.year, local.month, local.day, local.hour, local.minute, local.second)
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packing:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, date_time=stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packing.writestr(entry, source.read(name))
    return target.getvalue()
