"""Contracts that hang on another one: what each changes, and what the whole family comes to.

A supplement or change adds to its original or takes from it; a call-off draws on a framework; a renewal is a contract
of its own; a termination agreement ends its original. The law caps what supplements of a procurement may add
(政府采购法 art. 49), the framework itself what may be called off.
"""

from collections.abc import Iterable
from datetime import date, datetime

from contract_platform.domain.contract import Contract
from contract_platform.domain.machine import Reason
from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import ContractRelation, MoneyEffect, State

K, M = ContractRelation, MoneyEffect
AMENDING = frozenset({K.SUPPLEMENT, K.CHANGE})
"""Relations whose amount counts into the original's."""
NEEDS_FORCE = frozenset({K.SUPPLEMENT, K.CHANGE, K.CALL_OFF, K.TERMINATION})
IN_FORCE = frozenset({State.PERFORMING, State.SUSPENDED})
ONCE_SIGNED = IN_FORCE | {State.COMPLETED, State.TERMINATED}
NO_EFFECT = frozenset({State.VOIDED})
GIVEN_UP = frozenset({State.WITHDRAWN, State.ABANDONED, State.NOT_ACCEPTED})
FRAMEWORK_METHOD, FRAMEWORK_CLASS = "FRAMEWORK_AGREEMENT", "FRAME"
WHOLE = 100  # percent


class Amendment(Root, frozen=True, kw_only=True):
    """What a child contract does to its original, as its officer states it.

    ``clauses`` names what is changed, ``bearing`` what stays in force and which text prevails. ``cap_basis`` is the
    lawful ground on which a cap may be passed, entered by the head of the unit.
    """

    contract_id: str
    parent_id: str
    relation: ContractRelation
    money: MoneyEffect
    reason: str
    clauses: str
    bearing: str
    created_by: str
    created_at: datetime
    cap_basis: str = ""
    cap_basis_by: str | None = None
    cap_basis_at: datetime | None = None


class Child(Record, frozen=True, kw_only=True):
    """A contract of the family with what it does to the original."""

    contract: Contract
    amendment: Amendment


class Family(Record, frozen=True, kw_only=True):
    """An original contract and everything that hangs on it, oldest first."""

    original: Contract
    children: tuple[Child, ...] = ()


class Standing(Record, frozen=True, kw_only=True):
    """How one child stands to its family: what the guards of the contract table ask. Amounts in fen.

    ``cap_fen`` and ``ceiling_fen`` are None where there is none; ``added_fen`` and ``called_off_fen`` include the
    child itself.
    """

    relation: ContractRelation
    original: Contract
    added_fen: int = 0
    cap_fen: int | None = None
    cap_percent: float = 0
    cap_basis: str = ""
    called_off_fen: int = 0
    ceiling_fen: int | None = None
    term_start: date | None = None
    term_end: date | None = None


def is_framework(contract: Contract) -> bool:
    """Whether single orders are called off under the contract."""
    return contract.procurement_method == FRAMEWORK_METHOD or contract.rule_class == FRAMEWORK_CLASS


def counts(child: Child) -> bool:
    """Whether the child has been signed and has effect."""
    return child.contract.sign_date is not None and child.contract.state not in NO_EFFECT


def effect_fen(child: Child) -> int:
    """By how much the child changes the original's amount."""
    amount = child.contract.amount_fen or 0
    if child.amendment.relation not in AMENDING or child.amendment.money is M.NONE:
        return 0
    return -amount if child.amendment.money is M.REDUCES else amount


def added_fen(children: Iterable[Child]) -> int:
    """What supplements add; reductions give no room for further ones."""
    return sum(max(0, effect_fen(child)) for child in children)


def with_child(family: Family, contract_id: str) -> tuple[Child, ...]:
    """What counts, and the one contract whether it is signed or not."""
    return tuple(child for child in family.children if counts(child) or child.contract.id == contract_id)


def total_fen(family: Family, contract_id: str = "") -> int | None:
    """The original's amount with everything signed, and with one contract that is not signed yet."""
    if family.original.amount_fen is None:
        return None
    return family.original.amount_fen + sum(effect_fen(child) for child in with_child(family, contract_id))


def called_off_fen(family: Family, contract_id: str = "") -> int:
    """The sum of orders under a framework, with one that is not signed yet."""
    drawn = (child.contract for child in with_child(family, contract_id) if child.amendment.relation is K.CALL_OFF)
    return sum(contract.amount_fen or 0 for contract in drawn)


def term_end(family: Family) -> date | None:
    """When the original's term ends now: the last signed change that states an end decides."""
    stated = [
        child.contract
        for child in family.children
        if counts(child) and child.amendment.relation in AMENDING and child.contract.term_end is not None
    ]
    last = max(stated, key=lambda contract: (contract.sign_date or date.min, contract.id), default=family.original)
    return last.term_end


def cap_fen(original: Contract, percent: float) -> int | None:
    """What supplements may add in all; None where the original states no amount."""
    return None if original.amount_fen is None else int(original.amount_fen * percent // WHOLE)


def not_in_force(standing: Standing | None) -> Reason | None:
    """Only what is in force can be changed, drawn on or ended; only what was signed can be renewed."""
    if standing is None:
        return None
    allowed = IN_FORCE if standing.relation in NEEDS_FORCE else ONCE_SIGNED
    state = standing.original.state
    return None if state in allowed else Reason(code="original_not_in_force", params={"state": state})


def over_cap(standing: Standing | None) -> Reason | None:
    """More is added than the law allows, and nobody has stated on what ground."""
    if standing is None or standing.cap_fen is None or standing.added_fen <= standing.cap_fen:
        return None
    if standing.cap_basis.strip():
        return None
    params = {"added": yuan(standing.added_fen), "cap": yuan(standing.cap_fen), "percent": f"{standing.cap_percent:g}"}
    return Reason(code="supplements_over_cap", params=dict(params))


def over_ceiling(standing: Standing | None) -> Reason | None:
    """More is called off than the framework holds."""
    if standing is None or standing.ceiling_fen is None or standing.called_off_fen <= standing.ceiling_fen:
        return None
    params = {"called": yuan(standing.called_off_fen), "ceiling": yuan(standing.ceiling_fen)}
    return Reason(code="call_offs_over_ceiling", params=dict(params))


def outside_term(standing: Standing | None, day: date) -> Reason | None:
    """An order is signed while the framework lasts."""
    if standing is None or standing.relation is not K.CALL_OFF:
        return None
    first, last = standing.term_start, standing.term_end
    if (first is None or first <= day) and (last is None or day <= last):
        return None
    return Reason(code="call_off_outside_term", params={"from": first, "to": last})


def yuan(fen: int) -> str:
    """An amount as people read it."""
    return f"{fen // 100:,}.{fen % 100:02}"
