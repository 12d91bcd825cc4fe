"""The one filter every query goes through: what a person may see, as SQL."""

import sqlalchemy as sa

from contract_platform.domain.relations import AT_BUREAU, IN_UNIT, Scope
from contract_platform.domain.vocabulary import State
from storage.database.tables.contracts import contracts


def in_scope(scope: Scope) -> sa.ColumnElement[bool]:
    """Contracts of the scope's units; the bureau's and the supervision's by how far they came."""
    c = contracts.c
    seen: list[sa.ColumnElement[bool]] = [c.handling_unit_id.in_(sorted(scope.unit_ids))]
    if scope.bureau:
        seen.append(sa.or_(c.state.in_(AT_BUREAU), c.review_no.is_not(None), c.sign_date.is_not(None)))
    if scope.all_units:
        drafts = sa.and_(c.state == State.WITHDRAWN, c.tier.is_(None))
        seen.append(sa.or_(sa.and_(c.state.not_in(IN_UNIT), sa.not_(drafts)), c.review_no.is_not(None)))
    if scope.forwarding:
        seen.append(c.state == State.FORWARDING)
    if scope.invited:
        seen.append(c.id.in_(sorted(scope.invited)))
    return sa.or_(*seen)
