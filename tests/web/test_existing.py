"""Entering what was signed already, over HTTP."""

import pytest

from tests.unit.application.test_import_ledger import DONE, OLD, book

SAID = {"origin": "UNREVIEWED", "entered_as": "PERFORMING", "sign_date": "2026-03-02", "reason": "签订前未送审"}


@pytest.fixture
def entered(enter):
    answer = enter("handler").upload("/existing-contracts", **SAID)
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_a_contract_is_entered_with_its_mark_and_waits_for_its_facts(enter, entered):
    contract = entered["contract"]
    assert (contract["state"], contract["origin"], contract["facts_confirmed"]) == ("PERFORMING", "UNREVIEWED", False)
    assert [view["filing"]["overdue"] for view in entered["filings"]] == [True]
    rows = enter("handler").get("/contracts?origin=UNREVIEWED").json()["rows"]
    assert [row["id"] for row in rows] == [contract["id"]]
    assert enter("handler").get("/contracts?origin=HISTORIC").json()["rows"] == []


def test_a_repeat_with_the_same_key_enters_nothing_new(enter, entered):
    again = enter("handler").upload("/existing-contracts", **SAID)
    assert again.json()["contract"]["id"] == entered["contract"]["id"]
    assert len(enter("handler").get("/contracts").json()["rows"]) == 1


def test_the_supervision_sees_it_among_the_alerts(enter, entered):
    rows = enter("supervisor").get("/alerts").json()["rows"]
    assert {row["contract_id"] for row in rows} == {entered["contract"]["id"]}
    assert {row["kind"] for row in rows} == {"UNREVIEWED"}  # its filing was overdue before the platform was there


def test_a_reason_is_needed_and_the_answer_says_so(enter):
    answer = enter("handler").upload("/existing-contracts", **(SAID | {"reason": ""}))
    assert answer.status_code == 409
    assert [reason["code"] for reason in answer.json()["reasons"]] == ["reason_missing"]


def test_whoever_handles_no_contracts_enters_none(enter):
    assert enter("legal").upload("/existing-contracts", **SAID).status_code == 403


def ledger(enter, path="", content=None, key="k7"):
    """A ledger sent to be looked at or imported."""
    return enter("handler").upload(f"/ledger-imports{path}", content or book(OLD, DONE), key=key, filename="台账.xlsx")


def test_a_ledger_is_looked_at_and_imported(enter):
    seen = ledger(enter, "/preview")
    assert (seen.status_code, seen.json()["rows"], seen.json()["imported"]) == (200, 2, 0)
    assert enter("handler").get("/contracts").json()["rows"] == []
    answer = ledger(enter)
    assert (answer.status_code, answer.json()["imported"]) == (201, 2)
    assert ledger(enter).json() == answer.json()
    rows = enter("handler").get("/contracts?origin=HISTORIC").json()["rows"]
    assert {row["paper_no"] for row in rows} == {"数采〔2021〕3号", "数采〔2020〕9号"}


def test_a_bad_row_is_named_by_row_and_column_and_nothing_is_imported(enter):
    bad = ("", "坏合同", "", "某公司", "待定", "2020-01-01", "", "", "", "")
    answer = ledger(enter, content=book(OLD, bad))
    assert (answer.status_code, answer.json()["code"]) == (422, "import_refused")
    [reason] = answer.json()["reasons"]
    assert (reason["params"]["row"], reason["params"]["column"]) == (3, "E")
    assert "第 3 行 E 列" in reason["text"]
    assert enter("handler").get("/contracts").json()["rows"] == []


def test_the_template_is_a_workbook(enter):
    answer = enter("handler").get("/ledger-imports/template")
    assert answer.status_code == 200
    assert answer.content.startswith(b"PK")
    assert enter("legal").get("/ledger-imports/template").status_code == 403
