"""Files set apart, as those see them who decide on them: enough to decide, nothing of what is in them."""

from datetime import datetime

from contract_platform.application.offers import offers
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.application.views import ActionView
from contract_platform.domain.access import acting_roles
from contract_platform.domain.people import Actor
from contract_platform.domain.quarantine import QUARANTINE, Quarantine, QuarantineCircumstances
from contract_platform.domain.vocabulary import DocumentKind, QuarantineState, Role

OPERATION = "quarantine.act"


class QuarantineView(View, frozen=True, kw_only=True):
    """A file set apart. ``contract_id`` is told to whoever sees the contract; ``marks`` stood on the file."""

    id: str
    revision: int
    contract_id: str | None
    unit: str
    kind: DocumentKind
    sha256: str
    size: int
    marks: tuple[str, ...]
    uploader: str
    uploaded_at: datetime
    found_at: datetime
    state: QuarantineState
    requester: str | None
    reason: str
    decider: str | None
    actions: tuple[ActionView, ...]


def roles_at(uow: UnitOfWork, actor: Actor, quarantine: Quarantine) -> frozenset[Role]:
    """In which roles the person decides here: the security administrator everywhere, a head in the own unit."""
    everywhere = actor.roles() & {Role.SEC_ADMIN}
    return everywhere | acting_roles(actor, uow.contracts.get(quarantine.contract_id), OPERATION)


def list_quarantines(platform: Platform, actor: Actor) -> tuple[QuarantineView, ...]:
    """Everything set apart that the person decides on, newest first."""
    with platform.reading() as uow:
        found = reversed(uow.quarantines.find())
        return tuple(view_of(uow, actor, one) for one in found if roles_at(uow, actor, one))


def view_of(uow: UnitOfWork, actor: Actor, quarantine: Quarantine) -> QuarantineView:
    """One file with the acts open to the reader."""
    contract = uow.contracts.get(quarantine.contract_id)
    version = uow.versions.get(quarantine.version_id)
    facts = QuarantineCircumstances(quarantine=quarantine, actor_id=actor.person_id)
    named = {one: uow.people.get(one).name for one in people_of(quarantine)}
    return QuarantineView(
        id=quarantine.id,
        revision=quarantine.revision,
        contract_id=contract.id if acting_roles(actor, contract, OPERATION) else None,
        unit=uow.units.get(contract.handling_unit_id).name,
        kind=uow.documents.get(version.document_id).kind,
        sha256=quarantine.sha256,
        size=quarantine.size,
        marks=quarantine.marks,
        uploader=named[quarantine.uploaded_by],
        uploaded_at=version.uploaded_at,
        found_at=quarantine.found_at,
        state=quarantine.state,
        requester=named.get(quarantine.requested_by or ""),
        reason=quarantine.reason,
        decider=named.get(quarantine.decided_by or ""),
        actions=offers(QUARANTINE, quarantine.state, roles_at(uow, actor, quarantine), lambda _role: facts),
    )


def people_of(quarantine: Quarantine) -> set[str]:
    """Everybody the record names."""
    named = (quarantine.uploaded_by, quarantine.requested_by, quarantine.decided_by)
    return {person for person in named if person}
