"""The table of background work: what runs under which name and in which lane, and what follows an event."""

from collections.abc import Callable
from datetime import timedelta

import msgspec

from contract_platform.application.analyse_version import analyse_version, give_up_analysis
from contract_platform.application.checkpoint_trace import checkpoint_trace
from contract_platform.application.forms.print_paper import print_paper
from contract_platform.application.ports import Platform
from contract_platform.application.reckon_again import reckon_by_the_calendar_in_force
from contract_platform.application.sequence_trace import adopt_algorithm, sequence_trace
from contract_platform.application.settle_work import settle_lapsed_posts
from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.application.sweep_objects import sweep_objects, sweep_spool
from contract_platform.domain.events import Job

QUICK = "quick"
SLOW = "slow"
LANES = (QUICK, SLOW)


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A use case that runs later. ``run`` marks the job done in the commit of its effect and may be run twice.

    ``gave_up`` is told after the last failed attempt, so that what waited for the job does not wait for ever.
    """

    lane: str
    run: Callable[[Platform, Job], None]
    gave_up: Callable[[Platform, Job], None] | None = None


def finish(platform: Platform, job: Job) -> None:
    """Mark a job done whose effect needs no commit of its own."""
    with platform.unit_of_work() as uow:
        uow.jobs.finish(job.id, platform.clock.now())


def run_sweep_deadlines(platform: Platform, job: Job) -> None:
    """Raise, lift and cancel alerts; the sweep itself changes nothing the second time."""
    sweep_deadlines(platform)
    finish(platform, job)


def run_sweep_objects(platform: Platform, job: Job) -> None:
    """Clear the object store and the spool of what is older than a day and belongs to nobody."""
    sweep_objects(platform)
    sweep_spool(platform)
    finish(platform, job)


def run_settle_posts(platform: Platform, job: Job) -> None:
    """What a new day may bring: posts have ended, the platform has a newer calendar; nothing the second time."""
    settle_lapsed_posts(platform)
    reckon_by_the_calendar_in_force(platform)
    finish(platform, job)


TASKS = {
    "analyse_version": Task(lane=SLOW, run=analyse_version, gave_up=give_up_analysis),
    "print_paper": Task(lane=QUICK, run=print_paper),
    "sweep_deadlines": Task(lane=QUICK, run=run_sweep_deadlines),
    "sweep_objects": Task(lane=QUICK, run=run_sweep_objects),
    "settle_posts": Task(lane=QUICK, run=run_settle_posts),
}


class Periodic(msgspec.Struct, frozen=True, kw_only=True):
    """A task that is due once per period; ``every`` divides a day or is one, reckoned from midnight in Shanghai."""

    name: str
    every: timedelta


PERIODIC = (
    Periodic(name="sweep_deadlines", every=timedelta(hours=1)),
    Periodic(name="sweep_objects", every=timedelta(days=1)),
    Periodic(name="settle_posts", every=timedelta(days=1)),
)


class Continuous(msgspec.Struct, frozen=True, kw_only=True):
    """What goes on all the time beside the ledger of tasks, leaving no row; of several processes each does it.

    ``begin`` is done once a process, ``run`` again and again with this pause, and both may fail and be tried again.
    """

    name: str
    pause: timedelta
    begin: Callable[[Platform], None]
    run: Callable[[Platform], None]


def keep_trace(platform: Platform) -> None:
    """Chain what was committed and sign what is due."""
    sequence_trace(platform)
    checkpoint_trace(platform)


CONTINUOUS = (Continuous(name="keep_trace", pause=timedelta(seconds=0.5), begin=adopt_algorithm, run=keep_trace),)
