"""The stage on which demo contracts are lived through: real use cases, real actors, and a clock that is moved.

Everything happens in one transaction that the caller opens and commits: the use cases believe they commit, the stage
hands all of them the same unit of work. So a first start that dies half-way leaves the database as empty as it was,
and the next start simply begins again; there is no half-loaded state to recognise or to clean up, and no file is
synced to disk hundreds of times. Uploaded files lie in the object store before that; what a crash leaves there is
swept like any other orphan.
"""

import dataclasses
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from contract_platform.application.actors import actor_of
from contract_platform.application.analyse_version import analyse_version
from contract_platform.application.ports import Jobs, Platform, UnitOfWork
from contract_platform.application.reading_ports import DocumentReader, PageRecogniser
from contract_platform.domain.deadlines import SHANGHAI, roll_back, roll_forward, working_days
from contract_platform.domain.events import Job
from contract_platform.domain.people import Actor
from contract_platform.settings import Policy

DAY = timedelta(days=1)
PROFILE = Policy().profile
"""The stories are written for this profile; what is new afterwards is under the one the installation has chosen."""


class SteppedClock:
    """A clock that stands still until it is moved."""

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        """The instant in UTC."""
        return self.instant

    def today(self) -> date:
        """The date in Shanghai."""
        return self.instant.astimezone(SHANGHAI).date()


class ReadLater(Exception):
    """Recognising a scan takes longer than a first start may."""


class NoScans:
    """A reader of files that recognises nothing."""

    def __init__(self, reader: DocumentReader) -> None:
        self.engine = reader.engine
        self.sniff = reader.sniff
        self.analyse = reader.analyse
        self.picture = reader.picture
        self.signatures = reader.signatures

    def recogniser(self) -> AbstractContextManager[PageRecogniser]:
        """Not now: the job stays in the outbox and is done by whoever works it off."""
        raise ReadLater


class Outbox:
    """The outbox as the stage sees it: what is put in is noted, because nobody else is there to do it."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self.noted: list[Job] = []

    def add(self, job: Job) -> None:
        """Insert and note."""
        self._jobs.add(job)
        self.noted.append(job)

    def finish(self, job_id: str, at: datetime) -> bool:
        """Mark done."""
        return self._jobs.finish(job_id, at)


class Stage:
    """A platform inside one unit of work, with the people of the demo district as its actors."""

    def __init__(self, platform: Platform, uow: UnitOfWork) -> None:
        self.now = platform.clock.now()
        self.today = platform.clock.today()
        self.uow = uow
        self.clock = SteppedClock(self.now)
        self._outbox = Outbox(uow.jobs)
        uow.jobs = self._outbox

        def inside() -> AbstractContextManager[UnitOfWork]:
            return nullcontext(uow)

        self.platform = dataclasses.replace(
            platform,
            clock=self.clock,
            unit_of_work=inside,
            reading=inside,
            reader=NoScans(platform.reader),
            profile_id=PROFILE,
        )

    def open_on(self, day: date) -> None:
        """The day the platform of the stories went into service."""
        self.platform = dataclasses.replace(self.platform, went_live=day)

    def day(self, back: int) -> date:
        """The ``back``-th working day before today, today itself not counted."""
        day, calendar = self.today, self.platform.calendar
        for _ in range(back):
            day = roll_back(calendar, day - DAY)
        return day

    def back(self, day: date) -> int:
        """How many working days ago that day was; of a rest day, the working day before it."""
        calendar = self.platform.calendar
        return working_days(calendar, roll_back(calendar, day) - DAY, self.today - DAY)

    def working(self, day: date) -> date:
        """The day itself or the next working day."""
        return roll_forward(self.platform.calendar, day)

    def at(self, back: int, hour: int, minute: int = 0) -> datetime:
        """An instant on the ``back``-th working day before today, given in local time."""
        return self.on(self.day(back), hour, minute)

    def on(self, day: date, hour: int, minute: int = 0) -> datetime:
        """An instant on a day, given in local time."""
        return datetime.combine(day, time(hour, minute), SHANGHAI).astimezone(UTC)

    def actor(self, username: str) -> Actor:
        """Somebody of the district with the posts held on the day the clock shows."""
        person = self.uow.people.find(username=username)[0]
        return actor_of(self.uow, person, self.clock.today())

    @contextmanager
    def spooled(self, content: bytes) -> Iterator[Path]:
        """A file as if it had just been uploaded."""
        with tempfile.NamedTemporaryFile(dir=self.platform.spool, prefix="demo-") as file:
            file.write(content)
            file.flush()
            yield Path(file.name)

    def read(self) -> None:
        """Do at once what waits in the outbox: read the files that were uploaded. Scans wait for the slow lane."""
        waiting, self._outbox.noted = self._outbox.noted, []
        for job in waiting:
            if job.name == "analyse_version":
                with suppress(ReadLater):
                    analyse_version(self.platform, job)
