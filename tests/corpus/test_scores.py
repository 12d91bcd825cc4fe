"""The scorer's figures on the labelled documents reach what is demanded."""

import json
import subprocess
import sys

import pytest

from tests.corpus.predict import predict

pytestmark = pytest.mark.corpus

HARD = {"bid05", "tianh_4761"}  # a contract inside a tender file; articles without numbers
CLAUSES_ALL, CLAUSES_WITHOUT_HARD, CATEGORY, FACTS, PAYMENTS, RISKS = 0.97, 0.97, 0.93, 0.90, 0.90, 0.95


@pytest.fixture(scope="module", params=["level1", "all"])
def scores(request, corpus, tmp_path_factory):
    """The scorer's own result per document, with and without the levels below the articles."""
    folder = tmp_path_factory.mktemp("predictions")
    predict(folder)
    out = folder.parent / f"{folder.name}.json"
    command = [sys.executable, str(corpus / "score.py"), str(corpus / "dev" / "gold"), str(folder), "--json", str(out)]
    subprocess.run(
        [*command, *(["--level1"] if request.param == "level1" else [])], check=True, capture_output=True, text=True
    )
    return json.loads(out.read_text("utf-8"))


def f1(counts):
    hit, wrong, missed = counts
    return 2 * hit / (2 * hit + wrong + missed)


def test_clauses(scores):
    every = [f1(score["clauses"]) for score in scores.values()]
    easier = [f1(score["clauses"]) for name, score in scores.items() if name not in HARD]
    assert len(every) == 13
    assert sum(every) / len(every) >= CLAUSES_ALL
    assert sum(easier) / len(easier) >= CLAUSES_WITHOUT_HARD


def test_categories(scores):
    right, matched = (sum(score["category"][n] for score in scores.values()) for n in (0, 1))
    assert right / matched >= CATEGORY


def test_facts_that_the_gold_has(scores):
    answers = [right for score in scores.values() for fact, right in score["facts"].items() if score["present"][fact]]
    assert sum(answers) / len(answers) >= FACTS


def test_payments_are_found(scores):
    found, _, missed = (sum(score["payments"][n] for score in scores.values()) for n in (0, 1, 2))
    assert found / (found + missed) >= PAYMENTS


def test_listed_risks_are_found(scores):
    found, _, missed = (sum(score["risks"][n] for score in scores.values()) for n in (0, 1, 2))
    assert found / (found + missed) >= RISKS
