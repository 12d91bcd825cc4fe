"""What happens to contracts of the world under test after their signature."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.dispute import Dispute
from contract_platform.domain.family import Amendment
from contract_platform.domain.performance_vocabulary import DisputeNature, DisputePosition, DisputeState
from contract_platform.domain.vocabulary import ContractRelation, MoneyEffect, State


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
