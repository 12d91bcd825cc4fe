"""The legality review opinion and what the unit made of it."""

from datetime import datetime

from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion, Obligatoriness


class OpinionItem(Record, frozen=True, kw_only=True):
    """One item of an opinion: clause, original text, problem, level, basis, suggestion, must or should."""

    no: int
    clause: str
    original: str
    problem: str
    level: str  # HIGH | MEDIUM | LOW
    basis: str
    suggestion: str
    binding: Obligatoriness


class Adoption(Record, frozen=True, kw_only=True):
    """What the unit did with item ``no``; ``reason`` is required unless adopted in full."""

    no: int
    choice: AdoptionChoice
    reason: str = ""
    new_wording: str = ""


class Opinion(Root, frozen=True, kw_only=True):
    """A drafted or issued opinion; ``number`` and ``issued_at`` are set at sign-off."""

    contract_id: str
    round: int
    version_id: str
    conclusion: Conclusion
    body: str
    items: tuple[OpinionItem, ...]
    drafter_id: str
    drafted_at: datetime
    signer_id: str | None = None
    issued_at: datetime | None = None
    number: str | None = None
    adoption: tuple[Adoption, ...] = ()
    adoption_at: datetime | None = None
