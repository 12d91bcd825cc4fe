"""The ledger from before the platform: found by its headings, looked at first, imported all or none."""

import dataclasses
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from contract_platform.application import commands as c
from contract_platform.application.historic_rows import FIELDS
from contract_platform.application.import_ledger import import_ledger, preview_import, template
from contract_platform.application.list_inbox import list_tasks
from contract_platform.application.list_pages import list_backlog, list_contracts
from contract_platform.application.queries import LedgerFilter
from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.domain.errors import Invalid
from contract_platform.domain.vocabulary import FilingState, ObligationState, Origin, State, Tier
from tests.unit.application.district import District, reasons

HEADINGS = (
    "序号",
    "合同名称",
    "合同编号",
    "相对方",
    "合同金额（万元）",
    "签订日期",
    "履行期限",
    "履行状态",
    "未付金额（元）",
    "应付日期",
)
OLD = (
    1,
    "机房维护合同",
    "数采〔2021〕3号",
    "望澜云屿信息技术有限公司",
    48.6,
    datetime(2021, 3, 1),  # noqa: DTZ001 - a cell has no zone
    "2021-03-01至2027-02-28",
    "履行中",
    162000,
    date(2026, 4, 1),
)
DONE = (
    2,
    "档案柜采购合同",
    "数采〔2020〕9号",
    "望澜文仪办公设备有限公司",
    "8.25",
    "2020年6月8日",
    "2020-06-08至2020-12-31",
    "已完成",
    "",
    "",
)
TODAY = date(2026, 3, 2)


@pytest.fixture
def district(tmp_path):
    found = District(tmp_path / "district")
    found.platform = dataclasses.replace(found.platform, went_live=date(2026, 1, 1))
    found.to(TODAY)
    return found


def book(*rows, headings=HEADINGS, above=(), sheet="2021年以来合同"):
    made = Workbook(write_only=True)
    written = made.create_sheet(sheet)
    for row in (*above, headings, *rows):
        written.append(row)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def spooled(district, content):
    file = district.platform.spool / "台账.xlsx"
    file.write_bytes(content)
    return file


def look(district, content, name="handler", **more):
    return preview_import(
        district.platform, district.actor(name), file=spooled(district, content), filename="台账.xlsx", **more
    )


def run(district, content, name="handler", **more):
    return import_ledger(
        district.platform,
        district.actor(name),
        file=spooled(district, content),
        filename="台账.xlsx",
        secrecy_declared=True,
        **more,
    )


def faults(district, content, **more):
    view = look(district, content, **more)
    with pytest.raises(Invalid) as refused:
        run(district, content, **more)
    assert refused.value.code == "import_refused"
    assert district.find("contracts") == []
    assert reasons(refused) == [reason.code for reason in view.reasons]
    return [(reason.code, reason.params["row"], reason.params.get("column")) for reason in view.reasons]


def test_a_ledger_is_found_under_its_title_by_what_its_columns_are_called(district):
    view = look(district, book(OLD, DONE, above=(("区大数据局历史合同台账",), ())))
    assert (view.sheet, view.heading_row, view.rows, view.faults) == ("2021年以来合同", 3, 2, 0)
    assert {one.column: one.field for one in view.columns} == {
        "B": "name", "C": "paper_no", "D": "parties", "E": "amount", "F": "sign_date", "G": "term", "H": "state",
        "I": "unpaid", "J": "next_due",
    }  # fmt: skip
    assert view.unused == ("序号",)
    assert [(one.name, one.amount_fen, one.unit) for one in view.sample] == [
        ("机房维护合同", 48_600_000, "区大数据局"), ("档案柜采购合同", 8_250_000, "区大数据局"),
    ]  # fmt: skip
    assert district.find("contracts") == []


def test_what_is_imported_is_older_than_the_platform_filed_nowhere_and_watched_from_now_on(district):
    view = run(district, book(OLD, DONE))
    assert view.imported == 2
    old, done = sorted(district.find("contracts"), key=lambda one: one.sign_date, reverse=True)
    assert (old.origin, old.state, old.sign_date, old.paper_no) == (
        Origin.HISTORIC, State.PERFORMING, date(2021, 3, 1), "数采〔2021〕3号",
    )  # fmt: skip
    assert (old.amount_fen, old.term_start, old.term_end) == (48_600_000, date(2021, 3, 1), date(2027, 2, 28))
    assert (old.tier, old.contract_no, old.handler_id) == (Tier.ORDINARY, None, "handler")
    assert [party.name for party in old.parties] == ["望澜区大数据管理局", "望澜云屿信息技术有限公司"]
    assert done.state == State.COMPLETED
    assert {filing.state for filing in district.find("filings")} == {FilingState.NOT_REQUIRED}
    owed = {one.kind: (one.state, one.due_on, one.amount_fen) for one in district.find("obligations")}
    assert owed == {
        "PAYMENT": (ObligationState.PLANNED, date(2026, 4, 1), 16_200_000),
        "TERM_END": (ObligationState.PLANNED, date(2027, 2, 28), None),
    }
    sweep_deadlines(district.platform)
    assert district.find("alerts") == []
    district.to(date(2026, 4, 1))
    sweep_deadlines(district.platform)
    assert [alert.kind for alert in district.find("alerts")] == ["OBLIGATION"]
    [decision] = [one for one in district.find("decisions") if one.contract_id == done.id]
    assert (decision.action, decision.reason) == ("register_existing", "由历史台账导入")


def test_it_can_be_archived(district):
    run(district, book(DONE))
    [done] = district.find("contracts")
    district.act("archivist", done.id, c.Archive())
    assert district.contract(done.id).state == State.ARCHIVED


def test_what_was_overdue_before_is_one_list_and_no_heap_of_tasks(district):
    rows = [
        (
            n,
            f"旧合同{n}",
            f"旧〔2020〕{n}号",
            "望澜净城环境服务有限公司",
            5,
            "2020-05-06",
            "2020-05-06至2025-05-05",
            "履行中",
            100,
            "2025-06-01",
        )
        for n in range(60)
    ]
    run(district, book(*rows))
    sweep_deadlines(district.platform)
    assert district.find("alerts") == []
    assert list_tasks(district.platform, district.actor("handler"), "todo", after=None, limit=50).rows == ()
    page = list_backlog(district.platform, district.actor("supervisor"), after=None, limit=50)
    assert (page.total, len(page.rows), {one.kind for one in page.rows[0].items}) == (
        60,
        50,
        {"OBLIGATION", "TERM_END"},
    )
    assert len(list_backlog(district.platform, district.actor("handler"), after=page.next, limit=50).rows) == 10


def test_one_bad_row_and_nothing_is_imported_row_and_column_named(district):
    bad = (3, "", "x", "某公司", "待定", "2021-02-30", "2022-01-01至2021-01-01", "不知道", "=1+1", "")
    assert faults(district, book(OLD, bad, DONE)) == [
        ("cell_missing", 3, "B"), ("cell_wrong", 3, "E"), ("cell_wrong", 3, "F"), ("cell_wrong", 3, "H"),
        ("cell_formula", 3, "I"), ("row_term_reversed", 3, "B"),
    ]  # fmt: skip


def test_every_fault_of_every_row_is_told_at_once(district):
    young = ("", "新合同", "", "某公司", 1, "2026-02-02", "", "", "", "")
    twice = (*OLD[:1], *OLD[1:])
    assert faults(district, book(OLD, twice, young)) == [("cell_repeated", 3, "B"), ("row_not_historic", 4, "F")]


def test_headings_that_lack_something_or_say_it_twice_are_named(district):
    assert faults(district, book(("甲", "2021-01-01"), headings=("合同名称", "签订日期"))) == [
        ("heading_missing", 1, None)
    ]
    headings = ("合同名称", "相对方", "乙方", "签订日期")
    assert faults(district, book(("甲", "乙", "丙", "2021-01-01"), headings=headings)) == [("heading_twice", 1, None)]
    with pytest.raises(Invalid) as refused:
        look(district, book(("甲", "乙"), headings=("一", "二")))
    assert refused.value.code == "headings_not_found"


def test_a_repetition_is_noticed_and_enters_nothing_twice(district):
    run(district, book(OLD))
    assert look(district, book(OLD, DONE)).known == (2,)
    again = run(district, book(OLD, DONE))
    assert (again.known, again.imported) == ((2,), 1)
    once_more = run(district, book(OLD, DONE))
    assert (once_more.known, once_more.imported) == ((2, 3), 0)
    assert len(district.find("contracts")) == 2


def test_unit_and_officer_come_from_the_row_where_it_names_them(district):
    headings = ("合同名称", "相对方", "签订日期", "承办单位", "承办人")
    row = ("甲合同", "某公司", "2021-01-01", "区大数据局", "姓名handler")
    assert run(district, book(row, headings=headings), "lead").imported == 1
    assert district.find("contracts")[0].handler_id == "handler"
    other = ("乙合同", "某公司", "2021-01-01", "区城管局", "")
    nobody = ("丙合同", "某公司", "2021-01-01", "", "")
    unknown = ("丁合同", "某公司", "2021-01-01", "", "stranger")
    view = look(district, book(other, nobody, unknown, headings=headings), "lead")
    assert [(reason.code, reason.params["row"]) for reason in view.reasons] == [
        ("row_unit_unknown", 2), ("row_handler_unknown", 3), ("row_handler_unknown", 4),
    ]  # fmt: skip


def test_doubts_are_told_and_stop_nothing(district):
    headings = ("合同名称", "相对方", "签订日期", "统一社会信用代码")
    row = ("甲合同", "某公司", "2021-01-01", "91990100074393740A")
    view = look(district, book(row, headings=headings))
    assert [reason.code for reason in view.doubts] == ["row_code_doubtful", "row_without_end"]
    assert run(district, book(row, headings=headings)).imported == 1


def test_secrecy_is_declared_first(district):
    with pytest.raises(Invalid) as refused:
        import_ledger(
            district.platform,
            district.actor("handler"),
            file=spooled(district, book(OLD)),
            filename="台账.xlsx",
            secrecy_declared=False,
        )
    assert refused.value.code == "secrecy_not_declared"


def test_the_template_can_be_filled_in_and_imported(district):
    blank = load_workbook(BytesIO(template(district.platform)))
    sheet = blank.worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    assert headings == [field.heading for field in FIELDS]
    row = dict.fromkeys(headings) | {"合同名称": "甲合同", "相对方": "某公司", "签订日期": "2021-03-01"}
    sheet.append([row[heading] for heading in headings])
    target = BytesIO()
    blank.save(target)
    view = look(district, target.getvalue())
    assert (view.faults, view.rows, view.unused) == (0, 1, ())


def test_five_thousand_rows_are_imported_at_once_and_found(district):
    rows = [
        (
            n,
            f"历史合同{n}",
            f"旧〔2020〕{n}号",
            f"望澜示例{n}有限公司",
            5 + n / 100,
            "2020-05-06",
            "2020-05-06至2030-05-05",
            "履行中",
            "",
            "",
        )
        for n in range(5_000)
    ]
    assert run(district, book(*rows)).imported == 5_000
    page = list_contracts(
        district.platform, district.actor("supervisor"), LedgerFilter(text="历史合同4999"), after=None, limit=5
    )
    assert [row.paper_no for row in page.rows] == ["旧〔2020〕4999号"]
    with pytest.raises(Invalid) as refused:
        run(district, book(*rows, rows[0]))
    assert refused.value.code == "import_too_large"
