"""The ledger as a workbook: scope and filters hold, nothing is a formula, clear numbers need a right and a reason."""

from io import BytesIO

import msgspec
import pytest
from openpyxl import load_workbook

from contract_platform.domain.contract import Party
from contract_platform.domain.vocabulary import State

IDENTITY, CARD = "350203198511024511", "6228480402564890018"
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", '=HYPERLINK("https://example.org")']


@pytest.fixture
def contracts(platform, enter):
    """One of the handler's unit and one of another, both before the bureau, the first with the reviewer's name."""
    made = [enter(name).upload(key=name).json()["contract"]["id"] for name in ("handler", "stranger")]
    with platform.unit_of_work() as uow:
        for contract_id, reviewer in zip(made, ("reviewer", None), strict=True):
            contract = uow.contracts.get(contract_id)
            party = Party(role="乙方", name="李清和", id_no=IDENTITY, bank_account=CARD)
            change = {"state": State.UNDER_REVIEW, "review_no": contract_id, "reviewer_id": reviewer}
            uow.contracts.save(msgspec.structs.replace(contract, parties=(party,), amount_fen=12345, **change))
    return made


def sheet(response):
    assert response.status_code == 200, response.text
    return load_workbook(BytesIO(response.content))["合同台账"]


def texts(response):
    return [[cell.value for cell in row] for row in sheet(response).iter_rows(min_row=2)]


def test_everybody_exports_their_scope_with_stars(enter, contracts):
    assert len(contracts) == 2
    for name, count in (("handler", 1), ("reviewer", 2), ("supervisor", 2)):
        rows = texts(enter(name).get("/contracts/export"))
        assert len(rows) == count
        assert all(row[15:17] == ["350203********4511", "6228***********0018"] for row in rows)
        assert rows[0][8] == "123.45"


@pytest.mark.usefixtures("contracts")
def test_filters_hold(enter):
    assert texts(enter("reviewer").get("/contracts/export", params={"text": "没有这样的合同"})) == []
    assert len(texts(enter("reviewer").get("/contracts/export", params={"units": "data"}))) == 1


@pytest.mark.usefixtures("contracts")
def test_clear_numbers_come_for_the_contracts_one_works_with(enter):
    rows = texts(enter("reviewer").ask("POST", "/contracts/export/clear", json={"reason": "核对收款账号"}))
    assert sorted(row[15] for row in rows) == ["350203********4511", IDENTITY]
    rows = texts(enter("handler").ask("POST", "/contracts/export/clear", json={"reason": "核对收款账号"}))
    assert [row[15:17] for row in rows] == [[IDENTITY, CARD]]


@pytest.mark.usefixtures("contracts")
@pytest.mark.parametrize("name", ["supervisor", "intake", "admin", "security", "auditor"])
def test_others_may_not(enter, name):
    response = enter(name).ask("POST", "/contracts/export/clear", json={"reason": "好奇"})
    assert response.status_code == 403


@pytest.mark.usefixtures("contracts")
def test_no_reason_no_numbers(enter):
    response = enter("handler").ask("POST", "/contracts/export/clear", json={"reason": "  "})
    assert (response.status_code, response.json()["code"]) == (422, "export_reason_missing")


@pytest.mark.usefixtures("contracts")
def test_every_export_is_traced_with_filter_count_and_reason(enter, platform):
    enter("handler").get("/contracts/export", params={"text": "档案"})
    enter("handler").ask("POST", "/contracts/export/clear", json={"reason": f"付款至{CARD}"})
    with platform.reading() as uow:
        data = [msgspec.json.decode(one.data) for one in uow.events.find(type="ledger.exported")]
    assert [(one["clear"], one["count"], one["complete"]) for one in data] == [(False, 1, True), (True, 1, True)]
    assert data[0]["filter"]["text"] == "档案"
    assert data[1]["reason"] == "付款至6228***********0018"


@pytest.mark.parametrize("name", FORMULAS)
def test_no_cell_is_a_formula(enter, platform, contracts, name):
    with platform.unit_of_work() as uow:
        contract = uow.contracts.get(contracts[0])
        party = Party(role="乙方", name=name, uscc=name, id_no=name, bank_account=name, account_name=name)
        uow.contracts.save(msgspec.structs.replace(contract, name=name, parties=(party,)))
    for row in sheet(enter("handler").get("/contracts/export")).iter_rows():
        assert {cell.data_type for cell in row} <= {"s", "inlineStr", "n"}
        assert not any(cell.data_type == "n" and cell.value is not None for cell in row)
        assert all(cell.quotePrefix for cell in row)
