"""The table of one obligation of either side: read from the text, confirmed, evidenced, accepted."""

from collections.abc import Callable
from datetime import date

from contract_platform.domain.contract import Contract
from contract_platform.domain.family import yuan
from contract_platform.domain.followups import Obligation
from contract_platform.domain.lifecycle import SIGNED
from contract_platform.domain.machine import Guard, Machine, Reason, Transition, each
from contract_platform.domain.payment import Payment
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import ObligationKind, ObligationState, Role

O, R = ObligationState, Role  # noqa: E741 - the letter of the column
T = Transition
HANDLER, LEAD = (R.HANDLER,), (R.HANDLER_LEAD,)
MONEY = frozenset({ObligationKind.PAYMENT, ObligationKind.COLLECTION})


class ObligationCircumstances(Record, frozen=True, kw_only=True):
    """What is known when an act on an obligation is asked for."""

    obligation: Obligation
    contract: Contract
    actor_id: str
    today: date
    acted_for: str | None = None
    role: Role | None = None
    due_on: date | None = None
    content: str = ""
    done_on: date | None = None
    evidence_given: bool = False
    note: str = ""
    pays_fen: int | None = None
    left_fen: int | None = None
    cancels: Payment | None = None


def _own(c: ObligationCircumstances) -> Reason | None:
    return None if c.contract.handler_id == (c.acted_for or c.actor_id) else Reason(code="not_your_contract")


def _dated(c: ObligationCircumstances) -> Reason | None:
    return None if c.due_on is not None and c.content.strip() else Reason(code="obligation_undated")


def _signed(c: ObligationCircumstances) -> Reason | None:
    return None if c.contract.state in SIGNED else Reason(code="contract_not_signed")


def _evidenced(c: ObligationCircumstances) -> Reason | None:
    return None if c.evidence_given else Reason(code="evidence_missing")


def _done(c: ObligationCircumstances) -> Reason | None:
    return None if c.done_on is not None and c.done_on <= c.today else Reason(code="done_day_impossible")


def _noted(c: ObligationCircumstances) -> Reason | None:
    return None if c.note.strip() else Reason(code="reason_missing")


def _other_person(c: ObligationCircumstances) -> Reason | None:
    reported = {c.obligation.evidenced_by, c.obligation.evidenced_for} - {None}
    return Reason(code="own_evidence") if reported & {c.actor_id, c.acted_for} else None


def _payable(c: ObligationCircumstances) -> Reason | None:
    if c.pays_fen is None or c.pays_fen <= 0:
        return Reason(code="payment_amount_missing")
    over = c.left_fen is not None and c.pays_fen > c.left_fen
    return Reason(code="payment_over_amount", params={"left": yuan(c.left_fen or 0)}) if over else None


def _cancellable(c: ObligationCircumstances) -> Reason | None:
    fits = c.cancels is not None and c.cancels.cancelled_at is None
    return None if fits else Reason(code="payment_not_found")


GUARDS = {
    "own_contract": Guard(check=_own, basis="承办人负责履约填报"),
    "dated": Guard(check=_dated, basis="没有日期的义务无法预警", of_input=True),
    "contract_signed": Guard(check=_signed, basis="签订后方有履行"),
    "evidence_given": Guard(check=_evidenced, basis="履行须附凭证（付款凭证、缴款凭证、验收单）", of_input=True),
    "payment_possible": Guard(check=_payable, basis="分次登记的付款、收款累计不超过应付应收金额", of_input=True),
    "payment_known": Guard(check=_cancellable, basis="冲销须指明登记的一笔款项", of_input=True),
    "done_day_possible": Guard(check=_done, basis="履行日期不晚于登记日", of_input=True),
    "reason_given": Guard(check=_noted, basis="不采用、退回、免除须说明理由", of_input=True),
    "other_person": Guard(check=_other_person, basis="填报与核实不得为同一人"),
}

CONDITIONS: dict[str, Callable[[ObligationCircumstances], bool]] = {
    "owes_money": lambda c: c.obligation.kind in MONEY and c.obligation.amount_fen is not None,
    "pays_the_rest": lambda c: c.pays_fen is not None and c.pays_fen == c.left_fen,
    "partly_paid": lambda c: c.left_fen is not None and c.left_fen != c.obligation.amount_fen,
}
OPEN = (O.PLANNED, O.DUE, O.BREACHED)
PROVEN = ("own_contract", "contract_signed", "evidence_given", "done_day_possible")

# fmt: off
TRANSITIONS = (
    # source       action     target       roles    when  guards
    T(None,        "create",  O.PLANNED,   HANDLER),
    T(None,        "propose", O.PROPOSED,  (R.SYSTEM,)),
    T(O.PROPOSED,  "confirm", O.PLANNED,   HANDLER, (),   ("own_contract", "dated")),
    T(O.PROPOSED,  "reject",  O.WAIVED,    HANDLER, (),   ("own_contract", "reason_given")),
    T(O.PLANNED,   "fall_due", O.DUE,      (R.SYSTEM,)),
    *each(OPEN,    "report", O.EVIDENCED,  HANDLER, (),   PROVEN),
    *each(OPEN,    "pay",    O.EVIDENCED,  HANDLER, ("owes_money", "pays_the_rest"), (*PROVEN, "payment_possible")),
    *each(OPEN,    "pay",    "=",          HANDLER, ("owes_money",), (*PROVEN, "payment_possible")),
    *each(OPEN,    "cancel_payment", "=",  HANDLER, ("partly_paid",),   ("own_contract", "payment_known", "reason_given")),
    T(O.EVIDENCED, "accept",  O.ACCEPTED,  LEAD,    (),   ("other_person",)),
    T(O.EVIDENCED, "return",  O.DUE,       LEAD,    (),   ("reason_given",)),
    *each((O.PLANNED, O.DUE, O.BREACHED), "waive", O.WAIVED,    LEAD,    (), ("reason_given",)),
    T(O.DUE,       "breach",  O.BREACHED,  LEAD,    (),   ("reason_given",)),
)
# fmt: on
ENDED = frozenset({O.ACCEPTED, O.WAIVED})
OBLIGATION = Machine(name="obligation", transitions=TRANSITIONS, guards=GUARDS, conditions=CONDITIONS, terminal=ENDED)
