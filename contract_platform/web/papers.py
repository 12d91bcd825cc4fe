"""Official documents: the list on a contract's page, files as issued, and previews."""

from collections.abc import Iterator
from typing import Final, Literal
from urllib.parse import quote

from litestar import Controller, get, post
from litestar.background_tasks import BackgroundTask
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.response import Stream

from contract_platform.application.forms.paper_views import PapersView
from contract_platform.application.forms.preview_opinion import OpinionDraft, preview_opinion
from contract_platform.application.forms.read_papers import PaperFile, open_paper, preview_paper, read_papers
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform
from contract_platform.web.documents import MEDIA_TYPES, SANDBOX, chunks, closed

Kind = Literal["docx", "pdf"]
SHOWN: Final = {"pdf": "inline", "docx": "attachment"}


class PaperController(Controller):
    """Official documents."""

    path = "/"
    tags = ["papers"]

    @get("/contracts/{contract_id:str}/papers", **operation("paper.list"))
    def page(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> PapersView:
        """Issued documents, newest first, and what can be previewed."""
        return read_papers(platform, actor, contract_id)

    @get("/papers/{paper_id:str}/content", **operation("paper.content"))
    def content(
        self, platform: ThePlatform, actor: TheActor, paper_id: FromPath[str], kind: FromQuery[Kind] = "pdf"
    ) -> Stream:
        """The file as it was issued."""
        return streamed(open_paper(platform, actor, paper_id, kind))

    @get("/internal-papers/{paper_id:str}/content", **operation("paper.internal"))
    def internal(
        self, platform: ThePlatform, actor: TheActor, paper_id: FromPath[str], kind: FromQuery[Kind] = "pdf"
    ) -> Stream:
        """The file of a document of the bureau's own."""
        return streamed(open_paper(platform, actor, paper_id, kind, internal=True))

    @get("/contracts/{contract_id:str}/papers/{form:str}/preview", **operation("paper.preview"))
    def preview(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        form: FromPath[FormKind],
        kind: FromQuery[Kind] = "pdf",
        subject_id: FromQuery[str] = "",
    ) -> Stream:
        """What a document would say now, marked as not issued."""
        return streamed(preview_paper(platform, actor, contract_id, form, kind, subject_id=subject_id))

    @get("/contracts/{contract_id:str}/internal-papers/{form:str}/preview", **operation("paper.internal_preview"))
    def internal_preview(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        form: FromPath[FormKind],
        kind: FromQuery[Kind] = "pdf",
    ) -> Stream:
        """What a document of the bureau's own would say now."""
        return streamed(preview_paper(platform, actor, contract_id, form, kind, internal=True))

    @post("/contracts/{contract_id:str}/opinion-preview", status_code=200, **operation("opinion.preview"))
    def draft(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        data: JSONBody[OpinionDraft],
        kind: FromQuery[Kind] = "pdf",
    ) -> Stream:
        """The opinion as written so far, marked as not issued; nothing is kept."""
        return streamed(preview_opinion(platform, actor, contract_id, data, kind))


def streamed(file: PaperFile) -> Stream:
    """A PDF is shown, a Word file saved, under a name of its own (RFC 6266)."""
    headers = {
        "Content-Disposition": f"{SHOWN[file.kind]}; filename*=UTF-8''{quote(file.filename, safe='')}",
        "Content-Length": str(file.size),
        "Content-Security-Policy": SANDBOX,
    }
    if file.sha256:
        headers["ETag"] = f'"{file.sha256}"'
    pieces: Iterator[bytes] = chunks(file.content)
    return Stream(
        pieces,
        media_type=MEDIA_TYPES[file.kind],
        headers=headers,
        background=BackgroundTask(closed, file.content),
    )
