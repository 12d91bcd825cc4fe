"""What leaves the platform shows personal numbers to those who work with them, and stars to everybody else.

A view is walked field by field, so a field that is added later is masked without anybody thinking of it. What is a
piece of the canonical text becomes the same piece of the masked text: ``quote == text[start:end]`` still holds.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from contract_platform.domain.contract import Contract
from contract_platform.domain.masking import mask_field, mask_text, sees_clear
from contract_platform.domain.people import Actor

T = TypeVar("T")


def shown(actor: Actor, contract: Contract, view: T, *, text: str = "") -> T:
    """The view as this person may see it; ``text`` is the canonical text its offsets belong to, if any."""
    return view if sees_clear(actor, contract) else masked(view, text=text)


def masked(view: T, *, text: str = "") -> T:
    """The view with all personal numbers masked."""
    seen: T = _Walk(text).value("", view)
    return seen


def masked_data(data: Mapping[str, object]) -> dict[str, object]:
    """What the trace may keep of an act: it is never changed, so no personal number goes in."""
    walk = _Walk("")
    return {name: walk.value(name, value) for name, value in data.items()}


class _Walk:
    """Walks values beside one canonical text, masked once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._masked = mask_text(text)

    def value(self, name: str, value: Any) -> Any:  # noqa: ANN401 - any field of any view
        """The value of a field; members of the vocabulary are no text."""
        if type(value) is str:
            return mask_field(name, value)
        if isinstance(value, msgspec.Struct):
            return self._record(value)
        if isinstance(value, tuple | list):
            return type(value)([self.value(name, item) for item in value])
        if isinstance(value, dict):
            return {key: self.value(str(key), item) for key, item in value.items()}
        return value

    def _record(self, record: msgspec.Struct) -> msgspec.Struct:
        start = getattr(record, "start", None)
        changed = {}
        for name in record.__struct_fields__:
            old = getattr(record, name)
            new = self._piece(start, old) if isinstance(start, int) and type(old) is str else None
            new = self.value(name, old) if new is None else new
            if new != old:
                changed[name] = new
        return msgspec.structs.replace(record, **changed) if changed else record

    def _piece(self, start: int, value: str) -> str | None:
        end = start + len(value)
        return self._masked[start:end] if value and self._text[start:end] == value else None
