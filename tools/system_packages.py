"""The Debian packages the tests need: which are missing, and apt-get for them where root or sudo is there."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tools.progress import StepFailedError, run, say


class Package(NamedTuple):
    """A package, how to see that it is there, and the tests that cannot run without it."""

    name: str
    present: Callable[[], bool]
    needed_by: str


def on_path(program: str) -> Callable[[], bool]:
    """Whether a program is installed, /usr/sbin included."""
    return lambda: shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/usr/bin") is not None


def in_folder(pattern: str) -> Callable[[], bool]:
    """Whether a file matches."""
    return lambda: any(Path("/").glob(pattern))


def browser() -> bool:
    """Debian's Chromium, or another one named by CHROMIUM (on Ubuntu the package is only a signpost to a snap)."""
    return "CHROMIUM" in os.environ or on_path("chromium")()


PACKAGES = (
    Package("chromium", browser, "browser tests"),
    Package("fonts-noto-cjk", in_folder("usr/share/fonts/**/NotoSansCJK*"), "browser tests"),
    Package("redis-server", on_path("redis-server"), "tests of the Redis broker"),
    Package("postgresql", in_folder("usr/lib/postgresql/*/bin/initdb"), "tests on PostgreSQL"),
    Package("radosgw", on_path("radosgw"), "tests of the S3 store"),
    Package("ceph-mon", on_path("ceph-mon"), "tests of the S3 store"),
    Package("ceph-osd", on_path("ceph-osd"), "tests of the S3 store"),
)


def provide() -> list[Package]:
    """Install what is missing if that is possible here; returns what is still missing, after naming it."""
    missing = [package for package in PACKAGES if not package.present()]
    if missing and (privilege := becoming_root()) is not None:
        try:
            install([package.name for package in missing], privilege)
        except StepFailedError:
            say("apt-get failed; going on without these packages")
        missing = [package for package in missing if not package.present()]
    for package in missing:
        say(f"not installed: {package.name}; the {package.needed_by} cannot run (apt-get install {package.name})")
    return missing


def becoming_root() -> list[str] | None:
    """What to put before apt-get: nothing for root, sudo where it asks no password, None where neither is there."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    asks = (
        shutil.which("sudo") is None
        or subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode
    )
    return None if asks else ["sudo", "-n"]


def install(names: list[str], privilege: list[str]) -> None:
    """apt-get update and install, waiting for another apt-get to finish, without starting the servers as services."""
    quiet = [
        *privilege,
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "RUNLEVEL=1",
        "apt-get",
        "-q",
        "-o",
        "DPkg::Lock::Timeout=600",
    ]
    run("fetching the list of Debian packages", [*quiet, "update"])
    run(f"installing {' '.join(names)}", [*quiet, "install", "-y", "--no-install-recommends", *names])
