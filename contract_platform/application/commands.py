"""What people ask for on a contract and beside it: tagged unions, one struct per action that carries data."""

from datetime import date

import msgspec

from contract_platform.domain.opinion import Adoption, OpinionItem
from contract_platform.domain.signing import PartySignature
from contract_platform.domain.vocabulary import Conclusion, ObligationKind


class Command(msgspec.Struct, frozen=True, kw_only=True, tag_field="action", forbid_unknown_fields=True):
    """An act on a contract; ``reason`` is shown in the trace and required where a guard says so."""

    reason: str = ""


class Submit(Command, tag="submit"):
    """提交审核."""


class Pass(Command, tag="pass"):
    """审核通过."""


class Return(Command, tag="return"):
    """退回修改."""


class Accept(Command, tag="accept"):
    """受理, naming the reviewer."""

    reviewer_id: str


class Decline(Command, tag="decline"):
    """不予受理."""


class RequestSupplement(Command, tag="request_supplement"):
    """退回补正 with one complete list of defects."""

    items: tuple[str, ...]


class Supply(Command, tag="supply"):
    """提交补正."""


class Propose(Command, tag="propose"):
    """提交审签: the drafted opinion."""

    conclusion: Conclusion
    body: str
    items: tuple[OpinionItem, ...] = ()


class SignOff(Command, tag="sign_off"):
    """审签."""


class SendBack(Command, tag="send_back"):
    """审签退回 or 复核退回."""


class SubmitAdoption(Command, tag="submit_adoption"):
    """提交采纳情况."""

    adoption: tuple[Adoption, ...]


class Confirm(Command, tag="confirm"):
    """复核通过."""


class Decide(Command, tag="decide"):
    """登记审议结果."""

    passed: bool
    deferred: bool = False


class UseSeal(Command, tag="use_seal"):
    """登记用印."""

    sealed_on: date


class Sign(Command, tag="sign"):
    """登记签订; the signing date is the last signature's."""

    signatures: tuple[PartySignature, ...]


class Recall(Command, tag="recall"):
    """取回."""


class PullBack(Command, tag="pull_back"):
    """撤回."""


class Withdraw(Command, tag="withdraw"):
    """撤件."""


class Abandon(Command, tag="abandon"):
    """终止办理."""


class Complete(Command, tag="complete"):
    """验收结清."""


ContractCommand = (
    Submit
    | Pass
    | Return
    | Accept
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
    | Recall
    | PullBack
    | Withdraw
    | Abandon
    | Complete
)


class FilingCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on a filing: file | accept_filing | return_filing | register."""

    action: str
    note: str = ""
    number: str | None = None
    done_on: date | None = None
    evidence_version_id: str | None = None


class NewObligation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An obligation entered by hand."""

    kind: ObligationKind
    side: str
    content: str
    due_on: date | None = None
    amount_fen: int | None = None
    condition: str = ""


class ObligationCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on an obligation: confirm | reject | report | accept | return | waive."""

    action: str
    content: str | None = None
    due_on: date | None = None
    amount_fen: int | None = None
    done_on: date | None = None
    evidence_version_id: str | None = None
    note: str = ""


class AlertCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on an alert: acknowledge | dispose | close | return."""

    action: str
    note: str = ""
