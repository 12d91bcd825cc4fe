"""Generate, read, score."""

from pathlib import Path

from contract_platform.commands.analyze import analyze_file
from tests.generated.files import generate
from tests.generated.score import score
from tests.generated.summary import DRAWS, Summary, summary


def run(folder: Path, seed: int, count: int, *, draws: int = DRAWS) -> Summary:
    """The summary of ``count`` contracts of a seed, written to ``folder`` and read through the platform."""
    made = generate(folder, seed, count)
    return summary([score(truth, analyze_file(path)) for path, truth in made], draws=draws)
