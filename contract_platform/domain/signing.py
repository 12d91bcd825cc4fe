"""How a contract was signed, and the two people who confirm that the signed text is the approved one."""

from datetime import date, datetime

from contract_platform.domain.records import Record, Root


class PartySignature(Record, frozen=True, kw_only=True):
    """Who signed for a party, and when."""

    party: str
    signatory: str
    signed_on: date


class Confirmation(Record, frozen=True, kw_only=True):
    """A person states that the signed copy equals the approved text."""

    person_id: str
    at: datetime
    acted_for: str | None = None


class Signing(Root, frozen=True, kw_only=True):
    """The signing of a contract. ``sha256`` of the signed copy is recorded, it never gates anything."""

    contract_id: str
    version_id: str
    sha256: str
    signatures: tuple[PartySignature, ...]
    confirmations: tuple[Confirmation, ...] = ()
