"""Remarks on selected text, and their threads."""

import msgspec
from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from contract_platform.application.remark_text import create_remark, list_remarks, reply_remark, resolve_remark
from contract_platform.application.views import RemarkView
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import RequiredKey, Revision, TheActor, ThePlatform


class NewRemark(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said about ``[start, end)`` of the canonical text, in code points."""

    start: int
    end: int
    text: str


class NewReply(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An answer in a thread."""

    text: str


class RemarkController(Controller):
    """Remarks of a version."""

    path = "/"
    tags = ["remarks"]

    @get("/versions/{version_id:str}/remarks", **operation("remark.list"))
    def page(self, platform: ThePlatform, actor: TheActor, version_id: FromPath[str]) -> tuple[RemarkView, ...]:
        """All remarks in text order."""
        return list_remarks(platform, actor, version_id)

    @post("/versions/{version_id:str}/remarks", **operation("remark.create"))
    def create(
        self,
        platform: ThePlatform,
        actor: TheActor,
        version_id: FromPath[str],
        required_key: RequiredKey,
        data: JSONBody[NewRemark],
    ) -> RemarkView:
        """Put a remark on selected text."""
        return create_remark(
            platform,
            actor,
            version_id,
            start=data.start,
            end=data.end,
            text=data.text,
            idempotency_key=required_key,
        )

    @post("/remarks/{remark_id:str}/replies", **operation("remark.reply"))
    def reply(
        self,
        platform: ThePlatform,
        actor: TheActor,
        remark_id: FromPath[str],
        revision: Revision,
        data: JSONBody[NewReply],
    ) -> RemarkView:
        """Answer in the thread."""
        return reply_remark(platform, actor, remark_id, text=data.text, revision=revision)

    @post("/remarks/{remark_id:str}/resolve", status_code=200, **operation("remark.resolve"))
    def resolve(
        self, platform: ThePlatform, actor: TheActor, remark_id: FromPath[str], revision: Revision
    ) -> RemarkView:
        """Close the thread."""
        return resolve_remark(platform, actor, remark_id, revision=revision)
