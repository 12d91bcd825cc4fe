"""How a contract ends, for its page: the end of its term, suspensions, judgments, settlements, evaluations."""

from datetime import date

import msgspec

from contract_platform.application.end_facts import disposal, term_end_of
from contract_platform.application.load import visible_contract
from contract_platform.application.offers import offers
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.application.shown import shown
from contract_platform.application.views import ActionView
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.dispute import IN_COURT
from contract_platform.domain.ends import EVALUABLE, Evaluation, Judgment, Settlement, Suspension, TermEnd, is_lease
from contract_platform.domain.people import Actor
from contract_platform.domain.settlement import SETTLEMENT, SettlementCircumstances
from contract_platform.domain.vocabulary import ContractRelation, Role, State

RUNNING = frozenset({State.PERFORMING, State.SUSPENDED})


class Choice(View, frozen=True, kw_only=True):
    """Something that can be named as proof."""

    id: str
    name: str


class TermEndView(View, frozen=True, kw_only=True):
    """What became of a term, with the name of who recorded it."""

    term_end: TermEnd
    by: str


class EvaluationView(View, frozen=True, kw_only=True):
    """An evaluation with its author's name."""

    evaluation: Evaluation
    by: str


class SettlementView(View, frozen=True, kw_only=True):
    """A settlement and what the reader may do."""

    settlement: Settlement
    actions: tuple[ActionView, ...]


class EndsView(View, frozen=True, kw_only=True):
    """Everything about a contract's end. ``renewals`` and ``suits`` are what a lease's end can be proven by.

    ``term_end`` is the end after all signed changes; ``disposed``: what became of it is recorded.
    """

    lease: bool
    term_end: date | None
    disposed: bool
    term_ends: tuple[TermEndView, ...]
    suspensions: tuple[Suspension, ...]
    judgments: tuple[Judgment, ...]
    settlements: tuple[SettlementView, ...]
    evaluations: tuple[EvaluationView, ...]
    renewals: tuple[Choice, ...]
    suits: tuple[Choice, ...]
    may_record: bool
    may_evaluate: bool


def read_ends(platform: Platform, actor: Actor, contract_id: str) -> EndsView:
    """The ends of a contract."""
    with platform.reading() as uow:
        return ends_view(uow, platform, actor, visible_contract(uow, actor, contract_id))


def ends_view(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> EndsView:
    """The same inside a unit of work."""
    until = term_end_of(uow, contract)
    lease = is_lease(contract) and until is not None
    mine = {name: bool(acting_roles(actor, contract, name)) for name in ("term_end.record", "evaluation.create")}
    view = EndsView(
        lease=lease,
        term_end=until,
        disposed=disposal(uow, contract) is not None,
        term_ends=tuple(
            TermEndView(term_end=one, by=uow.people.get(one.recorded_by).name)
            for one in uow.term_ends.find(contract_id=contract.id)
        ),
        suspensions=tuple(uow.suspensions.find(contract_id=contract.id)),
        judgments=tuple(uow.judgments.find(contract_id=contract.id)),
        settlements=tuple(
            settlement_view(platform, actor, contract, one) for one in uow.settlements.find(contract_id=contract.id)
        ),
        evaluations=tuple(
            EvaluationView(evaluation=one, by=uow.people.get(one.by).name)
            for one in uow.evaluations.find(contract_id=contract.id)
        ),
        renewals=renewals(uow, contract) if lease else (),
        suits=suits(uow, contract) if lease else (),
        may_record=lease and contract.state in RUNNING and mine["term_end.record"],
        may_evaluate=contract.state in EVALUABLE and mine["evaluation.create"],
    )
    return shown(actor, contract, view)


def renewals(uow: UnitOfWork, contract: Contract) -> tuple[Choice, ...]:
    """Signed renewals."""
    made = uow.amendments.find(parent_id=contract.id, relation=ContractRelation.RENEWAL)
    found = [uow.contracts.get(one.contract_id) for one in made]
    return tuple(Choice(id=one.id, name=one.name) for one in found if one.sign_date is not None)


def suits(uow: UnitOfWork, contract: Contract) -> tuple[Choice, ...]:
    """Disputes that have been brought before somebody who decides."""
    brought = {stage.dispute_id for stage in uow.dispute_stages.find(contract_id=contract.id) if stage.kind in IN_COURT}
    found = uow.disputes.find(contract_id=contract.id)
    return tuple(Choice(id=one.id, name=one.title) for one in found if one.id in brought)


def settlement_view(platform: Platform, actor: Actor, contract: Contract, settlement: Settlement) -> SettlementView:
    """A settlement with the acts open to the reader."""
    facts = SettlementCircumstances(
        settlement=settlement, contract=contract, actor_id=actor.person_id, today=platform.clock.today()
    )

    def facts_as(role: Role) -> object:
        away = acted_for(actor, contract, "settlement.act", role)
        return msgspec.structs.replace(facts, role=role, acted_for=away)

    acts = offers(SETTLEMENT, settlement.state, acting_roles(actor, contract, "settlement.act"), facts_as)
    return SettlementView(settlement=settlement, actions=acts)
