"""One platform with demo data for the session, and a browser in which people sign in."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 120  # migrating and loading the demo contracts on a busy machine
PATIENCE = 45_000  # milliseconds until something is missing: a busy machine is no fault of the page
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

SignIn = Callable[[str], Page]
expect.set_options(timeout=PATIENCE)


def free_port() -> int:
    """A loopback port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def missing(what: str) -> None:
    """Fail in CI, skip elsewhere."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the platform under test keeps everything."""
    return tmp_path_factory.mktemp("platform")


@pytest.fixture(scope="session")
def address(data_dir: Path) -> Iterator[str]:
    """The address of a platform started as `make run` starts it."""
    if not (ROOT / "contract_platform" / "web" / "static" / "index.html").exists():
        missing("the pages are not built")
    port = free_port()
    environment = {**os.environ, "DATA_DIR": str(data_dir), "PORT": str(port)}
    with (data_dir.parent / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "contract_platform", "serve"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_served(f"http://127.0.0.1:{port}/healthz", process, Path(log.name))
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(30)


def wait_until_served(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Return when the platform answers; show its log when it ends or never does."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    pytest.fail(f"the platform did not come up:\n{log.read_text('utf-8', 'replace')[-4000:]}")


@pytest.fixture(scope="session")
def passwords(address: str, data_dir: Path) -> dict[str, str]:
    """User name to password, as generated for this installation; ``address`` first writes the file."""
    assert address
    accounts = json.loads((data_dir / "demo-accounts.json").read_text("utf-8"))
    if isinstance(accounts, dict) and "accounts" in accounts:
        accounts = accounts["accounts"]
    if isinstance(accounts, dict):
        return {name: str(value) for name, value in accounts.items()}
    return {account["username"]: account["password"] for account in accounts}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, where there is one; ends with the module: while it runs no test can have an event loop of its own."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if executable is None:
        missing("chromium is not installed: apt install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def contexts(browser: Browser, address: str) -> Iterator[Callable[..., BrowserContext]]:
    """Makes browser contexts that are closed, and whose console was silent, at the end."""
    opened: list[BrowserContext] = []
    errors: list[str] = []

    def make(**options: object) -> BrowserContext:
        size = {"width": 1440, "height": 900}
        context = browser.new_context(base_url=address, viewport=size, locale="zh-CN", **options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        context.on("weberror", lambda error: errors.append(str(error.error)))
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()
    assert not errors, errors


@pytest.fixture
def sign_in(contexts: Callable[..., BrowserContext], passwords: dict[str, str]) -> SignIn:
    """Opens a browser of one's own for a person of the demo district and signs in; one per person and test."""
    pages: dict[str, Page] = {}

    def enter(username: str) -> Page:
        if username not in pages:
            page = contexts().new_page()
            page.goto("/login")
            page.get_by_label("用户名").fill(username)
            page.get_by_label("密码").fill(passwords[username])
            page.get_by_role("button", name="登录").click()
            page.get_by_role("navigation", name="主菜单").wait_for()
            pages[username] = page
        return pages[username]

    return enter
