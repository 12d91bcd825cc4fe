import re
import subprocess

import pytest

from tests.architecture.sources import ROOT

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)|src=\"([^\"]+)\"")
NAMED = re.compile(r"`([\w.-]*/[\w./-]*|[\w-]+\.(?:md|toml|py|txt|json|vue|ts))`")
RECORDS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))


def made_at_run_time(path: str) -> bool:
    """Whether git ignores the path: built or written later, not part of the tree."""
    return not subprocess.run(["git", "check-ignore", "-q", path], cwd=ROOT, check=False).returncode


def test_every_path_the_readme_names_exists():
    readme = (ROOT / "README.md").read_text("utf-8")
    named = {next(filter(None, match)) for match in LINK.findall(readme)} | set(NAMED.findall(readme))
    # an address of the running server begins with a slash; what lies beside the tree is the reader's
    inside = {name for name in named if "://" not in name and not name.startswith(("/", "../"))}
    assert {"docs/decisions/", "requirements/"} <= inside
    assert {name for name in inside if not (ROOT / name).exists() and not made_at_run_time(name)} == set()


def test_decision_records_are_numbered_without_gaps():
    assert [record.name[:4] for record in RECORDS] == [f"{number:04}" for number in range(1, len(RECORDS) + 1)]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_a_decision_record_tells_context_decision_price_and_what_was_refused(record):
    text = record.read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE)[:4] == ["Context", "Decision", "Price", "Refused"]
    assert len(text.splitlines()) <= 60
