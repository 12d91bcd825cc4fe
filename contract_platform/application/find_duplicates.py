"""Contracts that may be the same as one about to be sent: shown only as far as the reader sees them."""

import re
from datetime import UTC, datetime, time, timedelta

from rapidfuzz import fuzz

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
from contract_platform.policy.values import LookBack

_NUMBERS = re.compile(r"[\d〇零一二三四五六七八九十年月第期次()（）-]+")
WORTH_COMPARING = 60  # per cent of the name
LONGEST = 60_000  # characters of a text that are compared
TEXTS = 10  # most likely contracts whose texts are compared
Rows = tuple[SimilarRow, ...]


def similar_rows(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> Rows:
    """The contracts in the reader's sight that another one is compared with."""
    wanted = Likeness(
        contract_id=contract.id,
        unit_id=contract.handling_unit_id,
        hashes=draft_hashes(uow, contract),
        name=contract.name,
        amount_fen=contract.amount_fen,
        since=looked_back_to(platform, contract),
    )
    return platform.queries.similar(scope_of(actor), wanted)


def looked_back_to(platform: Platform, contract: Contract) -> datetime:
    """The first instant of the period the profile looks back on."""
    first = platform.clock.today() - timedelta(days=profile_of(platform, contract).duplicates.days)
    return datetime.combine(first, time(), UTC)


def find_duplicates(uow: UnitOfWork, platform: Platform, contract: Contract, rows: Rows) -> tuple[DuplicateView, ...]:
    """Others with the same file, the same counterparty and name, subject or amount, or nearly the same text."""
    asked = profile_of(platform, contract).duplicates
    found = [(row, why_alike(contract, row, asked)) for row in rows]
    near = [row for row, why in found if not why and related(contract, row) is None and may_share_text(contract, row)]
    texts = like_texts(uow, contract, near[:TEXTS], asked.text_percent)
    named = [(row, why or texts.get(row.id, ())) for row, why in found]
    return tuple(masked(shown_row(row, why)) for row, why in named if why)


def draft_hashes(uow: UnitOfWork, contract: Contract) -> tuple[str, ...]:
    """The hashes of every version of the draft."""
    drafts = {one.id for one in uow.documents.find(contract_id=contract.id, kind=DocumentKind.DRAFT)}
    return tuple({one.sha256 for one in uow.versions.find(contract_id=contract.id) if one.document_id in drafts})


def why_alike(contract: Contract, row: SimilarRow, asked: LookBack) -> tuple[Reason, ...]:
    """What the two share; contracts of one family share much on purpose, but never the file."""
    found = [Reason(code="same_file")] if row.same_file else []
    if related(contract, row) or not names(contract.parties) & names(row.parties):
        return tuple(found)
    if row.name == contract.name:
        found.append(Reason(code="same_name_and_party"))
    elif row.amount_fen is not None and row.amount_fen == contract.amount_fen:
        found.append(Reason(code="same_party_and_amount", params={"days": asked.days}))
    elif alike(contract.name, row.name) >= asked.name_percent:
        found.append(Reason(code="same_party_and_subject", params={"days": asked.days}))
    return tuple(found)


def related(contract: Contract, row: SimilarRow) -> str | None:
    """The contract that holds both in one family."""
    if row.parent_id is not None and row.parent_id in {contract.id, contract.parent_id}:
        return row.parent_id
    return row.id if row.id == contract.parent_id else None


def alike(name: str, other: str) -> float:
    """How far two names agree, years and numbers aside, in per cent."""
    return fuzz.ratio(_NUMBERS.sub("", name), _NUMBERS.sub("", other))


def may_share_text(contract: Contract, row: SimilarRow) -> bool:
    """Whether it is worth comparing the texts."""
    return bool(row.draft_version_id) and bool(
        names(contract.parties) & names(row.parties) or alike(contract.name, row.name) >= WORTH_COMPARING
    )


def like_texts(
    uow: UnitOfWork, contract: Contract, rows: list[SimilarRow], percent: int
) -> dict[str, tuple[Reason, ...]]:
    """Of the contracts whose text is nearly this one's, by how much it is the same."""
    own = text_of(uow, contract.draft_version_id)
    found: dict[str, tuple[Reason, ...]] = {}
    for row in rows if own else ():
        share = fuzz.ratio(own, text_of(uow, row.draft_version_id), score_cutoff=percent)
        if share:
            found[row.id] = (Reason(code="alike_text", params={"percent": round(share)}),)
    return found


def text_of(uow: UnitOfWork, version_id: str | None) -> str:
    """The text of a draft that was read; empty where there is none."""
    version = uow.versions.get(version_id) if version_id else None
    return uow.analyses.get(version.analysis_id).search_text[:LONGEST] if version and version.analysis_id else ""


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
