"""The platform's Ed25519 key in a file that only its owner can read, and the hash functions of the chain."""

import contextlib
import hashlib
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from contract_platform.domain.chain import SHA256, SM3, Digest
from storage.witness.durable import write_once

FILE = "trace-signing-key.pem"


class FileNotary:
    """Signs with the key in the folder; of several processes that start first, one makes it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / FILE
        if not path.exists():
            with contextlib.suppress(FileExistsError):
                write_once(path, pem(Ed25519PrivateKey.generate()), mode=0o600)
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
        if not isinstance(key, Ed25519PrivateKey):
            raise TypeError(f"{FILE} holds no Ed25519 key")
        self._key = key
        self.public = key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """The Ed25519 signature (RFC 8032), 64 bytes."""
        return self._key.sign(message)

    def verify(self, public: bytes, message: bytes, signature: bytes) -> bool:
        """Whether the signature of the message was made with that key."""
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    def digest(self, algorithm: str) -> Digest:
        """SHA-256 (FIPS 180-4) or SM3 (GB/T 32905)."""
        return DIGESTS[algorithm]


def pem(key: Ed25519PrivateKey) -> bytes:
    """The key as text, without a password: whoever reads the file could read the password beside it too."""
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def sha256(data: bytes) -> bytes:
    """SHA-256."""
    return hashlib.sha256(data).digest()


def sm3(data: bytes) -> bytes:
    """SM3; the standard library has it only where its OpenSSL was built with it."""
    state = hashes.Hash(hashes.SM3())
    state.update(data)
    return state.finalize()


DIGESTS: dict[str, Digest] = {SHA256: sha256, SM3: sm3}
