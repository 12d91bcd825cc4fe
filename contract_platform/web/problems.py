"""Every refusal and failure as problem+json (RFC 9457): one table of statuses, texts from one catalogue."""

import re
import secrets
from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException

from contract_platform.application.queries import View
from contract_platform.domain.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    PlatformError,
    Refused,
    Unauthenticated,
)
from contract_platform.web.catalogue import say
from contract_platform.web.errors import Malformed, RevisionMissing, TooLarge, Unavailable
from contract_platform.web.language import Language, language_of

log = structlog.get_logger(__name__)

MEDIA_TYPE: Final = "application/problem+json"

STATUSES: Final[Mapping[type[PlatformError], int]] = {
    Malformed: 400,
    Unauthenticated: 401,
    Forbidden: 403,
    NotFound: 404,
    Conflict: 409,
    Refused: 409,
    TooLarge: 413,
    Invalid: 422,
    RevisionMissing: 428,
    Unavailable: 503,
}
"""THE error table: what an error means over HTTP."""

TITLES: Final[Mapping[int, tuple[str, str]]] = {
    400: ("请求有误", "Bad request"),
    401: ("未登录", "Not signed in"),
    403: ("没有权限", "Forbidden"),
    404: ("没有找到", "Not found"),
    405: ("不支持的请求方式", "Method not allowed"),
    409: ("暂不能办理", "Not possible now"),
    413: ("内容过大", "Too large"),
    422: ("内容不正确", "Not acceptable as data"),
    428: ("缺少前提条件", "Precondition required"),
    500: ("系统出错", "Internal error"),
    503: ("服务暂不可用", "Service unavailable"),
}

FRAMEWORK: Final[Mapping[int, str]] = {
    400: "body_unreadable",
    404: "address_unknown",
    405: "method_not_allowed",
    413: "body_too_large",
}
"""Codes for what the framework itself refuses."""


class ProblemReason(View, frozen=True, kw_only=True):
    """One thing that stands in the way, worded."""

    code: str
    params: dict[str, object]
    text: str


class Problem(View, frozen=True, kw_only=True):
    """The body of every answer that is not a success. ``code`` and ``params`` are stable, ``detail`` is for people."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    params: dict[str, object] = {}
    reasons: tuple[ProblemReason, ...] = ()


def problem(status: int, code: str, params: Mapping[str, Any], language: Language) -> Problem:
    """A problem in one language; ``params["reasons"]`` become its reasons."""
    others = {name: value for name, value in params.items() if name != "reasons"}
    title = TITLES.get(status, TITLES[400])
    return Problem(
        type=f"urn:contract-platform:problem:{code}",
        title=title[1] if language == "en" else title[0],
        status=status,
        detail=say(code, language, others),
        code=code,
        params=others,
        reasons=tuple(_reasons(params.get("reasons", ()), language)),
    )


def _reasons(given: Iterable[Any], language: Language) -> Iterable[ProblemReason]:
    for reason in given:
        text = say(reason.code, language, reason.params)
        yield ProblemReason(code=reason.code, params=dict(reason.params), text=text)


def answer(request: Request[Any, Any, Any], status: int, code: str, params: Mapping[str, Any]) -> Response[bytes]:
    """The response in the language the client asks for."""
    language = language_of(request.headers.get("accept-language", ""))
    body = msgspec.json.encode(problem(status, code, params, language))
    headers = {"Content-Language": "en" if language == "en" else "zh-CN", "Vary": "Accept-Language"}
    return Response(body, status_code=status, media_type=MEDIA_TYPE, headers=headers)


def on_platform_error(request: Request[Any, Any, Any], error: PlatformError) -> Response[bytes]:
    """An expected error, by the table."""
    status = next(STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES)
    code, params = out_of_scope_as_absent(request, error)
    return answer(request, status, code, params)


def out_of_scope_as_absent(request: Request[Any, Any, Any], error: PlatformError) -> tuple[str, Mapping[str, Any]]:
    """Code and parameters. A filing of a contract that is out of scope reads as a filing that does not exist.

    Otherwise the one answer would say ``contract_not_found`` and the other ``filing_not_found``.
    """
    asked = next(iter(request.path_params.items()), None)
    if asked is None or error.code != "contract_not_found" or asked[0] == "contract_id":
        return error.code, error.params
    return f"{asked[0].removesuffix('_id')}_not_found", {"id": asked[1]}


def on_validation_error(request: Request[Any, Any, Any], error: ValidationException) -> Response[bytes]:
    """A field of the wrong kind: which ones, and what was expected."""
    language = language_of(request.headers.get("accept-language", ""))
    faults: list[dict[str, Any]] = error.extra if isinstance(error.extra, list) else []
    fields = [{"field": str(fault.get("key", "body")), "problem": str(fault.get("message", ""))} for fault in faults]
    problems = [f"{field['field']}：{spoken(field['problem'], language)}" for field in fields]
    return answer(request, 400, "request_invalid", {"fields": fields, "problems": problems})


def on_overflow(request: Request[Any, Any, Any], error: OverflowError) -> Response[bytes]:  # noqa: ARG001 - the protocol
    """A whole number that no column holds: 64 bits are what both databases have."""
    return answer(request, 422, "number_too_large", {})


SPOKEN: Final = (
    (re.compile(r"^Expected (.+), got (.+)$"), r"应为 \1，收到 \2"),
    (re.compile(r"^Expected (.+)$"), r"应为 \1"),
    (re.compile(r"^Object missing required field `(.+)`$"), r"缺少字段 \1"),
    (re.compile(r"^Object contains unknown field `(.+)`$"), r"不认识的字段 \1"),
    (re.compile(r"^Invalid enum value (.+)$"), r"不在可选值之列：\1"),
    (re.compile(r"^Invalid value (.+)$"), r"不在可选值之列：\1"),
    (re.compile(r"^Missing required .*$"), r"缺少此项"),
)


def spoken(message: str, language: Language) -> str:
    """What the decoder says, in Chinese where somebody reads Chinese."""
    plain = re.sub(r" - at `.*`$", "", message)
    if language == "en":
        return plain
    return next((pattern.sub(chinese, plain) for pattern, chinese in SPOKEN if pattern.match(plain)), plain)


def on_http_error(request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """What the framework refuses before a handler runs."""
    status = error.status_code
    if status >= 500:  # noqa: PLR2004 - server errors begin there
        return on_any_error(request, error)
    response = answer(request, status, FRAMEWORK.get(status, "request_refused"), {})
    response.headers.update({name: value for name, value in (error.headers or {}).items() if name.lower() == "allow"})
    return response


def on_any_error(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """A fault of ours: logged under a number that the person can name, and nothing else is told."""
    incident = secrets.token_hex(6)
    log.error("unhandled", incident=incident, method=request.method, path=request.url.path, exc_info=error)
    return answer(request, 500, "internal_error", {"incident": incident})


HANDLERS: Final[dict[int | type[Exception], Any]] = {
    PlatformError: on_platform_error,
    ValidationException: on_validation_error,
    HTTPException: on_http_error,
    OverflowError: on_overflow,
    Exception: on_any_error,
}
