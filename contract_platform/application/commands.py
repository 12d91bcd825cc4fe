"""What people ask for on a contract and beside it: tagged unions, one struct per action that carries data."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from contract_platform.domain.opinion import Adoption, OpinionItem
from contract_platform.domain.performance_vocabulary import (
    JudgmentOutcome,
    OwedBy,
    RescissionGround,
    SuspensionGround,
)
from contract_platform.domain.signing import Copies, PartySignature, ShortText
from contract_platform.domain.vocabulary import Conclusion, ObligationKind, SealKind

Fen = Annotated[int, msgspec.Meta(ge=0)]
LateRate = Annotated[int, msgspec.Meta(ge=0, le=100_000, description="Millionths of the sum a day; 500 = 0.05 %")]


class Command(msgspec.Struct, frozen=True, kw_only=True, tag_field="action", forbid_unknown_fields=True):
    """An act on a contract; ``reason`` is shown in the trace and required where a guard says so."""

    reason: str = ""


class Submit(Command, frozen=True, kw_only=True, tag="submit"):
    """提交审核."""


class Cosign(Command, frozen=True, kw_only=True, tag="cosign"):
    """单位会签: the units asked; ``reason`` is what they are asked about."""

    unit_ids: Annotated[tuple[str, ...], msgspec.Meta(max_length=50)]


class Recall(Command, frozen=True, kw_only=True, tag="recall"):
    """取回, while the next person has not opened it."""


class Pass(Command, frozen=True, kw_only=True, tag="pass"):
    """审核通过."""


class Return(Command, frozen=True, kw_only=True, tag="return"):
    """退回修改."""


class Accept(Command, frozen=True, kw_only=True, tag="accept"):
    """受理, naming the reviewer."""

    reviewer_id: str


class Reassign(Command, frozen=True, kw_only=True, tag="reassign"):
    """改派审查员."""

    reviewer_id: str


class Decline(Command, frozen=True, kw_only=True, tag="decline"):
    """不予受理."""


class RequestSupplement(Command, frozen=True, kw_only=True, tag="request_supplement"):
    """退回补正 with one complete list of defects."""

    items: tuple[str, ...]


class Supply(Command, frozen=True, kw_only=True, tag="supply"):
    """提交补正."""


class Propose(Command, frozen=True, kw_only=True, tag="propose"):
    """提交审签: the drafted opinion."""

    conclusion: Conclusion
    body: str
    items: tuple[OpinionItem, ...] = ()


class SignOff(Command, frozen=True, kw_only=True, tag="sign_off"):
    """审签."""


class SendBack(Command, frozen=True, kw_only=True, tag="send_back"):
    """审签退回 or 复核退回."""


class SubmitAdoption(Command, frozen=True, kw_only=True, tag="submit_adoption"):
    """提交采纳情况."""

    adoption: tuple[Adoption, ...]


class Confirm(Command, frozen=True, kw_only=True, tag="confirm"):
    """复核通过."""


class Decide(Command, frozen=True, kw_only=True, tag="decide"):
    """登记审议结果, with the minutes of the meeting."""

    passed: bool
    deferred: bool = False
    minutes_version_id: str | None = None


class UseSeal(Command, frozen=True, kw_only=True, tag="use_seal"):
    """登记用印: which of the profile's seals, who keeps them, on how many copies."""

    sealed_on: date
    seals: tuple[SealKind, ...]
    keeper: ShortText
    copies: Copies


class Sign(Command, frozen=True, kw_only=True, tag="sign"):
    """登记签订; the signing date is the last signature's."""

    signatures: tuple[PartySignature, ...]


class PullBack(Command, frozen=True, kw_only=True, tag="pull_back"):
    """撤回."""


class Withdraw(Command, frozen=True, kw_only=True, tag="withdraw"):
    """撤件."""


class Abandon(Command, frozen=True, kw_only=True, tag="abandon"):
    """终止办理."""


class Complete(Command, frozen=True, kw_only=True, tag="complete"):
    """验收结清, with the paper that says so."""

    accepted_on: date | None = None
    evidence_version_id: str | None = None


class ReturnForRevision(Command, frozen=True, kw_only=True, tag="return_for_revision"):
    """退回修改，不计意见."""


class Consult(Command, frozen=True, kw_only=True, tag="consult"):
    """征求意见, or another reason to wait for somebody else; which of them stop the clock stands in the profile."""

    purpose: Literal["SURVEY", "ASSESSMENT", "EXPERT", "CONSULTATION"] = "CONSULTATION"


class Answered(Command, frozen=True, kw_only=True, tag="answered"):
    """意见已回复."""


class Extend(Command, frozen=True, kw_only=True, tag="extend"):
    """延长审查期限，一次为限."""


class Redraft(Command, frozen=True, kw_only=True, tag="redraft"):
    """重新起草."""


class Escalate(Command, frozen=True, kw_only=True, tag="escalate"):
    """提请裁定."""


class Uphold(Command, frozen=True, kw_only=True, tag="uphold"):
    """维持意见."""


class Override(Command, frozen=True, kw_only=True, tag="override"):
    """同意不采纳, with the minutes of the meeting."""

    minutes_version_id: str | None = None


class Forward(Command, frozen=True, kw_only=True, tag="forward"):
    """批转."""


class ReReview(Command, frozen=True, kw_only=True, tag="re_review"):
    """重新送审."""


class Suspend(Command, frozen=True, kw_only=True, tag="suspend"):
    """中止履行: on what ground, from when, until when as far as known, at what cost."""

    ground: SuspensionGround | None = None
    from_on: date | None = None
    until_on: date | None = None
    estimate_fen: Fen | None = None
    evidence_version_id: str | None = None


class Resume(Command, frozen=True, kw_only=True, tag="resume"):
    """恢复履行."""


class Rescind(Command, frozen=True, kw_only=True, tag="rescind"):
    """解除合同: on what ground, from when, by which paper; who owes what as far as known."""

    ground: RescissionGround | None = None
    ended_on: date | None = None
    evidence_version_id: str | None = None
    owed_by: OwedBy | None = None
    amount_fen: Fen | None = None


class RecordJudgment(Command, frozen=True, kw_only=True, tag="record_judgment"):
    """登记裁判结果: who decided what, and what follows in money."""

    outcome: JudgmentOutcome | None = None
    forum: Annotated[str, msgspec.Meta(max_length=200)] = ""
    case_no: Annotated[str, msgspec.Meta(max_length=200)] = ""
    decided_on: date | None = None
    evidence_version_id: str | None = None
    owed_by: OwedBy | None = None
    amount_fen: Fen | None = None


class Archive(Command, frozen=True, kw_only=True, tag="archive"):
    """归档."""


ContractCommand = (
    Submit
    | Cosign
    | Recall
    | Pass
    | Return
    | Accept
    | Reassign
    | Decline
    | RequestSupplement
    | Supply
    | Propose
    | SignOff
    | SendBack
    | SubmitAdoption
    | Confirm
    | Decide
    | UseSeal
    | Sign
    | PullBack
    | Withdraw
    | Abandon
    | Complete
    | ReturnForRevision
    | Consult
    | Answered
    | Extend
    | Redraft
    | Escalate
    | Uphold
    | Override
    | Forward
    | ReReview
    | Suspend
    | Resume
    | Rescind
    | RecordJudgment
    | Archive
)

ACTIONS = frozenset(str(kind.__struct_config__.tag) for kind in Command.__subclasses__())
"""The acts of the contract table that a person can ask for here."""


class FilingCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on a filing: file | accept_filing | return_filing | register."""

    action: str
    note: str = ""
    number: str | None = None
    done_on: date | None = None
    evidence_version_id: str | None = None


class NewObligation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An obligation entered by hand.

    ``delivered_on`` is the delivery or acceptance from which the payment of a small or medium firm counts, in
    ``agreed_days`` where the contract says so; ``late_rate`` is in millionths a day.
    """

    kind: ObligationKind
    side: str
    content: str
    due_on: date | None = None
    amount_fen: int | None = None
    condition: str = ""
    late_rate: LateRate | None = None
    delivered_on: date | None = None
    agreed_days: Annotated[int, msgspec.Meta(ge=1, le=3650)] | None = None


class ObligationCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on an obligation: confirm | reject | report | pay | cancel_payment | accept | return | waive | breach."""

    action: str
    content: str | None = None
    due_on: date | None = None
    amount_fen: int | None = None
    done_on: date | None = None
    evidence_version_id: str | None = None
    note: str = ""
    late_rate: LateRate | None = None
    voucher_no: Annotated[str, msgspec.Meta(max_length=100)] = ""
    payment_id: str | None = None


class AlertCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on an alert: acknowledge | dispose | close | return."""

    action: str
    note: str = ""
