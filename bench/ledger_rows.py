"""A SQLite database with many contracts, written through the platform's own tables."""

import random
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import sqlalchemy as sa

from contract_platform.domain.contract import Contract, Party
from contract_platform.domain.followups import Alert, Filing
from contract_platform.domain.people import Person, Unit
from contract_platform.domain.vocabulary import AlertKind, AlertLevel, AlertState, Direction, FilingState, State, Tier
from storage.column_keys import ColumnKeys
from storage.database import open_database, search
from storage.database.database import Database
from storage.database.migrate import upgrade
from storage.database.tables.contracts import contracts
from storage.database.tables.documents import search_sections
from storage.database.tables.followups import alerts, filings
from storage.database.tables.people import people, units

UNITS = 40
NOW = datetime(2026, 9, 1, 1, 0, tzinfo=UTC)
THINGS = ("保洁服务", "设备采购", "道路养护", "房屋租赁", "系统运维", "法律咨询", "绿化工程", "物业管理")
STATES = (State.DRAFTING, State.UNDER_REVIEW, State.READY_TO_SIGN, State.PERFORMING, State.COMPLETED, State.ARCHIVED)


def fill(path: Path, number: int, seed: int = 1) -> Database:
    """A migrated database of ``number`` contracts in a file; the caller closes it."""
    url = f"sqlite:///{path}"
    upgrade(url)
    database = open_database(url, ColumnKeys(path.parent / "served" / "keys" / "columns", "aes-256-gcm"))
    made = [contract(random.Random(seed + index), index) for index in range(number)]
    with database.engine.begin() as connection:
        insert(connection, units, (unit(index) for index in range(UNITS)))
        insert(connection, people, (person(index) for index in range(UNITS)))
        insert(connection, contracts, made)
        insert(connection, filings, (filing(entry) for entry in made if entry.sign_date))
        insert(connection, alerts, (alert(entry) for entry in made if entry.sign_date and entry.id.endswith("0")))
        words = [{"contract_id": entry.id, "source": search.RECORD, "words": words_of(entry)} for entry in made]
        connection.execute(sa.insert(search_sections), words)
    return database


def insert(connection: sa.Connection, table: sa.Table, records: Iterable[msgspec.Struct]) -> None:
    """Many records into one table; fields are named as columns are."""
    connection.execute(sa.insert(table), [msgspec.structs.asdict(record) for record in records])


def unit(index: int) -> Unit:
    """A unit of the district."""
    return Unit(id=f"u{index:02}", name=f"第{index}单位", short_name=f"单位{index}", kind="BUREAU")


def person(index: int) -> Person:
    """Somebody in the unit of the same number."""
    return Person(id=f"p{index:02}", username=f"user{index}", name=f"经办{index}", password_hash="-")  # noqa: S106 - nobody signs in


def contract(source: random.Random, index: int) -> Contract:
    """A contract of some unit, half of them signed."""
    place = source.randrange(UNITS)
    state = source.choice(STATES)
    signed = date(2026, 1, 1) + timedelta(days=source.randrange(240)) if state in STATES[3:] else None
    return Contract(
        id=f"c{index:07}",
        state=state,
        name=f"{source.choice(THINGS)}合同（{index}）",
        handling_unit_id=f"u{place:02}",
        signing_body_id=f"u{place:02}",
        handler_id=f"p{place:02}",
        created_at=NOW - timedelta(minutes=index),
        updated_at=NOW - timedelta(minutes=source.randrange(500_000)),
        secrecy_declared=True,
        direction=source.choice((Direction.PAYABLE, Direction.PAYABLE, Direction.RECEIVABLE)),
        amount_fen=source.randrange(10**5, 10**10),
        parties=tuple(parties(source)),
        tier=source.choice((Tier.ORDINARY, Tier.MAJOR)),
        sign_date=signed,
        contract_no=f"合〔2026〕{index:05}号" if signed else None,
        review_no=f"审〔2026〕{index:05}号" if state != State.DRAFTING else None,
    )


def parties(source: random.Random) -> Iterator[Party]:
    """Ours and theirs."""
    yield Party(role="甲方", name="望澜区某局", side="gov")
    yield Party(role="乙方", name=f"清和{source.randrange(400)}号服务有限公司")


def filing(entry: Contract) -> Filing:
    """The filing with the bureau."""
    due = (entry.sign_date or NOW.date()) + timedelta(days=9)
    state = FilingState.FILED if entry.id.endswith(("1", "2", "3")) else FilingState.DUE
    return Filing(
        id=f"f{entry.id}", contract_id=entry.id, target="JUSTICE_BUREAU", kind="RECEIVED", state=state, due_on=due
    )


def alert(entry: Contract) -> Alert:
    """An open alert on that filing."""
    return Alert(
        id=f"a{entry.id}",
        contract_id=entry.id,
        kind=AlertKind.FILING,
        cause=f"filing/{entry.id}",
        subject_id=f"f{entry.id}",
        level=AlertLevel.RED,
        state=AlertState.RAISED,
        due_on=entry.sign_date or NOW.date(),
        unit="working",
        raised_at=NOW,
        title="备案",
    )


def words_of(entry: Contract) -> str:
    """What the contract is found by."""
    return search.stored_words("sqlite", " ".join((entry.name, *(party.name for party in entry.parties))))
