"""A district behind its HTTP API on one database, with a session for everybody."""

import hashlib
import itertools
import json
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlencode

from contract_platform.domain.credentials import Credential
from contract_platform.domain.people import Session
from contract_platform.settings import load
from contract_platform.web.app import create_app
from contract_platform.web.session import COOKIE
from tests.security.caller import Answer, Caller
from tests.security.world import database_of
from tests.unit.application.district import PEOPLE, District

JSON = {"content-type": "application/json"}
Request = tuple[str, str, dict[str, str], bytes]
FILE = {"content-type": "application/octet-stream"}


class DistrictOverHttp(District):
    """What people do by requests; reading what came of it goes to the records, which nobody notices."""

    def __init__(self, folder: Path, url: str = "") -> None:
        super().__init__(folder, url=url)
        settings = load({"DATA_DIR": str(folder)})
        self._keys = itertools.count(1)
        self._caller = Caller(create_app(self.platform, settings, pages=folder / "pages"))
        now = self.clock.now()
        with self.platform.unit_of_work() as uow:
            for name in PEOPLE:
                uow.credentials.add(Credential(id=name, set_at=now))
                hashed = hashlib.sha256(name.encode()).hexdigest()
                session = Session(token_hash=hashed, person_id=name, created_at=now, seen_at=now, address="192.0.2.7")
                uow.sessions.add(session)

    def __enter__(self) -> Self:
        self._caller.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._caller.__exit__(None, None, None)
        database_of(self.platform).close()

    def ask(self, who: str, method: str, path: str, body: object = None, revision: int | None = None) -> Answer:
        """One request of somebody; a file is bytes, everything else JSON."""
        return self._caller.ask(*self.request(who, method, path, body, revision))

    def ask_together(self, requests: Iterable[Request]) -> list[Answer]:
        """Many at once, answers in order."""
        return self._caller.ask_together(requests)

    def request(self, who: str, method: str, path: str, body: object, revision: int | None) -> Request:
        """What is sent, under a key of its own."""
        file = isinstance(body, bytes)
        headers = {"cookie": f"{COOKIE}={who}", **(FILE if file else JSON), "idempotency-key": f"k{next(self._keys)}"}
        if revision is not None:
            headers["if-match"] = f'"{revision}"'
        content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        return method, f"/api/v1{path}", headers, content

    def draft(self, text: str) -> str:
        """A new contract of the officer, read and confirmed."""
        query = urlencode({"filename": "合同.txt", "secrecy_declared": "true"})
        made = self.ask("handler", "POST", f"/contracts?{query}", text.encode())
        assert made.status == 201, made.start()
        contract_id: str = made.json()["contract"]["id"]
        self.read()
        self.settle_facts(contract_id)
        self.complete(contract_id)
        return contract_id

    def settle_facts(self, contract_id: str) -> None:
        """The officer confirms what was read."""
        facts = self.ask("handler", "GET", f"/contracts/{contract_id}/suggestion").json()["facts"]
        answer = self.ask("handler", "PATCH", f"/contracts/{contract_id}", facts, self.contract(contract_id).revision)
        assert answer.status == 200, answer.start()

    def add_file(self, who: str, contract_id: str, kind: str, text: str) -> Answer:
        """Upload a file a little later and have it read."""
        self.clock.step(timedelta(seconds=1))
        query = urlencode({"filename": "文件.txt"})
        answer = self.ask(who, "POST", f"/contracts/{contract_id}/documents/{kind}/versions?{query}", text.encode())
        self.read()
        return answer

    def told(self, contract_id: str) -> list[tuple[object, ...]]:
        """What the trace says of a contract, without what differs from database to database."""
        return [
            (one.type, one.actor, (data := json.loads(one.data)).get("from"), data.get("to"), data.get("reason"))
            for one in sorted(self.find("events", contract_id=contract_id), key=lambda one: one.id)
        ]

    def anything(self, contract_id: str) -> Any:
        """Everything that hangs on the contract, counted."""
        tables = ("decisions", "documents", "versions", "opinions", "filings", "signings")
        return {table: len(self.find(table, contract_id=contract_id)) for table in tables}
