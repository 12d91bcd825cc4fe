"""Contracts that may be the same as one about to be sent: shown only as far as the reader sees them."""

from datetime import UTC, datetime, time, timedelta

from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import Likeness, SimilarRow
from contract_platform.application.shown import masked
from contract_platform.application.submission_views import DuplicateView
from contract_platform.domain.contract import Contract, Party
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor
from contract_platform.domain.relations import scope_of
from contract_platform.domain.vocabulary import DocumentKind


def find_duplicates(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> tuple[DuplicateView, ...]:
    """Others with the same file, the same name and counterparty, or the same counterparty and amount."""
    days = profile_of(platform, contract).duplicates.days
    first = platform.clock.today() - timedelta(days=days)
    wanted = Likeness(
        contract_id=contract.id,
        hashes=draft_hashes(uow, contract),
        name=contract.name,
        amount_fen=contract.amount_fen,
        since=datetime.combine(first, time(), UTC),
    )
    rows = platform.queries.similar(scope_of(actor), wanted)
    return tuple(masked(shown_row(row, why)) for row in rows if (why := why_alike(contract, row, days)))


def draft_hashes(uow: UnitOfWork, contract: Contract) -> tuple[str, ...]:
    """The hashes of every version of the draft."""
    drafts = {one.id for one in uow.documents.find(contract_id=contract.id, kind=DocumentKind.DRAFT)}
    return tuple({one.sha256 for one in uow.versions.find(contract_id=contract.id) if one.document_id in drafts})


def why_alike(contract: Contract, row: SimilarRow, days: int) -> tuple[Reason, ...]:
    """What the two share; contracts of one family share much on purpose, but never the file."""
    found = [Reason(code="same_file")] if row.same_file else []
    family = {contract.parent_id, row.parent_id} & {contract.id, row.id}
    siblings = contract.parent_id is not None and contract.parent_id == row.parent_id
    if family or siblings or not names(contract.parties) & names(row.parties):
        return tuple(found)
    if row.name == contract.name:
        found.append(Reason(code="same_name_and_party"))
    elif row.amount_fen is not None and row.amount_fen == contract.amount_fen:
        found.append(Reason(code="same_party_and_amount", params={"days": days}))
    return tuple(found)


def names(parties: tuple[Party, ...]) -> frozenset[str]:
    """The other side by name and by code."""
    others = (party for party in parties if party.side != "gov")
    return frozenset(text for party in others for text in (party.name, party.uscc) if text)


def shown_row(row: SimilarRow, why: tuple[Reason, ...]) -> DuplicateView:
    """A row with what it shares; parties stay out."""
    return DuplicateView(
        id=row.id,
        name=row.name,
        state=row.state,
        handling_unit=row.handling_unit,
        contract_no=row.contract_no,
        amount_fen=row.amount_fen,
        created_at=row.created_at,
        why=why,
    )
