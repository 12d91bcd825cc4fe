"""What people look at first: the figures, and the words of the vocabulary."""

from typing import Annotated

from litestar import Controller, get
from litestar.params import FromQuery, QueryParameter

from contract_platform.application.list_pages import OverviewView, overview
from contract_platform.application.read_reference import ReferenceView, list_people, read_reference
from contract_platform.application.views import PersonView
from contract_platform.domain.vocabulary import Role
from contract_platform.web.catalogue import CATALOGUE
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform

Year = Annotated[int | None, QueryParameter(ge=1900, le=2200, description="This year when absent")]


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
