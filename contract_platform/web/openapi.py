"""The description of the API (OpenAPI 3.1), made from the running code."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

import msgspec
from litestar import Response, get
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from contract_platform.web.assembly import api, build
from contract_platform.web.declared import async_operation
from contract_platform.web.health import healthz
from contract_platform.web.operations import PUBLIC
from contract_platform.web.problems import MEDIA_TYPE, TITLES, Problem
from contract_platform.web.session import COOKIE, SAFE
from contract_platform.web.workbooks import XLSX

Json = dict[str, Any]

UPLOADS: Final = frozenset({"change.form", "contract.create", "document.add", "change.import"})
REQUIRED_KEYS: Final = UPLOADS | {
    *{
        "remark.create",
        "obligation.create",
        "change.request",
        "handover.offer",
        "handover.assign",
        "task.batch",
        "copy.create",
        "supervision.create",
    },
    *{"delegation.create", "invitation.create", "recusal.create"},
}
BYTES: Final = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
WORKBOOK: Final = {XLSX: {"schema": {"type": "string", "format": "binary"}}}
PAPERS: Final = (
    *("paper.content", "paper.internal", "paper.preview", "paper.internal_preview", "opinion.preview"),
    *("form.template", "form.preview", "change.preview"),
)
SENT_AS_THEY_ARE: Final = {
    "version.content": {"*/*": BYTES["application/octet-stream"]},
    **{name: {"*/*": BYTES["application/octet-stream"]} for name in PAPERS},
    "page.picture": {"image/jpeg": {"schema": {"type": "string", "format": "binary"}}},
    "change.template": WORKBOOK,
    "audit.export": WORKBOOK,
    "task.export": WORKBOOK,
    "dispute.export": WORKBOOK,
    "contract.import_template": WORKBOOK,
    "supervision.export": WORKBOOK,
    "contract.export": WORKBOOK,
    "contract.export_clear": WORKBOOK,
    "event.stream": {"text/event-stream": {"schema": {"type": "string"}}},
}
REF: Final = "#/components/schemas/{name}"


@get(["/api/v1/openapi.json", "/schema/openapi.json"], include_in_schema=False, **async_operation("openapi"))
async def published() -> Response[bytes]:
    """The description, for programs."""
    return Response(await sync_to_thread(encoded), media_type="application/json")


@cache
def encoded() -> bytes:
    """Made once: it takes a moment."""
    return msgspec.json.encode(document())


def document() -> Json:
    """The whole description, with problems for everything that can go wrong."""
    described = generated()
    for one in operations(described):
        complete_operation(one)
    schemas: Json = described["components"]["schemas"]
    complete_schemas(schemas, described["paths"])
    schemas.update(msgspec.json.schema_components([Problem], schema_hook=anything, ref_template=REF)[1])
    described["components"]["responses"] = {str(status): problem_response(status) for status in TITLES}
    described["components"]["securitySchemes"] = {"session": {"type": "apiKey", "in": "cookie", "name": COOKIE}}
    return described


def anything(kind: type) -> Json:
    """The schema of a value that may be anything."""
    if kind is object:
        return {"description": "any JSON value"}
    raise NotImplementedError


def generated() -> Json:
    """What the framework says by itself, as data of our own."""
    config = OpenAPIConfig(
        title="政府合同监管平台", version="1", use_handler_docstrings=True, render_plugins=[JsonRenderPlugin()]
    )
    application = build([api(), healthz], State(), openapi=config)
    decoded: Json = msgspec.json.decode(msgspec.json.encode(application.openapi_schema.to_schema()))
    remove_silence(decoded)
    return decoded


def remove_silence(node: object) -> None:
    """Take out flags that say nothing."""
    if isinstance(node, list):
        for item in node:
            remove_silence(item)
    elif isinstance(node, dict):
        for name in SILENT & node.keys():
            if not node[name]:
                del node[name]
        for value in node.values():
            remove_silence(value)


SILENT: Final = frozenset({"deprecated", "allowEmptyValue", "allowReserved", "headers"})


def operations(described: Json) -> Iterator[Json]:
    """Every operation, with its method and path parameters noted under names of ours."""
    for methods in described["paths"].values():
        for method, one in methods.items():
            one["x-method"] = method
            yield one


def complete_operation(one: Json) -> None:
    """Required headers, uploaded bodies, who may call, and what can go wrong."""
    name, method = one["operationId"], one.pop("x-method").upper()
    parameters: list[Json] = one.get("parameters", [])
    for parameter in parameters:
        if parameter["name"] == "If-Match" or (parameter["name"] == "Idempotency-Key" and name in REQUIRED_KEYS):
            parameter["required"] = True
            parameter["schema"] = {"type": "string"}
    if name in UPLOADS:
        one["requestBody"] = {"required": True, "content": BYTES}
    if name not in PUBLIC:
        one["security"] = [{"session": []}]
    good = {status: found for status, found in one["responses"].items() if status.startswith("2")}
    for status, found in good.items():
        content = SENT_AS_THEY_ARE.get(name) or found.pop("content", None)
        if content and status != "204":
            found["content"] = content
    bad = statuses(one, method, parameters)
    one["responses"] = good | {str(status): {"$ref": f"#/components/responses/{status}"} for status in bad}


def statuses(one: Json, method: str, parameters: list[Json]) -> list[int]:
    """Which problems an operation can end in."""
    found = [400, 500]
    if one["operationId"] not in PUBLIC or method not in SAFE:
        found += [401, 403]
    places = {parameter["in"] for parameter in parameters}
    if "path" in places:
        found += [404, 409]
    if "query" in places:
        found += [422]
    if method not in SAFE:
        found += [404, 409, 422]
    if "requestBody" in one:
        found += [413]
    if any(parameter["name"] == "If-Match" for parameter in parameters):
        found += [428]
    if one["operationId"] == "health.read":
        found += [503]
    return sorted(set(found))


def problem_response(status: int) -> Json:
    """A response that carries a problem."""
    return {
        "description": TITLES[status][1],
        "content": {MEDIA_TYPE: {"schema": {"$ref": REF.format(name="Problem")}}},
    }


def complete_schemas(schemas: Json, paths: Json) -> None:
    """What is only sent is always complete; what is also taken in names its defaults, null among them."""
    taken = reachable(schemas, (one.get("requestBody") for methods in paths.values() for one in methods.values()))
    for name, schema in schemas.items():
        properties: Json = schema.get("properties", {})
        if name not in taken and properties:
            schema["required"] = sorted(properties)
            continue
        for field, described in properties.items():
            if field not in schema.get("required", []) and {"type": "null"} in described.get("oneOf", []):
                described["default"] = None


def reachable(schemas: Json, roots: Iterable[Any]) -> set[str]:
    """The names of all schemas that these refer to, directly or not."""
    found: set[str] = set()
    pending = list(roots)
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            pending.extend(node)
        elif isinstance(node, dict):
            name = str(node.get("$ref", "")).rpartition("/")[2]
            if name in schemas and name not in found:
                found.add(name)
                pending.append(schemas[name])
            pending.extend(node.values())
    return found
