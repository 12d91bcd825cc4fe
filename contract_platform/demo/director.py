"""Plays all stories at once in the order of time, so that numbers, alerts and trace come out as in real life."""

import heapq
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta

from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.demo.stage import Stage

Story = Iterator[datetime]
"""Something that happens: it yields the instant at which it wants to go on."""
SPREAD, WITHIN = 7, 40  # minutes by which stories are set apart, so that nobody acts on the stroke of the hour


def play(stage: Stage, stories: Sequence[Story], told: Callable[[int], None]) -> None:
    """Play the stories; the clock ends at the present. ``told`` hears how many stories have ended."""
    waiting: list[tuple[datetime, int]] = []
    ended = 0
    for number, story in enumerate(stories):
        heapq.heappush(waiting, (moment(stage, number, next(story)), number))
    while waiting:
        instant, number = heapq.heappop(waiting)
        stage.clock.instant = instant
        following = next(stories[number], None)
        if following is not None:
            heapq.heappush(waiting, (max(instant, moment(stage, number, following)), number))
        else:
            ended += 1
            told(ended)
    stage.clock.instant = stage.now
    sweep_deadlines(stage.platform)


def moment(stage: Stage, number: int, asked: datetime) -> datetime:
    """When a story goes on: a little later than asked for, never in the future."""
    return min(stage.now, asked + timedelta(minutes=number * SPREAD % WITHIN, seconds=number * SPREAD % 60))


def watch(stage: Stage, first: int) -> Story:
    """The sweep of every working day, beginning ``first`` working days ago."""
    for back in range(first, 0, -1):
        yield stage.at(back, 7, 30)
        sweep_deadlines(stage.platform)
