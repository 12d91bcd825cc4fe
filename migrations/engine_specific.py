"""What each database makes in its own way: the search index and the triggers that keep the trace as it was written."""

from alembic import op

SQLITE = (
    (
        "CREATE VIRTUAL TABLE search_index USING fts5(words, content='search_sections', content_rowid='id', "
        'tokenize="unicode61 remove_diacritics 0")'
    ),
    (
        "CREATE TRIGGER search_added AFTER INSERT ON search_sections BEGIN "
        "INSERT INTO search_index(rowid, words) VALUES (new.id, new.words); END"
    ),
    (
        "CREATE TRIGGER search_removed AFTER DELETE ON search_sections BEGIN "
        "INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id, old.words); END"
    ),
    (
        "CREATE TRIGGER search_kept BEFORE UPDATE ON search_sections BEGIN "
        "SELECT RAISE(ABORT, 'search sections are replaced, not updated'); END"
    ),
    (
        "CREATE TRIGGER events_kept BEFORE UPDATE ON events "
        "WHEN OLD.seq IS NOT NULL OR OLD.hash IS NOT NULL OR {changed} "
        "BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END"
    ),
    "CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END",
)
POSTGRESQL = (
    "CREATE INDEX search_index_words ON search_sections USING gin ((words::tsvector))",
    (
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the trace is append-only'; END $$"
    ),
    (
        "CREATE TRIGGER events_kept BEFORE UPDATE ON events FOR EACH ROW "
        "WHEN (OLD.seq IS NOT NULL OR OLD.hash IS NOT NULL OR {changed}) EXECUTE FUNCTION refuse_change()"
    ),
    "CREATE TRIGGER events_stay BEFORE DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    "CREATE TRIGGER events_all_stay BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
)
ENVELOPE = (
    "position", "xid", "id", "type", "schema_version", "actor", "post", "role", "acted_for", "session", "address",
    "object_type", "object_id", "contract_id", "event_time", "recorded_at", "data",
)  # fmt: skip


def make() -> None:
    """Make them; ``seq`` and ``hash`` of an event may be filled once, nothing else of it ever changes."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    differs = "IS NOT" if sqlite else "IS DISTINCT FROM"
    changed = " OR ".join(f'NEW."{name}" {differs} OLD."{name}"' for name in ENVELOPE)
    for statement in SQLITE if sqlite else POSTGRESQL:
        op.execute(statement.replace("{changed}", changed))
