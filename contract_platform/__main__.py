"""``contract-platform COMMAND …``: every module of ``contract_platform.commands`` is a command of its name."""

import importlib
import pkgutil
import sys

from contract_platform import commands
from contract_platform.settings import SettingsError

USAGE = 2  # exit code
INTERRUPTED = 130  # as shells report Ctrl-C


def names() -> list[str]:
    """All commands."""
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(commands.__path__))


def summary(name: str) -> str:
    """The first line of a command's docstring."""
    doc = module(name).__doc__ or ""
    return doc.strip().splitlines()[0].partition("``: ")[2]


def module(name: str) -> "object":
    """The module of a command."""
    return importlib.import_module(f"contract_platform.commands.{name.replace('-', '_')}")


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    name, *rest = (sys.argv[1:] if argv is None else argv) or [""]
    if name not in names():
        lines = "\n".join(f"  {one:<14} {summary(one)}" for one in names())
        print(
            f"contract-platform COMMAND\n{lines}",
            file=sys.stdout if name in {"", "help", "-h", "--help"} else sys.stderr,
        )
        return 0 if name in {"help", "-h", "--help"} else USAGE
    try:
        return int(module(name).run(rest))  # type: ignore[attr-defined]
    except SettingsError as error:
        print(error, file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
