"""Keyset pages: a cursor is the sort value and the id of the last row, so no row is skipped or shown twice."""

import base64
import binascii
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from contract_platform.domain.errors import Invalid

CAP = 1000


class Sort(msgspec.Struct, frozen=True, kw_only=True):
    """One order: a column, a unique tie-breaker, the direction. Rows without a value come last."""

    column: sa.ColumnElement[Any]
    tie: sa.ColumnElement[str]
    descending: bool
    kind: type[int | str | date | datetime]
    nullable: bool = True


def encode(value: Any, tie: str) -> str:
    """The cursor behind a row."""
    return base64.urlsafe_b64encode(msgspec.json.encode((value, tie))).decode().rstrip("=")


def decode(cursor: str, kind: Any) -> tuple[Any, str]:
    """The place of a cursor; ``Invalid`` for one that we did not make."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        place: tuple[Any, str] = msgspec.json.decode(raw, type=tuple[kind | None, str])
    except (binascii.Error, ValueError, msgspec.DecodeError) as error:
        raise Invalid("bad_cursor") from error
    return place


def behind(sort: Sort, cursor: str) -> sa.ColumnElement[bool]:
    """Rows that come after the cursor in this order."""
    value, tie = decode(cursor, sort.kind)
    tied = sort.tie < tie if sort.descending else sort.tie > tie
    if value is None:
        return sa.and_(sort.column.is_(None), tied)
    further = sort.column < value if sort.descending else sort.column > value
    later = sa.or_(further, sa.and_(sort.column == value, tied))
    return sa.or_(later, sort.column.is_(None)) if sort.nullable else later


def page(
    connection: Connection, chosen: sa.Select[Any], sort: Sort, *, after: str | None, limit: int,
    place: Callable[[Row[Any]], Any],
) -> tuple[list[Row[Any]], str | None, int, bool]:  # fmt: skip
    """The rows, the next cursor, and the total up to the cap with whether it was capped."""
    counted = sa.select(sa.func.count()).select_from(chosen.with_only_columns(sort.tie).limit(CAP + 1).subquery())
    total = connection.scalar(counted) or 0
    direction = sa.desc if sort.descending else sa.asc
    first = direction(sort.column)
    # asking for empty values last keeps an engine from walking an index, so it is asked only where there are any
    ordered = chosen.order_by(first.nulls_last() if sort.nullable else first, direction(sort.tie)).limit(limit + 1)
    rows = list(connection.execute(ordered if after is None else ordered.where(behind(sort, after))).all())
    cursor = encode(place(rows[limit - 1]), rows[limit - 1].id) if len(rows) > limit else None
    return rows[:limit], cursor, min(total, CAP), total > CAP
