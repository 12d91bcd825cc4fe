"""The operations as the published description names them: what has to be tested follows from it, not from a list."""

import re
from functools import cache
from typing import Any

import msgspec

from contract_platform.web.openapi import document

JSON = "application/json"
PARAMETER = re.compile(r"\{(\w+)\}")

OF_CONTRACTS = frozenset(
    {
        *{"contract_id", "version_id", "finding_id", "remark_id", "filing_id", "obligation_id", "alert_id"},
        *{"paper_id", "handover_id", "invitation_id", "recusal_id", "endorsement_id", "task_id"},
        *{"dispute_id", "settlement_id", "deviation_id", "supervision_id", "correction_id"},
    }
)
"""Path parameters that stages.Maker makes a record for in every contract; a new kind of child is added in both."""


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One operation of the API. ``success`` is the status of an answer that is no problem."""

    name: str
    method: str
    path: str
    parameters: tuple[str, ...]  # names in the path
    headers: frozenset[str]
    query: tuple[str, ...]
    body: dict[str, Any] | None  # the schema of a JSON body
    uploads: bool
    success: int

    def about(self) -> tuple[str, ...]:
        """The path parameters that are ids of a contract or of something that hangs on one."""
        return tuple(name for name in self.parameters if name in OF_CONTRACTS)


@cache
def described() -> dict[str, Any]:
    """The description, generated from the running code."""
    return document()


@cache
def operations() -> dict[str, Operation]:
    """Every operation by its name."""
    found = [
        operation(method, path, one) for path, ways in described()["paths"].items() for method, one in ways.items()
    ]
    return {one.name: one for one in found}


def operation(method: str, path: str, one: dict[str, Any]) -> Operation:
    """What the description says about one operation."""
    given = one.get("parameters", [])
    content = one.get("requestBody", {}).get("content", {})
    return Operation(
        name=one["operationId"],
        method=method.upper(),
        path=path,
        parameters=tuple(PARAMETER.findall(path)),
        headers=frozenset(parameter["name"] for parameter in given if parameter["in"] == "header"),
        query=tuple(parameter["name"] for parameter in given if parameter["in"] == "query"),
        body=content[JSON]["schema"] if JSON in content else None,
        uploads=bool(content) and JSON not in content,
        success=min(int(status) for status in one["responses"] if status.startswith("2")),
    )


def resolved(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The object schemas a body may have: itself, or each of its alternatives."""
    if "$ref" in schema:
        return resolved(described()["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    if "oneOf" in schema:
        return [found for one in schema["oneOf"] for found in resolved(one)]
    return [schema] if schema.get("type") == "object" else []
