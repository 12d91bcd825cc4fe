"""Pages of a version: what is printed where on them, and their pictures."""

from litestar import Controller, Response, get
from litestar.params import FromPath, FromQuery

from contract_platform.analysis.pages import PageBox
from contract_platform.application.read_pages import (
    PageLinesView,
    PageView,
    page_lines,
    page_list,
    page_picture,
    span_boxes,
)
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform
from contract_platform.web.documents import SANDBOX

LONGEST = 6  # digits


class PageController(Controller):
    """The text and its pages."""

    path = "/versions/{version_id:str}"
    tags = ["documents"]

    @get("/pages", **operation("page.list"))
    def pages(self, platform: ThePlatform, actor: TheActor, version_id: FromPath[str]) -> tuple[PageView, ...]:
        """The pages of a version, empty for formats without pages."""
        return page_list(platform, actor, version_id)

    @get("/pages/{number:str}", **operation("page.read"))
    def page(
        self, platform: ThePlatform, actor: TheActor, version_id: FromPath[str], number: FromPath[str]
    ) -> PageLinesView:
        """The lines printed on a page, with their places in tenths of a point."""
        return page_lines(platform, actor, version_id, counted(number))

    @get("/boxes", **operation("page.boxes"))
    def boxes(
        self,
        platform: ThePlatform,
        actor: TheActor,
        version_id: FromPath[str],
        start: FromQuery[int],
        end: FromQuery[int],
    ) -> tuple[PageBox, ...]:
        """Where a piece of the text stands on the pages."""
        return span_boxes(platform, actor, version_id, start, end)

    @get("/pages/{number:str}/picture", **operation("page.picture"))
    def picture(
        self, platform: ThePlatform, actor: TheActor, version_id: FromPath[str], number: FromPath[str]
    ) -> Response[bytes]:
        """A page of an image file as JPEG, upright as it was taken."""
        jpeg = page_picture(platform, actor, version_id, counted(number))
        return Response(jpeg, media_type="image/jpeg", headers={"Content-Security-Policy": SANDBOX})


def counted(number: str) -> int:
    """The number of a page in an address; what is no number is no page."""
    return int(number) if number.isascii() and number.isdecimal() and len(number) <= LONGEST else 0
