"""Whether this process is alive and reaches its database."""

import structlog
from litestar import get

from contract_platform.application.queries import View
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import ThePlatform
from contract_platform.web.errors import Unavailable

log = structlog.get_logger(__name__)


class Health(View, frozen=True, kw_only=True):
    """``status`` is ok; anything else is a problem with status 503."""

    status: str


@get("/healthz", tags=["health"], **operation("health.read"))
def healthz(platform: ThePlatform) -> Health:
    """For probes: answers when the database does."""
    try:
        platform.queries.last_event()
    except Exception as error:
        log.exception("health")
        raise Unavailable("unavailable") from error
    return Health(status="ok")
