import msgspec
import pytest
from litestar import get
from litestar.datastructures import State
from litestar.routes import HTTPRoute

from contract_platform.domain.access import ACCESS, ALLOWED
from contract_platform.domain.vocabulary import Role
from contract_platform.web.app import create_app
from contract_platform.web.assembly import build
from contract_platform.web.declared import operation
from contract_platform.web.operations import PAGES, PUBLIC, UndeclaredOperationError, check_handlers


def declared(app):
    """(operation, method, path with parameters filled) of every handler."""
    for route in app.routes:
        assert isinstance(route, HTTPRoute)
        for handler in route.route_handlers:
            name = handler.opt.get("operation")
            if name not in (None, PAGES):
                path = "/".join(part if isinstance(part, str) else "x" for part in route.path_components)
                yield name, min(handler.http_methods), f"/{path}"


def test_every_row_of_the_access_table_has_exactly_one_handler(app):
    names = [name for name, _, path in declared(app) if name not in PUBLIC]
    assert sorted(names) == sorted(row.operation for row in ACCESS)


def test_a_handler_without_a_row_is_not_served():
    @get("/api/v1/backdoor", **operation("backdoor.open"))
    def backdoor() -> None:
        """Nobody allowed this."""

    with pytest.raises(UndeclaredOperationError, match=r"backdoor\.open"):
        check_handlers(build([backdoor], State()))


def test_a_handler_that_names_no_operation_is_not_served():
    @get("/api/v1/backdoor", sync_to_thread=False)
    def backdoor() -> None:
        """Nobody allowed this either."""

    with pytest.raises(UndeclaredOperationError):
        check_handlers(build([backdoor], State()))


def test_nobody_is_served_without_a_session(app, client):
    asked = [(name, method, path) for name, method, path in declared(app) if name not in PUBLIC]
    answers = {name: client.request(method, path) for name, method, path in asked}
    assert len(answers) > 30
    assert {name: answer.status_code for name, answer in answers.items() if answer.status_code != 401} == {}
    assert {answer.headers["content-type"] for answer in answers.values()} == {"application/problem+json"}


def stranger_to(operation):
    return "handler" if Role.SYS_ADMIN in ALLOWED[operation] else "admin"


def test_who_holds_none_of_the_roles_is_refused_whatever_the_request_holds(app, enter):
    asked = [(name, method, path.removeprefix("/api/v1")) for name, method, path in declared(app) if ALLOWED.get(name)]
    answers = {name: enter(stranger_to(name)).ask(method, path) for name, method, path in asked}
    assert len(answers) > 25
    assert {name: answer.status_code for name, answer in answers.items() if answer.status_code != 403} == {}
    assert {answer.json()["code"] for answer in answers.values()} == {"operation_forbidden"}


def test_a_refusal_is_in_the_trace_before_the_person_is_told(enter, platform):
    enter("admin").get("/contracts")
    with platform.reading() as uow:
        [event] = uow.events.find(type="access.refused")
    assert (event.actor, event.object_id) == ("admin", "contract.list")
    assert msgspec.json.decode(event.data) == {"operation": "contract.list", "code": "operation_forbidden"}


def test_another_unit_does_not_learn_that_a_contract_exists(enter, contract, platform):
    key = contract["contract"]["id"]
    version = contract["contract"]["draft_version_id"]
    paths = (f"/contracts/{key}", f"/contracts/{key}/timeline", f"/versions/{version}", f"/versions/{version}/content")
    hidden = [enter("stranger").get(path) for path in paths]
    absent = enter("stranger").get("/contracts/no-such-contract")
    assert [answer.status_code for answer in (*hidden, absent)] == [404] * 5
    assert hidden[0].json() | {"params": {}} == absent.json() | {"params": {}}
    with platform.reading() as uow:
        refused = uow.events.find(type="access.refused", actor="stranger")
    assert [event.object_id for event in refused] == [key, key, version, version, "no-such-contract"]


def test_what_belongs_to_a_hidden_contract_reads_as_absent(enter, contract):
    version = contract["contract"]["draft_version_id"]
    hidden, absent = (enter("stranger").get(f"/versions/{key}/content") for key in (version, "none"))
    assert (hidden.status_code, hidden.json()["code"]) == (404, "version_not_found")
    assert hidden.text == absent.text.replace("none", version)


def test_the_ledger_of_another_unit_does_not_hold_it(enter, contract):
    assert [row["id"] for row in enter("handler").get("/contracts").json()["rows"]] == [contract["contract"]["id"]]
    assert enter("stranger").get("/contracts").json()["rows"] == []


def test_reading_is_no_right_to_change(enter, contract):
    key = contract["contract"]["id"]
    answer = enter("legal").change("PATCH", f"/contracts/{key}", {}, revision=1)
    assert answer.status_code == 403


def test_an_application_is_assembled_from_declared_operations_only(platform, settings):
    assert create_app(platform, settings) is not None
