"""Entering what was signed already, over HTTP."""

import pytest

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
