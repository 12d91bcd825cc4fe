"""``contract-platform serve``: migrate, load demo data into an empty database, and serve until Ctrl-C."""

import argparse
import fcntl
import json
import socket
import sys
from pathlib import Path
from types import FrameType
from typing import IO, Any

import uvicorn

from contract_platform import bootstrap, main
from contract_platform.application.ports import Platform
from contract_platform.demo.accounts import FILE
from contract_platform.settings import Settings, load
from storage.database.migrate import upgrade

GRACE_SECONDS = 5  # for answers under way when asked to stop

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
BACKLOG = 2048  # connections that may wait while the platform starts


class Server(uvicorn.Server):
    """Ends the event streams when asked to stop: they would never end by themselves."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal to stop."""
        app: Any = self.config.app
        app.state.feed.shut_down()
        super().handle_exit(sig, frame)


class NotServedError(Exception):
    """Why this process cannot serve, with a way out in both languages."""


def run(argv: list[str]) -> int:
    """Serve; returns the exit code."""
    description = "启动平台（PORT、DATA_DIR 等由环境变量指定）"
    argparse.ArgumentParser(prog="contract-platform serve", description=description).parse_args(argv)
    settings = load()
    warn_of_strangers(settings.data_dir)
    bootstrap.open_data_dir(settings.data_dir)
    try:
        with take(settings.data_dir), listen(settings) as listening:
            return serve(settings, listening)
    except NotServedError as reason:
        print(reason, file=sys.stderr)
        return 1


def serve(settings: Settings, listening: socket.socket) -> int:
    """Migrate, load demo data into an empty database, and serve until asked to stop."""
    upgrade(settings.database_url)
    platform = bootstrap.build(settings)
    load_demo(platform, settings)
    announce(settings)
    server = Server(config(platform, settings))
    server.run(sockets=[listening])
    return 0 if server.started else 1


def take(folder: Path) -> IO[bytes]:
    """Hold the data folder for this process alone, until the file is closed: it clears what a crash left there."""
    mark = (folder / bootstrap.MARK).open("ab")
    try:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        mark.close()
        raise NotServedError(
            f"DATA_DIR={folder} 正由另一个平台进程使用；请先停止它，或换一个文件夹。\n"
            f"DATA_DIR={folder} is in use by another process of the platform; stop that one or choose another folder."
        ) from error
    return mark


def listen(settings: Settings) -> socket.socket:
    """A listening socket, taken before anything slow, so that a busy port is heard of at once."""
    host, port = settings.server.host, settings.server.port
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise NotServedError(
            f"无法监听 {host}:{port}（{error.strerror}）；请用环境变量 PORT 换一个端口。\n"
            f"Cannot listen on {host}:{port} ({error.strerror}); choose another PORT."
        ) from error


def config(platform: Platform, settings: Settings) -> uvicorn.Config:
    """One process: on SQLite it is the only writer, and streams of changes are fed once."""
    return uvicorn.Config(
        main.assemble(platform, settings),
        lifespan="on",
        log_level="warning",
        # without a proxy to trust, whoever writes a header would choose the address that locks count against
        proxy_headers=bool(settings.server.trusted_proxies),
        forwarded_allow_ips=settings.server.trusted_proxies,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )


def warn_of_strangers(folder: Path) -> None:
    """Say so when run-time data is about to be mixed with somebody else's files."""
    if bootstrap.is_foreign(folder):
        print(
            f"注意：DATA_DIR={folder} 已有其他文件，平台数据将与其混放；建议改用空文件夹。\n"
            f"Warning: DATA_DIR={folder} holds files of something else; an empty folder is better.",
            flush=True,
        )


def load_demo(platform: Platform, settings: Settings) -> None:
    """Demo data on the first start: when the database knows no unit yet. Demo people exist on SQLite only."""
    if not settings.database_url.startswith("sqlite:"):
        return
    with platform.reading() as uow:
        if uow.units.find():
            return
    from contract_platform.demo.load import ensure_demo  # most starts need none of it

    print("首次启动，正在装入演示数据… / first start, loading demo data…", flush=True)
    ensure_demo(platform, settings)


def announce(settings: Settings) -> None:
    """Where to go, and who can sign in while demo data is loaded."""
    print(f"政府合同监管平台 http://{settings.server.host}:{settings.server.port}  (Ctrl-C 停止)", flush=True)
    if settings.server.host not in LOOPBACK:
        print(
            "注意：其他机器须经 HTTPS（反向代理）访问，否则浏览器不保存登录状态。\n"
            "Note: other machines need HTTPS (a reverse proxy), or browsers will not stay signed in.",
            flush=True,
        )
    file = settings.data_dir / FILE
    if file.exists():
        print("演示账号 / demo accounts:", flush=True)
        for line in account_lines(json.loads(file.read_text("utf-8"))["accounts"]):
            print(f"  {line}", flush=True)


def account_lines(accounts: list[dict[str, str]]) -> list[str]:
    """One line an account: user name, password, and who that is."""
    return ["{username:<12}{password:<18}{name} {unit} {post}".format_map(account) for account in accounts]
