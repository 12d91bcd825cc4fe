"""What was read in stored drafts, for counting and for trying rules; no reader's scope is applied here."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.application.queries import FindingBody, Reading
from contract_platform.domain.document import CLOSED
from contract_platform.domain.vocabulary import DocumentKind
from storage.database.tables.contracts import contracts
from storage.database.tables.documents import analyses, documents, versions

OPEN = versions.c.analysis_state.not_in(sorted(CLOSED))


def readings(connection: Connection, limit: int) -> tuple[Reading, ...]:
    """The newest readings of drafts, those of earlier versions too."""
    v = versions.c
    found = (
        sa.select(v.contract_id, v.analysis_id, (v.id == contracts.c.draft_version_id).label("current"))
        .select_from(
            versions.join(documents, documents.c.id == v.document_id).join(contracts, contracts.c.id == v.contract_id)
        )
        .where(v.analysis_id.is_not(None), OPEN, documents.c.kind == DocumentKind.DRAFT)
        .order_by(v.id.desc())
        .limit(limit)
    )
    rows = connection.execute(found)
    return tuple(Reading(contract_id=a, analysis_id=b, current=bool(current)) for a, b, current in rows)


def finding_bodies(connection: Connection, ids: tuple[str, ...]) -> tuple[FindingBody, ...]:
    """The bodies of some analyses, without their layout."""
    a = analyses.c
    rows = connection.execute(sa.select(a.id, a.body).where(a.id.in_(ids)))
    return tuple(FindingBody(id=row.id, body=row.body) for row in rows)


def drafted(connection: Connection, after: str | None, limit: int) -> tuple[str, ...]:
    """Contracts with a draft, newest first, behind one of them."""
    c = contracts.c
    found = sa.select(c.id).where(c.draft_version_id.is_not(None)).order_by(c.id.desc()).limit(limit)
    return tuple(connection.scalars(found if after is None else found.where(c.id < after)))
