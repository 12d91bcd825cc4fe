"""Workbooks sent for saving."""

from typing import Final
from urllib.parse import quote

from litestar import Response

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(content: bytes, filename: str) -> Response[bytes]:
    """A download under a name (RFC 6266), never shown in the browser."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(filename, safe='')}"}
    return Response(content, media_type=XLSX, headers=headers)
