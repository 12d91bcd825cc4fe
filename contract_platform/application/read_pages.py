"""Pages of a version: where its text stands on them, the way from a piece of text to them, and their pictures."""

import msgspec

from contract_platform.analysis.pages import Page, PageBox, boxes
from contract_platform.application.analyse_version import spooled
from contract_platform.application.load import open_version
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.domain.document import Version
from contract_platform.domain.errors import Invalid, NotFound, Refused
from contract_platform.domain.people import Actor

PICTURES = frozenset({"jpg", "png", "tiff", "bmp"})
"""Image files; what else has pages is drawn by the browser."""


class PageView(View, frozen=True, kw_only=True):
    """A page without its lines; see ``analysis.pages.Page``."""

    number: int
    width: int
    height: int
    source: str
    turn: int
    code: str


class LineView(View, frozen=True, kw_only=True):
    """A printed line; see ``analysis.pages.PlacedLine``. ``edges`` has a member more than the line has code points."""

    start: int
    top: int
    bottom: int
    slope: int
    edges: tuple[int, ...]


class PageLinesView(View, frozen=True, kw_only=True):
    """A page with its lines in reading order."""

    page: PageView
    lines: tuple[LineView, ...]


def page_list(platform: Platform, actor: Actor, version_id: str) -> tuple[PageView, ...]:
    """The pages of the text that is shown; none for formats without pages."""
    return tuple(_view(page) for page in _pages(platform, actor, version_id))


def page_lines(platform: Platform, actor: Actor, version_id: str, number: int) -> PageLinesView:
    """What is printed on a page, and where."""
    page = next((page for page in _pages(platform, actor, version_id) if page.number == number), None)
    if page is None:
        raise NotFound("page_not_found", id=version_id, number=str(number))
    lines = tuple(
        LineView(start=line.start, top=line.top, bottom=line.bottom, slope=line.slope, edges=tuple(line.xs()))
        for line in page.lines
    )
    return PageLinesView(page=_view(page), lines=lines)


def span_boxes(platform: Platform, actor: Actor, version_id: str, start: int, end: int) -> tuple[PageBox, ...]:
    """The rectangles on pages around ``text[start:end]``."""
    if not 0 <= start <= end:
        raise Invalid("span_invalid", start=str(start), end=str(end))
    return tuple(boxes(_pages(platform, actor, version_id), start, end))


def page_picture(platform: Platform, actor: Actor, version_id: str, number: int) -> bytes:
    """A page as JPEG; ``Refused`` for files that browsers draw themselves."""
    with platform.reading() as uow:
        _, _, version = open_version(uow, actor, version_id)
        layout = _layout(uow, version)
    if number < 1:
        raise NotFound("page_not_found", id=version_id, number=str(number))
    if version.media not in PICTURES:
        raise Refused("page_not_shown", cause="not_a_contract_file_type")
    turn = next((page.turn for page in layout if page.number == number), 0)
    with spooled(platform, version.sha256) as file:
        return platform.reader.picture(file, version.media, number, turn)


def _pages(platform: Platform, actor: Actor, version_id: str) -> tuple[Page, ...]:
    with platform.reading() as uow:
        _, _, version = open_version(uow, actor, version_id)
        if version.analysis_id is None:
            raise Refused("analysis_not_ready", state=version.analysis_state)
        return _layout(uow, version)


def _layout(uow: UnitOfWork, version: Version) -> tuple[Page, ...]:
    """The pages of the analysis that is shown, none without one."""
    layout = uow.analyses.get(version.analysis_id).layout if version.analysis_id else b""
    return msgspec.msgpack.decode(layout, type=tuple[Page, ...]) if layout else ()


def _view(page: Page) -> PageView:
    return PageView(
        number=page.number,
        width=page.width,
        height=page.height,
        source=page.source,
        turn=page.turn,
        code=page.code,
    )
