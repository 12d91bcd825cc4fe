"""A profile taken apart into its values, each with where it comes from; and two profiles laid side by side.

Pages, comparisons, drafts and the count of what is unconfirmed all go by these entries, so that a group added to the
profile is shown, compared and checked without anybody remembering to.
"""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from typing import Any

import msgspec

from contract_platform.domain.records import Record
from contract_platform.policy.profile import PolicyProfile
from contract_platform.policy.values import Provenance, Sourced

HEAD = ("id", "version", "name", "effective_from", "effective_to", "on")
"""What names a profile; the rest are its groups of values."""
GROUPS = tuple(name for name in PolicyProfile.__struct_fields__ if name not in HEAD)
SETTLED = frozenset({"verified", "decided"})


class Entry(Record, frozen=True, kw_only=True):
    """One value. ``name`` is its path, such as ``clocks.REVIEW`` or ``routing.major.1`` (lists count from 1).

    ``value`` is what it says, without basis and provenance, as plain JSON.
    """

    name: str
    value: dict[str, Any]
    basis: str
    provenance: Provenance

    @property
    def group(self) -> str:
        """The group it belongs to."""
        return self.name.partition(".")[0]

    @property
    def section(self) -> str:
        """Its path without the place in a list, ``routing.major``; the name itself outside lists."""
        head, _, last = self.name.rpartition(".")
        return head if last.isdigit() else self.name

    @property
    def confirmed(self) -> bool:
        """Whether it was read in a text or decided by the bureau; everything else is shown as 未经确认."""
        return self.provenance in SETTLED

    @property
    def content(self) -> tuple[object, ...]:
        """What makes it the same value wherever in a list it stands."""
        return self.section, msgspec.json.encode(self.value), self.basis, self.provenance


class Difference(Record, frozen=True, kw_only=True):
    """A value that is not the same in two profiles; None = not there."""

    before: Entry | None
    after: Entry | None

    @property
    def said(self) -> bool:
        """Whether what is said differs, not just where it comes from."""
        return self.before is None or self.after is None or self.before.value != self.after.value


def entries(profile: PolicyProfile) -> tuple[Entry, ...]:
    """Every value of a profile, group by group."""
    return tuple(entry for group in GROUPS for entry in found(getattr(profile, group), group))


def found(value: object, path: str) -> Iterator[Entry]:
    """The values at a path and below it."""
    match value:
        case Sourced():
            yield entry_of(value, value, path)
        case msgspec.Struct() if inner := inside(value):
            yield entry_of(value, inner, path)
        case msgspec.Struct():
            for name in value.__struct_fields__:
                yield from found(getattr(value, name), f"{path}.{name}")
        case Mapping():
            for name, one in value.items():
                yield from found(one, f"{path}.{name}")
        case tuple():
            for place, one in enumerate(value, start=1):
                yield from found(one, f"{path}.{place}")


def inside(value: msgspec.Struct) -> Sourced | None:
    """The source of a value whose plain fields stand beside its sourced one, such as a filing target."""
    fields = [getattr(value, name) for name in value.__struct_fields__]
    plain = any(isinstance(one, str | int) for one in fields)
    return next((one for one in fields if isinstance(one, Sourced)), None) if plain else None


def entry_of(value: msgspec.Struct, source: Sourced, path: str) -> Entry:
    """One value with its source taken out."""
    said = without_source(msgspec.to_builtins(value))
    return Entry(name=path, value=said, basis=source.basis, provenance=source.provenance)


def without_source(built: Any) -> Any:  # noqa: ANN401 - JSON is anything
    """The same without basis and provenance and without what is not said, at every depth."""
    if isinstance(built, tuple | list):
        return tuple(without_source(one) for one in built)
    if not isinstance(built, dict):
        return built
    said = {name: without_source(one) for name, one in built.items() if name not in Sourced.__struct_fields__}
    return {name: one for name, one in said.items() if one not in (None, ())}


def differences(before: PolicyProfile, after: PolicyProfile) -> tuple[Difference, ...]:
    """What the second profile says otherwise, adds or leaves out, in the order of the groups."""
    old, new = by_section(before), by_section(after)
    order = [*new, *(section for section in old if section not in new)]
    order.sort(key=lambda section: GROUPS.index(section.partition(".")[0]))
    return tuple(pair for section in order for pair in aligned(old.get(section, []), new.get(section, [])))


def by_section(profile: PolicyProfile) -> dict[str, list[Entry]]:
    """The entries of a profile, lists kept together."""
    return {section: list(group) for section, group in groupby(entries(profile), key=lambda entry: entry.section)}


def aligned(old: list[Entry], new: list[Entry]) -> Iterator[Difference]:
    """The pairs that differ; of a list, what stayed is recognised wherever it moved to in order."""
    matcher = SequenceMatcher(None, [one.content for one in old], [one.content for one in new], autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            for before, after in zip_longest(old[first:last], new[start:end]):
                yield Difference(before=before, after=after)
