"""Format, lint, types and import rules of both languages, two at a time because two cores are what there is."""

import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tools.install import FRONTEND, VENV, node, on_path
from tools.progress import ROOT, say

BIN = VENV / "bin"


class Check(NamedTuple):
    """One command and the folder it runs in."""

    name: str
    command: list[str]
    folder: Path = ROOT


def main() -> int:
    """Run every check, print one line each and the whole output of those that failed."""
    modules = FRONTEND / "node_modules"
    checks = [  # the slow ones first
        Check("mypy", [str(BIN / "mypy")]),
        Check("vue-tsc", [str(node()), str(modules / "vue-tsc" / "bin" / "vue-tsc.js"), "--noEmit"], FRONTEND),
        Check("eslint", [str(node()), str(modules / "eslint" / "bin" / "eslint.js"), "."], FRONTEND),
        Check("lint-imports", [str(BIN / "lint-imports")]),
        Check("ruff check", [str(BIN / "ruff"), "check"]),
        Check("ruff format", [str(BIN / "ruff"), "format", "--check"]),
    ]
    environment = on_path()
    with ThreadPoolExecutor(2) as both:
        passed = list(both.map(lambda check: holds(check, environment), checks))
    return 0 if all(passed) else 1


def holds(check: Check, environment: Mapping[str, str]) -> bool:
    """Run one check; its output is printed only when it failed."""
    started = time.monotonic()
    done = subprocess.run(
        check.command,
        cwd=check.folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    verdict, output = ("failed", f"\n{done.stdout}") if done.returncode else ("ok", "")
    say(f"{check.name}: {verdict} ({time.monotonic() - started:.1f} s){output}")
    return not done.returncode


if __name__ == "__main__":
    sys.exit(main())
