"""Seeded choices, and the grammar of the phrase bank: ``<a|b|>`` is one of its alternatives, nested or empty."""

import random
import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")

INNERMOST = re.compile(r"<([^<>]*)>")


class Chance:
    """One stream of choices; the same seed gives the same stream on every machine."""

    def __init__(self, *seed: object) -> None:
        self._random = random.Random(":".join(map(str, seed)))

    def pick(self, options: Sequence[T]) -> T:
        return options[self.number(0, len(options) - 1)]

    def maybe(self, share: float) -> bool:
        return self._random.random() < share

    def number(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self._random.random() * (high - low + 1))

    def weighted(self, weights: Mapping[T, float]) -> T:
        at = self._random.random() * sum(weights.values())
        for option, weight in weights.items():
            at -= weight
            if at < 0:
                return option
        return next(iter(weights))

    def some(self, options: Sequence[T], count: int) -> list[T]:
        """Up to ``count`` different options, in the order they stand in."""
        left = list(range(len(options)))
        chosen = [left.pop(self.number(0, len(left) - 1)) for _ in range(min(count, len(left)))]
        return [options[index] for index in sorted(chosen)]

    def shuffled(self, options: Sequence[T]) -> list[T]:
        left = list(options)
        return [left.pop(self.number(0, len(left) - 1)) for _ in range(len(left))]

    def unfold(self, template: str) -> str:
        """The template with every ``<a|b>`` decided."""
        while found := INNERMOST.search(template):
            template = template[: found.start()] + self.pick(found[1].split("|")) + template[found.end() :]
        return template
