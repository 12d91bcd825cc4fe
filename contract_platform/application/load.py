"""Loading what an actor may see; everything else does not exist for them."""

from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import Document, Version
from contract_platform.domain.errors import Conflict, NotFound, Refused
from contract_platform.domain.people import Actor
from contract_platform.domain.records import Root
from contract_platform.domain.relations import scope_of
from contract_platform.domain.vocabulary import AnalysisState


def visible_contract(uow: UnitOfWork, actor: Actor, contract_id: str) -> Contract:
    """The contract, or ``NotFound`` when there is none in the actor's scope."""
    contract = uow.contracts.get(contract_id)
    if not scope_of(actor).sees(contract):
        raise NotFound("contract_not_found", id=contract_id)
    return contract


def visible_version(uow: UnitOfWork, actor: Actor, version_id: str) -> tuple[Contract, Document, Version]:
    """A version with its document and contract, under the contract's visibility."""
    version = uow.versions.get(version_id)
    contract = visible_contract(uow, actor, version.contract_id)
    return contract, uow.documents.get(version.document_id), version


def open_version(uow: UnitOfWork, actor: Actor, version_id: str) -> tuple[Contract, Document, Version]:
    """The same for reading what is in it; ``Refused`` where a secrecy mark closed it to everybody."""
    found = visible_version(uow, actor, version_id)
    refuse_closed(found[2])
    return found


def refuse_closed(version: Version) -> None:
    """``Refused`` for a version that is set apart or erased."""
    if version.analysis_state == AnalysisState.QUARANTINED:
        raise Refused("version_quarantined")
    if version.analysis_state == AnalysisState.PURGED:
        raise Refused("version_purged")


def expect_revision(root: Root, revision: int) -> None:
    """``Conflict`` when the page showed an older state than the one about to be changed."""
    if root.revision != revision:
        raise Conflict("changed_meanwhile", id=root.id, expected=revision, actual=root.revision)
