"""The inbox: what there is to do and was done, what one submitted, was told of, or follows."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery, SkipValidation

from contract_platform.application.export_inbox import TABS, export_inbox
from contract_platform.application.inbox_queries import InboxCounts, InboxFilter, MatterPage, TaskPage
from contract_platform.application.list_inbox import count_inbox, list_matters, list_tasks
from contract_platform.domain.vocabulary import State
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform
from contract_platform.web.paging import After, Limit
from contract_platform.web.workbooks import workbook


async def inbox_filter(
    text: FromQuery[str] = "",
    units: FromQuery[list[str] | None] = None,
    states: FromQuery[list[State] | None] = None,
    kinds: FromQuery[list[str] | None] = None,
    due: FromQuery[str] = "",
    holding: FromQuery[str] = "",
    sort: FromQuery[str] = "",
    *,
    unread: FromQuery[bool] = False,
) -> InboxFilter:
    """The filters of the inbox as the address spells them."""
    return InboxFilter(
        text=text,
        units=tuple(units or ()),
        states=tuple(states or ()),
        kinds=tuple(kinds or ()),
        due=due,
        holding=holding,
        unread=unread,
        sort=sort,
    )


Wanted = NamedDependency[SkipValidation[InboxFilter]]
FILTER = {"wanted": Provide(inbox_filter)}


class TaskController(Controller):
    """The inbox."""

    path = "/tasks"
    tags = ["tasks"]

    @get("/", dependencies=FILTER, **operation("task.list"))
    def page(
        self,
        platform: ThePlatform,
        actor: TheActor,
        wanted: Wanted,
        tab: FromQuery[str] = "todo",
        after: After = None,
        limit: Limit = 50,
    ) -> TaskPage:
        """A page of tasks: ``tab`` todo, team (of those one heads) or done."""
        return list_tasks(platform, actor, tab, wanted, after=after, limit=limit)

    @get("/matters", dependencies=FILTER, **operation("task.matters"))
    def matters(
        self,
        platform: ThePlatform,
        actor: TheActor,
        wanted: Wanted,
        tab: FromQuery[str] = "started",
        after: After = None,
        limit: Limit = 50,
    ) -> MatterPage:
        """A page of contracts with whose turn it is: ``tab`` started, copied or followed."""
        return list_matters(platform, actor, tab, wanted, after=after, limit=limit)

    @get("/counts", **operation("task.counts"))
    def counts(self, platform: ThePlatform, actor: TheActor) -> InboxCounts:
        """How much is in each tab."""
        return count_inbox(platform, actor)

    @get("/export", dependencies=FILTER, **operation("task.export"))
    def export(
        self, platform: ThePlatform, actor: TheActor, wanted: Wanted, tab: FromQuery[str] = "todo"
    ) -> Response[bytes]:
        """The filtered tab as a workbook."""
        content = export_inbox(platform, actor, tab, wanted)
        return workbook(content, f"{TABS[tab]}-{platform.clock.today().isoformat()}.xlsx")
