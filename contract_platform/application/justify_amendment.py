"""The lawful ground on which supplements may add more than the law's cap: stated by the head of the unit, traced."""

import msgspec

from contract_platform.application.family_of_contract import amendment_of
from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.permit import permit_as
from contract_platform.application.ports import Platform
from contract_platform.application.read_family import FamilyView, family_view
from contract_platform.application.trace import record
from contract_platform.domain.errors import Invalid, NotFound, Refused
from contract_platform.domain.people import Actor


def justify_amendment(platform: Platform, actor: Actor, contract_id: str, basis: str, *, revision: int) -> FamilyView:
    """Record it while the supplement is not signed; the sum stays on the list of what passed the cap."""
    if not basis.strip():
        raise Invalid("basis_missing")
    with platform.unit_of_work() as uow:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, "amendment.justify", contract)
        expect_revision(contract, revision)
        amendment = amendment_of(uow, contract)
        if amendment is None:
            raise NotFound("amendment_not_found", id=contract_id)
        if contract.sign_date is not None:
            raise Refused("signed_already")
        stated = {
            "cap_basis": basis.strip(),
            "cap_basis_by": actor.person_id,
            "cap_basis_at": platform.clock.now(),
        }
        uow.amendments.save(msgspec.structs.replace(amendment, **stated))
        record(
            uow,
            platform,
            actor,
            "amendment.justified",
            object_id=amendment.id,
            contract_id=contract.id,
            **standing,
            data={"basis": basis.strip()},
        )
        return family_view(uow, platform, actor, contract)
