"""The trace, the outbox, idempotent responses and number series."""

import sqlalchemy as sa

from storage.database.tables.metadata import code, instant, key, loose, metadata, required, sealed, words
from storage.database.types import Serial

UNSEALED = sa.text("seq IS NULL")

events = sa.Table(
    "events",
    metadata,
    sa.Column("position", Serial, primary_key=True, autoincrement=True),
    required("xid", sa.BigInteger),  # PostgreSQL's transaction id, 0 on SQLite; see storage/database/trace.py
    sa.Column("id", sa.String(64), nullable=False, unique=True),
    code("type"),
    required("schema_version", sa.Integer),
    code("actor"),
    loose("post"),
    code("role", optional=True),
    loose("acted_for"),
    code("session"),
    code("address"),
    code("object_type"),
    code("object_id"),
    loose("contract_id"),
    instant("event_time"),
    instant("recorded_at"),
    required("data", sa.LargeBinary),
    sa.Column("seq", sa.BigInteger, unique=True),
    sa.Column("prior", sa.BigInteger),
    code("hash", optional=True),
    sa.Index(None, "contract_id"),
    sa.Index(None, "xid", "position"),
    sa.Index(None, "type"),
    sa.Index(None, "actor"),
    # what waits for its place in the chain: few rows, however long the trace
    sa.Index("ix_events_unsealed", "xid", "position", sqlite_where=UNSEALED, postgresql_where=UNSEALED),
)
jobs = sa.Table(
    "jobs",
    metadata,
    key(),
    code("name"),
    code("key"),
    code("lane"),
    required("body", sa.LargeBinary),
    code("state"),
    instant("run_at"),
    required("attempts", sa.Integer),
    required("failures", sa.Integer),
    instant("lease_until", optional=True),
    words("error"),
    instant("finished_at", optional=True),
    sa.Index(None, "lane", "state", "run_at"),
    sa.Index(None, "name", "key"),
)
responses = sa.Table(
    "responses",
    metadata,
    sa.Column("person_id", sa.String(64), primary_key=True),
    sa.Column("operation", sa.String(200), primary_key=True),
    sa.Column("key", sa.String(200), primary_key=True),
    required("status", sa.Integer),
    sealed("responses", "body", bytes),
    instant("at"),
)
numbers = sa.Table(
    "numbers", metadata, sa.Column("series", sa.String(200), primary_key=True), required("last", sa.Integer)
)
