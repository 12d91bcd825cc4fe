import pytest

FACTS = {
    "name": "档案服务合同",
    "category": "05",
    "rule_class": "SERVICE",
    "direction": "PAYABLE",
    "signing_body_id": "data",
    "amount_fen": 10_000_000,
    "parties": [
        {"role": "甲方", "name": "望澜区大数据管理局", "side": "gov"},
        {"role": "乙方", "name": "清和档案服务有限公司"},
    ],
}


def test_facts_are_confirmed_on_the_revision_that_was_seen(enter, contract):
    seen = contract["contract"]
    answer = enter("handler").change("PATCH", f"/contracts/{seen['id']}", FACTS, revision=seen["revision"])
    assert answer.status_code == 200, answer.text
    changed = answer.json()["contract"]
    assert changed["facts_confirmed"] is True
    assert changed["revision"] > seen["revision"]


@pytest.mark.parametrize(
    ("method", "path", "person"),
    [
        ("PATCH", "/contracts/{id}", "handler"),
        ("POST", "/contracts/{id}/actions", "handler"),
        ("POST", "/contracts/{id}/signing/confirmations", "handler"),
        ("POST", "/filings/x/actions", "handler"),
        ("POST", "/obligations/x/actions", "handler"),
        ("POST", "/alerts/x/actions", "handler"),
        ("POST", "/remarks/x/replies", "handler"),
        ("POST", "/remarks/x/resolve", "legal"),
    ],
)
def test_a_change_that_names_no_revision_is_refused(enter, contract, method, path, person):
    bodies = {"PATCH": FACTS, "POST": {"action": "submit"}}
    body = {"text": "x"} if path.endswith("replies") else bodies[method]
    answer = enter(person).change(method, path.format(id=contract["contract"]["id"]), body)
    assert (answer.status_code, answer.json()["code"]) == (428, "revision_missing")


@pytest.mark.parametrize("value", ["3", 'W/"3"', "*", '"x"', '"-1"', '"99999999999999999999"'])
def test_a_revision_is_a_quoted_whole_number(enter, contract, value):
    answer = enter("handler").ask(
        "PATCH", f"/contracts/{contract['contract']['id']}", json=FACTS, headers={"If-Match": value}
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "revision_malformed")


def test_of_two_changes_on_one_revision_the_second_is_told(enter, contract):
    seen = contract["contract"]
    door = enter("handler")
    first = door.change("PATCH", f"/contracts/{seen['id']}", FACTS, revision=seen["revision"])
    second = door.change("PATCH", f"/contracts/{seen['id']}", FACTS | {"name": "另一个"}, revision=seen["revision"])
    assert (first.status_code, second.status_code) == (200, 409)
    assert second.json()["code"] == "changed_meanwhile"
    assert door.get(f"/contracts/{seen['id']}").json()["contract"]["name"] == FACTS["name"]


def test_a_creation_sent_twice_creates_once(enter):
    door = enter("handler")
    first, again, other = door.upload(key="same"), door.upload(key="same"), door.upload(key="other")
    assert [answer.status_code for answer in (first, again, other)] == [201, 201, 201]
    assert first.json() == again.json()
    assert other.json()["contract"]["id"] != first.json()["contract"]["id"]
    assert door.get("/contracts").json()["total"] == 2


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (None, "idempotency_key_missing"),
        ("", "idempotency_key_malformed"),
        ("a b", "idempotency_key_malformed"),
        ("x" * 201, "idempotency_key_malformed"),
    ],
)
def test_a_creation_carries_a_key(enter, value, code):
    headers = {} if value is None else {"Idempotency-Key": value}
    answer = enter("handler").ask(
        "POST", "/contracts", content=b"x", params={"filename": "a.txt", "secrecy_declared": "true"}, headers=headers
    )
    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_an_act_that_its_guards_refuse_says_everything_that_stands_against_it(enter, contract):
    seen = contract["contract"]
    answer = enter("handler").change(
        "POST", f"/contracts/{seen['id']}/actions", {"action": "submit"}, revision=seen["revision"], key="k"
    )
    body = answer.json()
    assert (answer.status_code, body["code"]) == (409, "action_refused")
    codes = {reason["code"] for reason in body["reasons"]}
    assert {"draft_being_read", "facts_not_confirmed"} <= codes
    assert all(reason["text"] for reason in body["reasons"])
    assert "reasons" not in body["params"]
