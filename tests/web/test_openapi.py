import json
import re

import pytest

from contract_platform.domain.access import ACCESS
from contract_platform.web.openapi import document
from contract_platform.web.operations import PUBLIC


@pytest.fixture(scope="module")
def described():
    return document()


def operations(described):
    return {
        one["operationId"]: (path, method, one)
        for path, found in described["paths"].items()
        for method, one in found.items()
    }


def test_every_operation_of_the_access_table_is_described_once(described):
    assert set(operations(described)) == {row.operation for row in ACCESS} | PUBLIC - {"openapi"}


def test_every_operation_says_what_it_does_and_who_is_asked(described):
    for name, (_, _, one) in operations(described).items():
        assert len(one["description"]) > 8, name
        assert one["tags"], name
        assert ("security" in one) == (name not in PUBLIC), name


def test_everything_that_goes_wrong_is_described_as_a_problem(described):
    for name, (_, _, one) in operations(described).items():
        bad = {status: found for status, found in one["responses"].items() if not status.startswith("2")}
        assert {"400", "500"} <= set(bad), name
        assert all(found == {"$ref": f"#/components/responses/{status}"} for status, found in bad.items()), name
    problem = described["components"]["responses"]["409"]["content"]
    assert problem == {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    assert {"code", "params", "reasons", "detail"} <= set(described["components"]["schemas"]["Problem"]["properties"])
    assert "status_code" not in json.dumps(described["components"]["schemas"]["Problem"])


def test_a_change_is_described_with_its_revision_and_a_creation_with_its_key(described):
    found = operations(described)
    required = {
        name: {one["name"] for one in operation.get("parameters", []) if one["in"] == "header" and one.get("required")}
        for name, (_, _, operation) in found.items()
    }
    assert required["contract.act"] == {"If-Match"}
    assert required["contract.update"] == {"If-Match"}
    assert required["contract.create"] == {"Idempotency-Key"}
    assert "428" in found["contract.act"][2]["responses"]
    assert "428" not in found["contract.create"][2]["responses"]


def test_an_upload_is_described_as_bytes(described):
    body = operations(described)["document.add"][2]["requestBody"]
    assert list(body["content"]) == ["application/octet-stream"]
    assert "413" in operations(described)["document.add"][2]["responses"]


def test_the_acts_on_a_contract_are_told_apart_by_their_tag(described):
    body = operations(described)["contract.act"][2]["requestBody"]["content"]["application/json"]["schema"]
    names = [one["$ref"].rpartition("/")[2] for one in body["oneOf"]]
    schemas = described["components"]["schemas"]
    tags = {schemas[name]["properties"]["action"]["const"] for name in names}
    assert {"submit", "accept", "propose", "sign"} <= tags
    assert len(tags) == len(names)


def test_what_is_only_sent_is_described_as_complete(described):
    schemas = described["components"]["schemas"]
    assert set(schemas["Contract"]["required"]) == set(schemas["Contract"]["properties"])
    assert "amount_fen" not in schemas["ContractFacts"]["required"]  # a client may leave it out
    assert schemas["ContractFacts"]["properties"]["amount_fen"]["default"] is None


def test_every_reference_leads_somewhere(described):
    parts = described["components"]
    for kind, name in re.findall(r'"#/components/(\w+)/(\w+)"', json.dumps(described)):
        assert name in parts[kind]


def test_the_description_is_served_at_both_addresses(client, described):
    first, second = client.get("/api/v1/openapi.json"), client.get("/schema/openapi.json")
    assert first.headers["content-type"] == "application/json"
    assert first.json() == second.json() == json.loads(json.dumps(described))
    assert first.json()["openapi"].startswith("3.1")
