"""Corrections of a contract as its page shows them: what was there, what is there now, and what can be corrected."""

from contract_platform.application.corrected_values import correctables
from contract_platform.application.load import visible_contract
from contract_platform.application.names import Names
from contract_platform.application.offers import offers
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.application.shown import shown
from contract_platform.application.views import ActionView
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.correction import (
    CORRECTION,
    OF_FILINGS,
    CorrectedFact,
    Correction,
    CorrectionCircumstances,
)
from contract_platform.domain.lifecycle import SIGNED
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import Role

ASK, ACT = "correction.ask", "correction.act"


class CorrectionView(View, frozen=True, kw_only=True):
    """A correction with names; ``subject`` is the party or the filing's target it is about."""

    correction: Correction
    subject: str
    asked_by: str
    decided_by: str | None
    actions: tuple[ActionView, ...]


class CorrectableView(View, frozen=True, kw_only=True):
    """A fact that the reader may ask to correct, with its value now."""

    fact: CorrectedFact
    subject_id: str
    subject: str
    value: str


class CorrectionsView(View, frozen=True, kw_only=True):
    """All corrections of a contract, newest first, and what may be asked for."""

    corrections: tuple[CorrectionView, ...]
    correctable: tuple[CorrectableView, ...]


def read_corrections(platform: Platform, actor: Actor, contract_id: str) -> CorrectionsView:
    """For the contract's page."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        found = uow.corrections.find(contract_id=contract.id)
        open_to_reader = contract.state in SIGNED and bool(acting_roles(actor, contract, ASK))
        asked = correctables(uow, contract) if open_to_reader else iter(())
        view = CorrectionsView(
            corrections=tuple(correction_view(uow, actor, contract, one) for one in reversed(found)),
            correctable=tuple(
                CorrectableView(fact=one.fact, subject_id=one.subject_id, subject=one.subject, value=one.value)
                for one in asked
            ),
        )
        return shown(actor, contract, view)


def correction_view(uow: UnitOfWork, actor: Actor, contract: Contract, request: Correction) -> CorrectionView:
    """One correction with what its reader may do."""
    names = Names(uow)
    subject = uow.filings.get(request.subject_id).target if request.fact in OF_FILINGS else request.subject_id
    view = CorrectionView(
        correction=request,
        subject=subject,
        asked_by=names.of(request.asked_by),
        decided_by=names.of(request.decided_by) if request.decided_by else None,
        actions=acts(actor, contract, request),
    )
    return shown(actor, contract, view)


def acts(actor: Actor, contract: Contract, request: Correction) -> tuple[ActionView, ...]:
    """What the table offers to the reader; whether the value is still the one asked about is seen when they act."""

    def facts_as(role: Role) -> object:
        return CorrectionCircumstances(
            state_of_contract=contract.state,
            fact=request.fact,
            of_bureau=request.of_bureau,
            actor_id=actor.person_id,
            acted_for=acted_for(actor, contract, ACT, role),
            asked_by=request.asked_by,
            asked_for=request.asked_for,
        )

    found = offers(CORRECTION, request.state, acting_roles(actor, contract, ACT), facts_as)
    return tuple(act for act in found if act.enabled or act.action != "withdraw")
