"""备案登记表 and 备案回执."""

from contract_platform.application.forms import wording as w
from contract_platform.application.forms.matter import Matter
from contract_platform.application.forms.opinion_papers import SHORT
from contract_platform.application.forms.parts import PartyLine, Sheet, StepLine, head, parties
from contract_platform.application.shown_time import SHANGHAI
from contract_platform.domain.followups import Filing
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import AdoptionChoice, Role


class TargetLine(Record, frozen=True, kw_only=True):
    """A place where the contract has to be filed."""

    no: str
    target: str
    state: str
    number: str
    due_on: str
    done_on: str
    late: str


class FileLine(Record, frozen=True, kw_only=True):
    """A paper of the contract that was filed with it."""

    no: str
    kind: str
    name: str
    mark: str


class FilingForm(Sheet, frozen=True, kw_only=True):
    """备案登记表 of one filing."""

    number: str
    target: str
    parties: tuple[PartyLine, ...]
    sign_day: str
    opinion_no: str
    conclusion: str
    adoption: str
    decision: str
    decision_day: str
    targets: tuple[TargetLine, ...]
    due_on: str
    submitted_on: str
    done_on: str
    late: str
    materials: tuple[FileLine, ...]
    receiver: str
    checked: str
    corrections: tuple[StepLine, ...]
    note: str


class FilingReceipt(Sheet, frozen=True, kw_only=True):
    """备案回执."""

    number: str
    target: str
    sign_day: str
    submitted_on: str
    done_on: str
    due_on: str
    late: str
    on_time: bool
    receiver: str
    note: str


def filing_form(matter: Matter) -> FilingForm:
    """The form of the filing at hand."""
    filing = of(matter)
    decided = matter.latest("decide", "override")
    return FilingForm(
        **head(matter, "政府合同备案登记表"),
        number=w.or_dash(filing.number),
        target=w.zh("FilingTarget", filing.target),
        parties=parties(matter),
        sign_day=w.day(matter.contract.sign_date),
        opinion_no=w.or_dash(matter.opinion.number if matter.opinion else None),
        conclusion=concluded(matter),
        adoption=adopted(matter),
        decision=w.zh("Action", decided.action) if decided else w.NOTHING,
        decision_day=w.day(decided.at if decided else None),
        targets=tuple(target_line(no, one) for no, one in enumerate(matter.filings, 1)),
        due_on=w.day(filing.due_on),
        submitted_on=w.day(filing.submitted_at),
        done_on=w.day(filing.done_on),
        late=late(filing),
        materials=files(matter),
        receiver=receiver(matter),
        checked=checked(filing),
        corrections=corrections(matter),
        note=w.or_dash(filing.note),
    )


def filing_receipt(matter: Matter) -> FilingReceipt:
    """What the officer hands back."""
    filing = of(matter)
    return FilingReceipt(
        **head(matter, "政府合同备案回执"),
        number=w.or_dash(filing.number),
        target=w.zh("FilingTarget", filing.target),
        sign_day=w.day(matter.contract.sign_date),
        submitted_on=w.day(filing.submitted_at),
        done_on=w.day(filing.done_on),
        due_on=w.day(filing.due_on),
        late=late(filing),
        on_time=not is_late(filing),
        receiver=receiver(matter),
        note=w.or_dash(filing.note),
    )


def of(matter: Matter) -> Filing:
    """The filing the papers are about."""
    assert matter.filing is not None, "there is no filing paper without a filing"
    return matter.filing


def concluded(matter: Matter) -> str:
    """The conclusion of the review, or that there was none."""
    if matter.opinion is None or matter.opinion.issued_at is None:
        return "未经司法局审查" if matter.contract.review_no is None else w.NOTHING
    return matter.conclusions.get(matter.opinion.conclusion) or w.zh("Conclusion", matter.opinion.conclusion)


def adopted(matter: Matter) -> str:
    """How many items were adopted, partly and not."""
    made = matter.opinion.adoption if matter.opinion else ()
    if not made:
        return w.NOTHING
    parts = ((w.zh("AdoptionChoice", choice), sum(one.choice is choice for one in made)) for choice in AdoptionChoice)
    return "，".join(f"{word}{count}项" for word, count in parts)


def is_late(filing: Filing) -> bool:
    """Whether it was filed, or is still to be filed, after its day."""
    submitted = filing.submitted_at.astimezone(SHANGHAI).date() if filing.submitted_at else filing.done_on
    return filing.overdue or (submitted is not None and submitted > filing.due_on)


def late(filing: Filing) -> str:
    """On time or not, in words."""
    return "逾期" if is_late(filing) else "未逾期"


def target_line(no: int, filing: Filing) -> TargetLine:
    """One place with how far it has come."""
    return TargetLine(
        no=str(no),
        target=w.zh("FilingTarget", filing.target),
        state=w.zh("FilingState", filing.state),
        number=w.or_dash(filing.number),
        due_on=w.day(filing.due_on),
        done_on=w.day(filing.done_on),
        late=late(filing),
    )


def files(matter: Matter) -> tuple[FileLine, ...]:
    """The contract's papers with the beginning of their hashes, by which each can be known again."""
    return tuple(
        FileLine(
            no=str(no),
            kind=w.zh("DocumentKind", one.document.kind),
            name=one.version.filename,
            mark=one.version.sha256[:SHORT],
        )
        for no, one in enumerate(matter.files, 1)
    )


def receiver(matter: Matter) -> str:
    """Who accepted it."""
    made = [one for one in matter.decisions if one.role is Role.FILING_OFFICER and one.action == "accept_filing"]
    return matter.name(made[-1].person_id) if made else w.NOTHING


def checked(filing: Filing) -> str:
    """What the check came to."""
    return w.zh("FilingState", filing.state)


def corrections(matter: Matter) -> tuple[StepLine, ...]:
    """Every time it was sent back, with what was to be mended."""
    made = [one for one in matter.decisions if one.action in {"return_filing", "advise"}]
    return tuple(
        StepLine(
            no=str(no),
            step=w.zh("Action", one.action),
            person=matter.name(one.person_id),
            role=w.zh("Role", one.role),
            at=w.minute(one.at),
            opinion=w.or_dash(one.reason),
        )
        for no, one in enumerate(made, 1)
    )
