"""``python -m tests.generated --count 300 --seed 1 [--json OUT] [--keep FOLDER] [--failures N]``: the accuracy."""

import argparse
import sys
import tempfile
from pathlib import Path

import msgspec

from tests.generated.run import run
from tests.generated.summary import failures, table


def main() -> int:
    """Print the tables; 0 whatever they say, the test judges."""
    parser = argparse.ArgumentParser(prog="python -m tests.generated", description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--keep", type=Path, help="write the contracts and their truth here")
    parser.add_argument("--failures", type=int, default=0, help="show up to so many failures of each fact and rule")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = run(options.keep or Path(folder), options.seed, options.count)
    sys.stdout.write(f"{table(result)}\n")
    if options.failures:
        sys.stdout.write(f"\n{failures(result, options.failures)}\n")
    if options.json:
        options.json.write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
