"""Plain text, as an office copies it out of its own system."""

from collections.abc import Sequence

from contract_platform.demo.markup import Line


def text(lines: Sequence[Line]) -> bytes:
    """The contract in UTF-8; tables have tabs between their cells."""
    return "\n".join(written(line) for line in lines).encode()


def written(line: Line) -> str:
    """One line; a table row by row, signatures one side after the other."""
    if line.kind == "table":
        return "\n".join("\t".join(row) for row in line.rows)
    if line.kind == "signature":
        return "\n".join(sides(line))
    return f"{line.label} {line.text}" if line.kind == "article" else line.label + line.text


def sides(line: Line) -> list[str]:
    """The lines of signatures where the two sides stand below each other."""
    return [cell for side in zip(*line.rows, strict=True) for cell in side]
