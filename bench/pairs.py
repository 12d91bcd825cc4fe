"""Measuring two ways to the same result in turn, so that a busy machine slows both alike."""

import gc
import statistics
import time
from collections.abc import Callable
from typing import Any

import msgspec


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """Median and quartiles of a series."""

    median: float
    q1: float
    q3: float


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """One bench: ``ratio`` is ours by bare, pair by pair; seconds are the medians of either side.

    ``equal`` says what was compared before anything was timed, ``peak_mebibytes`` what a process of its own needed.
    """

    name: str
    bare: str
    equal: str
    pairs: int
    ratio: Spread
    ours_seconds: float
    bare_seconds: float
    peak_mebibytes: float | None = None


class Bench(msgspec.Struct, frozen=True, kw_only=True):
    """Two sides that give the same result. ``same`` raises ``Unequal`` where they do not."""

    name: str
    bare_is: str
    equal: str
    ours: Callable[[], Any]
    bare: Callable[[], Any]
    same: Callable[[], None]
    repeats: int = 1
    peak: Callable[[], float] | None = None


class Unequal(Exception):
    """The two sides do not give the same result: comparing their times would mean nothing."""


def expect_equal(what: str, ours: object, bare: object) -> None:
    """Refuse to go on with different results."""
    if ours != bare:
        raise Unequal(f"{what}: {str(ours)[:200]!r} is not {str(bare)[:200]!r}")


def measure(bench: Bench, pairs: int) -> Measure:
    """Prove that both sides agree, then time them in pairs; who goes first alternates."""
    bench.same()
    ours: list[float] = []
    bare: list[float] = []
    for turn in range(pairs):
        sides = [(bench.ours, ours), (bench.bare, bare)]
        for side, times in sides if turn % 2 else reversed(sides):
            times.append(seconds(side, bench.repeats))
    return Measure(
        name=bench.name,
        bare=bench.bare_is,
        equal=bench.equal,
        pairs=pairs,
        ratio=spread([mine / theirs for mine, theirs in zip(ours, bare, strict=True)]),
        ours_seconds=round(statistics.median(ours), 6),
        bare_seconds=round(statistics.median(bare), 6),
        peak_mebibytes=bench.peak() if bench.peak else None,
    )


def seconds(call: Callable[[], Any], repeats: int) -> float:
    """Wall time of one call, the fastest of ``repeats``, without pauses of the garbage collector.

    What makes a repetition slower than the fastest is other work on the machine.
    """
    gc.collect()
    gc.disable()
    try:
        return min(timed(call) for _ in range(repeats))
    finally:
        gc.enable()


def timed(call: Callable[[], Any]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def spread(values: list[float]) -> Spread:
    """Median and quartiles; of fewer than two values all three are the same."""
    q1, median, q3 = statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
    return Spread(median=round(median, 3), q1=round(q1, 3), q3=round(q3, 3))
