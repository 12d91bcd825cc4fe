"""The hash functions of the chain. SM3 (GB/T 32905-2016) stands here because hashlib does not have it everywhere."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable
from typing import Any

MASK = 0xFFFFFFFF
START = (0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E)
EARLY = 16  # rounds with the first constant and the simpler functions
EARLY_CONSTANT, LATE_CONSTANT = 0x79CC4519, 0x7A879D8A


class Sm3:
    """SM3 in the shape of hashlib."""

    def __init__(self, data: bytes) -> None:
        self._state = list(START)
        padded = data + b"\x80" + bytes(-(len(data) + 9) % 64) + struct.pack(">Q", 8 * len(data))
        for start in range(0, len(padded), 64):
            changed = compress(self._state, padded[start : start + 64])
            self._state = [old ^ new for old, new in zip(self._state, changed)]  # noqa: B905 - Python 3.9

    def digest(self) -> bytes:
        """The hash, 32 bytes."""
        return struct.pack(">8I", *self._state)


def compress(state: list[int], block: bytes) -> list[int]:
    """The compression function; names as in the standard."""
    words = list(struct.unpack(">16I", block))
    for j in range(16, 68):
        x = words[j - 16] ^ words[j - 9] ^ roll(words[j - 3], 15)
        words.append(x ^ roll(x, 15) ^ roll(x, 23) ^ roll(words[j - 13], 7) ^ words[j - 6])
    a, b, c, d, e, f, g, h = state
    for j in range(64):
        early = j < EARLY
        ss1 = roll((roll(a, 12) + e + roll(EARLY_CONSTANT if early else LATE_CONSTANT, j % 32)) & MASK, 7)
        ff = a ^ b ^ c if early else (a & b) | (a & c) | (b & c)
        gg = e ^ f ^ g if early else (e & f) | (~e & g)
        tt1 = (ff + d + (ss1 ^ roll(a, 12)) + (words[j] ^ words[j + 4])) & MASK
        tt2 = (gg + h + ss1 + words[j]) & MASK
        a, b, c, d, e, f, g, h = tt1, a, roll(b, 9), c, tt2 ^ roll(tt2, 9) ^ roll(tt2, 17), e, roll(f, 19), g
    return [a, b, c, d, e, f, g, h]


def roll(x: int, n: int) -> int:
    """Rotate 32 bits to the left."""
    return (x << n | x >> (32 - n)) & MASK


def openssl_sm3(data: bytes) -> Any:  # noqa: ANN401 - hashlib's own type has no public name
    """SM3 by OpenSSL."""
    return hashlib.new("sm3", data)


HASHERS: dict[str, Callable[[bytes], Any]] = {
    "sha256": hashlib.sha256,
    "sm3": openssl_sm3 if "sm3" in hashlib.algorithms_available else Sm3,
}
