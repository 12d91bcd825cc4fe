"""All controllers as one application: behind one guard, one error table, one set of headers."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Final

from litestar import Litestar, Router
from litestar.datastructures import State
from litestar.openapi import OpenAPIConfig

from contract_platform.web.account import AccountController
from contract_platform.web.administration import (
    AccountsController,
    CalendarController,
    ChangeController,
    UnitController,
)
from contract_platform.web.archives import ArchiveController
from contract_platform.web.audit import AuditController
from contract_platform.web.contracts import ContractController
from contract_platform.web.corrections import CorrectionController
from contract_platform.web.dependencies import PROVIDED
from contract_platform.web.disputes import DisputeController
from contract_platform.web.documents import DocumentController
from contract_platform.web.ends import EndController
from contract_platform.web.events import EventController
from contract_platform.web.existing import ExistingController
from contract_platform.web.facts import FactController
from contract_platform.web.families import FamilyController
from contract_platform.web.findings import FindingController
from contract_platform.web.followups import (
    AlertController,
    BacklogController,
    DeadlineController,
    FilingController,
    ObligationController,
)
from contract_platform.web.forms import FormController
from contract_platform.web.headers import add_headers
from contract_platform.web.inbox import TaskController
from contract_platform.web.ledger_imports import LedgerImportController
from contract_platform.web.moving_work import DelegationController, HandoverController
from contract_platform.web.operations import ask_access_table, record_refusals
from contract_platform.web.overviews import OverviewController, PersonController, ReferenceController
from contract_platform.web.papers import PaperController
from contract_platform.web.participants import ParticipantController
from contract_platform.web.policy import PolicyController, PolicyDraftController, PolicyReplayController
from contract_platform.web.printed_pages import PageController
from contract_platform.web.problems import HANDLERS
from contract_platform.web.provider import ProviderController
from contract_platform.web.quarantines import QuarantineController
from contract_platform.web.remarks import RemarkController
from contract_platform.web.rules import RuleController
from contract_platform.web.session import SessionController
from contract_platform.web.signings import SigningController
from contract_platform.web.submissions import SubmissionController
from contract_platform.web.supervisions import SupervisionController
from contract_platform.web.unsent import UnsentController
from contract_platform.web.work import WorkController

LARGEST_BODY = 2 << 20  # bytes of a JSON body; uploads have a limit of their own

Lifespan = Callable[[Litestar], AbstractAsyncContextManager[None]]

CONTROLLERS: Final = (
    SessionController,
    ProviderController,
    AccountController,
    ReferenceController,
    PersonController,
    ContractController,
    FamilyController,
    ExistingController,
    CorrectionController,
    LedgerImportController,
    SubmissionController,
    UnsentController,
    DocumentController,
    PaperController,
    PageController,
    FormController,
    FactController,
    FindingController,
    RemarkController,
    SigningController,
    FilingController,
    ObligationController,
    DisputeController,
    ArchiveController,
    EndController,
    AlertController,
    BacklogController,
    DeadlineController,
    TaskController,
    OverviewController,
    QuarantineController,
    EventController,
    HandoverController,
    DelegationController,
    ParticipantController,
    WorkController,
    SupervisionController,
    UnitController,
    CalendarController,
    PolicyController,
    RuleController,
    PolicyDraftController,
    PolicyReplayController,
    AccountsController,
    ChangeController,
    AuditController,
)


def build(
    handlers: Sequence[Any], state: State, *, openapi: OpenAPIConfig | None = None, lifespan: Sequence[Lifespan] = ()
) -> Litestar:
    """An application of these handlers, behind the guard."""
    return Litestar(
        route_handlers=list(handlers),
        after_exception=[record_refusals],
        before_send=[add_headers],
        dependencies=PROVIDED,
        exception_handlers=HANDLERS,
        guards=[ask_access_table],
        lifespan=list(lifespan),
        logging_config=None,
        openapi_config=openapi,
        request_max_body_size=LARGEST_BODY,
        state=state,
    )


def api() -> Router:
    """Everything under /api/v1."""
    return Router("/api/v1", route_handlers=list(CONTROLLERS))
