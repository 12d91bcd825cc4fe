"""The certificates that signatures in PDF files may go back to, read from a folder once at the start."""

from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding


class TrustListError(Exception):
    """A file of the folder is no certificate, or there is no folder; the message names it."""


def trust_list(folder: Path) -> tuple[str, ...]:
    """Every certificate of the folder as PEM; hidden files do not count. ``TrustListError`` for the first bad one."""
    if not folder.is_dir():
        raise TrustListError(str(folder))
    files = sorted(file for file in folder.iterdir() if file.is_file() and not file.name.startswith("."))
    return tuple(text for file in files for text in certificates(file))


def certificates(file: Path) -> list[str]:
    """A file holds one certificate in DER, or one or more in PEM."""
    try:
        data = file.read_bytes()
        pem = b"-----BEGIN" in data
        found = x509.load_pem_x509_certificates(data) if pem else [x509.load_der_x509_certificate(data)]
    except (OSError, ValueError) as error:
        raise TrustListError(file.name) from error
    return [one.public_bytes(Encoding.PEM).decode() for one in found]
