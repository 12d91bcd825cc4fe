"""A small trace with its rows and checkpoints, and what opens, copies and tampers with it."""

import dataclasses
import shutil
import sqlite3
from pathlib import Path

import msgspec

from contract_platform.application.checkpoint_trace import checkpoint_trace
from contract_platform.application.export_trace import export_trace
from contract_platform.application.sequence_trace import sequence_trace
from contract_platform.domain.chain import Seal, chain
from contract_platform.domain.checkpoint import hashes_of, read, write
from contract_platform.domain.contract import Decision
from contract_platform.domain.document import Document, Version
from contract_platform.domain.vocabulary import AnalysisState, DocumentKind, Role, State
from storage.column_keys import ColumnKeys
from storage.database import open_database
from storage.witness import FileNotary, open_trace
from tests.contract.records import NOW, contract, event, seed
from tests.workers.platforms import build

CONTRACTS = 5
STEPS = (30, 31, 70, 104)  # entries after which a checkpoint is signed; the newest one covers all
ENTRIES = STEPS[-1]


def opened(platform, folder, algorithm="sha256"):
    """The platform over another folder's database, key and checkpoints; close its database afterwards."""
    database = open_database(f"sqlite:///{folder}/platform.db", ColumnKeys(folder / "keys" / "columns", "aes-256-gcm"))
    trace = open_trace(database.chain, folder, algorithm)
    parts = {"unit_of_work": database.unit_of_work, "reading": database.reading, "ledger": database.ledger}
    return dataclasses.replace(platform, trace=trace, queries=database.queries, **parts), database


def make(folder):
    """A platform over the folder with a trace of all kinds of entries."""
    platform = build(folder)
    with platform.unit_of_work() as uow:
        seed(uow)
    number = 0
    for step in STEPS:
        while number < step:
            number += 1
            with platform.unit_of_work() as uow:
                happen(uow, number)
        sequence_trace(platform)
        assert checkpoint_trace(platform, at_once=True) == 1
    return platform


def happen(uow, number):
    """One act with its row: contracts first, then versions, decisions of people and of the system, sign-ins."""
    contract_id = f"c{number % CONTRACTS}"
    turn = number // CONTRACTS % 4
    kind = "registered" if number <= CONTRACTS else ("version", "submit", "lapse", "session")[turn]
    told: dict[str, str | None] = {
        "contract_id": contract_id,
        "object_id": contract_id,
        "type": f"contract.{kind}",
        "role": Role.HANDLER,
    }
    if kind == "registered":
        uow.contracts.add(contract(contract_id, contract_no=f"望合〔2026〕{number}号"))
    elif kind == "version":
        told |= {"object_id": f"v{number}", "type": "version.added"}
        uow.documents.add(Document(id=f"d{number}", contract_id=contract_id, kind=DocumentKind.DRAFT, title="合同文本"))
        uow.versions.add(version(number, contract_id))
    elif kind == "submit":
        uow.decisions.add(decision(number, contract_id))
    elif kind == "lapse":
        told |= {"role": Role.SYSTEM}
    else:
        told |= {"contract_id": None, "object_id": "p1", "type": "session.created", "role": None}
    data = b'{"note":"\xe7\xac\xac%d\xe6\xac\xa1","to":"UNIT_REVIEW"}' % number
    told["object_type"] = (told["type"] or "").partition(".")[0]
    uow.events.add(msgspec.structs.replace(event(f"e{number}"), data=data, **told))


def version(number, contract_id):
    return Version(
        id=f"v{number}", document_id=f"d{number}", contract_id=contract_id, no=1, filename="合同.docx", sha256="0" * 64,
        media="docx", size=1, uploaded_by="p1", uploaded_at=NOW, analysis_state=AnalysisState.NOT_ANALYSED,
    )  # fmt: skip


def decision(number, contract_id):
    return Decision(
        id=f"q{number}", contract_id=contract_id, round=1, action="submit", source=State.DRAFTING,
        target=State.UNIT_REVIEW, person_id="p1", role=Role.HANDLER, at=NOW,
    )  # fmt: skip


class Tampering:
    """A copy of a data folder in the hands of whoever can write to the database, but does not have the key."""

    def __init__(self, platform, folder):
        self.folder = folder
        self.platform, self._database = opened(platform, folder)
        self.sql = sqlite3.connect(folder / "platform.db", isolation_level=None)
        for trigger in ("events_kept", "events_stay"):
            self.sql.execute(f"DROP TRIGGER {trigger}")

    def close(self):
        self.sql.close()
        self._database.close()

    def export(self, target, number=None):
        """The platform's own export of what is left."""
        return export_trace(self.platform, target, number).path

    def set(self, seq, **columns):
        """Overwrite columns of an entry."""
        for name, value in columns.items():
            self.sql.execute(f"UPDATE events SET {name} = ? WHERE seq = ?", (value, seq))

    def shift(self, seq):
        """Make room for an entry at a place."""
        self.sql.execute("UPDATE events SET seq = -(seq + 1) WHERE seq >= ?", (seq,))
        self.sql.execute("UPDATE events SET seq = -seq WHERE seq < 0")

    def copy(self, seq, place, key):
        """Put a copy of an entry at a place."""
        columns = self.columns("events", {"position", "id", "seq"})
        copied = f"INSERT INTO events (id, seq, {columns}) SELECT ?, ?, {columns} FROM events WHERE seq = ?"
        self.sql.execute(copied, (key, place, seq))

    def add_row(self, table, like, key):
        """A row nobody made through the platform; a version gets a number of its own."""
        columns = self.columns(table, {"id"})
        values = columns.replace('"no"', '"no" + 1')
        self.sql.execute(
            f"INSERT INTO {table} (id, {columns}) SELECT ?, {values} FROM {table} WHERE id = ?", (key, like)
        )

    def columns(self, table, without):
        """The names of a table's columns, as SQL lists them."""
        names = [row[1] for row in self.sql.execute(f"PRAGMA table_info({table})")]
        return ", ".join(f'"{name}"' for name in names if name not in without)

    def reseal(self, seq):
        """Recompute every hash from a place on."""
        store = self.platform.trace.chain
        kept, rest = store.entries(0, ENTRIES)[: seq - 1], store.entries(seq - 1, ENTRIES)
        last = kept[-1:] and Seal(event_id=kept[-1].id, seq=seq - 1, prior=kept[-1].prior, hash=kept[-1].hash)
        priors = {entry.contract_id: entry.seq for entry in kept if entry.contract_id}
        for seal in chain(rest, last or None, "sha256", priors, self.platform.trace.notary.digest):
            self.set(seal.seq, prior=seal.prior, hash=seal.hash)

    def checkpoint(self, number):
        """The file of a checkpoint."""
        return self.folder / "checkpoints" / "000000" / f"{number:09}.txt"


class Spot:
    """Where and how, drawn by a seeded generator."""

    def __init__(self, chance):
        self.at = chance.randrange(1, ENTRIES + 1)
        self.chance = chance


def signed_by_another(record, folder):
    """The same checkpoint under a key of one's own."""
    notary = FileNotary(folder)
    return write(read(record).checkpoint, hashes_of(record), notary.public, notary.sign)


def holds(report, expected):
    """Whether the report says what was done, and where."""
    assert not report.ok
    for name in ("first_bad", "missing"):
        if name in expected:
            assert getattr(report, name) == expected[name]
    if "checkpoint" in expected:
        assert report.first_bad is None
        assert [problem.checkpoint for problem in report.problems] == [expected["checkpoint"]]
    if "kind" in expected:
        assert expected["kind"] in {problem.kind for problem in report.problems}
    if "detail" in expected:
        assert expected["detail"] in {problem.detail for problem in report.problems}


def duplicate(folder: Path, target: Path) -> Path:
    """A copy of a data folder whose database is closed."""
    shutil.copytree(folder, target)
    return target
