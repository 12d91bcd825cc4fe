"""What can tell about a person is sealed: its columns hold bytes, and rows that are there are sealed in place."""

import re
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import context, op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

SEALED = {
    "contracts": ("parties",),
    "decisions": ("reason",),
    "opinions": ("body", "items", "adoption"),
    "signings": ("signatures",),
    "analyses": ("search_text", "body"),
    "verdicts": ("reason",),
    "remarks": ("selector", "text", "replies"),
    "filings": ("note",),
    "obligations": ("content", "condition", "note"),
    "alerts": ("title", "disposal"),
    "responses": ("body",),
}
KEYS = {"responses": ("person_id", "operation", "key")}


def upgrade() -> None:
    """Change the types, then seal row by row."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        retype_on_sqlite(connection)
    else:
        for table, name in plain_columns():
            op.alter_column(table, name, type_=sa.LargeBinary(), postgresql_using=f"convert_to({name}, 'UTF8')")
    for table, names in SEALED.items():
        seal(connection, table, names)


def plain_columns() -> Iterator[tuple[str, str]]:
    """The columns that held text; the others held bytes already."""
    for table, names in SEALED.items():
        held = {("analyses", "body"), ("responses", "body")}
        yield from ((table, name) for name in names if (table, name) not in held)


def retype_on_sqlite(connection: sa.Connection) -> None:
    """Write the types into the schema itself, as section 7 of the SQLite manual on ALTER TABLE allows.

    Making a table anew would delete its rows first, which foreign keys refuse; every value is written anew below.
    """
    schema = {row.name: row.sql for row in connection.execute(sa.text("SELECT name, sql FROM sqlite_master"))}
    version = int(connection.scalar(sa.text("PRAGMA schema_version")) or 0)
    connection.execute(sa.text("PRAGMA writable_schema = ON"))
    for table, name in plain_columns():
        schema[table], changed = re.subn(rf'(?m)^(\s*"?{name}"?) TEXT\b', r"\1 BLOB", schema[table])
        if changed != 1:
            raise RuntimeError(f"{table}.{name} is not as the migrations before made it")
    for table in SEALED:
        change = sa.text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = :name")
        connection.execute(change, {"sql": schema[table], "name": table})
    connection.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    connection.execute(sa.text("PRAGMA writable_schema = OFF"))


def seal(connection: sa.Connection, table: str, names: tuple[str, ...]) -> None:
    """Seal the rows of a table one by one: an analysis can be large."""
    keys = KEYS.get(table, ("id",))
    t = sa.table(table, *(sa.column(name) for name in keys), *(sa.column(name, sa.LargeBinary) for name in names))
    raw = [sa.type_coerce(t.c[name], sa.types.NullType()).label(name) for name in names]
    for place in connection.execute(sa.select(*(t.c[name] for name in keys))).all():
        here = [t.c[name] == value for name, value in zip(keys, place, strict=True)]
        row = connection.execute(sa.select(*raw).where(*here)).one()
        sealed = {name: sealed_value(f"{table}.{name}", getattr(row, name)) for name in names}
        connection.execute(sa.update(t).where(*here).values(sealed))


def sealed_value(place: str, plain: str | bytes) -> bytes:
    """One value under the installation's key."""
    sealer = context.config.attributes.get("sealer")
    if sealer is None:
        raise RuntimeError("this database holds rows to be sealed: migrate it with contract-platform migrate")
    return bytes(sealer.seal(place, plain.encode() if isinstance(plain, str) else bytes(plain)))
