"""The ciphers that columns may be sealed with: AES-256-GCM, and SM4-GCM where GB/T 39786 is asked for.

Both are authenticated (NIST SP 800-38D): whoever changes a byte, or tries it at another place, gets nothing.
"""

from collections.abc import Mapping
from typing import Final, Protocol

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

TAG: Final = 16  # bytes


class Aead(Protocol):
    """Authenticated encryption with associated data; ``decrypt`` raises ``InvalidTag``."""

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """The ciphertext with its tag behind it."""
        ...

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """The plain bytes."""
        ...


class Sm4Gcm:
    """SM4 (GB/T 32907) in Galois/Counter Mode under a key of 16 bytes."""

    def __init__(self, key: bytes) -> None:
        self._cipher = algorithms.SM4(key)

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """The ciphertext with its tag behind it."""
        encryptor = Cipher(self._cipher, modes.GCM(nonce)).encryptor()
        encryptor.authenticate_additional_data(associated_data or b"")
        return encryptor.update(data) + encryptor.finalize() + encryptor.tag

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """The plain bytes."""
        decryptor = Cipher(self._cipher, modes.GCM(nonce, data[-TAG:])).decryptor()
        decryptor.authenticate_additional_data(associated_data or b"")
        return decryptor.update(data[:-TAG]) + decryptor.finalize()


CIPHERS: Final[Mapping[str, tuple[int, type[AESGCM] | type[Sm4Gcm]]]] = {
    "aes-256-gcm": (32, AESGCM),
    "sm4-gcm": (16, Sm4Gcm),
}
"""Names with the size of the key in bytes."""
