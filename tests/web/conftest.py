"""A real platform on SQLite with a few units and people, and doors for who is signed in."""

import dataclasses
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from types import MethodType
from typing import Any

import msgspec
import pytest
from httpx import Response
from litestar import Litestar
from litestar.testing import TestClient

from contract_platform import bootstrap
from contract_platform.application.ports import Platform
from contract_platform.domain.credentials import ADMINISTRATORS, Credential
from contract_platform.domain.people import Person, Post, Unit
from contract_platform.domain.totp import code_at, step_at
from contract_platform.domain.vocabulary import Role
from contract_platform.settings import Settings, load
from contract_platform.web.app import create_app
from contract_platform.web.session import COOKIE
from storage.database import Database
from storage.database.migrate import upgrade

PASSWORD = "一个足够长的口令"
UNITS = (
    ("district", "望澜区", "DISTRICT", None),
    ("justice", "区司法局", "JUSTICE_BUREAU", "district"),
    ("data", "区大数据局", "BUREAU", "district"),
    ("housing", "区住建局", "BUREAU", "district"),
)
PEOPLE = (
    ("handler", Role.HANDLER, "data"),
    ("lead", Role.HANDLER_LEAD, "data"),
    ("legal", Role.UNIT_LEGAL, "data"),
    ("stranger", Role.HANDLER, "housing"),
    ("intake", Role.BUREAU_INTAKE, "justice"),
    ("reviewer", Role.BUREAU_REVIEWER, "justice"),
    ("supervisor", Role.PERF_SUPERVISOR, "justice"),
    ("admin", Role.SYS_ADMIN, "justice"),
    ("security", Role.SEC_ADMIN, "justice"),
    ("auditor", Role.AUDIT_ADMIN, "justice"),
)
SECRET = bytes(range(20))
"""What the administrators' authenticators hold."""
TEXT = "档案服务合同\n甲方：望澜区大数据管理局\n乙方：清和档案服务有限公司\n合同金额为人民币100000元。\n".encode()


class Clock(bootstrap.SystemClock):
    """The machine's time, moved on by tests."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def now(self):
        return super().now() + self.ahead


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a migrated and seeded database, copied for each test."""
    folder = tmp_path_factory.mktemp("seeded")
    settings = load({"DATA_DIR": str(folder)})
    upgrade(settings.database_url)
    platform = bootstrap.build(settings)
    hashed = platform.passwords.hash(PASSWORD)
    with platform.unit_of_work() as uow:
        for key, name, kind, parent in UNITS:
            uow.units.add(Unit(id=key, name=name, short_name=name, kind=kind, parent_id=parent))
        for key, role, unit in PEOPLE:
            uow.people.add(Person(id=key, username=key, name=f"名{key}", password_hash=hashed))
            uow.credentials.add(credential(platform, key, role))
            uow.posts.add(Post(id=f"post-{key}", person_id=key, unit_id=unit, role=role, valid_from=date(2020, 1, 1)))
    return folder


def credential(platform: Platform, key: str, role: Role) -> Credential:
    """A password chosen just now, and for administrators an authenticator."""
    chosen = Credential(id=key, set_at=platform.clock.now())
    if role not in ADMINISTRATORS:
        return chosen
    sealed = platform.keys.seal("totp", key, SECRET)
    return msgspec.structs.replace(chosen, totp=sealed, totp_since=chosen.set_at)


@pytest.fixture
def settings(seeded: Path, tmp_path: Path) -> Settings:
    """Settings of a data folder of the test's own."""
    shutil.copytree(seeded, tmp_path / "data")
    return load({"DATA_DIR": str(tmp_path / "data"), "UPLOAD_LIMIT_MB": "1"})


@pytest.fixture
def clock() -> Clock:
    """The clock of the platform under test."""
    return Clock()


@pytest.fixture
def platform(settings: Settings, clock: Clock) -> Iterator[Platform]:
    """The platform under test: real adapters, no workers."""
    built = dataclasses.replace(bootstrap.build(settings), clock=clock)
    yield built
    close_database(built)


def close_database(platform: Platform) -> None:
    """Close the connections behind a platform, which a process leaves to its end."""
    assert isinstance(platform.unit_of_work, MethodType)
    database = platform.unit_of_work.__self__
    assert isinstance(database, Database)
    database.close()


@pytest.fixture
def app(platform: Platform, settings: Settings, tmp_path: Path) -> Litestar:
    """The application, with pages that are not built."""
    return create_app(platform, settings, pages=tmp_path / "pages")


@pytest.fixture
def client(app: Litestar) -> Iterator[TestClient[Litestar]]:
    """Whoever reaches the server."""
    with TestClient(app, base_url="https://platform.test", raise_server_exceptions=False) as connected:
        yield connected


class Door:
    """Requests of one signed-in person; paths are below /api/v1."""

    def __init__(self, client: TestClient[Litestar], token: str) -> None:
        self._client = client
        self.token = token

    def ask(self, method: str, path: str, **options: Any) -> Response:
        """Any request, with the person's cookie and no other."""
        headers = {"Cookie": f"{COOKIE}={self.token}", **options.pop("headers", {})}
        self._client.cookies.clear()
        return self._client.request(method, f"/api/v1{path}", headers=headers, **options)

    def get(self, path: str, **options: Any) -> Response:
        """Read."""
        return self.ask("GET", path, **options)

    def upload(self, path: str = "/contracts", content: bytes = TEXT, key: str = "k1", **query: Any) -> Response:
        """Send a file as the pages do."""
        wanted = {"filename": "档案服务合同.txt", "secrecy_declared": "true"} | query
        headers = {"Content-Type": "application/octet-stream", "Idempotency-Key": key}
        return self.ask("POST", path, content=content, params=wanted, headers=headers)

    def change(
        self, method: str, path: str, body: object = None, revision: int | None = None, key: str = ""
    ) -> Response:
        """Send a change with what it was based on."""
        headers = {"Idempotency-Key": key} if key else {}
        if revision is not None:
            headers["If-Match"] = f'"{revision}"'
        return self.ask(method, path, json=body, headers=headers)


@pytest.fixture
def enter(client: TestClient[Litestar], clock: Clock) -> Callable[[str], Door]:
    """Signs a person in, administrators with their authenticator."""
    doors: dict[str, Door] = {}

    def open_door(username: str) -> Door:
        if username not in doors:
            client.cookies.clear()
            answer = client.post("/api/v1/session", json={"username": username, "password": PASSWORD})
            assert answer.status_code == 201, answer.text
            if answer.json()["step"] == "SECOND_FACTOR":
                code = code_at(SECRET, step_at(clock.now()))
                answer = Door(client, answer.cookies[COOKIE]).ask("PUT", "/session/proof", json={"code": code})
                assert answer.status_code == 200, answer.text
            doors[username] = Door(client, answer.cookies[COOKIE])
        return doors[username]

    return open_door


@pytest.fixture
def contract(enter: Callable[[str], Door]) -> dict[str, Any]:
    """A contract in drafting, uploaded by the handler."""
    answer = enter("handler").upload()
    assert answer.status_code == 201, answer.text
    return dict(answer.json())
