"""An issued official document (文书): its content is fixed by the act that issues it, its files follow."""

from datetime import datetime

from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.records import Root


class Paper(Root, frozen=True, kw_only=True):
    """A document as it was issued. ``no`` counts those of a form on one contract, from 1.

    ``content`` is the canonical JSON of everything that stands in it, with personal numbers masked, and
    ``content_sha256`` its digest in the trace of the act. ``template_sha256`` is that of the template in force then.
    The files are made from both as soon as the act is committed and never again: ``docx_sha256`` and ``pdf_sha256``
    are their keys in the object store; ``no_pdf`` is the reason (JSON) why there is no PDF. ``version_id`` is the text
    it quotes, ``subject_id`` the filing it is about. ``voided_at``: the act was taken back (取回) before anybody
    had opened what it led to; the document stays as a record and counts no more.
    """

    contract_id: str
    form: FormKind
    no: int
    title: str
    number: str
    issued_at: datetime
    issued_by: str
    act: str
    content: bytes
    content_sha256: str
    template_sha256: str
    subject_id: str = ""
    voided_at: datetime | None = None
    version_id: str | None = None
    docx_sha256: str | None = None
    docx_size: int = 0
    pdf_sha256: str | None = None
    pdf_size: int = 0
    no_pdf: str = ""


class FormTemplate(Root, frozen=True, kw_only=True):
    """A template the bureau has put in the place of the one that ships, newest last; ``sha256`` "" restores that."""

    form: FormKind
    sha256: str
    filename: str
    adopted_at: datetime
    change_number: int
