import json
import subprocess
import sys

import pytest

from bench.pairs import Bench, Unequal, expect_equal, measure, spread
from tests.architecture.sources import ROOT
from tests.services import postgres
from tests.services.processes import ServerMissingError, program

NAMES = {"scan_page", "ingest_docx", "ingest_pdf", "ledger_newest", "ledger_of_a_unit", "ledger_performing_by_amount"}
NAMES |= {
    "child_docx",
    "long_pdf",
    "ledger_search",
    "ledger_newest_growth",
    "ledger_endpoint",
    "trace_verification",
    "sign_in_unknown_name",
}


def names():
    """Where PostgreSQL is not installed, what is measured on it is left out, and said to be."""
    try:
        program("postgres", postgres.PACKAGE, postgres.BINARIES)
    except ServerMissingError:
        return NAMES
    return NAMES | {"audited_write"}


def test_the_benches_run_and_print_one_object():
    command = [sys.executable, "-m", "bench", "--scale", "tiny"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    assert {bench["name"] for bench in found["benches"]} == names()
    assert all(bench["ratio"]["q1"] <= bench["ratio"]["median"] <= bench["ratio"]["q3"] for bench in found["benches"])
    assert all(bench["ours_seconds"] > 0 < bench["bare_seconds"] for bench in found["benches"])


def test_nothing_is_timed_while_the_sides_differ():
    timed = []
    bench = Bench(
        name="x",
        bare_is="y",
        equal="z",
        ours=lambda: timed.append("ours"),
        bare=lambda: timed.append("bare"),
        same=lambda: expect_equal("text", "a", "b"),
    )
    with pytest.raises(Unequal, match="text: 'a' is not 'b'"):
        measure(bench, 3)
    assert timed == []


def test_the_sides_are_timed_in_turn_and_take_turns_in_going_first():
    timed = []
    bench = Bench(
        name="x",
        bare_is="y",
        equal="z",
        ours=lambda: timed.append("ours"),
        bare=lambda: timed.append("bare"),
        same=lambda: None,
    )
    assert measure(bench, 3).pairs == 3
    assert timed == ["bare", "ours", "ours", "bare", "bare", "ours"]


def test_median_and_quartiles():
    measured = spread([4.0, 1.0, 3.0, 2.0, 5.0])
    assert (measured.q1, measured.median, measured.q3) == (2.0, 3.0, 4.0)
    assert spread([2.5]).q3 == 2.5
