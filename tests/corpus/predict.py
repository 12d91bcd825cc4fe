"""``python -m tests.corpus.predict OUT_DIR``: predictions for the labelled documents, in the scorer's schema."""

import json
import os
import sys
from pathlib import Path

from contract_platform.commands.analyze import analyze_file

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("CORPUS_DIR", ROOT.parent / "shared" / "corpus"))


def file_of(gold: dict[str, object]) -> Path:
    """The file a gold record is about."""
    return CORPUS / "dev" / str(gold["file"])


def predict(out: Path) -> None:
    """Write one prediction file for each gold file."""
    out.mkdir(parents=True, exist_ok=True)
    for gold_file in sorted((CORPUS / "dev" / "gold").glob("*.json")):
        result = analyze_file(file_of(json.loads(gold_file.read_text("utf-8"))))
        (out / gold_file.name).write_text(json.dumps(result, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    predict(Path(sys.argv[1]))
