"""Whatever is sent to any operation by anybody: an answer or a problem, never a failure of the server."""

import random
import re
from typing import Any

import pytest

from contract_platform.web.openapi import document
from tests.web.test_conditions import FACTS

ROUNDS = 6
LEFT_OUT = {"event.stream", "session.create", "session.delete", "health.read"}
TEXTS = ["", "x", "\x00", "𠮷", "'", "9" * 400, "-1", "1e9", "DRAFTING", "2026-13-40", "%", "../x", "🙂" * 50]
VALUES = [None, True, -1, 10**30, 1.5, "", "\x00", [], ["x"], {}, {"a": 1}, "2026-02-30", "PAYABLE", "submit", "report"]
PIECES = ["2026-12-01", "x", "\x00", "合同", "9" * 5000, "handler", "reviewer", "accept"]


class Writer:
    """Writes requests after the description, now and then against it."""

    def __init__(self, described, seed):
        self.schemas = described["components"]["schemas"]
        self.random = random.Random(seed)

    def value(self, schema):
        choose = self.random.choice
        if "$ref" in schema:
            return self.value(self.schemas[schema["$ref"].rpartition("/")[2]])
        if "oneOf" in schema:
            return self.value(choose(schema["oneOf"]))
        if self.random.random() < 0.15:
            return choose(VALUES)
        if "const" in schema or "enum" in schema:
            return schema.get("const") or choose(schema["enum"])
        made = {
            "object": lambda: {
                name: self.value(one)
                for name, one in schema.get("properties", {}).items()
                if self.random.random() < 0.9
            },
            "array": lambda: [self.value(schema["items"]) for _ in range(self.random.randint(0, 2))],
            "integer": lambda: choose([0, 1, -5, 10**30, 2**63]),
            "boolean": lambda: choose([True, False]),
            "string": lambda: choose(PIECES),
        }
        return made.get(schema.get("type"), lambda: None)()

    def request(self, one, ids):
        asked = [parameter["name"] for parameter in one.get("parameters", []) if parameter["in"] == "query"]
        sent: dict[str, Any] = {
            "params": {name: self.random.choice(TEXTS) for name in asked if self.random.random() < 0.4},
            "headers": {"If-Match": f'"{self.random.randint(0, 3)}"', "Idempotency-Key": f"k{self.random.random()}"},
        }
        content = one.get("requestBody", {}).get("content", {})
        if "application/json" in content:
            sent["json"] = self.value(content["application/json"]["schema"])
        elif content:
            sent["content"] = self.random.choice([b"", b"x", b"%PDF-1.4", b"PK\x03\x04xx"])
        return sent, lambda path: re.sub(
            r"\{(\w+)\}", lambda name: self.random.choice(ids.get(name[1], ["x", "%00", "DRAFT"])), path
        )


@pytest.mark.parametrize("person", ["handler", "legal", "lead", "intake", "reviewer", "supervisor", "stranger"])
def test_no_request_makes_the_server_fail(enter, contract, person):
    described = document()
    writer = Writer(described, seed=person)
    ids = {
        "contract_id": [contract["contract"]["id"], "x"],
        "version_id": [contract["contract"]["draft_version_id"], "%00"],
    }
    failed, answered = [], set()
    for path, methods in described["paths"].items():
        for method, one in methods.items():
            for _ in range(ROUNDS if one["operationId"] not in LEFT_OUT else 0):
                sent, filled = writer.request(one, ids)
                answer = enter(person).ask(method.upper(), filled(path.removeprefix("/api/v1")), **sent)
                answered.add(answer.status_code)
                if answer.status_code >= 500:
                    failed.append((one["operationId"], sent, answer.text))
    assert failed == []
    assert answered >= {200, 400, 403, 404}


def test_a_number_no_column_holds_is_refused(enter, contract):
    seen = contract["contract"]
    body = FACTS | {"amount_fen": 2**63}
    answer = enter("handler").change("PATCH", f"/contracts/{seen['id']}", body, revision=seen["revision"])
    assert (answer.status_code, answer.json()["code"]) == (422, "number_too_large")


@pytest.mark.parametrize("place", ["body", "query"])
def test_a_nul_in_text_is_refused_before_it_reaches_a_database(enter, contract, place):
    seen = contract["contract"]
    door = enter("handler")
    if place == "body":
        body = FACTS | {"name": "a\x00b"}
        answer = door.change("PATCH", f"/contracts/{seen['id']}", body, revision=seen["revision"])
    else:
        answer = door.get("/contracts", params={"text": "a\x00b"})
    assert (answer.status_code, answer.json()["code"]) == (400, "text_unreadable")
