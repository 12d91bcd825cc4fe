"""A revenue lease whose term ends within a month: three rents, the last of them paid late."""

from datetime import date, timedelta

from contract_platform.application.commands import NewObligation
from contract_platform.demo import companies
from contract_platform.demo.director import Story
from contract_platform.demo.district import office
from contract_platform.demo.matter import Matter
from contract_platform.demo.samples import Draft
from contract_platform.demo.stage import Stage
from contract_platform.demo.stories.followups import TERM_END, filed, planned, reported, verified
from contract_platform.demo.stories.line import drafted, passed, signed, submitted
from contract_platform.domain.vocabulary import AlertKind, ObligationKind

LEFT = timedelta(days=24)  # of the term
QUARTERS = ("第一季度", "第二季度", "第三季度")
QUARTER = timedelta(days=91)
EARLY, LATE = timedelta(days=6), timedelta(days=12)


def lease(stage: Stage) -> Story:
    """Signed nine months ago, filed in time, two rents in time, one late, and the end in sight."""
    end = stage.today + LEFT
    start = end - len(QUARTERS) * QUARTER
    values = {"place": "望澜区澜江大道5号文化广场一层", "area": "186.5", "use": "图书和文创零售", "method": "公开招租"}
    draft = Draft(
        template="lease",
        name="澜江文化广场书吧场地租赁合同",
        office=office("affairs"),
        company=companies.BOOKS,
        yuan=108_000,
        start=start,
        end=end,
        values=values,
        form="pdf",
    )
    m = Matter(stage, "affairs", draft)
    back = stage.back(start - timedelta(days=8))
    yield from drafted(m, back + 7)
    yield from submitted(m, back + 7)
    yield from passed(m, back + 5)
    yield from signed(m, back)
    yield from planned(m, back - 1, {"押金": stage.day(back) + timedelta(days=5), TERM_END: end})
    enter_rents(m, start)
    yield from reported(m, stage.at(back - 2, 10, 50), "押金")
    yield from verified(m, stage.at(back - 3, 9, 30), "押金")
    yield from filed(m, back - 3)
    for number, quarter in enumerate(QUARTERS[:-1]):
        yield from paid(m, due(start, number) - EARLY, quarter)
    yield from paid_late(m, due(start, 2), QUARTERS[2])
    yield stage.on(stage.working(end - timedelta(days=35)), 10, 15)
    m.answer("chengban2", AlertKind.TERM_END, "acknowledge")


def due(start: date, quarter: int) -> date:
    """The day by which a quarter's rent is due."""
    return start + quarter * QUARTER + timedelta(days=7)


def enter_rents(m: Matter, start: date) -> None:
    """The text states one rent a quarter; the handler enters all of them."""
    for number, quarter in enumerate(QUARTERS):
        rent = NewObligation(
            kind=ObligationKind.COLLECTION,
            side="theirs",
            content=f"{quarter}租金",
            due_on=due(start, number),
            amount_fen=m.draft.yuan * 100 // len(QUARTERS),
        )
        m.enter(rent)


def paid(m: Matter, day: date, quarter: str) -> Story:
    """Paid on a day, verified on the next working day."""
    paid_on = m.stage.working(day)
    yield from reported(m, m.stage.on(paid_on, 11, 5), quarter)
    yield from verified(m, m.stage.on(m.stage.working(paid_on + timedelta(days=1)), 9, 45), quarter)


def paid_late(m: Matter, day: date, quarter: str) -> Story:
    """The alert is signed for, the tenant reminded, the rent paid, the alert closed."""
    stage = m.stage
    yield stage.on(stage.working(day + timedelta(days=3)), 9, 20)
    m.answer("chengban2", AlertKind.OBLIGATION, "acknowledge")
    yield from paid(m, day + LATE, quarter)
    yield stage.on(stage.working(day + LATE + timedelta(days=1)), 10, 20)
    note = "已书面催告，承租人已缴清当季租金，并按日万分之五缴纳违约金。"
    m.answer("chengban2", AlertKind.OBLIGATION, "dispose", note)
    yield stage.on(stage.working(day + LATE + timedelta(days=4)), 15, 10)
    m.answer("jianguan", AlertKind.OBLIGATION, "close")
