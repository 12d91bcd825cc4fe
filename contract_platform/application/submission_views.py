"""What pages show of a contract on its way to review."""

from datetime import date, datetime

from contract_platform.analysis.model import Coverage, Finding
from contract_platform.application.queries import View
from contract_platform.application.views import ActionView, ReckoningDay
from contract_platform.domain.machine import Reason
from contract_platform.domain.submission import Consultation, Inquiry, Urgency
from contract_platform.domain.submission_vocabulary import MaterialNeed, MaterialStanding
from contract_platform.domain.vocabulary import State, Tier


class FileView(View, frozen=True, kw_only=True):
    """A file of the contract by its name; ``open`` unless it is set apart or erased."""

    version_id: str
    title: str
    filename: str
    size: int
    open: bool


class MaterialView(View, frozen=True, kw_only=True):
    """An item of the list as it stands. ``settable``: files or a reason can be given here; else it comes elsewhere."""

    code: str
    title: str
    need: MaterialNeed
    standing: MaterialStanding
    lacking: tuple[str, ...]
    source: str
    settable: bool
    basis: str
    provenance: str
    usual_reasons: tuple[str, ...]
    files: tuple[FileView, ...]
    reason: str
    by: str | None
    at: datetime | None


class InquiryView(View, frozen=True, kw_only=True):
    """Due diligence on one party, with its proof and who entered it."""

    inquiry: Inquiry
    complete: bool
    files: tuple[FileView, ...]
    by: str


class ConsultationView(View, frozen=True, kw_only=True):
    """A consulted unit's opinion, with its paper and who entered it."""

    consultation: Consultation
    complete: bool
    files: tuple[FileView, ...]
    by: str


class UrgencyView(View, frozen=True, kw_only=True):
    """The last request for urgency with names, and what the reader may do about it."""

    urgency: Urgency | None
    asked_by: str | None
    decided_by: str | None
    actions: tuple[ActionView, ...]


class LeadTimeView(View, frozen=True, kw_only=True):
    """How the earliest day of signing comes about, if the contract is sent now.

    ``late``: it is after the business cut-off (``cut_off``, local time), so it counts as received on ``received_on``.
    """

    now: datetime
    cut_off: str
    late: bool
    received_on: date
    days: int
    unit: str
    skipped: tuple[ReckoningDay, ...]
    provisional: bool
    earliest: date
    planned: date | None
    short: bool
    basis: str
    provenance: str


class RouteView(View, frozen=True, kw_only=True):
    """Which way the contract goes, and the rule that decides. ``forwarded``: by the government's office."""

    tier: Tier
    rule: str
    basis: str
    provenance: str
    forwarded: bool


class ExemptionView(View, frozen=True, kw_only=True):
    """An exemption from review that the profile knows and a unit may claim."""

    code: str
    rule: str
    basis: str
    provenance: str


class DuplicateView(View, frozen=True, kw_only=True):
    """Another contract in the reader's sight that may be the same: ``why`` lists codes, strongest first."""

    id: str
    name: str
    state: State
    handling_unit: str
    contract_no: str | None
    amount_fen: int | None
    created_at: datetime
    why: tuple[Reason, ...]


class Precheck(View, frozen=True, kw_only=True):
    """What stands between a draft and its submission. ``blocking`` must be mended; all the rest should be looked at.

    ``risks``: the high ones. ``not_checked``: rules without an answer, with the reason. ``doubts``: what due diligence
    and consulted units say against it. ``earliest_sign_date`` is None where nobody reviews.
    """

    ready: bool
    blocking: tuple[Reason, ...]
    materials: tuple[MaterialView, ...]
    risks: tuple[Finding, ...]
    not_checked: dict[str, Coverage]
    doubts: tuple[Reason, ...]
    duplicates: tuple[DuplicateView, ...]
    lead_time: LeadTimeView | None
    urgency: UrgencyView
    tier: Tier
    tier_rule: str
    tier_basis: str
    provenance: str
    forwarded: bool
    earliest_sign_date: date | None


class SubmissionView(View, frozen=True, kw_only=True):
    """Everything that goes with the contract. ``editable``: in its state the unit may still change it."""

    contract_id: str
    revision: int
    editable: bool
    materials: tuple[MaterialView, ...]
    inquiries: tuple[InquiryView, ...]
    consultations: tuple[ConsultationView, ...]
    urgency: UrgencyView
    lead_time: LeadTimeView | None
    route: RouteView
    exemptions: tuple[ExemptionView, ...]
    parties: tuple[str, ...]
    files: tuple[FileView, ...]
