"""Somebody who compared the texts says that the signed copy differs, and what differs."""

from typing import Annotated, Any

import msgspec

from contract_platform.application.circumstances import has_signed_copy
from contract_platform.application.deviations import known_deviations
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.once import once
from contract_platform.application.permit import permit_as
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_contract import detail
from contract_platform.application.tasks_of_contract import retask_deviations
from contract_platform.application.trace import record
from contract_platform.application.views import ContractDetail
from contract_platform.domain.contract import Contract
from contract_platform.domain.deviation import Deviation, Difference
from contract_platform.domain.errors import Invalid, Refused
from contract_platform.domain.people import Actor

Differences = Annotated[tuple[Difference, ...], msgspec.Meta(min_length=1, max_length=50)]


class NewDeviation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What differs, one entry a difference."""

    differences: Differences


def state_deviation(
    platform: Platform,
    actor: Actor,
    contract_id: str,
    new: NewDeviation,
    *,
    revision: int,
    idempotency_key: str | None = None,
) -> ContractDetail:
    """Keep what differs: from now on the copy is neither confirmed nor signed nor filed."""

    def done() -> ContractDetail:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, "deviation.create", contract)
        expect_revision(contract, revision)
        return detail(uow, platform, actor, state(uow, platform, actor, contract, new.differences, standing))

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"deviation.create/{contract_id}", idempotency_key, ContractDetail, done)


def state(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    differences: tuple[Difference, ...],
    standing: dict[str, Any],
) -> Contract:
    """The statement about the copy and the text that count now."""
    if contract.signed_version_id is None or not has_signed_copy(uow, contract):
        raise Refused("signed_copy_missing")
    if contract.approved_version_id is None:
        raise Refused("reviewed_text_missing")
    if any(not (one.reviewed.strip() or one.signed.strip()) for one in differences):
        raise Invalid("difference_unsaid")
    version = uow.versions.get(contract.signed_version_id)
    deviation = Deviation(
        id=platform.new_id(),
        contract_id=contract.id,
        version_id=version.id,
        sha256=version.sha256,
        reviewed_version_id=contract.approved_version_id,
        differences=differences,
        stated_by=actor.person_id,
        stated_at=platform.clock.now(),
    )
    uow.deviations.add(deviation)
    contract = uow.contracts.save(msgspec.structs.replace(contract, updated_at=platform.clock.now()))
    data = {"version": version.id, "kinds": [one.kind for one in differences]}
    record(
        uow,
        platform,
        actor,
        "deviation.stated",
        object_id=deviation.id,
        contract_id=contract.id,
        data=data,
        **standing,
    )
    retask_deviations(uow, platform, actor, contract, known_deviations(uow, contract))
    return contract
