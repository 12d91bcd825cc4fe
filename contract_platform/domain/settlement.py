"""The table of one settlement: who owes what is agreed by one person, and closed by another with its proof."""

from datetime import date

from contract_platform.domain.contract import Contract
from contract_platform.domain.ends import Settlement
from contract_platform.domain.machine import Guard, Machine, Reason, Transition, each
from contract_platform.domain.performance_vocabulary import OwedBy, SettlementState
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Role

S, R = SettlementState, Role
T = Transition
UNIT, LEAD = (R.HANDLER, R.HANDLER_LEAD), (R.HANDLER_LEAD,)


class SettlementCircumstances(Record, frozen=True, kw_only=True):
    """What is known when an act on a settlement is asked for."""

    settlement: Settlement
    contract: Contract
    actor_id: str
    today: date
    acted_for: str | None = None
    role: Role | None = None
    owed_by: OwedBy | None = None
    amount_fen: int | None = None
    terms: str = ""
    done_on: date | None = None
    evidence_given: bool = False
    note: str = ""


def _own(c: SettlementCircumstances) -> Reason | None:
    stranger = c.role is Role.HANDLER and c.contract.handler_id != (c.acted_for or c.actor_id)
    return Reason(code="not_your_contract") if stranger else None


def _stated(c: SettlementCircumstances) -> Reason | None:
    if c.owed_by is None or not c.terms.strip():
        return Reason(code="settlement_incomplete")
    nothing = c.owed_by is OwedBy.NOBODY
    fits = (not c.amount_fen) if nothing else bool(c.amount_fen)
    return None if fits else Reason(code="settlement_amount_wrong")


def _other(c: SettlementCircumstances) -> Reason | None:
    agreed = {c.settlement.agreed_by, c.settlement.agreed_for} - {None}
    return Reason(code="own_settlement") if agreed & {c.actor_id, c.acted_for} else None


def _past(c: SettlementCircumstances) -> Reason | None:
    return None if c.done_on is not None and c.done_on <= c.today else Reason(code="end_day_impossible")


GUARDS = {
    "own_contract": Guard(check=_own, basis="承办人只办理本人承办的合同"),
    "stated": Guard(check=_stated, basis="结算须写明由谁给付、金额和依据", of_input=True),
    "other_person": Guard(check=_other, basis="结算与了结不得为同一人"),
    "day_past": Guard(check=_past, basis="了结日期不晚于登记日", of_input=True),
    "evidence_given": Guard(
        check=lambda c: None if c.evidence_given else Reason(code="settlement_evidence_missing"),
        basis="了结须附付款凭证、收款凭证或互不欠付的书面确认",
        of_input=True,
    ),
    "reason_given": Guard(
        check=lambda c: None if c.note.strip() else Reason(code="reason_missing"), basis="退回须说明理由", of_input=True
    ),
}

# fmt: off
TRANSITIONS = (
    # source                     action    target    roles  when  guards
    T(None,                      "open",   S.OPEN,   (R.SYSTEM,)),
    *each((S.OPEN, S.AGREED),    "agree",  S.AGREED, UNIT,  (),   ("own_contract", "stated")),
    T(S.AGREED,                  "close",  S.CLOSED, LEAD,  (),   ("other_person", "day_past", "evidence_given")),
    T(S.AGREED,                  "return", S.OPEN,   LEAD,  (),   ("reason_given",)),
)
# fmt: on
SETTLEMENT = Machine(
    name="settlement", transitions=TRANSITIONS, guards=GUARDS, conditions={}, terminal=frozenset({S.CLOSED})
)
