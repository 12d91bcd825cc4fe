"""Files with secrecy marks over HTTP: closed with a way out, decided by two people, listed for those who decide."""

import msgspec
import pytest

from contract_platform.application.isolate_version import isolate


@pytest.fixture
def version(platform, contract):
    """The handler's draft, set apart."""
    with platform.unit_of_work() as uow:
        found = uow.versions.get(contract["contract"]["draft_version_id"])
        isolate(uow, platform, found, ("机密★10年",))
    return found


def act(door, quarantine, action, reason=""):
    headers = {"If-Match": f'"{quarantine["revision"]}"'}
    body = {"action": action, "reason": reason}
    return door.ask("POST", f"/quarantines/{quarantine['id']}/actions", json=body, headers=headers)


@pytest.mark.parametrize("path", ["content", "analysis", "remarks"])
def test_what_is_closed_says_whom_to_tell(enter, version, path):
    response = enter("handler").get(f"/versions/{version.id}/{path}")
    assert (response.status_code, response.json()["code"]) == (409, "version_quarantined")
    assert "报告单位负责人" in response.json()["detail"]


def test_the_contract_says_that_a_file_is_set_apart(enter, version):
    shown = enter("handler").get(f"/contracts/{version.contract_id}").json()
    assert shown["documents"][0]["versions"][0]["version"]["analysis_state"] == "QUARANTINED"
    assert shown["analysis"]["unreadable"] == "suspected_secret"


@pytest.mark.usefixtures("version")
def test_two_people_erase_it(enter, platform):
    (listed,) = enter("lead").get("/quarantines").json()
    asked = act(enter("lead"), listed, "request_purge", "确为涉密")
    assert asked.json()["state"] == "PURGE_REQUESTED"
    assert act(enter("lead"), asked.json(), "approve").status_code == 409
    done = act(enter("security"), asked.json(), "approve")
    assert done.json()["state"] == "PURGED"
    assert list(platform.objects.keys()) == []


@pytest.mark.usefixtures("version")
def test_a_request_needs_its_reason(enter):
    (listed,) = enter("security").get("/quarantines").json()
    refused = act(enter("security"), listed, "request_release")
    assert refused.status_code == 409
    assert [one["code"] for one in refused.json()["reasons"]] == ["reason_missing"]


@pytest.mark.usefixtures("version")
@pytest.mark.parametrize("name", ["handler", "legal", "stranger", "supervisor", "admin", "auditor"])
def test_the_list_is_for_those_who_decide(enter, name):
    assert enter(name).get("/quarantines").status_code == 403


@pytest.mark.usefixtures("version")
def test_refusals_and_decisions_are_traced(enter, platform):
    (listed,) = enter("security").get("/quarantines").json()
    act(enter("security"), listed, "request_release", "误报")
    with platform.reading() as uow:
        (event,) = uow.events.find(type="quarantine.request_release")
    assert msgspec.json.decode(event.data)["reason"] == "误报"
    assert (event.actor, event.role) == ("security", "SEC_ADMIN")
