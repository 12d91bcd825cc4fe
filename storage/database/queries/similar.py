"""Contracts that look like another one."""

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from contract_platform.application.queries import Likeness, SimilarRow
from contract_platform.domain.relations import Scope
from contract_platform.domain.vocabulary import DocumentKind, State
from storage.database.queries.scope import in_scope
from storage.database.tables.contracts import contracts
from storage.database.tables.documents import documents, versions
from storage.database.tables.people import units

MOST = 200  # rows looked at
GONE = (State.WITHDRAWN, State.ABANDONED, State.NOT_ACCEPTED)
TEXTS = (DocumentKind.DRAFT, DocumentKind.SIGNED)
c = contracts.c


def similar(connection: Connection, scope: Scope, wanted: Likeness) -> tuple[SimilarRow, ...]:
    """Those in scope, newest first."""
    texts = versions.join(documents, documents.c.id == versions.c.document_id)
    sharing = (
        sa.select(versions.c.contract_id)
        .select_from(texts)
        .where(versions.c.sha256.in_(wanted.hashes), documents.c.kind.in_(TEXTS))
    )
    same_file = c.id.in_(sharing)
    of_the_unit = sa.and_(c.handling_unit_id == wanted.unit_id, c.created_at >= wanted.since)
    likely = [same_file, c.name == wanted.name, of_the_unit]
    if wanted.amount_fen is not None:
        likely.append(sa.and_(c.amount_fen == wanted.amount_fen, c.created_at >= wanted.since))
    chosen = (
        sa.select(
            c.id, c.name, c.state, units.c.short_name.label("handling_unit"), c.contract_no, c.amount_fen,
            c.created_at, c.parent_id, c.parties, c.draft_version_id, same_file.label("same_file"),
        )
        .select_from(contracts.join(units, units.c.id == c.handling_unit_id))
        .where(in_scope(scope), c.id != wanted.contract_id, c.state.not_in(GONE), sa.or_(*likely))
        .order_by(c.created_at.desc(), c.id.desc())
        .limit(MOST)
    )  # fmt: skip
    return tuple(msgspec.convert(row, SimilarRow, from_attributes=True) for row in connection.execute(chosen))
