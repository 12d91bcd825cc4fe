"""The rule desk over HTTP."""

import pytest

BOND = "/rules/performance_bond_over_10"


@pytest.mark.parametrize("who", ["handler", "reviewer", "supervisor", "auditor", "admin", "security"])
def test_whoever_is_signed_in_reads_the_catalogue(enter, who):
    door = enter(who)
    shown = door.get("/rules").json()
    assert len(shown["rules"]) > 100
    detail = door.get(BOND).json()
    assert detail["basis"][0]["row"]["provenance"] in {"V", "VP", "M"}
    assert detail["parameters"][0]["value"] == 10
    assert door.get(f"{BOND}/contracts").json() == {"rows": [], "next": None, "total": 0, "everywhere": 0}


def test_what_is_no_rule_is_not_found(enter):
    answer = enter("handler").get("/rules/no_such_rule")
    assert (answer.status_code, answer.json()["code"]) == (404, "rule_not_found")


@pytest.mark.parametrize(("who", "status"), [("reviewer", 200), ("admin", 200), ("handler", 403), ("auditor", 403)])
def test_trial_runs_are_for_reviewers_and_two_administrators(enter, who, status):
    assert enter(who).get(f"{BOND}/trial?parameter=percent&value=12").status_code == status


@pytest.mark.parametrize(
    "query", ["parameter=days&value=1", "parameter=percent&value=-1", "parameter=percent&value=nan"]
)
def test_a_trial_of_nothing_is_refused_with_a_way_out(enter, query):
    answer = enter("reviewer").get(f"{BOND}/trial?{query}")
    assert answer.status_code == 422
    assert answer.json()["code"].startswith("rule_")


def test_suspended_by_two_and_seen_by_all(enter):
    body = {"change": {"kind": "RULE_SUSPEND", "rule": "performance_bond_over_10"}, "reason": "误报较多，待修订"}
    asked = enter("admin").change("POST", "/changes", body, key="rest").json()
    assert enter("handler").get(BOND).json()["rule"]["pending"] == asked["number"]
    path = f"/changes/{asked['id']}/actions"
    done = enter("security").change("POST", path, {"action": "approve"}, revision=asked["revision"])
    assert done.json()["state"] == "APPROVED", done.text
    resting = enter("handler").get(BOND).json()["rule"]["suspended"]
    assert (resting["reason"], resting["number"]) == ("误报较多，待修订", asked["number"])
