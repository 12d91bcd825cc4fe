"""`make client`: the description of the API and the TypeScript types made from it, out of the running code."""

import json
import sys
from pathlib import Path

from tools.install import FRONTEND, node, on_path
from tools.progress import run

API = FRONTEND / "src" / "api"
DESCRIPTION, TYPES = "openapi.json", "schema.d.ts"


def write(folder: Path) -> None:
    """Write both files into a folder; the same code gives the same bytes."""
    # imported here: this file is read by tests that must load without the web layer
    from contract_platform.web.openapi import document

    folder.mkdir(parents=True, exist_ok=True)
    description = folder / DESCRIPTION
    description.write_text(json.dumps(document(), ensure_ascii=False, indent=2, sort_keys=True) + "\n", "utf-8")
    generator = FRONTEND / "node_modules" / "openapi-typescript" / "bin" / "cli.js"
    command = [str(node()), str(generator), str(description), "--output", str(folder / TYPES)]
    run("generating the types of the API's client", command, cwd=FRONTEND, env=on_path())


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else API)
