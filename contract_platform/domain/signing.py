"""How a contract was sealed and signed, and the two people who confirm that the signed text is the approved one."""

from datetime import date, datetime
from typing import Annotated

import msgspec

from contract_platform.domain.records import Record, Root
from contract_platform.domain.signing_vocabulary import MarkKind, SignedAs
from contract_platform.domain.vocabulary import SealKind

Copies = Annotated[int, msgspec.Meta(ge=1, le=200)]
ShortText = Annotated[str, msgspec.Meta(max_length=200)]


class PartySignature(Record, frozen=True, kw_only=True):
    """Who signed for a party, when and in what capacity.

    Somebody authorised signs under a letter of authority (授权委托书), ``authority_version_id``.
    """

    party: str
    signatory: str
    signed_on: date
    signed_as: SignedAs = SignedAs.LEGAL_REPRESENTATIVE
    authority_version_id: str | None = None


class SealUse(Record, frozen=True, kw_only=True):
    """A use of our seals (用印): which seals, who keeps them, on how many copies and when."""

    id: str
    contract_id: str
    round: int
    seals: tuple[SealKind, ...]
    keeper: str
    copies: int
    sealed_on: date
    recorded_by: str
    recorded_at: datetime


class Confirmation(Record, frozen=True, kw_only=True):
    """A person states that the signed copy equals the approved text."""

    person_id: str
    at: datetime
    acted_for: str | None = None


class Signing(Root, frozen=True, kw_only=True):
    """The signing of a contract by one signed copy, compared with one reviewed text (``reviewed_version_id``).

    ``sha256`` of the signed copy is recorded, it never gates anything.
    """

    contract_id: str
    version_id: str
    sha256: str
    reviewed_version_id: str | None = None
    signatures: tuple[PartySignature, ...]
    confirmations: tuple[Confirmation, ...] = ()


class Mark(Record, frozen=True, kw_only=True):
    """Something that is never taken off a contract again, with its reason; each kind once."""

    id: str
    contract_id: str
    mark: MarkKind
    reason: str
    by: str
    at: datetime
