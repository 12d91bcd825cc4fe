"""Two people state that the signed copy equals the approved text; the hash is recorded and gates nothing."""

import msgspec

from contract_platform.application.circumstances import current_signing
from contract_platform.application.deviations import refuse_deviating
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.once import once
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_contract import detail
from contract_platform.application.signing_views import can_confirm
from contract_platform.application.trace import record
from contract_platform.application.views import ContractDetail
from contract_platform.domain.access import acted_for
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Refused
from contract_platform.domain.people import Actor
from contract_platform.domain.signing import Confirmation, PartySignature, Signing
from contract_platform.domain.vocabulary import Role


def confirm_signing(
    platform: Platform, actor: Actor, contract_id: str, *, revision: int, idempotency_key: str | None = None
) -> ContractDetail:
    """Add the actor's confirmation to the signed copy that counts now; each person confirms once."""

    def done() -> ContractDetail:
        contract = visible_contract(uow, actor, contract_id)
        role = permit(actor, "signing.confirm", contract)
        expect_revision(contract, revision)
        return detail(uow, platform, actor, confirm(uow, platform, actor, contract, role))

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"signing.confirm/{contract_id}", idempotency_key, ContractDetail, done)


def confirm(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, role: Role) -> Contract:
    """Record the confirmation; the first one opens the signing of this copy."""
    if contract.signed_version_id is None:
        raise Refused("signed_copy_missing")
    refuse_deviating(uow, contract)
    signing = current_signing(uow, contract)
    if not can_confirm(uow, actor, contract, signing):
        raise Refused("confirmation_not_possible")
    away = acted_for(actor, contract, "signing.confirm", role)
    mine = Confirmation(person_id=actor.person_id, at=platform.clock.now(), acted_for=away)
    version = uow.versions.get(contract.signed_version_id)
    if signing is None:
        opened = Signing(
            id=platform.new_id(),
            contract_id=contract.id,
            version_id=version.id,
            sha256=version.sha256,
            reviewed_version_id=contract.approved_version_id,
            signatures=signatures_so_far(uow, contract),
            confirmations=(mine,),
        )
        uow.signings.add(opened)
    else:
        uow.signings.save(msgspec.structs.replace(signing, confirmations=(*signing.confirmations, mine)))
    contract = uow.contracts.save(msgspec.structs.replace(contract, updated_at=platform.clock.now()))
    data = {"version": version.id, "sha256": version.sha256}
    about = {"object_id": contract.id, "contract_id": contract.id}
    record(uow, platform, actor, "signing.confirmed", **about, role=role, acted_for=away, data=data)
    return contract


def signatures_so_far(uow: UnitOfWork, contract: Contract) -> tuple[PartySignature, ...]:
    """Of a contract that is signed already: who signed; another copy of it changes nothing about that."""
    earlier = [one.signatures for one in uow.signings.find(contract_id=contract.id) if one.signatures]
    return earlier[-1] if earlier and contract.sign_date is not None else ()
