"""Ed25519 signatures (RFC 8032), verification only; names as in the standard."""

from __future__ import annotations

import hashlib

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
LENGTH = 32
Point = tuple[int, int, int, int]  # X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature of the message was made with the key; there is exactly one encoding that passes."""
    if len(public) != LENGTH or len(signature) != 2 * LENGTH:
        return False
    key, commitment = decode(public), decode(signature[:LENGTH])
    s = int.from_bytes(signature[LENGTH:], "little")
    if key is None or commitment is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:LENGTH] + public + message).digest(), "little") % ORDER
    return same(multiply(s, BASE), add(commitment, multiply(k, key)))


def decode(encoded: bytes) -> Point | None:
    """A point, or None where the bytes are no canonical encoding of one."""
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    x = recover(y, sign) if y < P else None
    return None if x is None else (x, y, 1, x * y % P)


def recover(y: int, sign: int) -> int | None:
    """The x of a point, by its y and the lowest bit of x."""
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def add(p: Point, q: Point) -> Point:
    """The sum of two points."""
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(s: int, p: Point) -> Point:
    """A multiple of a point."""
    total: Point = (0, 1, 1, 0)
    while s:
        if s & 1:
            total = add(total, p)
        p, s = add(p, p), s >> 1
    return total


def same(p: Point, q: Point) -> bool:
    """Whether two points are one."""
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


_y = 4 * pow(5, P - 2, P) % P
_x = recover(_y, 0) or 0
BASE: Point = (_x, _y, 1, _x * _y % P)
