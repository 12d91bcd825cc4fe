"""How to ask for official documents and their templates; ``factories.py`` says what a factory is."""

from contract_platform.domain.vocabulary import State
from tests.security.bodies import ABSENT, REFUSED, always
from tests.security.factory import Factory, given

READ = (Factory(),)
TEXT = "保洁服务合同".encode()

OF_DOCUMENTS: dict[str, tuple[Factory, ...]] = {
    "paper.list": READ,
    "paper.content": (Factory(children={"paper_id": "ISSUED"}, query={"kind": "docx"}),),
    "paper.internal": (Factory(children={"paper_id": "INTERNAL"}, query={"kind": "docx"}),),
    "paper.preview": (
        Factory(
            stage=State.DRAFTING,
            paths={"form": "REVIEW_SUBMISSION"},
            query={"kind": "docx"},
            states=frozenset({State.DRAFTING, State.UNIT_COSIGNING, State.UNIT_REVIEW, State.FORWARDING}),
        ),
    ),
    "paper.internal_preview": (
        Factory(
            paths={"form": "WORKING_PAPER"},
            query={"kind": "docx"},
            states=frozenset({State.UNDER_REVIEW, State.CONSULTING, State.SIGNING_OFF}),
        ),
    ),
    "opinion.preview": (Factory(query={"kind": "docx"}, body=given(conclusion="APPROVE", body="同意", items=[])),),
    "form.list": READ,
    "form.template": (Factory(paths={"form": "FILING_RECEIPT"}),),
    "form.preview": (Factory(paths={"form": "FILING_RECEIPT"}, query={"kind": "docx"}),),
    "change.form": (
        Factory(
            paths={"form": "FILING_RECEIPT"},
            query={"filename": "回执.docx", "reason": "用语"},
            content=TEXT,
            expects=always(REFUSED),
        ),
    ),
    "change.preview": (Factory(paths={"change_id": "change-1"}, query={"kind": "docx"}, expects=always(ABSENT)),),
}
