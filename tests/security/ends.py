"""What happens to contracts of the world under test after their signature."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.dispute import Dispute
from contract_platform.domain.ends import Settlement
from contract_platform.domain.family import Amendment
from contract_platform.domain.performance_vocabulary import (
    DisputeNature,
    DisputePosition,
    DisputeState,
    RescissionGround,
    SettlementState,
)
from contract_platform.domain.vocabulary import ContractRelation, MoneyEffect, State

LEASE, SUPPLEMENT = "LEASE", "SUPPLEMENT"
"""Stages that are more than a state: the unit lets something, or adds to an earlier contract."""


def varied(uow: UnitOfWork, stage: str, contract: Contract, earlier: Iterable[Contract]) -> Contract:
    """The contract as a stage that is more than a state wants it."""
    if stage == SUPPLEMENT:
        amend(uow, contract, earlier)
    return let(uow, contract) if stage == LEASE else contract


def ends(uow: UnitOfWork, now: datetime, contract: Contract, mark: str, *, settled: bool) -> dict[str, str]:
    """A dispute and a settlement."""
    return {
        **settlement(uow, now, contract, mark, settled=settled),
        **dispute(uow, now, contract, mark, settled=settled),
    }


def let(uow: UnitOfWork, contract: Contract) -> Contract:
    """The unit is the landlord, and the term ends."""
    leased = msgspec.structs.replace(contract, rule_class="ASSET_LEASE", term_end=contract.created_at.date())
    return uow.contracts.save(leased)


def amend(uow: UnitOfWork, contract: Contract, earlier: Iterable[Contract]) -> None:
    """The contract adds to an earlier one of the same unit that is being performed."""
    unit = contract.handling_unit_id
    original = next(one for one in earlier if one.state is State.PERFORMING and one.handling_unit_id == unit)
    relation = ContractRelation.SUPPLEMENT
    uow.contracts.save(msgspec.structs.replace(contract, parent_id=original.id, relation=relation))
    uow.amendments.add(
        Amendment(
            id=f"{contract.id}-amendment",
            contract_id=contract.id,
            parent_id=original.id,
            relation=relation,
            money=MoneyEffect.ADDS,
            created_by=contract.handler_id,
            created_at=contract.created_at,
            reason="数量增加",
            clauses="第二条",
            bearing="其余不变",
        )
    )


def dispute(uow: UnitOfWork, now: datetime, contract: Contract, mark: str, *, settled: bool) -> dict[str, str]:
    """One dispute over the contract."""
    made = Dispute(
        id=f"{contract.id}-dispute",
        contract_id=contract.id,
        state=DisputeState.RESOLVED if settled else DisputeState.OPEN,
        title=f"争议{mark}",
        cause=f"拖欠{mark}",
        opponent=f"清和{mark}公司",
        nature=DisputeNature.CIVIL,
        position=DisputePosition.CLAIMANT,
        opened_by=contract.handler_id,
        opened_at=now,
    )
    uow.disputes.add(made)
    return {f"dispute_id/{DisputeState.OPEN}": made.id}


def settlement(uow: UnitOfWork, now: datetime, contract: Contract, mark: str, *, settled: bool) -> dict[str, str]:
    """One settlement of the contract."""
    made = Settlement(
        id=f"{contract.id}-s",
        contract_id=contract.id,
        cause="rescind",
        ground=RescissionGround.STATUTORY,
        ended_on=now.date(),
        state=SettlementState.CLOSED if settled else SettlementState.OPEN,
        opened_at=now,
        terms=f"结算{mark}",
    )
    uow.settlements.add(made)
    return {f"settlement_id/{SettlementState.OPEN}": made.id}
