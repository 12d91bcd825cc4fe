"""The legality review opinion and what the unit made of it."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion, Obligatoriness, Reaction

USUAL: Final[Mapping[Conclusion, Reaction]] = MappingProxyType(
    {
        Conclusion.APPROVE: Reaction.SIGN,
        Conclusion.APPROVE_WITH_CHANGES: Reaction.AMEND,
        Conclusion.DISAPPROVE: Reaction.REDRAFT,
    }
)
"""What a unit has to do after an opinion, where its profile asks for nothing stricter."""


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
    """A drafted or issued opinion; ``number`` and ``issued_at`` are set at sign-off.

    ``items_answered``: how many items the unit has said something to; ``items_adopted``: of these, in full or in part.
    """

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
    items_answered: int = 0
    items_adopted: int = 0
