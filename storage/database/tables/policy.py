"""Versions of the policy while they are written, and what they would have changed."""

from typing import Any

import sqlalchemy as sa

from contract_platform.policy.replay import ReplayRow
from storage.database.tables.metadata import code, instant, key, metadata, reference, required, revision, words
from storage.database.types import Json

policy_drafts = sa.Table(
    "policy_drafts",
    metadata,
    key(),
    revision(),
    code("profile"),
    code("base"),
    required("content", Json(dict[str, Any])),
    reference("created_by", "people"),
    instant("created_at"),
    instant("updated_at"),
    sa.Column("effective_from", sa.Date),
    words("basis"),
    sa.Index(None, "profile"),
)
policy_replays = sa.Table(
    "policy_replays",
    metadata,
    key(),
    code("digest"),
    reference("person_id", "people"),
    instant("at"),
    required("since", sa.Date),
    required("considered", sa.Integer),
    required("changed", sa.Integer),
    required("counts", Json(dict[str, int])),
    sa.Index(None, "person_id", "digest"),
)
policy_replay_rows = sa.Table(
    "policy_replay_rows",
    metadata,
    sa.Column("id", sa.String(64), sa.ForeignKey("policy_replays.id"), primary_key=True),
    required("rows", Json(tuple[ReplayRow, ...])),
)
