"""The policy over HTTP: read by everybody, drafted, replayed and published by two."""

import copy

import pytest

DRAFTS = "/policy/drafts"


def said(answer):
    return answer.status_code, answer.json()["code"]


@pytest.fixture
def admin(enter):
    return enter("admin")


@pytest.fixture
def draft(admin):
    answer = admin.change("POST", DRAFTS, None, key="begin")
    assert answer.status_code == 201, answer.text
    return answer.json()


def saved(door, view, platform, *, days=12, revision=None, **more):
    content = copy.deepcopy(view["content"])
    content["clocks"]["REVIEW"]["days"] = days
    body = {
        "content": content,
        "effective_from": platform.clock.today().isoformat(),
        "basis": "望政办〔2026〕5号",
    } | more
    shown = view["draft"]["revision"] if revision is None else revision
    return door.change("PUT", f"{DRAFTS}/{view['draft']['id']}", body, revision=shown)


def asked(door, view, key="ask"):
    return door.change("POST", f"{DRAFTS}/{view['draft']['id']}/publication", {"reason": "区政府文件"}, key=key)


def test_from_the_draft_to_the_reader(enter, admin, draft, platform):
    view = saved(admin, draft, platform).json()
    [difference] = view["differences"]
    assert (difference["before"]["value"]["days"], difference["after"]["value"]["days"]) == (10, 12)
    change = asked(admin, view).json()
    assert change["body"]["content"] == {}
    security = enter("security")
    shown = security.get(f"/policy/publications/{change['id']}").json()
    approve = next(act for act in shown["change"]["actions"] if act["action"] == "approve")
    assert (approve["enabled"], approve["reasons"][0]["code"]) == (False, "policy_replay_unseen")
    replay = security.change("POST", "/policy/replays", {"change_id": change["id"]}, key="replay").json()
    assert replay["digest"] == shown["change"]["body"]["digest"] == view["digest"]
    assert security.get(f"/policy/replays/{replay['id']}").json() == {"rows": [], "next": None, "total": 0}
    shown = security.get(f"/policy/publications/{change['id']}").json()
    path = f"/changes/{change['id']}/actions"
    done = security.change("POST", path, {"action": "approve"}, revision=shown["change"]["revision"])
    assert done.json()["state"] == "APPROVED", done.text
    read = enter("handler").get("/policy").json()
    values = {one["name"]: one for one in read["entries"]}
    assert values["clocks.REVIEW"]["value"]["days"] == 12
    assert values["clocks.REVIEW"]["provenance"] == "decided"
    assert [one["in_force"] for one in read["versions"]] == [True, False]
    query = f"before={read['versions'][1]['version']}&after={read['version'].replace('+', '%2B')}"
    compared = enter("handler").get(f"/policy/comparison?{query}").json()
    assert len(compared["differences"]) == 1
    assert enter("admin").get(DRAFTS).json() == []


@pytest.mark.parametrize("who", ["handler", "reviewer", "supervisor", "auditor", "admin", "security"])
def test_whoever_is_signed_in_reads_the_policy_and_the_calendar(enter, who):
    door = enter(who)
    assert door.get("/policy").status_code == 200
    assert door.get("/calendar").json()["years"]


@pytest.mark.parametrize("who", ["handler", "reviewer", "auditor"])
def test_drafts_are_for_administrators(enter, draft, who):
    door = enter(who)
    assert door.get(DRAFTS).status_code == 403
    assert door.get(f"{DRAFTS}/{draft['draft']['id']}").status_code == 403
    assert door.change("POST", "/policy/replays", {"draft_id": draft["draft"]["id"]}, key="r").status_code == 403


def test_the_security_administrator_reads_drafts_and_writes_none(enter, draft, platform):
    security = enter("security")
    assert security.get(f"{DRAFTS}/{draft['draft']['id']}").status_code == 200
    assert saved(security, draft, platform).status_code == 403
    assert asked(security, draft).status_code == 403


def test_a_draft_is_saved_under_its_revision(admin, draft, platform):
    assert saved(admin, draft, platform).status_code == 200
    assert said(saved(admin, draft, platform)) == (409, "changed_meanwhile")
    path = f"{DRAFTS}/{draft['draft']['id']}"
    assert admin.ask("PUT", path, json={"content": {}}).status_code == 428


def test_a_value_that_is_not_fit_is_told_by_place_and_not_asked_for(admin, draft, platform):
    view = saved(admin, draft, platform, days=0).json()
    assert view["digest"] is None
    assert view["fault"]["where"].startswith("clocks")
    refused = asked(admin, view).json()
    assert refused["reasons"][0]["code"] == "policy_value_unfit"
    assert "更正" in refused["reasons"][0]["text"]


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [({"tea": {}}, 422, "policy_group_unfit"), ({"clocks": []}, 422, "policy_group_unfit")],
)
def test_what_is_no_profile_is_refused(admin, draft, platform, content, status, code):
    assert said(saved(admin, draft, platform, content=content)) == (status, code)


def test_a_draft_is_dropped(admin, draft):
    path = f"{DRAFTS}/{draft['draft']['id']}"
    assert admin.change("DELETE", path, None, revision=draft["draft"]["revision"]).status_code == 204
    assert said(admin.get(path)) == (404, "policydraft_not_found")


def test_a_repeat_begins_no_second_draft(admin, draft):
    again = admin.change("POST", DRAFTS, None, key="begin").json()
    assert again["draft"]["id"] == draft["draft"]["id"]
    assert len(admin.get(DRAFTS).json()) == 1


def test_a_version_nobody_knows_is_bad_input(admin):
    assert said(admin.get("/policy?version=1999.1")) == (422, "policy_version_not_found")


def test_a_version_is_not_asked_for_around_its_draft(admin):
    body = {"change": {"kind": "POLICY_VERSION", "draft_id": "d", "base": "b"}, "reason": "绕过推算"}
    assert admin.change("POST", "/changes", body, key="k").status_code == 400
