"""The secret of this installation, and what is sealed or digested with keys derived from it.

One random secret stands in ``DATA_DIR/keys/platform.key``, made at the first start and readable by its owner only.
Every purpose has a key of its own (HKDF-SHA256, RFC 5869), so what is sealed for one purpose never opens as another.
Values are sealed with AES-256-GCM (NIST SP 800-38D) under a random nonce and bound to where they belong: copied into
another row they do not open. Backups need the file; without it what was sealed is lost.
"""

import hmac
import os
import secrets
import stat
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from contract_platform.application.identity_ports import SealBrokenError

NAME: Final = "platform.key"
SIZE: Final = 32  # bytes of the secret and of every key
NONCE: Final = 12  # bytes; random, so one key must not seal more than 2**32 values (SP 800-38D 8.3)
FORMAT: Final = b"\x01"


class KeysUnusableError(Exception):
    """The file with the secret is no secret, or others can read it; the message says what to do."""


class InstallationKeys:
    """Seals, opens and digests; satisfies the port ``Keys``."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._key = lru_cache(self._derived)

    def seal(self, purpose: str, place: str, plain: bytes) -> bytes:
        """Encrypt; ``place`` names the row and column the value belongs to and has to be given again to open it."""
        nonce = os.urandom(NONCE)
        return FORMAT + nonce + AESGCM(self._key(purpose)).encrypt(nonce, plain, place.encode())

    def open(self, purpose: str, place: str, sealed: bytes) -> bytes:
        """Decrypt; ``SealBrokenError`` where that is not possible."""
        nonce, body = sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
        if not sealed.startswith(FORMAT) or len(nonce) < NONCE:
            raise SealBrokenError(f"{purpose}: unknown format")
        try:
            return AESGCM(self._key(purpose)).decrypt(nonce, body, place.encode())
        except InvalidTag as error:
            raise SealBrokenError(f"{purpose}: made with another key or for another place, or changed") from error

    def digest(self, purpose: str, text: str) -> str:
        """HMAC-SHA256 as hex: equal texts are recognised, and nobody without the secret can try out texts."""
        return hmac.new(self._key(f"digest {purpose}"), text.encode(), sha256).hexdigest()

    def _derived(self, purpose: str) -> bytes:
        return HKDF(algorithm=SHA256(), length=SIZE, salt=None, info=purpose.encode()).derive(self._secret)


def open_keys(folder: Path) -> InstallationKeys:
    """The keys of the secret in this folder, which is made if there is none; ``KeysUnusableError``."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / NAME
    if not file.exists():
        make_secret(file)
    return InstallationKeys(read_secret(file))


def read_secret(file: Path) -> bytes:
    """The bytes of a secret; ``KeysUnusableError`` where others can read it or it is none."""
    if stat.S_IMODE(file.stat().st_mode) & 0o077:
        raise KeysUnusableError(
            f"密钥文件 {file} 可被其他用户读取，请执行 chmod 600 {file} 后重新启动；如已外泄须更换。"
            f" / Others can read the key file {file}: run chmod 600 {file} and start again; replace it if it leaked."
        )
    secret = file.read_bytes()
    if len(secret) != SIZE:
        raise KeysUnusableError(
            f"密钥文件 {file} 已损坏（应为 {SIZE} 字节），请从备份恢复。"
            f" / The key file {file} is damaged ({SIZE} bytes expected): restore it from a backup."
        )
    return secret


def make_secret(file: Path) -> None:
    """Write a new secret durably; of processes that start at the same time one wins and all read the same."""
    made = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as target:
        target.write(os.urandom(SIZE))
        target.flush()
        os.fsync(target.fileno())
    try:
        os.link(made, file)
    except FileExistsError:
        pass
    finally:
        made.unlink()
    flush(file.parent)


def flush(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
