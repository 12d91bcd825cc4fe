"""Official documents of the contracts of the world under test: one that went out, one of the bureau's own."""

import hashlib
from datetime import datetime
from io import BytesIO

import msgspec

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.paper import Paper

INTERNAL = "INTERNAL"


def issued_papers(platform: Platform, uow: UnitOfWork, contract: Contract, mark: str, now: datetime) -> dict[str, str]:
    """Both with their files, by the name of the path parameter and what is asked of them."""
    found = {}
    for name, form in (
        ("paper_id/ISSUED", FormKind.ACCEPTANCE_NOTICE),
        (f"paper_id/{INTERNAL}", FormKind.SIGN_OFF_SHEET),
    ):
        content = msgspec.json.encode({"title": mark})
        file = platform.objects.put(BytesIO(f"{form}{mark}".encode()))
        paper = Paper(
            id=f"{contract.id}-{form.lower()}",
            contract_id=contract.id,
            form=form,
            no=1,
            title=mark,
            number="",
            issued_at=now,
            issued_by=contract.handler_id,
            act="accept",
            content=content,
            content_sha256=hashlib.sha256(content).hexdigest(),
            template_sha256="",
            docx_sha256=file.sha256,
            docx_size=file.size,
            pdf_sha256=file.sha256,
            pdf_size=file.size,
        )
        uow.papers.add(paper)
        found[name] = paper.id
    return found
