"""Addresses below /api that mean nothing: a problem for every method, never the page."""

from litestar import HttpMethod, route
from litestar.params import FromPath

from contract_platform.domain.errors import NotFound

METHODS = [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE]


@route(
    ["/api", "/api/{path:path}"],
    http_method=METHODS,
    opt={"operation": "pages"},
    include_in_schema=False,
    sync_to_thread=False,
)
def unknown(path: FromPath[str] = "/") -> None:
    """Whatever it was."""
    raise NotFound("address_unknown", path=f"/api{path}")
