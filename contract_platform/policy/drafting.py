"""A new version of a profile while it is written: taken from a version, decoded strictly, every change with a paper."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from contract_platform.domain.records import Record
from contract_platform.policy.entries import GROUPS, entries, entry_of, inside
from contract_platform.policy.layers import MERGED
from contract_platform.policy.profile import PolicyProfile
from contract_platform.policy.values import Sourced

Content = Mapping[str, Any]
"""The groups of a profile as plain JSON."""
FREE = frozenset({"materials", "parameters"})
"""Tables whose entries a draft may leave out."""
PLACE = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
replace = msgspec.structs.replace


class Fault(Record, frozen=True, kw_only=True):
    """What cannot be decoded: where (``clocks.REVIEW.days``, "" = the whole), and what the decoder says."""

    where: str
    said: str


class Undecodable(ValueError):
    """The content is no profile."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.where}: {fault.said}")
        self.fault = fault


def content_of(profile: PolicyProfile) -> dict[str, Any]:
    """What a draft begins with."""
    built = json_of(profile)
    return {name: built[name] for name in GROUPS}


def json_of(profile: PolicyProfile) -> dict[str, Any]:
    """A profile as it would come back from where it is kept."""
    built: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(profile))
    return built


def digest_of(base: str, effective_from: date | None, basis: str, content: Content) -> str:
    """What a draft is known by: the same digest, the same draft to the last letter."""
    said = {"base": base, "effective_from": effective_from, "basis": basis, "content": content}
    return hashlib.sha256(msgspec.json.encode(said, order="deterministic")).hexdigest()


def drafted(base: PolicyProfile, content: Content, basis: str) -> PolicyProfile:
    """The profile the content makes, under the head of the version it was taken from.

    What the content does not name at all was not there when it was written, and is taken from the base. Whatever
    differs from the base counts as decided here, on the paper ``basis`` where it names none of its own.

    Raises:
        Undecodable: An unknown key, a wrong type, a group that contradicts itself.
    """
    own = content_of(base)
    unknown = sorted(set(content) - set(GROUPS))
    if unknown:
        raise Undecodable(Fault(where=unknown[0], said="unknown group"))
    raw = json_of(base) | {name: merged(name, own[name], on_paper(content.get(name), basis)) for name in GROUPS}
    try:
        return stamped(base, msgspec.json.decode(msgspec.json.encode(raw), type=PolicyProfile), basis)
    except msgspec.ValidationError as wrong:
        raise Undecodable(fault_of(str(wrong))) from wrong


def on_paper(given: Any, basis: str) -> Any:  # noqa: ANN401 - JSON is anything
    """The same with the paper named where a value names none."""
    match given:
        case dict():
            below = {name: on_paper(one, basis) for name, one in given.items()}
            return below | {"basis": basis} if below.get("basis") == "" else below
        case list():
            return [on_paper(one, basis) for one in given]
        case _:
            return given


def merged(group: str, own: Any, given: Any) -> Any:  # noqa: ANN401 - JSON is anything
    """A group of the draft; of tables whose entries are prescribed, those it does not know are the base's."""
    if given is None:
        return own
    prescribed = group in MERGED and group not in FREE
    return own | given if prescribed and isinstance(given, dict) and isinstance(own, dict) else given


def fault_of(said: str) -> Fault:
    """Where a decoder stumbled, and over what."""
    place = PLACE.search(said)
    return Fault(where=place["path"] if place else "", said=PLACE.sub("", said))


def stamped(base: PolicyProfile, profile: PolicyProfile, basis: str) -> PolicyProfile:
    """The profile with every value that is not the base's marked as decided here."""
    known = {entry.content for entry in entries(base)}
    papers = {(entry.section, entry.basis) for entry in entries(base)}

    def marked(value: Any, path: str) -> Any:  # noqa: ANN401 - values of any group
        match value:
            case msgspec.Struct():
                source = value if isinstance(value, Sourced) else inside(value)
                if source is not None:
                    return with_source(value, source, path)
                below = {name: marked(getattr(value, name), f"{path}.{name}") for name in value.__struct_fields__}
                return replace(value, **below)
            case dict():
                return {name: marked(one, f"{path}.{name}") for name, one in value.items()}
            case tuple():
                return tuple(marked(one, f"{path}.{place}") for place, one in enumerate(value, start=1))
            case _:
                return value

    def with_source(value: msgspec.Struct, source: Sourced, path: str) -> msgspec.Struct:
        entry = entry_of(value, source, path)
        if entry.content in known:
            return value
        own = "" if (entry.section, entry.basis) in papers else entry.basis
        decided = replace(source, basis=own or basis, provenance="decided")
        if source is value:
            return decided
        name = next(one for one in value.__struct_fields__ if getattr(value, one) is source)
        return replace(value, **{name: decided})

    return replace(profile, **{name: marked(getattr(profile, name), name) for name in GROUPS})


def carried(old: PolicyProfile, new: PolicyProfile, content: Content) -> dict[str, Any]:
    """What a draft on the old version says, put on the new one: what it changed stays changed, the rest is the new's.

    Tables are carried value by value, lists as a whole.
    """
    before, after = content_of(old), content_of(new)
    return {name: carry(before[name], after[name], content.get(name, before[name])) for name in GROUPS}


def carry(before: Any, after: Any, said: Any) -> Any:  # noqa: ANN401 - JSON is anything
    """One value or table carried."""
    if not all(isinstance(one, dict) for one in (before, after, said)) or "basis" in said:
        return after if said == before else said
    kept = [name for name in after if name in said or name not in before]
    added = [name for name in said if name not in after and name not in before]
    return {
        name: carry(before.get(name), after.get(name), said[name]) if name in said else after[name]
        for name in (*kept, *added)
    }
