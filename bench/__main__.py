"""``python -m bench``: measure everything once and print one JSON object."""

import argparse
import platform
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from bench import endpoint, ingest, ledger
from bench.pairs import Measure, measure


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """How much is measured: pairs a bench, clauses a document, contracts in the database."""

    pairs: int
    clauses: int
    contracts: int


SCALES = {
    "full": Scale(pairs=9, clauses=30, contracts=20_000),
    "tiny": Scale(pairs=2, clauses=4, contracts=2_000),  # shows that the benches run; its figures mean nothing
}


def run(scale: Scale) -> list[Measure]:
    """Every bench at one scale, in a folder that is gone afterwards."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        found = [measure(bench, scale.pairs) for bench in ingest.benches(folder, scale.clauses)]
        for benches in (ledger.benches, endpoint.benches):  # the second asks over HTTP for what the first one made
            made, close = benches(folder, scale.contracts)
            try:
                found += [measure(bench, scale.pairs) for bench in made]
            finally:
                close()
        return found


def main(arguments: list[str]) -> None:
    """Print the figures with what they were measured on."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--scale", choices=SCALES, default="full")
    scale = parser.parse_args(arguments).scale
    found = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "scale": {"name": scale, **msgspec.to_builtins(SCALES[scale])},
        "ratio": "seconds of ours by seconds of the bare library, pair by pair",
        "benches": msgspec.to_builtins(run(SCALES[scale])),
    }
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")


if __name__ == "__main__":
    main(sys.argv[1:])
