"""合法性审查意见书 with the sheets that stand beside it: 审签单 and 意见采纳情况说明."""

from contract_platform.application.forms import wording as w
from contract_platform.application.forms.matter import Matter
from contract_platform.application.forms.notices import received_on
from contract_platform.application.forms.parts import (
    ItemLine,
    MaterialLine,
    Sheet,
    StepLine,
    head,
    item_line,
    items,
    materials,
    steps,
)
from contract_platform.domain.opinion import Adoption, Opinion
from contract_platform.domain.records import Record
from contract_platform.domain.submission_vocabulary import MaterialStanding
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion, Obligatoriness

SHORT = 8
"""Characters of a hash by which people know a text again."""
GIVEN = w.zh("MaterialStanding", MaterialStanding.GIVEN)


class ReviewOpinion(Sheet, frozen=True, kw_only=True):
    """合法性审查意见书. It names the bureau only; who drafted and signed stands on the 审签单."""

    number: str
    received_on: str
    accepted_on: str
    text_no: str
    text_mark: str
    materials: tuple[MaterialLine, ...]
    basis: str
    conclusion: str
    agreed: bool
    with_changes: bool
    refused: bool
    body: tuple[str, ...]
    items: tuple[ItemLine, ...]
    item_count: str
    must_count: str


class SignOffSheet(Sheet, frozen=True, kw_only=True):
    """审查意见审签单."""

    number: str
    conclusion: str
    item_count: str
    must_count: str
    drafter: str
    drafted_on: str
    checker: str
    checked_on: str
    signer: str
    signed_on: str
    steps: tuple[StepLine, ...]


class AdoptedLine(Record, frozen=True, kw_only=True):
    """What the unit did with an item."""

    no: str
    ordinal: str
    clause: str
    suggestion: str
    binding: str
    must: bool
    choice: str
    reason: str
    new_wording: str


class AdoptionStatement(Sheet, frozen=True, kw_only=True):
    """意见采纳情况说明."""

    number: str
    conclusion: str
    issued_on: str
    items: tuple[AdoptedLine, ...]
    item_count: str
    adopted: str
    partly: str
    not_adopted: str
    text_no: str


def of(matter: Matter) -> Opinion:
    """The opinion the papers are about."""
    assert matter.opinion is not None, "there is no paper about an opinion without one"
    return matter.opinion


def concluded(matter: Matter, opinion: Opinion) -> str:
    """What the profile calls the conclusion."""
    return matter.conclusions.get(opinion.conclusion) or w.zh("Conclusion", opinion.conclusion)


def musts(opinion: Opinion) -> str:
    """How many items bind."""
    return str(sum(one.binding is Obligatoriness.MUST for one in opinion.items))


def review_opinion(matter: Matter) -> ReviewOpinion:
    """The opinion."""
    opinion = of(matter)
    accepted = matter.last("accept")
    return ReviewOpinion(
        **head(matter, f"关于《{matter.contract.name}》的合法性审查意见书"),
        number=w.or_dash(opinion.number),
        received_on=received_on(matter),
        accepted_on=w.day(accepted.at if accepted else None),
        text_no=f"第{matter.checked.no}稿" if matter.checked else w.NOTHING,
        text_mark=matter.checked.sha256[:SHORT] if matter.checked else w.NOTHING,
        materials=tuple(one for one in materials(matter) if one.standing == GIVEN),
        basis=w.joined((one.basis for one in opinion.items), "；"),
        conclusion=concluded(matter, opinion),
        agreed=opinion.conclusion is Conclusion.APPROVE,
        with_changes=opinion.conclusion is Conclusion.APPROVE_WITH_CHANGES,
        refused=opinion.conclusion is Conclusion.DISAPPROVE,
        body=w.paragraphs(opinion.body),
        items=items(opinion),
        item_count=str(len(opinion.items)),
        must_count=musts(opinion),
    )


def sign_off_sheet(matter: Matter) -> SignOffSheet:
    """Who drafted, checked and signed, with every time it was sent back."""
    opinion = of(matter)
    checked = matter.last("check", "co_sign", "add_signer")
    return SignOffSheet(
        **head(matter, "合法性审查意见审签单"),
        number=w.or_dash(opinion.number),
        conclusion=concluded(matter, opinion),
        item_count=str(len(opinion.items)),
        must_count=musts(opinion),
        drafter=matter.name(opinion.drafter_id),
        drafted_on=w.minute(opinion.drafted_at),
        checker=matter.name(checked.person_id if checked else None),
        checked_on=w.minute(checked.at if checked else None),
        signer=matter.name(opinion.signer_id),
        signed_on=w.minute(opinion.issued_at),
        steps=steps(matter, "accept", "consult", "extend", "propose", "send_back", "sign_off"),
    )


def adoption_statement(matter: Matter) -> AdoptionStatement:
    """What became of each item."""
    opinion = of(matter)
    stated = {one.no: one for one in opinion.adoption}
    draft = next((one.version for one in matter.files if one.version.id == matter.contract.draft_version_id), None)
    return AdoptionStatement(
        **head(matter, f"关于《{matter.contract.name}》合法性审查意见采纳情况的说明"),
        number=w.or_dash(opinion.number),
        conclusion=concluded(matter, opinion),
        issued_on=w.day(opinion.issued_at),
        items=tuple(adopted_line(item_line(one), stated.get(one.no)) for one in opinion.items),
        item_count=str(len(opinion.items)),
        adopted=count(opinion, AdoptionChoice.ADOPTED),
        partly=count(opinion, AdoptionChoice.PARTLY),
        not_adopted=count(opinion, AdoptionChoice.NOT_ADOPTED),
        text_no=f"第{draft.no}稿" if draft else w.NOTHING,
    )


def count(opinion: Opinion, choice: AdoptionChoice) -> str:
    """How many items met with a choice."""
    return str(sum(one.choice is choice for one in opinion.adoption))


def adopted_line(item: ItemLine, adoption: Adoption | None) -> AdoptedLine:
    """One item with what was done."""
    return AdoptedLine(
        no=item.no,
        ordinal=item.ordinal,
        clause=item.clause,
        suggestion=item.suggestion,
        binding=item.binding,
        must=item.must,
        choice=w.zh("AdoptionChoice", adoption.choice if adoption else None),
        reason=w.or_dash(adoption.reason if adoption else None),
        new_wording=w.or_dash(adoption.new_wording if adoption else None),
    )
