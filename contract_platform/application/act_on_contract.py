"""Every act on the contract's main line: one table, one path, one commit."""

import msgspec

from contract_platform.application.act import Act
from contract_platform.application.archive_checks import unfit
from contract_platform.application.circumstances import LEAVING, circumstances, hands, quarantined
from contract_platform.application.clocks import move_clocks
from contract_platform.application.commands import Archive, Consult, ContractCommand, RequestSupplement
from contract_platform.application.effects import EFFECTS, ENTERING, take_back
from contract_platform.application.endorsements import keep_statements
from contract_platform.application.entered import entered
from contract_platform.application.forms.issue import issue_of_act
from contract_platform.application.forms.matter import Said
from contract_platform.application.holding import refuse_unless_free
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.once import once
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_contract import detail
from contract_platform.application.tasks_of_contract import CONTRACT, retask, retask_urgency
from contract_platform.application.trace import record
from contract_platform.application.views import ContractDetail
from contract_platform.domain.access import acted_for, acting_roles
from contract_platform.domain.contract import Contract, Decision
from contract_platform.domain.errors import Refused
from contract_platform.domain.guards import Circumstances
from contract_platform.domain.lifecycle import AUTOMATIC, LIFECYCLE
from contract_platform.domain.machine import Transition
from contract_platform.domain.people import SYSTEM_ACTOR, Actor
from contract_platform.domain.signing_guards import advice_settled
from contract_platform.domain.vocabulary import Role, State, SuspensionReason

RECALL = "recall"
SHOWN = (
    *("reviewer_id", "unit_ids", "items", "conclusion", "passed", "deferred", "purpose"),
    *("minutes_version_id", "sealed_on", "seals", "copies"),
)
"""What the trace keeps of a command beside the reason; texts and names stay in their own records."""


def act_on_contract(
    platform: Platform,
    actor: Actor,
    contract_id: str,
    command: ContractCommand,
    *,
    revision: int,
    idempotency_key: str | None = None,
) -> ContractDetail:
    """Do it, or ``Refused`` with every reason, ``Forbidden`` for another's act, ``Conflict`` for a stale page."""

    def done() -> ContractDetail:
        contract = visible_contract(uow, actor, contract_id)
        permit(actor, "contract.act", contract)
        expect_revision(contract, revision)
        acted = act(uow, platform, actor, contract, command)
        if failed:  # whoever may not archive at all has been told so by now
            raise Refused("archive_unfit", checks=[one.check for one in failed])
        return detail(uow, platform, actor, acted)

    failed = unfit(platform, actor, contract_id) if isinstance(command, Archive) else ()
    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"contract.act/{contract_id}", idempotency_key, ContractDetail, done)


def act(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, command: ContractCommand) -> Contract:
    """Follow the row of the table and whatever the system then does by itself."""
    action = str(command.__struct_config__.tag)
    if action not in LEAVING and quarantined(uow, contract):
        raise Refused("contract_quarantined")
    known = circumstances(uow, platform, contract, actor.person_id)
    facts = msgspec.structs.replace(known, **entered(uow, platform, actor, contract, command))
    role = role_for(actor, contract, action, facts)
    away = acted_for(actor, contract, "contract.act", role)
    facts = msgspec.structs.replace(facts, role=role, **hands(uow, platform, contract, actor.person_id, away))
    refuse_unsettled(contract, action, facts)
    row = LIFECYCLE.advance(contract.state, action, role, facts)
    if action not in LEAVING:
        refuse_unless_free(uow, actor, contract, CONTRACT, contract.id, action, role)
    contract = follow(uow, platform, actor, contract, row, role or Role.SYSTEM, command, acted_for=away)
    return settle(uow, platform, contract)


def refuse_unsettled(contract: Contract, action: str, facts: Circumstances) -> None:
    """Who asks to sign while an amendment that must be made is neither made nor ruled on is told so, wherever it is."""
    if action in {"use_seal", "sign"} and not LIFECYCLE.rows(contract.state, action):
        reason = advice_settled(facts)
        if reason is not None:
            raise Refused("action_refused", action=action, reasons=(reason,))


def role_for(actor: Actor, contract: Contract, action: str, facts: Circumstances) -> Role | None:
    """In which of the row's roles the person can act here."""
    row = LIFECYCLE.branch(contract.state, action, facts)
    held = acting_roles(actor, contract, "contract.act")
    return next((role for role in row.roles if role in held), None) if row else None


def follow(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    row: Transition,
    role: Role,
    command: ContractCommand | None = None,
    *,
    acted_for: str | None = None,
) -> Contract:
    """Leave a state for the next: effects, clocks, the decision, the trace and the next task in one commit."""
    source, target, current_round = contract.state, State(row.target), contract.round
    act_ = Act(uow, platform, actor, command)
    back = row.action == RECALL
    if row.action in EFFECTS:
        contract = EFFECTS[row.action](act_, contract)
    if back:
        contract = take_back(contract, target)
    contract = msgspec.structs.replace(contract, state=target, updated_at=platform.clock.now())
    if target in ENTERING and target != source and not back:
        contract = ENTERING[target](act_, contract)
    contract = move_clocks(uow, platform, contract, target, stopping(command), back=back)
    reason = command.reason.strip() if command else ""
    contract = uow.contracts.save(contract)
    if role is not Role.SYSTEM:
        decided = Decision(
            id=platform.new_id(),
            contract_id=contract.id,
            round=current_round,
            action=row.action,
            source=source,
            target=target,
            person_id=actor.person_id,
            role=role,
            at=platform.clock.now(),
            reason=reason,
            acted_for=acted_for,
            minutes_version_id=getattr(command, "minutes_version_id", None),
        )
        uow.decisions.add(decided)
    data = {"from": source, "to": target, "reason": reason, **shown(command)}
    type_ = f"contract.{row.action}"
    about = {"object_id": contract.id, "contract_id": contract.id}
    record(uow, platform, actor, type_, **about, role=role, acted_for=acted_for, data=data)
    retask(uow, platform, actor, contract)
    keep_statements(uow, platform, actor, contract)
    retask_urgency(uow, platform, actor, contract)
    issue_of_act(uow, platform, actor, contract, source, said(platform, actor, row, command))
    return contract


def said(platform: Platform, actor: Actor, row: Transition, command: ContractCommand | None) -> Said:
    """The act as the documents that it issues tell it."""
    return Said(
        action=row.action,
        by=actor.person_id,
        at=platform.clock.now(),
        reason=command.reason.strip() if command else "",
        items=command.items if isinstance(command, RequestSupplement) else (),
    )


def stopping(command: ContractCommand | None) -> SuspensionReason | None:
    """The reason for which an act lets others wait."""
    match command:
        case Consult():
            return SuspensionReason(command.purpose)
        case RequestSupplement():
            return SuspensionReason.SUPPLEMENT
        case _:
            return None


def settle(uow: UnitOfWork, platform: Platform, contract: Contract) -> Contract:
    """Take the acts that are the system's own as soon as their state is entered."""
    known = circumstances(uow, platform, contract, SYSTEM_ACTOR.person_id)
    for action in sorted(AUTOMATIC):
        row = LIFECYCLE.branch(contract.state, action, known)
        if row is not None:
            return settle(uow, platform, follow(uow, platform, SYSTEM_ACTOR, contract, row, Role.SYSTEM))
    return contract


def shown(command: ContractCommand | None) -> dict[str, object]:
    """The part of a command that the trace shows, as plain JSON values."""
    given = msgspec.to_builtins(command) if command else {}
    return {name: len(given[name]) if name == "items" else given[name] for name in SHOWN if given.get(name) is not None}
