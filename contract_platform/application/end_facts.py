"""How a contract stands to its end, as the guards of the contract table ask."""

from datetime import date

from msgspec.structs import replace

from contract_platform.application.commands import Complete, ContractCommand, RecordJudgment, Rescind, Suspend
from contract_platform.application.family_of_contract import family_under
from contract_platform.application.own_file import check_proof
from contract_platform.application.ports import UnitOfWork
from contract_platform.domain import alert
from contract_platform.domain import family as f
from contract_platform.domain.contract import Contract
from contract_platform.domain.end_guards import Ending, Standing
from contract_platform.domain.ends import TermEnd, is_lease
from contract_platform.domain.people import Actor
from contract_platform.domain.settlement import SETTLEMENT
from contract_platform.domain.vocabulary import AlertLevel, ContractRelation


def end_standing(uow: UnitOfWork, contract: Contract) -> Standing:
    """What is open before the contract may end, and what of its term was seen to."""
    settlements = uow.settlements.find(contract_id=contract.id)
    red = uow.alerts.find(contract_id=contract.id, level=AlertLevel.RED)
    return Standing(
        open_settlements=sum(one.state not in SETTLEMENT.terminal for one in settlements),
        red_alerts=sum(one.state not in alert.ENDED for one in red),
        lease=is_lease(contract),
        term_end_disposed=disposal(uow, contract) is not None,
        termination_signed=has_signed_termination(uow, contract),
    )


def disposal(uow: UnitOfWork, contract: Contract) -> TermEnd | None:
    """What was recorded about the end of the term as it stands now; None while nobody has seen to it."""
    until = term_end_of(uow, contract)
    found = [one for one in uow.term_ends.find(contract_id=contract.id) if one.term_end == until]
    return found[-1] if found else None


def term_end_of(uow: UnitOfWork, contract: Contract) -> date | None:
    """When the contract ends after all signed changes."""
    return f.term_end(family_under(uow, contract))


def has_signed_termination(uow: UnitOfWork, contract: Contract) -> bool:
    """Whether both sides have signed that the contract ends."""
    made = uow.amendments.find(parent_id=contract.id, relation=ContractRelation.TERMINATION)
    return any(uow.contracts.get(one.contract_id).sign_date is not None for one in made)


def ending(uow: UnitOfWork, actor: Actor, contract: Contract, command: ContractCommand) -> dict[str, object]:
    """What was entered with an act that ends or holds up the contract."""
    match command:
        case Complete():
            entered = Ending(day=command.accepted_on)
        case Suspend():
            entered = Ending(suspension=command.ground, day=command.from_on)
        case Rescind():
            entered = Ending(rescission=command.ground, day=command.ended_on)
        case RecordJudgment():
            entered = Ending(judgment=command.outcome, day=command.decided_on, forum=command.forum)
        case _:
            return {}
    proven = check_proof(uow, actor, contract, command.evidence_version_id)
    return {"ending": replace(entered, proven=proven)}
