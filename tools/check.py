"""Format, lint, types and import rules of both languages, two at a time because two cores are what there is."""

import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.install import FRONTEND, VENV, node, on_path
from tools.progress import ROOT, say

BIN = VENV / "bin"


def main() -> int:
    """Run every check, print one line each and the whole output of those that failed."""
    modules = FRONTEND / "node_modules"
    checks: list[tuple[str, list[str], Path]] = [  # the slow ones first
        ("mypy", [str(BIN / "mypy")], ROOT),
        ("vue-tsc", [str(node()), str(modules / "vue-tsc" / "bin" / "vue-tsc.js"), "--noEmit"], FRONTEND),
        ("eslint", [str(node()), str(modules / "eslint" / "bin" / "eslint.js"), "."], FRONTEND),
        ("lint-imports", [str(BIN / "lint-imports")], ROOT),
        ("ruff check", [str(BIN / "ruff"), "check"], ROOT),
        ("ruff format", [str(BIN / "ruff"), "format", "--check"], ROOT),
    ]
    environment = on_path()
    with ThreadPoolExecutor(2) as both:
        passed = list(both.map(lambda check: holds(*check, environment), checks))
    return 0 if all(passed) else 1


def holds(name: str, command: list[str], folder: Path, environment: Mapping[str, str]) -> bool:
    """Run one check; its output is printed only when it failed."""
    started = time.monotonic()
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    verdict = "failed" if done.returncode else "ok"
    say(f"{name}: {verdict} ({time.monotonic() - started:.1f} s){chr(10) + done.stdout if done.returncode else ''}")
    return not done.returncode


if __name__ == "__main__":
    sys.exit(main())
