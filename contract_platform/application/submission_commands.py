"""What a unit states about what it sends; nothing here is a field the server owns."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from contract_platform.domain.submission import Files, Short, Words
from contract_platform.domain.submission_vocabulary import InquiryConclusion, QueryResult
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion


class Stated(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something a person states."""


class MaterialChange(Stated, frozen=True, kw_only=True):
    """An item of the list: files, or that it does not apply with the reason; neither takes back what was there."""

    version_ids: Files = ()
    not_applicable: bool = False
    reason: Words = ""


class InquiryEntry(Stated, frozen=True, kw_only=True):
    """Due diligence on one party; ``id`` where it changes an entry that is there."""

    id: Short | None = None
    party: Short
    uscc: Annotated[str, msgspec.Meta(max_length=18)] | None = None
    queried_on: date | None = None
    registration: QueryResult = QueryResult.NOT_QUERIED
    credit: QueryResult = QueryResult.NOT_QUERIED
    dishonesty: QueryResult = QueryResult.NOT_QUERIED
    findings: Words = ""
    conclusion: InquiryConclusion | None = None
    version_ids: Files = ()


class InquiryList(Stated, frozen=True, kw_only=True):
    """The whole record of due diligence; entries that are left out are taken back."""

    entries: tuple[InquiryEntry, ...]


class ConsultationEntry(Stated, frozen=True, kw_only=True):
    """A consulted unit's opinion and what was made of it; ``id`` where it changes an entry that is there."""

    id: Short | None = None
    unit: Short
    answered_on: date | None = None
    conclusion: Conclusion | None = None
    opinion: Words = ""
    adopted: AdoptionChoice | None = None
    reason: Words = ""
    version_ids: Files = ()


class ConsultationList(Stated, frozen=True, kw_only=True):
    """All consulted units; entries that are left out are taken back."""

    entries: tuple[ConsultationEntry, ...]


class UrgencyRequest(Stated, frozen=True, kw_only=True):
    """The officer asks for urgency, or withdraws the request."""

    action: Literal["ask_urgency", "withdraw_urgency"]
    reason: Words = ""


class UrgencyDecision(Stated, frozen=True, kw_only=True):
    """The unit's head agrees, or refuses with a reason."""

    action: Literal["confirm_urgency", "refuse_urgency"]
    reason: Words = ""
