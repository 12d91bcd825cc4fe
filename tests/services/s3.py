"""A real S3 server: Debian's Ceph gateway over one object store in memory. It takes 15 s to start."""

import secrets
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from minio import Minio

from tests.services.processes import HOST, Account, await_answer, connects, free_port, program

PACKAGE = "radosgw ceph-mon ceph-osd"
TOOLS = ("ceph", "ceph-authtool", "monmaptool", "ceph-mon", "ceph-osd", "radosgw", "radosgw-admin")
ROOT_KEYS = {
    "mon.": ("mon", "allow *"),
    "client.admin": ("mon", "allow *", "osd", "allow *", "mgr", "allow *", "mds", "allow *"),
    "client.rgw": ("mon", "allow rw", "osd", "allow rwx"),
    "osd.0": ("mon", "allow profile osd", "osd", "allow *", "mgr", "allow profile osd"),
}


class Gateway:
    """A running gateway with one user; every bucket it makes is a new one."""

    def __init__(self, port: int, access_key: str, secret_key: str) -> None:
        self._endpoint = f"{HOST}:{port}"
        self._keys = (access_key, secret_key)

    def create_bucket(self) -> str:
        """Make a bucket with object lock, which brings versioning, and return its OBJECTS_URL."""
        access_key, secret_key = self._keys
        name = f"t-{secrets.token_hex(6)}"
        client = Minio(self._endpoint, access_key=access_key, secret_key=secret_key, secure=False)
        client.make_bucket(name, object_lock=True)
        return f"s3://{name}?endpoint={self._endpoint}&access_key={access_key}&secret_key={secret_key}&secure=false"


@contextmanager
def gateway() -> Iterator[Gateway]:
    """Start monitor, object store and gateway; stop them at the end, the gateway first."""
    tools = {name: program(name, PACKAGE) for name in TOOLS}
    account, port = Account("nobody"), free_port()
    with account.folder("s3") as folder, ExitStack() as servers:
        conf = _Configuration(account, folder, tools)
        conf.write(port)
        conf.make_monitor()
        servers.enter_context(account.serving(conf.command("ceph-mon", "-f", "-i", "a"), folder / "mon.log"))
        conf.make_store()
        serve_store = conf.command("ceph-osd", "-f", "-i", "0")
        alive = servers.enter_context(account.serving(serve_store, folder / "osd.log"))
        await_answer(conf.store_is_up, alive)
        keys = conf.create_user()
        serve_gateway = conf.command("radosgw", "-f", "-n", "client.rgw")
        alive = servers.enter_context(account.serving(serve_gateway, folder / "rgw.log"))
        await_answer(connects(port), alive)
        yield Gateway(port, *keys)


class _Configuration:
    """The files of one cluster, and the commands that make its parts."""

    def __init__(self, account: Account, folder: Path, tools: dict[str, str]) -> None:
        self._account, self._folder, self._tools = account, folder, tools
        self._fsid, self._monitor = str(uuid.uuid4()), free_port()

    def write(self, gateway: int) -> None:
        """The configuration file, the folders, and a key for every part."""
        text = Path(__file__).with_name("ceph.conf").read_text("utf-8")
        filled = text.format(fsid=self._fsid, monitor=self._monitor, gateway=gateway, folder=self._folder)
        (self._folder / "ceph.conf").write_text(filled)
        self._account.run(["mkdir", *(str(self._folder / name) for name in ("mon", "osd", "run", "rgw"))])
        keyring = str(self._folder / "keyring")
        for number, (name, capabilities) in enumerate(ROOT_KEYS.items()):
            pairs = zip(capabilities[::2], capabilities[1::2], strict=True)
            caps = [part for service, right in pairs for part in ("--cap", service, right)]
            create = [] if number else ["--create-keyring"]
            self._run("ceph-authtool", keyring, *create, "--gen-key", "-n", name, *caps)
        for part in ("osd", "rgw"):
            self._account.run(["cp", keyring, str(self._folder / part / "keyring")])

    def make_monitor(self) -> None:
        """Lay out the monitor's store."""
        folder, address = self._folder, f"[v2:{HOST}:{self._monitor}]"
        self._run("monmaptool", "--create", "--addv", "a", address, "--fsid", self._fsid, f"{folder}/monmap")
        self._configured(
            "ceph-mon", "-i", "a", "--mkfs", "--monmap", f"{folder}/monmap", "--keyring", f"{folder}/keyring"
        )

    def make_store(self) -> None:
        """Announce the object store to the monitor and lay it out."""
        name = str(uuid.uuid4())
        self._configured("ceph", "--connect-timeout", "30", "osd", "new", name)
        self._configured("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", name)

    def store_is_up(self) -> None:
        """Raise until the monitor counts the object store as up."""
        state = self._configured("ceph", "--connect-timeout", "5", "osd", "stat")
        if "1 up" not in state:
            raise RuntimeError(state)

    def create_user(self) -> tuple[str, str]:
        """Make the one user of the gateway; returns access key and secret key."""
        keys = secrets.token_hex(8), secrets.token_hex(16)
        identity = ["--uid=tester", "--display-name=tester", f"--access-key={keys[0]}", f"--secret-key={keys[1]}"]
        self._configured("radosgw-admin", "user", "create", *identity)
        return keys

    def command(self, tool: str, *arguments: str) -> list[str]:
        """A command line that reads this cluster's configuration and no other."""
        return [self._tools[tool], "--conf", str(self._folder / "ceph.conf"), *arguments]

    def _configured(self, tool: str, *arguments: str) -> str:
        return self._account.run(self.command(tool, *arguments))

    def _run(self, tool: str, *arguments: str) -> None:
        self._account.run([self._tools[tool], *arguments])
