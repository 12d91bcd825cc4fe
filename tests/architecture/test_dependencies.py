import json
import re
import tomllib
from importlib.metadata import distributions

import pytest

from tests.architecture.sources import ROOT, files

LOCKS = ("runtime", "build", "test", "lock")
REQUIREMENT = re.compile(r"^[a-z0-9][a-z0-9.-]*==[^ ]+( ; .+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
COMMENT = re.compile(r"^ *(#|$)")
ADDRESSES_INSIDE = {"uv.lock", "poetry.lock", "Pipfile.lock", "pdm.lock", "pylock.toml", "yarn.lock", "bun.lock"}
ADDRESSES_INSIDE |= {"pnpm-lock.yaml", "npm-shrinkwrap.json", "conda-lock.yml"}


def lock_lines(name):
    return (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_pins_hashes_and_comments_and_nothing_else(name):
    kinds = (REQUIREMENT, HASH, COMMENT)
    assert [line for line in lock_lines(name) if not any(kind.match(line) for kind in kinds)] == []


def test_the_locks_agree_on_every_version():
    pins: dict[str, set[str]] = {}
    for name in LOCKS:
        for line in lock_lines(name):
            if REQUIREMENT.match(line):
                distribution, _, version = line.removesuffix(" \\").partition("==")
                pins.setdefault(distribution, set()).add(version)
    assert {name: sorted(versions) for name, versions in pins.items() if len(versions) > 1} == {}


def test_every_lock_is_listed_here():
    assert {path.stem for path in files() if path.parts[0] == "requirements"} == set(LOCKS)


def test_no_lock_file_that_records_download_addresses():
    assert [str(path) for path in files() if path.name in ADDRESSES_INSIDE] == []


def test_npm_records_no_download_addresses():
    settings = (ROOT / "frontend" / ".npmrc").read_text("utf-8").split()
    assert "omit-lockfile-registry-resolved=true" in settings
    assert [setting for setting in settings if "registry=" in setting] == []
    locked = json.loads((ROOT / "frontend" / "package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, package in locked.items() if "resolved" in package] == []
    assert [name for name, package in locked.items() if name and "integrity" not in package] == []


def test_nothing_installed_hides_our_packages():
    # the own top-level packages are called storage and workers; a distribution of that name would shadow them
    ours = {"storage", "workers", "migrations", "contract-platform"}
    installed = [dist.metadata["Name"].lower() for dist in distributions() if dist.metadata["Name"].lower() in ours]
    assert set(installed) <= {"contract-platform"}


def test_the_reason_for_every_runtime_dependency_is_written_down():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[\[<>=~!; ]", line)[0] for line in project["dependencies"]}
    table = (ROOT / "docs" / "decisions" / "dependencies.md").read_text("utf-8")
    reasoned = {row[1]: row[2] for row in re.finditer(r"^\| `([a-z0-9-]+)`[^|]*\|([^|]+)\|", table, re.MULTILINE)}
    assert set(reasoned) == declared
    assert [name for name, reason in reasoned.items() if len(reason.split()) < 5] == []
