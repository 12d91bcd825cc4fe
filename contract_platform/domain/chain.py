"""The trace as a chain: every entry binds its content, its place and everything before it.

``hash_n = H(0x00 || n as 8 bytes || hash_(n-1) || body_n)``; the body is canonical JSON (RFC 8785). The 0x00 makes each
hash of the chain at the same time a leaf of a Merkle tree (RFC 6962, 2.1), see ``domain/merkle.py``.
"""

import struct
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

import msgspec

from contract_platform.domain.events import Event
from contract_platform.domain.records import Record

Digest = Callable[[bytes], bytes]
"""A hash function of 32 bytes."""

SHA256, SM3 = "sha256", "sm3"
ALGORITHMS = (SHA256, SM3)
GENESIS = bytes(32)
"""What stands for the hash before the first entry."""

SWITCH = "trace.algorithm"
"""The event with which another hash function begins; its data name it under ``to``."""

_place = struct.Struct(">BQ").pack
LEAF = 0


class TraceBroken(Exception):
    """What is stored does not agree with what was sealed or signed; ``seq`` is the first entry that does not."""

    def __init__(self, seq: int, cause: str) -> None:
        super().__init__(f"entry {seq} of the trace: {cause}")
        self.seq = seq


class Seal(Record, frozen=True, kw_only=True):
    """The place of an event in the chain.

    ``prior`` is the place of the same contract's event before it, so that a contract's own trace shows its gaps.
    ``hash`` names its algorithm: ``sha256:…`` or ``sm3:…`` with 64 hexadecimal digits.
    """

    event_id: str
    seq: int
    prior: int | None
    hash: str


class Entry(Record, frozen=True, kw_only=True):
    """What is hashed and exported: the envelope, the place, the algorithm. Fields stand in the order of RFC 8785.

    The fields are those of schema version 1 for ever: another field in it would change the hash of every old entry.
    """

    acted_for: str | None
    actor: str
    address: str
    algorithm: str
    contract_id: str | None
    data: msgspec.Raw
    event_time: datetime
    id: str
    object_id: str
    object_type: str
    post: str | None
    prior: int | None
    recorded_at: datetime
    role: str | None
    schema_version: int
    seq: int
    session: str
    type: str


FROM_EVENT = tuple(name for name in Entry.__struct_fields__ if name not in {"algorithm", "data", "prior", "seq"})
_encode = msgspec.json.Encoder(order="sorted").encode


def split(sealed: str) -> tuple[str, bytes]:
    """Algorithm and bytes of a stored hash; ``ValueError`` where it is none."""
    algorithm, _, digits = sealed.partition(":")
    if algorithm not in ALGORITHMS or len(digits) != 2 * len(GENESIS):
        raise ValueError(f"not a hash: {sealed[:80]}")
    return algorithm, bytes.fromhex(digits)


def body(event: Event, seq: int, prior: int | None, algorithm: str) -> bytes:
    """The bytes of an event that are hashed: data stand in them as they were written."""
    envelope = {name: getattr(event, name) for name in FROM_EVENT}
    return _encode(Entry(**envelope, data=msgspec.Raw(event.data), seq=seq, prior=prior, algorithm=algorithm))


def link(digest: Digest, seq: int, previous: bytes, content: bytes) -> bytes:
    """The hash of an entry."""
    return digest(_place(LEAF, seq) + previous + content)


def algorithm_from(event: Event, current: str) -> str:
    """The algorithm an event is sealed with: the current one, unless the event is the switch to another."""
    if event.type != SWITCH:
        return current
    wanted = msgspec.json.decode(event.data, type=dict[str, str]).get("to", current)
    return wanted if wanted in ALGORITHMS else current


def chain(
    events: Iterable[Event],
    last: Seal | None,
    algorithm: str,
    priors: dict[str, int],
    digest_of: Callable[[str], Digest],
) -> Iterator[Seal]:
    """Seals for events in their settled order.

    ``algorithm`` is that of an empty chain; ``priors`` holds the last place of each contract and is kept up to date.
    """
    seq, previous = (0, GENESIS) if last is None else (last.seq, split(last.hash)[1])
    current = algorithm if last is None else split(last.hash)[0]
    for event in events:
        seq, current = seq + 1, algorithm_from(event, current)
        prior = priors.get(event.contract_id) if event.contract_id else None
        previous = link(digest_of(current), seq, previous, body(event, seq, prior, current))
        if event.contract_id:
            priors[event.contract_id] = seq
        yield Seal(event_id=event.id, seq=seq, prior=prior, hash=f"{current}:{previous.hex()}")


def recomputed(event: Event, previous: bytes, digest_of: Callable[[str], Digest]) -> bytes:
    """The hash a sealed event should have behind ``previous``; ``TraceBroken`` where it has another."""
    assert event.seq is not None
    try:
        algorithm, stored = split(event.hash or "")
    except ValueError as error:
        raise TraceBroken(event.seq, "its hash is not one") from error
    if link(digest_of(algorithm), event.seq, previous, body(event, event.seq, event.prior, algorithm)) != stored:
        raise TraceBroken(event.seq, "its content does not have the hash it was sealed with")
    return stored
