"""Names of objects: the hex SHA-256 of their bytes, fanned out over folders."""

import re

from contract_platform.domain.errors import NotFound

SHA256 = re.compile(r"[0-9a-f]{64}")


def name_of(sha256: str) -> str:
    """``ab/cd/abcd…``; ``NotFound`` for anything that is no hash, so no path can be smuggled in."""
    if not SHA256.fullmatch(sha256):
        raise NotFound("object_not_found", sha256=sha256[:64])
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"
