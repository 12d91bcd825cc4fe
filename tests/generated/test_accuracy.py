"""What the platform reads in the generated set, against targets; a floor stands where a target is not reached yet.

``make test`` reads the first 100 contracts of the seed, the long run all 1000. A floor is the figure of the day it was
written, rounded down: a change that reads worse fails, one that reads better should raise it.
"""

import pytest

from tests.generated.run import run
from tests.generated.summary import PRECISION, RECALL, TARGETS, Summary, table

SEED = 1
REACHED = (TARGETS["docx"], TARGETS["pdf"])
# fact: (floor docx, floor pdf); targets 0.98 and 0.96
FLOORS = {
    "title": REACHED,
    "contract number": REACHED,
    "party names": REACHED,
    "party roles": REACHED,
    "uscc": (TARGETS["docx"], 0.95),
    "amount": REACHED,
    "date signed": (0.97, TARGETS["pdf"]),
    "date start": REACHED,
    "date end": REACHED,
    "term": REACHED,
    "clauses": REACHED,
    "headings": REACHED,
    "category": REACHED,
    "payments": REACHED,
    "payment due": REACHED,
    "payment trigger": REACHED,
    "dispute method": REACHED,
    "dispute body": REACHED,
    "blanks": REACHED,
}
RECALL_FLOOR, PRECISION_FLOOR = 0.95, 0.90  # targets 0.95 and 0.90
ROWS = [(form, fact, floors[at]) for at, form in enumerate(TARGETS) for fact, floors in FLOORS.items()]


@pytest.fixture(scope="module", params=[100, pytest.param(1000, marks=pytest.mark.long)])
def result(request, tmp_path_factory) -> Summary:
    return run(tmp_path_factory.mktemp("contracts"), SEED, request.param, draws=0)


@pytest.mark.parametrize(("form", "fact", "floor"), ROWS, ids=[f"{form}-{fact}" for form, fact, _ in ROWS])
def test_fact(result: Summary, form, fact, floor):
    figure = result.facts[form][fact]
    shown = [one for one in result.failures if one.fact == fact][:5]
    assert figure.value >= floor, f"{figure.count} {shown}"


def test_every_fact_has_a_floor(result: Summary):
    assert {fact for form in result.facts.values() for fact in form} == set(FLOORS)


def test_no_floor_is_above_its_target():
    assert all(floor <= TARGETS[form] for form, _, floor in ROWS)
    assert RECALL_FLOOR <= RECALL
    assert PRECISION_FLOOR <= PRECISION


def test_planted_risks_are_found(result: Summary):
    assert result.recall.value >= RECALL_FLOOR, table(result)


def test_few_findings_are_false(result: Summary):
    assert result.precision.value >= PRECISION_FLOOR, table(result)


def test_near_misses_stay_silent(result: Summary):
    fired = {rule: counts for rule, counts in result.near.items() if counts[1]}
    assert fired == {}
