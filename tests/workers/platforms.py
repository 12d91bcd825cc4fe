"""The real adapters over a folder, put together as the composition root does, with what workers need of them."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import uuid_utils

from contract_platform.application.live_rules import LiveRules
from contract_platform.application.ports import Platform
from contract_platform.documents.child import SandboxedReader
from contract_platform.documents.forms.writer import WordForms
from contract_platform.documents.sheets import SandboxedSheets
from contract_platform.domain.credentials import SignInRules
from contract_platform.policy.rulebook import shipped
from storage.column_keys import ColumnKeys
from storage.database import open_database
from storage.database.migrate import upgrade
from storage.keys import open_keys
from storage.objects import open_store
from storage.witness import open_trace

UNUSED: Any = None  # nobody signs in here


class MachineClock:
    """The machine's time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return self.now().astimezone(ZoneInfo("Asia/Shanghai")).date()


def build(data: Path, url: str = "") -> Platform:
    """A platform over local files in the folder and SQLite there, or another migrated database.

    Opening it again finds what is there.
    """
    spool = data / "tmp"
    spool.mkdir(parents=True, exist_ok=True)
    if not url:
        url = f"sqlite:///{data}/platform.db"
        upgrade(url)
    database = open_database(url, ColumnKeys(data / "keys" / "columns", "aes-256-gcm"))
    return Platform(
        unit_of_work=database.unit_of_work,
        reading=database.reading,
        queries=database.queries,
        scrub=database.scrub,
        objects=open_store(f"file://{data}/objects"),
        reader=SandboxedReader(),
        sheets=SandboxedSheets(),
        forms=WordForms(),
        ledger=database.ledger,
        trace=open_trace(database.chain, data, "sha256"),
        clock=MachineClock(),
        passwords=UNUSED,
        keys=open_keys(data / "keys"),
        sign_in_rules=SignInRules(),
        identity=None,
        new_id=lambda: str(uuid_utils.uuid7()),
        profile_id="licheng-provisional",
        rules=LiveRules(shipped(), database.reading),
        spool=spool,
    )
