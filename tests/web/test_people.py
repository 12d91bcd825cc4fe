"""Administrators, handovers, deputies and participants through the API."""

from datetime import date, timedelta
from io import BytesIO

import msgspec
import pytest
from openpyxl import Workbook, load_workbook

from contract_platform.domain.credentials import Credential
from contract_platform.domain.people import Person, Post
from contract_platform.domain.vocabulary import Role
from contract_platform.web.session import COOKIE
from contract_platform.web.workbooks import XLSX
from tests.web.conftest import TEXT, Door

NEW = "Lan-7-jiang-Qing"


def ask(door, change, reason="工作需要", key="k"):
    return door.change("POST", "/changes", {"change": change, "reason": reason}, key=key)


def decide(door, change, action="approve", note="", revision=None):
    shown = change["revision"] if revision is None else revision
    return door.change("POST", f"/changes/{change['id']}/actions", {"action": action, "note": note}, revision=shown)


def said(answer):
    return answer.status_code, answer.json()["code"]


@pytest.fixture
def colleague(platform):
    """A second officer of the data bureau, and an expert."""
    with platform.unit_of_work() as uow:
        handler = uow.people.get("handler")
        for key, role, unit in (("handler2", Role.HANDLER, "data"), ("expert", Role.EXPERT, "justice")):
            uow.people.add(Person(id=key, username=key, name=f"名{key}", password_hash=handler.password_hash))
            uow.credentials.add(Credential(id=key, set_at=platform.clock.now()))
            uow.posts.add(Post(id=f"post-{key}", person_id=key, unit_id=unit, role=role, valid_from=date(2020, 1, 1)))


# administrators


def test_from_the_request_for_a_person_to_their_first_sign_in(enter, client, platform):
    asked = ask(enter("admin"), {"kind": "PERSON_CREATE", "username": "linyi", "name": "林一"})
    assert asked.status_code == 201, asked.text
    approved = decide(enter("security"), asked.json()).json()
    [issued] = approved["issued"]
    with platform.reading() as uow:
        [person] = uow.people.find(username="linyi")
    grant = {
        "kind": "POST_GRANT", "person_id": person.id, "unit_id": "data", "role": "HANDLER",
        "valid_from": platform.clock.today().isoformat(),
    }  # fmt: skip
    granted = decide(enter("admin"), ask(enter("security"), grant).json())
    assert granted.json()["state"] == "APPROVED"
    client.cookies.clear()
    answer = client.post("/api/v1/session", json={"username": "linyi", "password": issued["password"]})
    assert answer.status_code == 201
    assert answer.json()["step"] == "PASSWORD"
    door = Door(client, answer.cookies[COOKIE])
    changed = door.ask("PUT", "/account/password", json={"current": issued["password"], "new": NEW})
    assert changed.status_code == 200, changed.text
    door = Door(client, changed.cookies[COOKIE])
    assert door.upload(key="first").status_code == 201


def test_the_password_is_in_no_later_answer(enter):
    asked = ask(enter("admin"), {"kind": "PERSON_CREATE", "username": "linyi", "name": "林一"}).json()
    [issued] = decide(enter("security"), asked).json()["issued"]
    listed = enter("security").get("/changes")
    assert listed.json()["rows"][0]["state"] == "APPROVED"
    assert issued["password"] not in listed.text
    assert issued["password"] not in enter("security").get("/accounts").text
    assert issued["password"] not in enter("auditor").get("/audit").text


def test_asking_twice_with_one_key_asks_once(enter):
    change = {"kind": "PERSON_CREATE", "username": "linyi", "name": "林一"}
    first, second = ask(enter("admin"), change), ask(enter("admin"), change)
    assert first.json() == second.json()
    assert said(ask(enter("admin"), change, key="other")) == (409, "change_refused")


def test_a_decision_needs_the_revision_that_was_seen(enter):
    asked = ask(enter("admin"), {"kind": "PERSON_CREATE", "username": "linyi", "name": "林一"}).json()
    body = {"action": "approve", "note": ""}
    path = f"/changes/{asked['id']}/actions"
    assert said(enter("security").change("POST", path, body)) == (428, "revision_missing")
    assert said(enter("security").change("POST", path, body, revision=9)) == (409, "changed_meanwhile")


@pytest.mark.parametrize(
    ("asker", "change", "expected"),
    [
        ("security", {"kind": "PERSON_CREATE", "username": "linyi", "name": "林一"}, (403, "action_forbidden")),
        ("admin", {"kind": "PASSWORD_RESET", "person_id": "handler"}, (403, "action_forbidden")),
        ("auditor", {"kind": "PASSWORD_RESET", "person_id": "handler"}, (403, "operation_forbidden")),
        ("handler", {"kind": "PASSWORD_RESET", "person_id": "lead"}, (403, "operation_forbidden")),
        ("admin", {"kind": "PERSON_DISABLE", "person_id": "admin"}, (409, "action_refused")),
        ("admin", {"kind": "PERSON_DISABLE", "person_id": "auditor"}, (409, "change_refused")),
        ("admin", {"kind": "PERSON_DISABLE", "person_id": "none"}, (404, "person_not_found")),
        ("admin", {"kind": "PERSON_CREATE", "username": "Lin Yi", "name": "林一"}, (400, "request_invalid")),
        (
            "admin",
            {"kind": "PERSON_CREATE", "username": "linyi", "name": "林一", "disabled": False},
            (400, "request_invalid"),
        ),
        ("admin", {"kind": "DATABASE_DROP"}, (400, "request_invalid")),
    ],
)
def test_what_is_refused_says_why(enter, asker, change, expected):
    assert said(ask(enter(asker), change)) == expected


def test_every_reason_against_a_change_is_worded(enter):
    answer = ask(enter("admin"), {"kind": "UNIT_CLOSE", "unit_id": "data"})
    assert [one["code"] for one in answer.json()["reasons"]] == ["unit_has_posts"]
    assert answer.json()["reasons"][0]["text"] == "单位还有 3 个未终止的岗位，请先由安全管理员收回"
    assert answer.json()["detail"] == "“撤销单位”暂不能办理，请先处理以下问题"


def test_who_is_frozen_is_out_at_once(enter):
    door = enter("handler")
    assert door.get("/contracts").status_code == 200
    ask(enter("admin"), {"kind": "PERSON_DISABLE", "person_id": "handler"}, "调离")
    assert said(door.get("/contracts")) == (401, "session_disabled")


def test_administrators_see_units_and_accounts_and_no_contract(enter, contract):
    for name in ("admin", "security"):
        units = {unit["id"]: unit for unit in enter(name).get("/units").json()}
        assert units["data"]["people"] == 3
        accounts = enter(name).get("/accounts", params={"unit_id": "data", "limit": 2}).json()
        assert (accounts["total"], len(accounts["rows"])) == (3, 2)
        for path in ("/contracts", f"/contracts/{contract['contract']['id']}", "/tasks", "/handovers", "/delegations"):
            assert enter(name).get(path).status_code == 403


# imports and exports


def upload(door, content, key="k"):
    headers = {"Content-Type": "application/octet-stream", "Idempotency-Key": key}
    query = {"filename": "名单.xlsx", "reason": "机构改革"}
    return door.ask("POST", "/changes/imports", content=content, params=query, headers=headers)


def test_the_template_is_downloaded_filled_in_and_imported(enter, platform):
    template = enter("admin").get("/changes/imports/template")
    assert template.headers["content-type"] == XLSX
    assert "attachment" in template.headers["content-disposition"]
    book = load_workbook(BytesIO(template.content))
    book["人员"].append(("linyi", "林一"))
    book["岗位"].append(("linyi", "区大数据局", "承办人", "2026-03-02", None))
    filled = BytesIO()
    book.save(filled)
    asked = upload(enter("admin"), filled.getvalue())
    assert asked.status_code == 201, asked.text
    decided = decide(enter("security"), asked.json())
    assert [one["username"] for one in decided.json()["issued"]] == ["linyi"]
    with platform.reading() as uow:
        assert len(uow.people.find(username="linyi")) == 1


def test_a_bad_row_is_told_by_sheet_row_and_column(enter):
    book = Workbook()
    book.create_sheet("机构", 0).append(("单位全称", "单位简称", "类别", "上级单位全称"))
    people = book.create_sheet("人员", 1)
    people.append(("用户名", "姓名"))
    people.append(("linyi", "=A1"))
    book.create_sheet("岗位", 2).append(("用户名", "单位全称", "岗位", "起日", "止日"))
    content = BytesIO()
    book.save(content)
    answer = upload(enter("admin"), content.getvalue())
    assert said(answer) == (422, "import_refused")
    assert answer.json()["reasons"][0]["text"] == "“人员”第 2 行 B 列是公式，请改为填写数值或文字"


def test_only_the_system_administrator_imports(enter):
    assert said(upload(enter("security"), TEXT)) == (403, "operation_forbidden")
    assert said(upload(enter("admin"), TEXT)) == (422, "import_unreadable")


def test_the_audit_administrator_reads_lists_and_exports_under_trace(enter, platform):
    enter("admin").get("/contracts")
    refusals = enter("auditor").get("/audit", params={"which": "refusals"}).json()["rows"]
    assert [(row["actor_id"], row["data"]["operation"]) for row in refusals] == [("admin", "contract.list")]
    sign_ins = enter("auditor").get("/audit", params={"which": "sign_ins", "text": "admin"}).json()["rows"]
    assert {row["type"] for row in sign_ins} >= {"session.created"}
    assert said(enter("auditor").change("POST", "/audit/exports", {"reason": " "})) == (422, "export_reason_missing")
    exported = enter("auditor").change("POST", "/audit/exports", {"reason": "年度检查", "list": "refusals"})
    assert exported.headers["content-type"] == XLSX
    [sheet] = load_workbook(BytesIO(exported.content)).worksheets
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:3] == ("记录时间", "类型", "操作人")
    assert rows[1][1:4] == ("access.refused", "名admin", "admin")
    with platform.reading() as uow:
        [event] = uow.events.find(type="audit.exported")
    assert (event.actor, event.role) == ("auditor", Role.AUDIT_ADMIN)


def test_nothing_in_an_export_becomes_a_formula(enter, platform):
    with platform.unit_of_work() as uow:
        person = uow.people.get("admin")
        uow.people.save(msgspec.structs.replace(person, name="=cmd()"))
    enter("admin").get("/contracts")
    exported = enter("auditor").change("POST", "/audit/exports", {"reason": "检查", "list": "refusals"})
    [sheet] = load_workbook(BytesIO(exported.content)).worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "=cmd()" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize("name", ["admin", "security", "handler", "supervisor"])
def test_only_the_audit_administrator_reads_the_trace(enter, name):
    assert said(enter(name).get("/audit")) == (403, "operation_forbidden")


def test_an_unknown_list_is_refused_with_a_way_out(enter):
    assert said(enter("auditor").get("/audit", params={"which": "everything"})) == (422, "unknown_list")
    assert said(enter("handler").get("/handovers", params={"tab": "everything"})) == (422, "unknown_list")


# work that moves


@pytest.mark.usefixtures("colleague")
def test_a_leavers_contract_comes_to_the_next_officer(enter, contract):
    key = contract["contract"]["id"]
    ask(enter("admin"), {"kind": "PERSON_DISABLE", "person_id": "handler"}, "调离")
    [waiting] = enter("lead").get("/handovers", params={"tab": "pool"}).json()["rows"]
    assert (waiting["contract_id"], [one["action"] for one in waiting["actions"]]) == (key, ["assign"])
    path = f"/handovers/{waiting['id']}/actions"
    assigned = enter("lead").change(
        "POST", path, {"action": "assign", "to_id": "handler2"}, revision=waiting["revision"]
    )
    assert assigned.status_code == 200, assigned.text
    [mine] = enter("handler2").get("/handovers").json()["rows"]
    taken = enter("handler2").change("POST", path, {"action": "take_over"}, revision=mine["revision"])
    assert taken.json()["state"] == "TAKEN_OVER"
    assert enter("handler2").get(f"/contracts/{key}").json()["handler"] == "名handler2"


@pytest.mark.usefixtures("colleague")
def test_an_officer_offers_a_contract_once(enter, contract):
    body = {"to_id": "handler2", "contract_ids": [contract["contract"]["id"]], "reason": "分工调整"}
    first, again = (enter("handler").change("POST", "/handovers", body, key="k") for _ in range(2))
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert said(enter("handler").change("POST", "/handovers", body, key="other")) == (409, "handover_open")
    assert said(enter("stranger").change("POST", "/handovers", body, key="k")) == (404, "contract_not_found")


@pytest.mark.usefixtures("colleague")
def test_the_handover_of_another_unit_is_absent(enter, contract):
    body = {"to_id": "handler2", "contract_ids": [contract["contract"]["id"]], "reason": "分工调整"}
    [offered] = enter("handler").change("POST", "/handovers", body, key="k").json()
    hidden = enter("stranger").change(
        "POST", f"/handovers/{offered['id']}/actions", {"action": "take_over"}, revision=0
    )
    absent = enter("stranger").change("POST", "/handovers/none/actions", {"action": "take_over"}, revision=0)
    assert said(hidden) == said(absent) == (404, "handover_not_found")


@pytest.mark.usefixtures("colleague")
def test_a_deputy_acts_in_the_name_of_both(enter, contract, platform):
    today = platform.clock.today()
    body = {
        "to_id": "handler2", "first_day": today.isoformat(), "last_day": (today + timedelta(days=3)).isoformat(),
        "reason": "年休假",
    }  # fmt: skip
    [choice] = enter("handler").get("/delegations/choices").json()["absent"]
    assert {one["id"] for one in choice["deputies"]} == {"handler2", "lead", "legal"}
    assert enter("handler2").get("/tasks").json()["rows"] == []
    lent = enter("handler").change("POST", "/delegations", body, key="k")
    assert lent.status_code == 201, lent.text
    [task] = enter("handler2").get("/tasks").json()["rows"]
    assert task["acted_for"] == "名handler"
    posts = enter("handler2").get("/session").json()["posts"]
    assert [post["acted_for"] for post in posts] == [None, "名handler"]
    key = contract["contract"]["id"]
    revision = enter("handler2").get(f"/contracts/{key}").json()["contract"]["revision"]
    withdrawn = enter("handler2").change(
        "POST", f"/contracts/{key}/actions", {"action": "withdraw", "reason": "项目取消"}, revision=revision
    )
    assert withdrawn.json()["decisions"][-1]["acted_for"] == "名handler"
    told = enter("lead").get(f"/contracts/{key}/timeline").json()
    assert told[-1]["acted_for"] == "名handler"
    ended = enter("handler").change("POST", f"/delegations/{lent.json()['id']}/end", revision=0)
    assert ended.json()["state"] == "over"
    assert said(enter("stranger").change("POST", f"/delegations/{lent.json()['id']}/end", revision=1)) == (
        404,
        "delegation_not_found",
    )


# who takes part


@pytest.mark.usefixtures("colleague")
def test_an_expert_is_invited_by_the_units_legal_officer(enter, contract, platform):
    key = contract["contract"]["id"]
    until = (platform.clock.today() + timedelta(days=9)).isoformat()
    body = {"person_id": "expert", "until": until, "reason": "论证"}
    assert said(enter("expert").get(f"/contracts/{key}")) == (404, "contract_not_found")
    assert said(enter("handler").change("POST", f"/contracts/{key}/invitations", body, key="k"))[0] == 403
    invited = enter("legal").change("POST", f"/contracts/{key}/invitations", body, key="k")
    assert invited.status_code == 201, invited.text
    assert enter("expert").get(f"/contracts/{key}").status_code == 200
    assert [row["id"] for row in enter("expert").get("/contracts").json()["rows"]] == [key]
    [one] = invited.json()["invitations"]
    ended = enter("legal").change("POST", f"/invitations/{one['id']}/end", revision=one["revision"])
    assert ended.json()["invitations"][0]["open"] is False
    assert said(enter("expert").get(f"/contracts/{key}")) == (404, "contract_not_found")


def test_who_keeps_out_is_told_so(enter, contract):
    key = contract["contract"]["id"]
    recused = enter("legal").change("POST", f"/contracts/{key}/recusals", {"reason": "亲属关系"}, key="k")
    assert recused.status_code == 201, recused.text
    answer = enter("legal").change("POST", f"/contracts/{key}/actions", {"action": "return", "reason": "x"}, revision=0)
    assert said(answer) == (403, "recused")
    assert enter("legal").get(f"/contracts/{key}").json()["operations"] == []
