"""Profile files on top of each other: a profile states its own values and takes the rest from the one it stands on."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Raw = Mapping[str, Any]

MERGED = (  # value by value; the nearer one wins
    "clocks",
    "disputes",
    "keeping",
    "limits",
    "materials",
    "numbers",
    "opinions",
    "parameters",
    "reports",
    "reviewing",
    "routing",
    "scope",
    "signing",
    "suspension",
    "warning_windows",
)
OWN = ("id", "version", "name", "effective_from", "effective_to", "on")  # never taken over
FILING = "filing_targets"


def read(folder: Path) -> list[dict[str, Any]]:
    """The files of a folder as they stand, each with everything it takes over filled in."""
    files = [parsed(path) for path in sorted(folder.glob("*.toml"))]
    named = {f"{raw.get('id')}@{raw.get('version')}": raw for raw in files}
    if len(named) < len(files):
        raise ValueError("two profile files of the same id and version")
    return [dict(complete(raw, named)) for raw in files]


def parsed(path: Path) -> dict[str, Any]:
    """One file, or ``ValueError`` naming it."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        raise ValueError(f"{path.name}: {wrong}") from wrong


def complete(raw: Raw, named: Mapping[str, Raw], above: Sequence[str] = ()) -> Raw:
    """The file with the values of what it stands on, down to the ground."""
    on = raw.get("on")
    if on is None:
        return raw
    if on not in named or on in above:
        raise ValueError(f"{raw.get('id')} stands on {on}, which is missing or stands on it")
    return laid(raw, complete(named[on], named, (*above, on)))


def laid(top: Raw, ground: Raw) -> Raw:
    """One file on another: tables value by value, filing targets by name, everything else as a whole."""
    both = {name: value for name, value in ground.items() if name not in OWN} | dict(top)
    for name in MERGED:
        if name in top and name in ground:
            both[name] = ground[name] | top[name]
    if FILING in top and FILING in ground:
        own = {entry.get("target") for entry in top[FILING]}
        both[FILING] = [*top[FILING], *(entry for entry in ground[FILING] if entry.get("target") not in own)]
    return both
