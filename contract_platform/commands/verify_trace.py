"""``contract-platform verify-trace PATH [--json]``: whether an exported trace is complete and unchanged, offline."""

from contract_platform.trace_verifier.command import main


def run(argv: list[str]) -> int:
    """The verifier that every export carries; 0 when everything holds, 1 when not."""
    return main(argv)
