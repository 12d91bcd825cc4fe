"""A PostgreSQL cluster in a temporary folder: initdb once, one migrated template, a clone of it for every test."""

import secrets
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config

from tests.services.processes import HOST, Account, await_answer, free_port, program

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = "postgresql"
BINARIES = "/usr/lib/postgresql/*/bin"
# a throw-away cluster may forget everything in a power cut
QUICK = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    f"listen_addresses={HOST}",
    "max_connections=200",
)


class Cluster:
    """A running cluster; databases are made from `empty` or from `migrated`, and dropped by name."""

    def __init__(self, port: int, password: str) -> None:
        self._server = f"postgresql://tester:{password}@{HOST}:{port}"
        self._template: str | None = None

    def answer(self) -> None:
        """Raise unless the cluster takes statements."""
        self._administer("SELECT 1")

    def create(self, template: str = "template0") -> str:
        """Make a database from a template and return its name."""
        name = f"t_{secrets.token_hex(6)}"
        self._administer(f'CREATE DATABASE {name} TEMPLATE "{template}"')
        return name

    def drop(self, name: str) -> None:
        """Remove a database, connections or not."""
        self._administer(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def migrated(self) -> str:
        """The name of the template that has every migration; made on first use."""
        if self._template is None:
            name = self.create()
            upgrade(self.url(name))
            self._template = name
        return self._template

    def url(self, name: str) -> str:
        """The DATABASE_URL of one database."""
        return f"{self._server.replace('postgresql:', 'postgresql+psycopg:')}/{name}"

    def _administer(self, statement: str) -> None:
        with psycopg.connect(f"{self._server}/postgres", autocommit=True) as connection:
            connection.execute(statement.encode())


def upgrade(url: str) -> None:
    """Bring a database of either dialect to the newest migration, as `contract-platform migrate` does."""
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    command.upgrade(config, "head")


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Start a cluster and stop it at the end."""
    account, port, password = Account("postgres"), free_port(), secrets.token_hex(16)
    initdb, postgres = (program(name, PACKAGE, BINARIES) for name in ("initdb", "postgres"))
    with account.folder("postgres") as folder:
        data, secret = folder / "data", folder / "password"
        secret.write_text(password)
        secret.chmod(0o644)  # its folder is the server user's alone
        login = ["--username=tester", "--auth=scram-sha-256", f"--pwfile={secret}"]
        account.run([initdb, "-D", str(data), "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", *login])
        settings = [part for setting in (*QUICK, f"unix_socket_directories={folder}") for part in ("-c", setting)]
        serve = [postgres, "-D", str(data), "-p", str(port), *settings]
        with account.serving(serve, folder / "log", signal.SIGINT) as alive:  # SIGTERM would wait for clients
            running = Cluster(port, password)
            await_answer(running.answer, alive)
            yield running
