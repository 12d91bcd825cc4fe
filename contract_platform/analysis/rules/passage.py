"""A stretch of the compact text, also where its words were put in place of longer ones."""

from bisect import bisect_right
from operator import itemgetter

from contract_platform.analysis.model import Record

Shift = tuple[int, int]
"""From this offset of a passage on, the compact text lies so many characters further along in all."""
_place = itemgetter(0)


class Passage(Record, frozen=True, kw_only=True):
    """A stretch of the compact text; ``at`` is its offset there.

    ``shifts`` say where the words of the passage are shorter or longer than those of the compact text.
    """

    text: str
    at: int
    shifts: tuple[Shift, ...] = ()

    @property
    def end(self) -> int:
        """Where it ends in the compact text."""
        return self.place(len(self.text))

    def place(self, offset: int) -> int:
        """The compact offset of an offset in this passage."""
        return self.at + offset + self._shift(offset)

    def part(self, start: int, end: int) -> "Passage":
        """A stretch of this one."""
        first, last = (bisect_right(self.shifts, offset, key=_place) for offset in (start, end))
        before = self._shift(start)
        inside = tuple((place - start, by - before) for place, by in self.shifts[first:last])
        return Passage(text=self.text[start:end], at=self.place(start), shifts=inside)

    def _shift(self, offset: int) -> int:
        passed = bisect_right(self.shifts, offset, key=_place)
        return self.shifts[passed - 1][1] if passed else 0
