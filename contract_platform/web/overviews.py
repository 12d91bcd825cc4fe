"""What people look at first: their tasks, the figures, and the words of the vocabulary."""

from typing import Annotated

from litestar import Controller, get
from litestar.params import FromQuery, QueryParameter

from contract_platform.application.list_pages import OverviewView, list_tasks, overview
from contract_platform.application.queries import TaskPage
from contract_platform.application.read_reference import ReferenceView, list_people, read_reference
from contract_platform.application.views import PersonView
from contract_platform.domain.vocabulary import Role
from contract_platform.web.catalogue import CATALOGUE
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform
from contract_platform.web.paging import After, Limit

Year = Annotated[int | None, QueryParameter(ge=1900, le=2200, description="This year when absent")]


class TaskController(Controller):
    """The inbox."""

    path = "/tasks"
    tags = ["tasks"]

    @get("/", **operation("task.list"))
    def page(
        self,
        platform: ThePlatform,
        actor: TheActor,
        tab: FromQuery[str] = "todo",
        after: After = None,
        limit: Limit = 50,
    ) -> TaskPage:
        """A page of tasks: ``tab`` todo, done or mine."""
        return list_tasks(platform, actor, tab, after=after, limit=limit)


class OverviewController(Controller):
    """The figures."""

    path = "/overview"
    tags = ["overview"]

    @get("/", **operation("overview.read"))
    def read(self, platform: ThePlatform, actor: TheActor, year: Year = None) -> OverviewView:
        """The figures of one year."""
        return overview(platform, actor, year or platform.clock.today().year)


class ReferenceController(Controller):
    """The vocabulary."""

    path = "/reference"
    tags = ["reference"]

    @get("/", **operation("reference.read"))
    def read(self, platform: ThePlatform, actor: TheActor) -> ReferenceView:
        """Labels, classes, rules, units and the texts of reasons."""
        return read_reference(platform, actor, CATALOGUE)


class PersonController(Controller):
    """People who can be named."""

    path = "/people"
    tags = ["people"]

    @get("/", **operation("person.list"))
    def page(self, platform: ThePlatform, actor: TheActor, role: FromQuery[Role]) -> tuple[PersonView, ...]:
        """Who holds a role today."""
        return list_people(platform, actor, role)
