"""Fills in what the guards of the contract table look at."""

from contract_platform.application.policy_of_contract import routing_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_version import analysis_of
from contract_platform.domain import filing, obligation
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import Version
from contract_platform.domain.guards import Circumstances
from contract_platform.domain.opinion import Opinion
from contract_platform.domain.signing import Signing
from contract_platform.domain.vocabulary import ObligationState, Role


def circumstances(uow: UnitOfWork, platform: Platform, contract: Contract, actor_id: str) -> Circumstances:
    """Everything known about the contract; what a person enters is added by the act itself."""
    opinion = newest_opinion(uow, contract)
    draft = uow.versions.get(contract.draft_version_id) if contract.draft_version_id else None
    signing = current_signing(uow, contract)
    decisions = uow.decisions.find(contract_id=contract.id)
    return Circumstances(
        contract=contract,
        actor_id=actor_id,
        today=platform.clock.today(),
        tier=contract.tier or routing_of(uow, platform, contract).tier,
        earlier_roles=roles_taken(uow, contract.id, actor_id),
        draft_state=draft.analysis_state if draft else None,
        draft_since_opinion=revised_since(draft, opinion),
        unresolved_changes=unresolved_changes(uow, contract),
        opinion=opinion,
        extended=any(made.action == "extend" and made.round == contract.round for made in decisions),
        signed_copy=contract.signed_version_id is not None,
        confirmations=len(signing.confirmations) if signing else 0,
        open_obligations=open_obligations(uow, contract.id),
        open_filings=sum(f.state not in filing.ENDED for f in uow.filings.find(contract_id=contract.id)),
    )


def roles_taken(uow: UnitOfWork, contract_id: str, actor_id: str) -> frozenset[Role]:
    """The roles in which a person has acted on the contract."""
    return frozenset(made.role for made in uow.decisions.find(contract_id=contract_id, person_id=actor_id))


def newest_opinion(uow: UnitOfWork, contract: Contract) -> Opinion | None:
    """The opinion of the current round."""
    found = uow.opinions.find(contract_id=contract.id, round=contract.round)
    return max(found, key=lambda opinion: opinion.id, default=None)


def current_signing(uow: UnitOfWork, contract: Contract) -> Signing | None:
    """The signing of the signed copy that counts now."""
    if contract.signed_version_id is None:
        return None
    found = uow.signings.find(contract_id=contract.id, version_id=contract.signed_version_id)
    return found[-1] if found else None


def open_obligations(uow: UnitOfWork, contract_id: str) -> int:
    """Obligations that stand between the contract and its end; mere proposals do not."""
    settled = obligation.ENDED | {ObligationState.PROPOSED}
    return sum(one.state not in settled for one in uow.obligations.find(contract_id=contract_id))


def revised_since(draft: Version | None, opinion: Opinion | None) -> bool:
    """Whether a new draft came after the opinion."""
    if draft is None or opinion is None or opinion.issued_at is None:
        return False
    return draft.uploaded_at > opinion.issued_at


def unresolved_changes(uow: UnitOfWork, contract: Contract) -> int:
    """Tracked changes left in the approved text; asked only between approval and signature."""
    if contract.approved_version_id is None or contract.sign_date is not None:
        return 0
    analysis = analysis_of(uow, uow.versions.get(contract.approved_version_id))
    return len(analysis.document.revisions) if analysis else 0
