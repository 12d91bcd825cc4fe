"""Contracts that hang on another one: opened from it, shown with it, measured against what the law allows."""

from typing import Annotated

import msgspec
from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from contract_platform.application.justify_amendment import justify_amendment
from contract_platform.application.performance_commands import NewChild
from contract_platform.application.read_family import FamilyView, read_family
from contract_platform.application.start_child import start_child
from contract_platform.application.views import ContractDetail
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import RequiredKey, Revision, TheActor, ThePlatform


class CapBasis(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """On what lawful ground more may be added than the cap allows."""

    basis: Annotated[str, msgspec.Meta(max_length=2000)]


class FamilyController(Controller):
    """Supplements, changes, renewals, call-offs and termination agreements."""

    path = "/contracts/{contract_id:str}"
    tags = ["families"]

    @get("/family", **operation("contract.family"))
    def read(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> FamilyView:
        """The original with everything that hangs on it, and the sums."""
        return read_family(platform, actor, contract_id)

    @post("/children", **operation("contract.derive"))
    def start(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        required_key: RequiredKey,
        data: JSONBody[NewChild],
    ) -> ContractDetail:
        """Open a contract that hangs on this one; its text is uploaded next."""
        return start_child(platform, actor, contract_id, data, idempotency_key=required_key)

    @post("/amendment/basis", status_code=200, **operation("amendment.justify"))
    def justify(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        revision: Revision,
        data: JSONBody[CapBasis],
    ) -> FamilyView:
        """State the lawful ground for passing the cap; the revision is the contract's."""
        return justify_amendment(platform, actor, contract_id, data.basis, revision=revision)
