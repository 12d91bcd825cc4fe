"""The API asked with whatever its own description allows, and with what it does not: no fault of ours, no odd answer.

Cases come from the published description; ids and revisions of real records are put in often enough that requests get
beyond the door. Each is asked as somebody of a role the operation is open to, and taken back.
"""

from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.core.result import Ok
from schemathesis.core.transport import Response

from contract_platform.domain.access import ROWS
from contract_platform.domain.vocabulary import Role, State
from tests.security.operations import OF_CONTRACTS, described, operations
from tests.security.staff import ROLES, Place, member
from tests.security.world import World

BASE = "https://platform.test"
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
FEW, MANY = 15, 250
STAGES = (State.DRAFTING, State.UNDER_REVIEW, State.SIGNING, State.PERFORMING, State.ARCHIVED)
SCHEMA = schemathesis.openapi.from_dict(described())
LABELS = {found.ok().label: found.ok() for found in SCHEMA.get_all_operations() if isinstance(found, Ok)}


def named(name: str) -> Any:
    """The operation as the fuzzer knows it."""
    one = operations()[name]
    return LABELS[f"{one.method} {one.path}"]


def roles_for(name: str) -> tuple[Role, ...]:
    """Roles the operation is open to, and one it is not."""
    roles = ROWS[name].roles if name in ROWS else frozenset()
    others = [role for role in ROLES if role not in roles]
    return (*sorted(roles), *others[:1]) or ROLES


def ask(world: World, case: Any, role: Role, stage: State, *, real: bool) -> Response:
    """Send a case as somebody of a role, with ids and revision of a real contract where ``real``."""
    bundle = world.own[stage]
    if real:
        for parameter in set(case.path_parameters) & OF_CONTRACTS & set(bundle.ids):
            case.path_parameters[parameter] = bundle.ids[parameter]
        subject = next(iter(case.path_parameters.values()), "")
        if "If-Match" in case.headers:
            case.headers["If-Match"] = f'"{world.revisions.get(subject, 0)}"'
    prepared = requests.Request(**case.as_transport_kwargs(base_url=BASE)).prepare()
    body: Any = prepared.body or b""
    raw = body.encode() if isinstance(body, str) else bytes(body)
    headers = {name: value if isinstance(value, str) else value.decode() for name, value in prepared.headers.items()}
    headers.pop("Content-Length", None)
    with world.held.taken_back():
        answer = world.ask(member(role, Place.NAMED), prepared.method or "", prepared.path_url, headers, raw)
    return Response(
        status_code=answer.status,
        headers={name: [value] for name, value in answer.headers.items()},
        content=answer.body,
        request=prepared,
        elapsed=0.0,
        verify=False,
    )


def fuzz(world: World, name: str, examples: int) -> None:
    """Ask one operation."""

    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(
        case=named(name).as_strategy(),
        role=st.sampled_from(roles_for(name)),
        stage=st.sampled_from(STAGES),
        real=st.integers(0, 4),
    )
    def run(case: Any, role: Role, stage: State, real: int) -> None:
        case.validate_response(ask(world, case, role, stage, real=real > 0), checks=CHECKS)

    run()


@pytest.mark.parametrize("name", sorted(operations()))
def test_no_request_breaks_it(world: World, name: str):
    fuzz(world, name, FEW)


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(operations()))
def test_no_request_breaks_it_however_many(world: World, name: str):
    fuzz(world, name, MANY)
