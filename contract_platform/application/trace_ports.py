"""What chaining, signing and exporting the trace need from the outside."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from contract_platform.domain.chain import Digest, Seal
from contract_platform.domain.checkpoint import Written
from contract_platform.domain.events import Event

Act = tuple[str, str]
"""What was decided and the id of the contract it was decided on."""


@dataclass(frozen=True, slots=True)
class TracedRows:
    """Rows whose being is told by the trace, at one moment: ``last`` is the end of the chain then.

    ``objects`` are their (kind, id); ``acts`` counts the decisions that people took.
    """

    last: int
    objects: set[tuple[str, str]]
    acts: Counter[Act]


class Sealing(Protocol):
    """A transaction in which this process alone gives events their place."""

    def last(self) -> Seal | None:
        """The end of the chain."""
        ...

    def waiting(self, limit: int) -> list[Event]:
        """The next events that nothing can precede any more and that have no place, in their order."""
        ...

    def priors(self, contract_ids: Iterable[str]) -> dict[str, int]:
        """The last place of each contract that has one."""
        ...

    def write(self, seals: Sequence[Seal]) -> None:
        """Fill in the places, once."""
        ...


class Chain(Protocol):
    """The chain in the database."""

    def waiting(self) -> int:
        """How many settled events have no place yet."""
        ...

    def sealing(self) -> AbstractContextManager[Sealing | None]:
        """Seal alone; None while another process does."""
        ...

    def last(self) -> Seal | None:
        """The end of the chain."""
        ...

    def entries(self, after: int, limit: int) -> list[Event]:
        """Sealed events behind a place, in the order of the chain."""
        ...

    def entries_of(self, contract_id: str) -> list[Event]:
        """All sealed events of a contract, in the order of the chain."""
        ...

    def hashes(self, after: int, limit: int) -> list[tuple[int, str]]:
        """Place and hash of entries behind a place."""
        ...

    def traced_rows(self, deciding: Mapping[str, str], contract_id: str | None = None) -> TracedRows:
        """Rows and decisions that sealed events tell of; ``deciding`` gives the act of an event's type."""
        ...


class Checkpoints(Protocol):
    """Signed checkpoints outside the database: added to, never changed."""

    def writing(self, *, wait: bool) -> AbstractContextManager[bool]:
        """Write alone; False while another process does and ``wait`` is not set."""
        ...

    def last(self) -> Written | None:
        """The newest checkpoint; ``TraceBroken`` where its file is no checkpoint any more."""
        ...

    def add(self, number: int, record: bytes) -> None:
        """Keep a record so that it survives a crash; ``FileExistsError`` where there is one of that number."""
        ...

    def records(self) -> Iterator[bytes]:
        """All records, oldest first."""
        ...

    def public_keys(self) -> tuple[bytes, ...]:
        """Every key that has signed here, as verifiers need them."""
        ...


class Notary(Protocol):
    """The platform's signing key, and the hash functions of the chain."""

    @property
    def public(self) -> bytes:
        """The Ed25519 public key, 32 bytes."""
        ...

    def sign(self, message: bytes) -> bytes:
        """The Ed25519 signature, 64 bytes."""
        ...

    def verify(self, public: bytes, message: bytes, signature: bytes) -> bool:
        """Whether the signature of the message was made with that key."""
        ...

    def digest(self, algorithm: str) -> Digest:
        """The hash function of that name."""
        ...


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything the trace rests on. ``algorithm`` is the hash function that new entries shall have."""

    chain: Chain
    checkpoints: Checkpoints
    notary: Notary
    algorithm: str
