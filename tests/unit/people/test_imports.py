"""Units, people and posts out of a workbook: all of it after approval, or nothing, with every fault named."""

import zipfile
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from contract_platform.application.import_people import request_import, template
from contract_platform.application.import_rows import FORMS
from contract_platform.domain.errors import Forbidden, Invalid, Refused
from contract_platform.domain.vocabulary import ChangeState, Role

UNITS = ("单位全称", "单位简称", "类别", "上级单位全称")
PEOPLE = ("用户名", "姓名")
POSTS = ("用户名", "单位全称", "岗位", "起日", "止日")


def book(units=(), people=(), posts=(), *, headings=(UNITS, PEOPLE, POSTS), leave=()):
    made = Workbook(write_only=True)
    for name, first, rows in zip(("机构", "人员", "岗位"), headings, (units, people, posts), strict=True):
        if name in leave:
            continue
        sheet = made.create_sheet(name)
        sheet.append(first)
        for row in rows:
            sheet.append(row)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


GOOD: dict[str, Any] = {
    "units": [
        ("望澜区园林局", "区园林局", "工作部门", "望澜区"),
        ("园林养护站", "养护站", "INSTITUTION", "望澜区园林局"),
    ],
    "people": [("linyi", "林一"), ("liner", "林二")],
    "posts": [
        ("linyi", "望澜区园林局", "承办人", "2026-03-02", ""),
        ("liner", "园林养护站", "单位负责人", date(2026, 3, 2), datetime(2027, 3, 1)),  # noqa: DTZ001 - a cell has no zone
        ("stranger", "望澜区园林局", "SIGNATORY", "2026/3/2", "2026年12月31日"),
    ],
}


def ask(staffed, content, name="system", reason="机构改革", filename="名单.xlsx"):
    file = staffed.platform.spool / "import.xlsx"
    file.write_bytes(content)
    return request_import(staffed.platform, staffed.actor(name), file=file, filename=filename, reason=reason)


def faults(staffed, content):
    with pytest.raises(Invalid) as refused:
        ask(staffed, content)
    assert refused.value.code == "import_refused"
    reasons: Any = refused.value.params["reasons"]
    assert staffed.find("changes") == []
    return [(one.code, one.params.get("sheet"), one.params.get("row"), one.params.get("column")) for one in reasons]


def counts(staffed):
    return len(staffed.find("units")), len(staffed.find("people")), len(staffed.find("posts"))


def test_everything_is_there_once_it_is_approved(staffed):
    before = counts(staffed)
    asked = ask(staffed, book(**GOOD))
    assert counts(staffed) == before
    approved = staffed.decide("security", asked)
    assert [one.username for one in approved.issued] == ["linyi", "liner"]
    assert counts(staffed) == (before[0] + 2, before[1] + 2, before[2] + 3)
    [station] = staffed.find("units", name="园林养护站")
    [bureau] = staffed.find("units", name="望澜区园林局")
    assert station.parent_id == bureau.id
    [person] = staffed.find("people", username="liner")
    [post] = staffed.find("posts", person_id=person.id)
    assert (post.role, post.unit_id, str(post.valid_to)) == (Role.HANDLER_LEAD, station.id, "2027-03-01")
    assert not person.disabled


def test_nothing_is_there_when_it_is_rejected(staffed):
    before = counts(staffed)
    staffed.decide("security", ask(staffed, book(**GOOD)), "reject", note="名单有误")
    assert counts(staffed) == before


@pytest.mark.parametrize("name", ["security", "auditor", "handler"])
def test_only_system_administrators_import(staffed, name):
    with pytest.raises(Forbidden):
        ask(staffed, book(**GOOD), name)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"people": [("linyi", "林一"), ("Lin Er", "林二")]}, ("cell_wrong", "人员", 3, "A")),
        ({"people": [("linyi", "林一"), ("liner", None)]}, ("cell_missing", "人员", 3, "B")),
        ({"people": [("linyi", "林一"), ("linyi", "林二"), ("liner", "林二")]}, ("cell_repeated", "人员", 3, "A")),
        ({"people": [("linyi", "林一"), ("liner", "林二"), ("handler", "已有")]}, ("cell_repeated", "人员", 4, "A")),
        ({"people": [("linyi", "=1+1"), ("liner", "林二")]}, ("cell_formula", "人员", 2, "B")),
        ({"people": [("linyi", "+cmd"), ("liner", "林二")]}, ("cell_wrong", "人员", 2, "B")),
        ({"units": [*GOOD["units"], ("甲", "甲", "部", "望澜区")]}, ("cell_wrong", "机构", 4, "C")),
        ({"units": [*GOOD["units"], ("甲", "甲", "工作部门", "无")]}, ("cell_unknown", "机构", 4, "D")),
        ({"units": [*GOOD["units"], ("望澜区", "甲", "工作部门", "望澜区")]}, ("cell_repeated", "机构", 4, "A")),
        ({"posts": [("nobody", "望澜区园林局", "承办人", "2026-03-02", None)]}, ("cell_unknown", "岗位", 2, "A")),
        ({"posts": [("linyi", "无此单位", "承办人", "2026-03-02", None)]}, ("cell_unknown", "岗位", 2, "B")),
        ({"posts": [("linyi", "望澜区园林局", "局长", "2026-03-02", None)]}, ("cell_wrong", "岗位", 2, "C")),
        ({"posts": [("linyi", "望澜区园林局", "系统管理员", "2026-03-02", None)]}, ("cell_wrong", "岗位", 2, "C")),
        ({"posts": [("linyi", "望澜区园林局", "承办人", "2026-02-30", None)]}, ("cell_wrong", "岗位", 2, "D")),
        ({"posts": [("linyi", "望澜区园林局", "承办人", "2026-03-02", "2026-03-01")]}, ("cell_wrong", "岗位", 2, "E")),
        ({"posts": [("linyi", "望澜区园林局", "承办人", "=TODAY()", None)]}, ("cell_formula", "岗位", 2, "D")),
        ({"posts": [("auditor", "望澜区园林局", "承办人", "2026-03-02", None)]}, ("row_excluded", "岗位", 2, "C")),
        (
            {"posts": [("linyi", "望澜区园林局", "承办人", "2026-03-02", None)] * 2},
            ("cell_repeated", "岗位", 3, "C"),
        ),
    ],
)
def test_one_bad_cell_is_named_and_nothing_is_kept(staffed, change, fault):
    assert fault in faults(staffed, book(**(GOOD | change)))


def test_all_faults_are_told_at_once(staffed):
    people = [("A", ""), ("liner", "林二"), ("=2", "林三")]
    assert len(faults(staffed, book(**(GOOD | {"people": people})))) == 3


def test_what_changed_meanwhile_stands_against_the_approval(staffed):
    asked = ask(staffed, book(**GOOD))
    with staffed.platform.unit_of_work() as uow:
        person = uow.people.get("handler")
        uow.people.add(type(person)(id="new", username="liner", name="先到", password_hash="-"))
    before = counts(staffed)
    with pytest.raises(Refused) as refused:
        staffed.decide("security", asked)
    told: Any = refused.value.params["reasons"]
    assert "cell_repeated" in [one.code for one in told]
    assert counts(staffed) == before
    [waiting] = staffed.find("changes", id=asked.id)
    assert waiting.state == ChangeState.PENDING


@pytest.mark.parametrize("leave", ["机构", "人员", "岗位"])
def test_a_missing_sheet_is_named(staffed, leave):
    assert faults(staffed, book(**GOOD, leave=[leave])) == [("sheet_missing", leave, None, None)]


def test_a_wrong_heading_is_named(staffed):
    headings = (UNITS, ("用户名", "名字"), POSTS)
    assert faults(staffed, book(**GOOD, headings=headings)) == [("heading_wrong", "人员", None, "B")]


def test_an_empty_template_is_nothing_to_import(staffed):
    with pytest.raises(Invalid, match="import_empty"):
        ask(staffed, template(staffed.platform))


def test_too_many_rows_are_refused(staffed):
    people = [(f"lin{number:03}", "林") for number in range(201)]
    assert faults(staffed, book(people=people)) == [("import_too_large", None, None, None)]


def entity_bomb():
    source = BytesIO(book(**GOOD))
    target = BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>' + data
            new.writestr(name, data)
    return target.getvalue()


def bomb():
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("xl/workbook.xml", b"<workbook/>")
        new.writestr("xl/worksheets/sheet1.xml", b"<a>" + b" " * (64 << 20))
    return target.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04broken", "不是表格".encode(), entity_bomb(), bomb(), book(**GOOD)[:900]],
    ids=["empty", "broken", "text", "entities", "bomb", "cut"],
)
def test_what_is_no_workbook_or_an_attack_is_refused(staffed, content):
    with pytest.raises(Invalid, match="import_unreadable"):
        ask(staffed, content)


def test_a_row_far_down_does_not_blow_up(staffed):
    made = Workbook()
    sheet = made.create_sheet("机构", 0)
    sheet["A1"] = "单位全称"
    sheet["A900000"] = "远"
    target = BytesIO()
    made.save(target)
    with pytest.raises(Invalid, match="import_unreadable"):
        ask(staffed, target.getvalue())


def test_the_template_says_what_each_column_takes_and_holds_no_formula(staffed):
    made = load_workbook(BytesIO(template(staffed.platform)))
    assert made.sheetnames == ["机构", "人员", "岗位", "填写说明"]
    assert [cell.value for cell in made["岗位"][1]] == list(POSTS)
    cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}


def test_the_example_of_the_template_can_be_imported(staffed):
    rows = [[tuple("望澜区" if value == "某某区" else value for value in form.example)] for form in FORMS]
    asked = ask(staffed, book(*rows))
    assert staffed.decide("security", asked).state == ChangeState.APPROVED
