"""All tests: the pages' own with vitest, then everything else in one pytest run whose closing line ends the output.

`--long` adds the tests marked long; anything after it is passed to pytest. With CI=true a missing server, browser or
font is a failure, else it is named here and its tests are skipped.
"""

import os
import subprocess
import sys

from tools import system_packages
from tools.install import FRONTEND, node, on_path
from tools.progress import ROOT, say

# in the order they were collected, so that the long files come early; how they are shared out: tests/conftest.py
PROCESSES = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadscope", "--no-loadscope-reorder")


def main() -> int:
    """Run both; the exit code is that of the first that failed."""
    arguments = sys.argv[1:]
    system_packages.provide()
    say("the pages: vitest")
    sys.stdout.flush()
    vitest = [str(node()), str(FRONTEND / "node_modules" / "vitest" / "vitest.mjs"), "run"]
    pages = subprocess.run(vitest, cwd=FRONTEND, env=on_path(), check=False).returncode
    if pages:
        say("vitest failed, see above; the other tests follow")
    say("everything else: pytest")
    chosen = ["-m", "long or not long"] if "--long" in arguments else []
    passed_on = [argument for argument in arguments if argument != "--long"]
    pytest = [sys.executable, "-m", "pytest", *PROCESSES, *chosen, *passed_on]
    rest = subprocess.run(pytest, cwd=ROOT, env=os.environ, check=False).returncode
    return pages or rest


if __name__ == "__main__":
    sys.exit(main())
