"""The ledger: the platform's query beside the very same SQL through the bare driver."""

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bench.ledger_rows import fill
from bench.pairs import Bench, expect_equal
from contract_platform.application.queries import LedgerFilter, LedgerPage
from contract_platform.domain.relations import Scope
from contract_platform.domain.vocabulary import State
from storage.database.database import Database

LIMIT = 50
SHOWN = ("id", "name", "state", "amount_fen", "contract_no")
BUREAU = Scope(person_id="p00", unit_ids=frozenset(), bureau=True, all_units=False)
UNIT = Scope(person_id="p00", unit_ids=frozenset({"u03"}), bureau=False, all_units=False)
CASES = {
    "ledger_newest": (BUREAU, LedgerFilter()),
    "ledger_of_a_unit": (UNIT, LedgerFilter()),
    "ledger_performing_by_amount": (BUREAU, LedgerFilter(states=(State.PERFORMING,), sort="-amount")),
    "ledger_search": (BUREAU, LedgerFilter(text="道路养护")),
}
Statement = tuple[str, Any]


def benches(folder: Path, number: int) -> tuple[list[Bench], Callable[[], None]]:
    """One bench per way of asking over ``number`` contracts, one on growth, and what closes the databases."""
    database, quarter = (fill(folder / f"{size}.db", size) for size in (number, number // 4))
    driver = sqlite3.connect(folder / f"{number}.db", isolation_level=None)

    def close() -> None:
        driver.close()
        database.close()
        quarter.close()

    return [*(bench(database, driver, name) for name in CASES), growth(database, quarter)], close


def growth(database: Database, quarter: Database) -> Bench:
    """The newest contracts of all, beside the same question to a quarter of them: 1 means size does not matter."""
    sides = [partial(ask, side, *CASES["ledger_newest"]) for side in (database, quarter)]
    return Bench(
        name="ledger_newest_growth",
        bare_is="the platform itself with a quarter of the contracts",
        equal="a full page on both sides",
        ours=sides[0],
        bare=sides[1],
        same=lambda: expect_equal("rows", *(len(side().rows) for side in sides)),
        repeats=10,
    )


def bench(database: Database, driver: sqlite3.Connection, name: str) -> Bench:
    """One way of asking, with the SQL it sends recorded for the other side."""
    ours = partial(ask, database, *CASES[name])
    statements = recorded(database, ours)
    bare = partial(replay, driver, statements)

    def same() -> None:
        page, (total, rows) = ours(), bare()
        expect_equal(f"{name} total", page.total, min(total, 1000))
        places = columns(driver, statements[1])
        seen = [tuple(getattr(row, key) for key in SHOWN) for row in page.rows]
        expect_equal(name, seen, [tuple(row[places[key]] for key in SHOWN) for row in rows[:LIMIT]])
        expect_equal(f"{name} is full", len(seen), LIMIT)

    return Bench(
        name=name,
        bare_is="sqlite3: the same statements and parameters, all rows fetched",
        equal=f"total and the {LIMIT} rows of the page in their order",
        ours=ours,
        bare=bare,
        same=same,
        repeats=10,
    )


def columns(driver: sqlite3.Connection, statement: Statement) -> dict[str, int]:
    """Where each column stands in the rows of a statement."""
    return {column[0]: place for place, column in enumerate(driver.execute(*statement).description)}


def ask(database: Database, scope: Scope, wanted: LedgerFilter) -> LedgerPage:
    """The first page, as the ledger's endpoint asks for it."""
    return database.queries.ledger(scope, wanted, after=None, limit=LIMIT)


def recorded(database: Database, call: Callable[[], Any]) -> list[Statement]:
    """The selects a call sends, with their parameters as the driver gets them."""
    sent: list[Statement] = []

    def note(*event: Any) -> None:  # noqa: ANN401 - SQLAlchemy's event
        statement, parameters = event[2], event[3]
        if statement.lstrip().upper().startswith("SELECT"):
            sent.append((statement, parameters))

    sa.event.listen(database.engine, "before_cursor_execute", note)
    try:
        call()
    finally:
        sa.event.remove(database.engine, "before_cursor_execute", note)
    return sent


def replay(driver: sqlite3.Connection, statements: list[Statement]) -> tuple[int, list[tuple[Any, ...]]]:
    """The total and the rows, through the bare driver in one transaction."""
    driver.execute("BEGIN")
    try:
        found = [driver.execute(statement, parameters).fetchall() for statement, parameters in statements]
    finally:
        driver.execute("ROLLBACK")
    counted, rows, *_ = found  # what follows are the marks of the rows
    return counted[0][0], rows
