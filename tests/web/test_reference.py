import msgspec

from contract_platform.analysis.rules import RULES
from contract_platform.application.analyse_version import analyse_version
from contract_platform.domain.people import Person, Post
from contract_platform.domain.vocabulary import Role, State
from contract_platform.web.catalogue import CATALOGUE


def test_the_vocabulary_is_served_as_the_pages_read_it(enter, platform):
    reference = enter("handler").get("/reference").json()
    assert reference["labels"]["State"]["DRAFTING"] == {"zh": "起草中", "en": "Drafting"}
    assert set(reference["labels"]["State"]) == set(State.__members__)
    assert list(reference["categories"]) == [f"{n:02}" for n in range(1, 17)]
    assert reference["rule_classes"]["GOODS"]["zh"] == "采购货物"
    assert set(reference["reasons"]) == set(CATALOGUE)
    assert {key: rule["title"] for key, rule in reference["rules"].items()} == {rule.id: rule.title for rule in RULES}
    assert {
        "id": "data",
        "revision": 0,
        "name": "区大数据局",
        "short_name": "区大数据局",
        "kind": "BUREAU",
        "parent_id": "district",
        "closed_on": None,
    } in reference["units"]
    assert reference["today"] == platform.clock.today().isoformat()


def test_people_are_listed_by_a_role_held_today(enter, platform):
    with platform.unit_of_work() as uow:
        today = platform.clock.today()
        for key, ended, disabled in (("gone", True, False), ("frozen", False, True)):
            uow.people.add(Person(id=key, username=key, name=key, password_hash="-", disabled=disabled))
            until = today.replace(year=today.year - 1, day=1) if ended else None
            post = Post(
                id=f"post-{key}",
                person_id=key,
                unit_id="justice",
                role=Role.BUREAU_REVIEWER,
                valid_from=today.replace(year=2020, day=1),
                valid_to=until,
            )
            uow.posts.add(post)
    listed = enter("intake").get("/people", params={"role": "BUREAU_REVIEWER"}).json()
    assert listed == [{"id": "reviewer", "name": "名reviewer", "roles": ["BUREAU_REVIEWER"], "units": ["区司法局"]}]


def test_a_role_nobody_knows_is_named(enter):
    answer = enter("intake").get("/people", params={"role": "KING"})
    assert (answer.status_code, answer.json()["params"]["fields"][0]["field"]) == (400, "role")


def test_pages_of_lists_are_read_with_a_cursor(enter):
    for n in range(3):
        assert enter("handler").upload(key=f"k{n}").status_code == 201
    first = enter("handler").get("/contracts", params={"limit": 2}).json()
    second = enter("handler").get("/contracts", params={"limit": 2, "after": first["next"]}).json()
    ids = [row["id"] for row in (*first["rows"], *second["rows"])]
    assert (len(first["rows"]), len(second["rows"]), len(set(ids))) == (2, 1, 3)
    assert second["next"] is None
    assert first["total"] == 3


def test_the_ledger_takes_one_and_several_states(enter, contract):
    for query, found in (
        ({"states": "DRAFTING"}, 1),
        ({"states": ["ARCHIVED", "DRAFTING"]}, 1),
        ({"states": "ARCHIVED"}, 0),
    ):
        rows = enter("handler").get("/contracts", params=query).json()["rows"]
        assert [row["id"] for row in rows] == [contract["contract"]["id"]] * found


def test_tasks_alerts_overview_and_timeline_answer(enter, contract):
    key = contract["contract"]["id"]
    assert [
        row["contract_id"] for row in enter("handler").get("/tasks", params={"tab": "todo", "limit": 50}).json()["rows"]
    ] == [key]
    assert enter("handler").get("/alerts", params={"states": ["RAISED", "DISPOSED"], "limit": 100}).json()["rows"] == []
    assert enter("supervisor").get("/overview", params={"year": 2026}).json()["signed"] == 0
    assert enter("supervisor").get("/overview").json()["year"] >= 2026
    types = [event["type"] for event in enter("handler").get(f"/contracts/{key}/timeline").json()]
    assert types[0] == "contract.registered"
    assert enter("handler").get(f"/deadlines/{key}").json() == []
    assert enter("handler").get(f"/contracts/{key}/precheck").json()["ready"] is False
    assert enter("handler").get(f"/contracts/{key}/suggestion").json()["facts"]["name"] == "档案服务合同"


def test_an_unread_text_is_no_empty_result(enter, contract):
    version = contract["contract"]["draft_version_id"]
    answer = enter("handler").get(f"/versions/{version}/analysis")
    assert (answer.status_code, answer.json()["code"]) == (409, "analysis_not_ready")
    assert "排队等待读取" in answer.json()["detail"]
    assert enter("handler").get(f"/versions/{version}/remarks").json() == []
    assert enter("handler").ask("POST", f"/versions/{version}/reread").status_code == 201


def test_an_obligation_is_entered_once(enter, contract):
    path = f"/contracts/{contract['contract']['id']}/obligations"
    body = {"kind": "PAYMENT", "side": "ours", "content": "首付款", "due_on": "2026-12-15", "amount_fen": 100}
    first = enter("handler").change("POST", path, body, key="k")
    assert (first.status_code, first.json()["obligation"]["state"]) == (201, "PLANNED")
    assert enter("handler").change("POST", path, body, key="k").json() == first.json()
    assert enter("handler").change("POST", path, body).json()["code"] == "idempotency_key_missing"


def test_a_verdict_is_set_by_the_reviewing_side_on_what_was_found(enter, contract, platform):
    [job] = platform.ledger.lease(lane="slow", limit=9, seconds=60, now=platform.clock.now())
    analyse_version(platform, job)
    found = enter("legal").get(f"/versions/{contract['contract']['draft_version_id']}/analysis").json()["findings"]
    paths = [f"/contracts/{contract['contract']['id']}/findings/{key}/verdict" for key in (found[0]["id"], "abc")]
    path, unknown = paths
    assert enter("legal").change("PUT", unknown, {"verdict": "adopted"}).json()["code"] == "finding_not_found"
    answer = enter("legal").change("PUT", path, {"verdict": "adopted"})
    assert (answer.status_code, answer.json()["verdict"]) == (200, "adopted")
    assert enter("legal").change("PUT", path, {"verdict": "rejected"}).json()["code"] == "reason_missing"
    assert enter("handler").change("PUT", path, {"verdict": "adopted"}).status_code == 403
    with platform.reading() as uow:
        [event] = uow.events.find(type="finding.judged")
    assert msgspec.json.decode(event.data)["verdict"] == "adopted"
