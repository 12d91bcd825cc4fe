"""Compile the dependency lists of pyproject.toml into requirements/*.txt, with hashes of every file a registry holds.

Run through `make lock`. One lock serves Python 3.11.2 to 3.13 because it is compiled on the oldest and the
dependencies that only some interpreters need carry their markers in pyproject.toml.
"""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"


def main() -> None:
    """Write runtime.txt first, then the groups, each held to the versions before it; `--upgrade` is passed on."""
    oldest = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"].removeprefix(
        ">="
    )
    if f"{sys.version_info.major}.{sys.version_info.minor}" != oldest:
        sys.exit(f"the lock is compiled with Python {oldest}, the oldest one it serves")
    LOCKS.mkdir(exist_ok=True)
    compile_lock("runtime", ["pyproject.toml"])
    constraints = ["--constraint", "requirements/runtime.txt"]
    for group in ("build", "test", "lock"):
        compile_lock(group, ["-", *constraints], stdin=group_lines(group))
        constraints += ["--constraint", f"requirements/{group}.txt"]


def group_lines(group: str) -> str:
    """The requirements of one dependency group, one a line."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    return "\n".join(groups[group]) + "\n"


def compile_lock(name: str, arguments: list[str], stdin: str = "") -> None:
    """Run pip-compile for one file; its settings stand in pyproject.toml."""
    target = f"requirements/{name}.txt"
    command = [sys.executable, "-m", "piptools", "compile", "--quiet", "--output-file", target, *arguments]
    print(f"compiling {target}", flush=True)
    subprocess.run([*command, *sys.argv[1:]], input=stdin, text=True, cwd=ROOT, env=registry_only(), check=True)


def registry_only() -> dict[str, str]:
    """The environment without this machine's own wheel folders: a hash of a local file would fit nowhere else."""
    own = {"PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_NO_INDEX"}
    return {key: value for key, value in os.environ.items() if key not in own} | {"PIP_CONFIG_FILE": os.devnull}


if __name__ == "__main__":
    main()
