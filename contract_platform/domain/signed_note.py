"""Signed notes as transparency logs write them: text, an empty line, a line with name and Ed25519 signature.

The form is the public "signed note" with its verifier keys (C2SP), so other programs can check what is signed here.
"""

import base64
import hashlib
from collections.abc import Callable, Iterable

KEY_NAME = "contract-platform/trace"
ED25519 = b"\x01"
DASH = "\N{EM DASH}"


def key_id(public: bytes) -> bytes:
    """Four bytes by which a signature names its key."""
    return hashlib.sha256(KEY_NAME.encode() + b"\n" + ED25519 + public).digest()[:4]


def verifier_key(public: bytes) -> str:
    """The public key as one line of text."""
    return f"{KEY_NAME}+{key_id(public).hex()}+{base64.b64encode(ED25519 + public).decode()}"


def sign_note(text: str, public: bytes, sign: Callable[[bytes], bytes]) -> str:
    """The note: ``text`` ends with a line break and holds no empty line."""
    signature = base64.b64encode(key_id(public) + sign(text.encode())).decode()
    return f"{text}\n{DASH} {KEY_NAME} {signature}\n"


def is_signed(note: bytes, publics: Iterable[bytes], verify: Callable[[bytes, bytes, bytes], bool]) -> bool:
    """Whether one of the keys signed the note; ``verify`` takes key, message and signature."""
    text, _, line = note.rpartition(b"\n\n")
    signature = base64.b64decode(line.split(b" ")[-1])
    return any(key_id(public) == signature[:4] and verify(public, text + b"\n", signature[4:]) for public in publics)
