"""The evaluation corpus, where it is present: CORPUS_DIR, else ../shared/corpus beside the repository."""

from pathlib import Path

import pytest

from tests.corpus.predict import CORPUS


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The corpus folder; its absence skips the test visibly."""
    if not (CORPUS / "dev" / "manifest.json").is_file():
        pytest.skip(f"no evaluation corpus at {CORPUS}")
    return CORPUS
