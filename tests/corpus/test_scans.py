"""Scans lose next to nothing against the documents they were made from."""

import json
import subprocess
import sys
from datetime import date

import pytest

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Context
from contract_platform.commands.analyze import analyze_file
from contract_platform.documents.reading import read_whole
from tests.corpus.predict import CORPUS, file_of
from tests.corpus.test_every_document import check

pytestmark = [pytest.mark.corpus, pytest.mark.long]

LOSS = 0.03
SCANS = sorted((CORPUS / "dev" / "scanned").glob("*_scan.pdf")) if CORPUS.is_dir() else []


@pytest.fixture(scope="module")
def scores(corpus, tmp_path_factory):
    """The scorer's results of the originals and of the scans."""
    folder = tmp_path_factory.mktemp("scans")
    gold = folder / "gold"
    for name in ("gold", "originals", "scans"):
        (folder / name).mkdir()
    for scan in SCANS:
        name = scan.stem.removesuffix("_scan")
        record = corpus / "dev" / "gold" / f"{name}.json"
        (gold / record.name).write_bytes(record.read_bytes())
        for kind, file in (("originals", file_of(json.loads(record.read_text("utf-8")))), ("scans", scan)):
            (folder / kind / record.name).write_text(json.dumps(analyze_file(file), ensure_ascii=False), "utf-8")
    return [scored(corpus, gold, folder / kind) for kind in ("originals", "scans")]


def scored(corpus, gold, predictions):
    out = predictions.parent / f"{predictions.name}.scores.json"
    command = [sys.executable, str(corpus / "score.py"), str(gold), str(predictions), "--json", str(out)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(out.read_text("utf-8"))


def figures(results):
    """Clause F1, category accuracy, facts that the gold has, recall of listed risks."""
    clauses = [
        2 * hit / (2 * hit + wrong + missed) for hit, wrong, missed in (one["clauses"] for one in results.values())
    ]
    right, matched = (sum(one["category"][n] for one in results.values()) for n in (0, 1))
    facts = [right for one in results.values() for fact, right in one["facts"].items() if one["present"][fact]]
    found, _, missed = (sum(one["risks"][n] for one in results.values()) for n in (0, 1, 2))
    return {
        "clauses": sum(clauses) / len(clauses),
        "category": right / matched,
        "facts": sum(facts) / len(facts),
        "risks": found / (found + missed),
    }


def test_scans_lose_next_to_nothing(scores):
    original, scanned = map(figures, scores)
    sys.stdout.write(f"originals {original}\nscans     {scanned}\n")
    assert len(scores[1]) == 3
    assert {name: value for name, value in scanned.items() if value < original[name] - LOSS} == {}


@pytest.mark.parametrize("name", ["bid19", "tender_zc"])
def test_a_document_without_usable_text_layer_is_read_from_its_pictures(corpus, name):
    result = analyse(read_whole(corpus / "dev" / "files" / f"{name}.pdf"), Context(today=date(2026, 11, 24)))
    check(result)
    assert len(result.document.text) > 3000
    assert result.document.unread == ()
