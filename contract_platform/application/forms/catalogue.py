"""THE table of official documents: how each is made, which act issues it, who reads it, when there is a preview."""

from collections.abc import Callable
from typing import Final

from contract_platform.application.forms import ending_papers, filing_papers, notices, opinion_papers
from contract_platform.application.forms.matter import Matter
from contract_platform.application.forms.parts import Sheet
from contract_platform.application.forms.submission_sheet import submission_sheet
from contract_platform.application.forms.working_paper import working_paper
from contract_platform.domain.family import AMENDING
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.labels import label
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import FilingState, State

F, S = FormKind, State


class Form(Record, frozen=True, kw_only=True):
    """One kind of document.

    ``internal``: for the bureau's side only. ``ready``: whether a preview can be shown;
    ``of_filing``: about one filing. ``draft_internal``: to the bureau's side only, although what is issued is not.
    """

    kind: FormKind
    make: Callable[[Matter], Sheet]
    ready: Callable[[Matter], bool] = lambda _: False
    internal: bool = False
    draft_internal: bool = False
    of_filing: bool = False


def _drafted(matter: Matter) -> bool:
    return matter.opinion is not None and matter.opinion.issued_at is None


def _refusal(kind: FormKind) -> Callable[[Matter], Sheet]:
    return lambda matter: notices.refusal_notice(matter, label("FormKind", kind)[0])


FORMS: Final = {
    form.kind: form
    for form in (
        Form(
            kind=F.REVIEW_SUBMISSION,
            make=submission_sheet,
            ready=lambda matter: matter.contract.state in {S.DRAFTING, S.UNIT_COSIGNING, S.UNIT_REVIEW, S.FORWARDING},
        ),
        Form(kind=F.ACCEPTANCE_NOTICE, make=notices.acceptance_notice),
        Form(kind=F.SUPPLEMENT_NOTICE, make=notices.supplement_notice),
        Form(kind=F.RETURN_NOTICE, make=_refusal(F.RETURN_NOTICE)),
        Form(kind=F.NON_ACCEPTANCE_NOTICE, make=_refusal(F.NON_ACCEPTANCE_NOTICE)),
        Form(kind=F.REVIEW_OPINION, make=opinion_papers.review_opinion, ready=_drafted, draft_internal=True),
        Form(kind=F.SIGN_OFF_SHEET, make=opinion_papers.sign_off_sheet, ready=_drafted, internal=True),
        Form(
            kind=F.WORKING_PAPER,
            make=working_paper,
            ready=lambda matter: matter.contract.state in {S.UNDER_REVIEW, S.CONSULTING, S.SIGNING_OFF},
            internal=True,
        ),
        Form(kind=F.ADOPTION_STATEMENT, make=opinion_papers.adoption_statement),
        Form(
            kind=F.FILING_FORM,
            make=filing_papers.filing_form,
            of_filing=True,
            ready=lambda matter: matter.filing is not None and matter.filing.state is not FilingState.FILED,
        ),
        Form(kind=F.FILING_RECEIPT, make=filing_papers.filing_receipt, of_filing=True),
        Form(
            kind=F.CHANGE_APPROVAL,
            make=ending_papers.change_approval,
            ready=lambda matter: (
                matter.contract.relation in AMENDING
                and matter.contract.state in {S.DRAFTING, S.UNIT_COSIGNING, S.UNIT_REVIEW}
            ),
        ),
        Form(kind=F.TERMINATION_APPROVAL, make=ending_papers.termination_approval),
        Form(
            kind=F.ARCHIVE_CATALOGUE,
            make=ending_papers.archive_catalogue,
            ready=lambda matter: matter.contract.state in {S.COMPLETED, S.TERMINATED, S.VOIDED},
        ),
    )
}


def issued_by(action: str, source: State, contract_state: State, *, amending: bool) -> tuple[FormKind, ...]:
    """The documents an act on the main line issues."""
    if action == "pass" and amending:
        sent = (F.REVIEW_SUBMISSION,) if contract_state is S.SUBMITTED else ()
        return (F.CHANGE_APPROVAL, *sent)
    if contract_state is S.SUBMITTED and action in {"pass", "forward", "re_review"}:
        return (F.REVIEW_SUBMISSION,)
    if action == "return":
        return (F.RETURN_NOTICE,) if source is S.SUBMITTED else ()
    return BY_ACT.get(action, ())


BY_ACT: Final = {
    "accept": (F.ACCEPTANCE_NOTICE,),
    "request_supplement": (F.SUPPLEMENT_NOTICE,),
    "return_for_revision": (F.RETURN_NOTICE,),
    "lapse": (F.RETURN_NOTICE,),
    "decline": (F.NON_ACCEPTANCE_NOTICE,),
    "sign_off": (F.REVIEW_OPINION, F.SIGN_OFF_SHEET, F.WORKING_PAPER),
    "submit_adoption": (F.ADOPTION_STATEMENT,),
    "suspend": (F.TERMINATION_APPROVAL,),
    "rescind": (F.TERMINATION_APPROVAL,),
    "archive": (F.ARCHIVE_CATALOGUE,),
    # beside the main line
    "accept_filing": (F.FILING_FORM, F.FILING_RECEIPT),
    "register": (F.FILING_FORM,),
}
"""The documents of acts that issue the same ones wherever they are taken."""
