"""``python -m bench``: measure everything once and print one JSON object."""

import argparse
import platform
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from bench import endpoint, ingest, ledger, reading, scan, sign_in, trace
from bench.pairs import Measure, measure


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """How much is measured.

    Pairs a bench, clauses a document, pages of a long PDF, contracts in the database, entries of the trace, audited
    writes of each client, pairs of failed sign-ins.
    """

    pairs: int
    clauses: int
    pages: int
    contracts: int
    entries: int
    writes: int
    sign_ins: int


SCALES = {
    "full": Scale(pairs=9, clauses=30, pages=1_000, contracts=20_000, entries=50_000, writes=100, sign_ins=200),
    # shows that the benches run; its figures mean nothing
    "tiny": Scale(pairs=2, clauses=4, pages=20, contracts=2_000, entries=500, writes=5, sign_ins=2),
}


def run(scale: Scale) -> list[Measure]:
    """Every bench at one scale, in a folder that is gone afterwards."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        found = [measure(bench, scale.pairs) for bench in ingest.benches(folder, scale.clauses)]
        found += [measure(bench, scale.pairs) for bench in reading.benches(folder, scale.pages)]
        for make in (
            partial(scan.benches, folder),
            partial(ledger.benches, folder, scale.contracts),
            partial(endpoint.benches, folder, scale.contracts),  # asks over HTTP for what the ledger's benches made
            partial(trace.benches, folder, scale.entries, scale.writes),
        ):
            made, close = make()
            try:
                found += [measure(bench, scale.pairs) for bench in made]
            finally:
                close()
        made, close = sign_in.benches(folder)
        try:
            return found + [measure(bench, scale.sign_ins) for bench in made]
        finally:
            close()


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
