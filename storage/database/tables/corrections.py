"""Corrections of formal facts."""

import sqlalchemy as sa

from contract_platform.domain.correction import MovedDeadline
from storage.database.tables.metadata import code, instant, key, loose, metadata, reference, required, revision, sealed
from storage.database.types import Json

corrections = sa.Table(
    "corrections",
    metadata,
    key(),
    revision(),
    reference("contract_id", "contracts"),
    code("fact"),
    sealed("corrections", "subject_id"),
    sealed("corrections", "before"),
    sealed("corrections", "after"),
    sealed("corrections", "reason"),
    loose("evidence_version_id"),
    code("state"),
    reference("asked_by", "people"),
    code("asked_as"),
    instant("asked_at"),
    required("of_bureau", sa.Boolean),
    loose("asked_for"),
    reference("decided_by", "people", optional=True),
    loose("decided_for"),
    instant("decided_at", optional=True),
    sealed("corrections", "note"),
    required("moved", Json(tuple[MovedDeadline, ...])),
    sa.Index(None, "contract_id"),
)
