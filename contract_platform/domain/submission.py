"""What a unit sends beside the text of a contract: materials, due diligence, consulted units' opinions, urgency.

One record per contract. It is changed together with the contract, whose revision guards both.
"""

from datetime import date, datetime
from typing import Annotated

import msgspec

from contract_platform.domain.records import Record, Root
from contract_platform.domain.submission_vocabulary import InquiryConclusion, QueryResult, UrgencyState
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion

Short = Annotated[str, msgspec.Meta(max_length=200)]
Words = Annotated[str, msgspec.Meta(max_length=4000)]
FileId = Annotated[str, msgspec.Meta(max_length=64)]
Files = tuple[FileId, ...]


class MaterialEntry(Record, frozen=True, kw_only=True):
    """What was done about an item of the list: files, or the reason why it does not apply."""

    code: str
    version_ids: Files = ()
    not_applicable: bool = False
    reason: Words = ""
    by: str
    at: datetime


class Inquiry(Record, frozen=True, kw_only=True):
    """Due diligence (尽职调查) on one party: what was queried, when, with which result, and what follows from it.

    ``registration``: business registration (登记); ``credit``: credit record; ``dishonesty``: list of dishonest
    debtors (失信被执行人). ``removed_at``: taken back by the officer; kept for the record.
    """

    id: str
    party: Short
    uscc: Annotated[str, msgspec.Meta(max_length=18)] | None = None
    queried_on: date | None = None
    registration: QueryResult = QueryResult.NOT_QUERIED
    credit: QueryResult = QueryResult.NOT_QUERIED
    dishonesty: QueryResult = QueryResult.NOT_QUERIED
    findings: Words = ""
    conclusion: InquiryConclusion | None = None
    version_ids: Files = ()
    by: str
    at: datetime
    removed_at: datetime | None = None

    @property
    def abnormal(self) -> bool:
        """Whether some query found something against the party."""
        return QueryResult.ABNORMAL in {self.registration, self.credit, self.dishonesty}

    @property
    def complete(self) -> bool:
        """Every query made on a day, with a conclusion and its proof; what is abnormal is explained."""
        queried = QueryResult.NOT_QUERIED not in {self.registration, self.credit, self.dishonesty}
        explained = bool(self.findings.strip()) or not self.abnormal
        stated = self.queried_on is not None and self.conclusion is not None
        return bool(self.party.strip()) and queried and explained and stated and bool(self.version_ids)


class Consultation(Record, frozen=True, kw_only=True):
    """The written opinion of a unit that was consulted, and what was made of it."""

    id: str
    unit: Short
    answered_on: date | None = None
    conclusion: Conclusion | None = None
    opinion: Words = ""
    adopted: AdoptionChoice | None = None
    reason: Words = ""
    version_ids: Files = ()
    by: str
    at: datetime
    removed_at: datetime | None = None

    @property
    def complete(self) -> bool:
        """Answered on a day, with its paper; where it is not adopted in full, with the reason."""
        answered = self.answered_on is not None and self.conclusion is not None and bool(self.version_ids)
        explained = self.adopted is AdoptionChoice.ADOPTED or bool(self.reason.strip())
        return bool(self.unit.strip()) and answered and self.adopted is not None and explained


class Urgency(Record, frozen=True, kw_only=True):
    """That a contract be handled as urgent (加急): why, to be signed on which day, whether the unit's head agrees."""

    planned_sign_date: date
    reason: Words
    asked_by: str
    asked_at: datetime
    state: UrgencyState = UrgencyState.PENDING
    decided_by: str | None = None
    decided_at: datetime | None = None
    note: Words = ""


class LeadTime(Record, frozen=True, kw_only=True):
    """The time a sender leaves for the review (送审提前期): when it is planned to sign, and when that is possible.

    ``earliest`` is the last day of the profile's period after the day of receipt.
    """

    earliest: date
    planned: date | None
    urgency: UrgencyState | None
    consented: bool

    @property
    def short(self) -> bool:
        """Whether less time is left than the profile asks for."""
        return self.planned is not None and self.planned < self.earliest

    @property
    def kept(self) -> bool:
        """Whether it may be sent: enough time, or the unit's head agreed to less."""
        return not self.short or self.consented


class Submission(Root, frozen=True, kw_only=True):
    """Everything that goes with a contract for review; ``urgencies`` oldest first, the last one counts."""

    contract_id: str
    materials: tuple[MaterialEntry, ...] = ()
    inquiries: tuple[Inquiry, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    urgencies: tuple[Urgency, ...] = ()

    @property
    def standing_inquiries(self) -> tuple[Inquiry, ...]:
        """Those that were not taken back."""
        return tuple(one for one in self.inquiries if one.removed_at is None)

    @property
    def standing_consultations(self) -> tuple[Consultation, ...]:
        """Those that were not taken back."""
        return tuple(one for one in self.consultations if one.removed_at is None)

    @property
    def urgency(self) -> Urgency | None:
        """The last request, if any."""
        return self.urgencies[-1] if self.urgencies else None

    def consented(self, planned: date | None) -> bool:
        """Whether the unit's head agreed to a day of signing not later than this one."""
        last = self.urgency
        confirmed = last is not None and last.state is UrgencyState.CONFIRMED
        return confirmed and last is not None and planned is not None and last.planned_sign_date <= planned
