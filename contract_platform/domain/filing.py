"""The table of one filing: accepted by somebody here (核收类), or done elsewhere and entered with proof (登记类)."""

from datetime import date

from contract_platform.domain.contract import Contract
from contract_platform.domain.followups import Filing
from contract_platform.domain.machine import Guard, Machine, Reason, Transition
from contract_platform.domain.records import Record
from contract_platform.domain.signing_guards import copy_agrees
from contract_platform.domain.signing_vocabulary import DifferenceKind
from contract_platform.domain.vocabulary import FilingState, Role

F, R = FilingState, Role
T = Transition
OFFICER, HANDLER = (R.FILING_OFFICER,), (R.HANDLER,)


class FilingCircumstances(Record, frozen=True, kw_only=True):
    """What is known when an act on a filing is asked for.

    ``differing``: what the signed copy says otherwise. ``optional``: the profile knows that there may be nothing to
    do. ``proven``: a proof is named.
    """

    filing: Filing
    contract: Contract
    actor_id: str
    today: date
    acted_for: str | None = None
    role: Role | None = None
    earlier_roles: frozenset[Role] = frozenset()
    note: str = ""
    number: str | None = None
    done_on: date | None = None
    differing: tuple[DifferenceKind, ...] = ()
    optional: bool = False
    proven: bool = False


def _own(c: FilingCircumstances) -> Reason | None:
    return None if c.contract.handler_id == (c.acted_for or c.actor_id) else Reason(code="not_your_contract")


def _fresh(c: FilingCircumstances) -> Reason | None:
    others = sorted(c.earlier_roles - {c.role, Role.SYSTEM}) if c.role else []
    return Reason(code="decided_already", params={"roles": others}) if others else None


def _noted(c: FilingCircumstances) -> Reason | None:
    return None if c.note.strip() else Reason(code="reason_missing")


def _entered(c: FilingCircumstances) -> Reason | None:
    signed = c.contract.sign_date
    if c.done_on is None or not (c.number or "").strip() or not c.proven:
        return Reason(code="filing_entry_incomplete")
    if c.done_on > c.today or (signed is not None and c.done_on < signed):
        return Reason(code="filing_day_impossible", params={"from": signed, "to": c.today})
    return None


GUARDS = {
    "own_contract": Guard(check=_own, basis="承办人负责提交备案"),
    "not_decided_otherwise": Guard(check=_fresh, basis="职责分离：同一合同不得由同一人在不同岗位重复决定"),
    "copy_agrees": Guard(
        check=lambda c: copy_agrees(c.differing), basis="签订文本与审定文本不一致的，备案前须重新审查"
    ),
    "reason_given": Guard(check=_noted, basis="退回补正须一次性说明内容", of_input=True),
    "entry_complete": Guard(check=_entered, basis="登记类备案须登记日期、编号和证明材料", of_input=True),
}
CONDITIONS = {
    "received": lambda c: c.filing.kind == "RECEIVED",
    "registered": lambda c: c.filing.kind == "REGISTERED",
    "optional": lambda c: c.optional,
    "obligatory": lambda c: not c.optional,
}

# fmt: off
TRANSITIONS = (
    # source              action           target              roles    when             guards
    T(F.DUE,              "file",          F.FILING_SUBMITTED, HANDLER, ("received",),   ("own_contract", "copy_agrees")),
    T(F.DUE,              "register",      F.REPORTED,         HANDLER, ("registered",), ("own_contract", "entry_complete")),
    T(F.DUE,              "spare",         F.NOT_REQUIRED,     OFFICER, ("obligatory",), ("not_decided_otherwise", "reason_given")),
    T(F.DUE,              "spare",         F.NOT_REQUIRED,     HANDLER, ("optional",),   ("own_contract", "reason_given")),
    T(F.CORRECTING,       "file",          F.FILING_SUBMITTED, HANDLER, (),              ("own_contract", "copy_agrees")),
    T(F.FILING_SUBMITTED, "accept_filing", F.FILED,            OFFICER, (),              ("not_decided_otherwise", "copy_agrees")),
    T(F.FILING_SUBMITTED, "return_filing", F.CORRECTING,       OFFICER, (),              ("reason_given",)),
)
# fmt: on
ENDED = frozenset({F.FILED, F.REPORTED, F.NOT_REQUIRED})
FILING = Machine(name="filing", transitions=TRANSITIONS, guards=GUARDS, conditions=CONDITIONS, terminal=ENDED)
