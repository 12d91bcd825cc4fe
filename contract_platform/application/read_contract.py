"""One contract with everything its page shows and everything its reader may do."""

import msgspec

from contract_platform.application import commands
from contract_platform.application.circumstances import (
    LEAVING,
    circumstances,
    current_signing,
    hands,
    quarantined,
)
from contract_platform.application.deadline_views import contract_deadlines, contract_reckonings
from contract_platform.application.followup_views import filing_view, obligation_view, taken_by
from contract_platform.application.holding import reason_against
from contract_platform.application.load import visible_contract
from contract_platform.application.names import Names
from contract_platform.application.note_opening import note_opening
from contract_platform.application.offers import offers
from contract_platform.application.opinion_deadline import opinion_deadline, opinion_reckoning
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import EventRow
from contract_platform.application.shown import shown
from contract_platform.application.signing_views import (
    can_confirm,
    demands,
    deviation_views,
    marks,
    seal_uses,
    signing_view,
)
from contract_platform.application.steps import steps
from contract_platform.application.tasks_of_contract import CONTRACT
from contract_platform.application.views import (
    ActionView,
    ContractDetail,
    DeadlineView,
    DecisionView,
    DocumentView,
    OpinionView,
    ReckoningView,
    RiskCounts,
    VersionView,
)
from contract_platform.domain import filing as filings_table
from contract_platform.domain.access import acted_for, acting_roles, open_to
from contract_platform.domain.contract import Contract
from contract_platform.domain.lifecycle import LIFECYCLE
from contract_platform.domain.machine import Reason
from contract_platform.domain.payment import Payment
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import FilingState, Role


def read_contract(platform: Platform, actor: Actor, contract_id: str) -> ContractDetail:
    """The detail page."""
    with platform.reading() as uow:
        found = detail(uow, platform, actor, visible_contract(uow, actor, contract_id))
    note_opening(platform, actor, contract_id)
    return found


def timeline(platform: Platform, actor: Actor, contract_id: str) -> tuple[EventRow, ...]:
    """Everything that happened to a contract, oldest first."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
    return shown(actor, contract, tuple(platform.queries.timeline(contract_id)))


def reckonings(platform: Platform, actor: Actor, contract_id: str) -> tuple[ReckoningView, ...]:
    """How each deadline was reckoned."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        relied = opinion_reckoning(uow, platform, contract)
        return (*contract_reckonings(uow, platform, contract), *((relied,) if relied else ()))


def detail(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> ContractDetail:
    """The view of a contract inside a unit of work, as its reader sees it now."""
    return shown(actor, contract, full_detail(uow, platform, actor, contract))


def full_detail(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> ContractDetail:
    """The same before it is masked for its reader."""
    names = Names(uow)
    taken = taken_by(uow, contract)
    filings = uow.filings.find(contract_id=contract.id)
    obligations = uow.obligations.find(contract_id=contract.id)
    signing = current_signing(uow, contract)
    paid = payments_by_obligation(uow, contract)
    return ContractDetail(
        contract=contract,
        handling_unit=uow.units.get(contract.handling_unit_id).name,
        signing_body=uow.units.get(contract.signing_body_id).name,
        handler=names.of(contract.handler_id),
        reviewer=names.of(contract.reviewer_id) if contract.reviewer_id else None,
        steps=steps(
            contract,
            filings=sum(one.state != FilingState.NOT_REQUIRED for one in filings),
            open_filings=sum(one.state not in filings_table.ENDED for one in filings),
        ),
        actions=contract_actions(uow, platform, actor, contract),
        operations=open_to(actor, contract),
        documents=documents(uow, contract, names),
        analysis=risk_counts(uow, contract),
        opinions=opinions(uow, contract, names),
        signing=signing_view(signing, names),
        can_confirm_signing=can_confirm(uow, actor, contract, signing),
        filings=tuple(filing_view(uow, platform, actor, contract, one, taken) for one in filings),
        obligations=tuple(obligation_view(platform, actor, contract, one, paid.get(one.id, ())) for one in obligations),
        deadlines=deadlines(uow, platform, contract),
        decisions=decisions(uow, contract, names),
        seal_uses=seal_uses(uow, contract, names),
        marks=marks(uow, contract),
        deviations=deviation_views(uow, actor, contract, names),
        demands=demands(uow, platform, contract),
    )


def payments_by_obligation(uow: UnitOfWork, contract: Contract) -> dict[str, list[Payment]]:
    """Everything paid under the contract."""
    found: dict[str, list[Payment]] = {}
    for payment in uow.payments.find(contract_id=contract.id):
        found.setdefault(payment.obligation_id, []).append(payment)
    return found


def deadlines(uow: UnitOfWork, platform: Platform, contract: Contract) -> tuple[DeadlineView, ...]:
    """What runs now, with the opinion's last day while the contract waits to be signed on it."""
    relied = opinion_deadline(uow, platform, contract)
    return (*contract_deadlines(uow, platform, contract), *((relied,) if relied else ()))


def contract_actions(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> tuple[ActionView, ...]:
    """The acts of the main line that are open to the reader."""
    roles = acting_roles(actor, contract, "contract.act")
    if not roles:
        return ()
    known = circumstances(uow, platform, contract, actor.person_id)

    def facts_as(role: Role) -> object:
        away = acted_for(actor, contract, "contract.act", role)
        mine = hands(uow, platform, contract, actor.person_id, away) if away else {}
        return msgspec.structs.replace(known, role=role, **mine)

    found = offers(LIFECYCLE, contract.state, roles, facts_as, known=commands.ACTIONS)
    found = tuple(held_up(uow, actor, contract, roles, act) for act in found)
    return stopped(found) if quarantined(uow, contract) else found


def held_up(uow: UnitOfWork, actor: Actor, contract: Contract, roles: frozenset[Role], act: ActionView) -> ActionView:
    """The act while its task is in a colleague's hands, or waits for a further opinion."""
    if act.action in LEAVING:
        return act
    rows = LIFECYCLE.rows(contract.state, act.action)
    role = next((role for role in rows[0].roles if role in roles), None)
    reason = reason_against(uow, actor, contract, CONTRACT, contract.id, role)
    return act if reason is None else msgspec.structs.replace(act, enabled=False, reasons=(*act.reasons, reason))


def stopped(acts: tuple[ActionView, ...]) -> tuple[ActionView, ...]:
    """The acts while a file is set apart: only those by which the contract leaves the line stay open."""
    why = (Reason(code="contract_quarantined"),)
    return tuple(
        act if act.action in LEAVING else msgspec.structs.replace(act, enabled=False, reasons=why) for act in acts
    )


def documents(uow: UnitOfWork, contract: Contract, names: Names) -> tuple[DocumentView, ...]:
    """The contract's documents, each with its versions, newest first."""
    versions = sorted(uow.versions.find(contract_id=contract.id), key=lambda version: -version.no)
    return tuple(
        DocumentView(
            id=document.id,
            kind=document.kind,
            title=document.title,
            versions=tuple(
                VersionView(version=version, uploader=names.of(version.uploaded_by), kind=document.kind)
                for version in versions
                if version.document_id == document.id
            ),
        )
        for document in uow.documents.find(contract_id=contract.id)
    )


def risk_counts(uow: UnitOfWork, contract: Contract) -> RiskCounts | None:
    """How far reading the draft has come, and the risks found in it."""
    if contract.text_version_id is None:
        return None
    version = uow.versions.get(contract.text_version_id)
    analysis = uow.analyses.get(version.analysis_id) if version.analysis_id else None
    return RiskCounts(
        state=version.analysis_state,
        version_id=version.id,
        unreadable=version.unreadable,
        high=analysis.high if analysis else 0,
        medium=analysis.medium if analysis else 0,
        low=analysis.low if analysis else 0,
    )


def opinions(uow: UnitOfWork, contract: Contract, names: Names) -> tuple[OpinionView, ...]:
    """Drafted and issued opinions, oldest first."""
    return tuple(
        OpinionView(
            opinion=opinion,
            drafter=names.of(opinion.drafter_id),
            signer=names.of(opinion.signer_id) if opinion.signer_id else None,
        )
        for opinion in uow.opinions.find(contract_id=contract.id)
    )


def decisions(uow: UnitOfWork, contract: Contract, names: Names) -> tuple[DecisionView, ...]:
    """Who decided what, oldest first."""
    return tuple(
        DecisionView(
            action=made.action,
            source=made.source,
            target=made.target,
            person=names.of(made.person_id),
            role=made.role,
            at=made.at,
            reason=made.reason,
            round=made.round,
            acted_for=names.of(made.acted_for) if made.acted_for else None,
            minutes_version_id=made.minutes_version_id,
        )
        for made in uow.decisions.find(contract_id=contract.id)
    )
