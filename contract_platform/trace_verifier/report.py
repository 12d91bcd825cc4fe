"""What verification found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

KINDS = {
    "changed": ("内容被改动", "changed"),
    "missing": ("缺失", "missing"),
    "inserted": ("此处多出一条", "something was inserted here"),
    "duplicate": ("此处重复了别的记录", "another entry is repeated here"),
    "order": ("此处的次序被调换", "out of order here"),
    "hash": ("随附的杂凑值被改动", "the hash kept with it was changed"),
    "proof": ("没有通向检查点的证明", "no proof leads from it to a checkpoint"),
    "checkpoint": ("检查点不成立", "a checkpoint does not hold"),
    "fork": ("与另存的检查点不一致，存在两种历史", "differs from a kept checkpoint: there are two histories"),
    "event_without_row": ("有轨迹而无业务记录", "an event whose record is gone"),
    "row_without_event": ("有业务记录而无轨迹", "a record that no event tells of"),
    "file": ("文件缺少、被改动或无法读取", "a file is missing, was changed or cannot be read"),
    "signature": ("签名不成立", "a signature does not hold"),
    "key": ("不是用指定的公钥签名的", "not signed with the key that was named"),
}


@dataclass(frozen=True)
class Problem:
    """Something that does not hold: entries ``first`` to ``last`` of the trace, or a checkpoint, or neither."""

    kind: str
    detail: str = ""
    first: int | None = None
    last: int | None = None
    checkpoint: int | None = None

    def words(self) -> tuple[str, str]:
        """In Chinese and English."""
        zh, en = KINDS[self.kind]
        detail = f" ({self.detail})" if self.detail else ""
        if self.first is not None:
            span = str(self.first) if self.first == self.last else f"{self.first}-{self.last}"
            return f"第 {span} 条：{zh}{detail}", f"entry {span}: {en}{detail}"
        if self.checkpoint is not None:
            return f"检查点 {self.checkpoint}：{zh}{detail}", f"checkpoint {self.checkpoint}: {en}{detail}"
        return f"{zh}{detail}", f"{en}{detail}"


@dataclass
class Report:
    """Nothing is wrong when ``problems`` is empty. ``keys`` are the public keys (hex) that signed."""

    path: str
    scope: str = ""
    contract: str = ""
    made: str = ""
    entries: int = 0
    checkpoints: int = 0
    keys: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.problems

    @property
    def first_bad(self) -> int | None:
        """The first entry that does not hold."""
        return min((problem.first for problem in self.problems if problem.first is not None), default=None)

    @property
    def missing(self) -> list[tuple[int, int]]:
        """Ranges of entries that are gone, first and last included."""
        return [(problem.first or 0, problem.last or 0) for problem in self.problems if problem.kind == "missing"]

    def add(self, kind: str, first: int | None = None, last: int | None = None, **more: Any) -> None:  # noqa: ANN401
        """Note a problem with one entry or several, or with what ``more`` names."""
        self.problems.append(Problem(kind=kind, first=first, last=first if last is None else last, **more))

    def add_all(self, kind: str, entries: Iterable[int]) -> None:
        """Note a problem with many entries, as ranges; they come in ascending order."""
        first = last = None
        for entry in entries:
            if last is not None and entry != last + 1:
                self.add(kind, first, last)
                first = None
            first, last = entry if first is None else first, entry
        if first is not None:
            self.add(kind, first, last)

    def signed_by(self, publics: Iterable[bytes]) -> None:
        """Note whose signatures there are."""
        self.keys = sorted({*self.keys, *(public.hex() for public in publics)})

    def data(self) -> dict[str, Any]:
        """As plain data."""
        return {**asdict(self), "ok": self.ok, "first_bad": self.first_bad, "missing": self.missing}
