"""Pieces that several documents share. Every field is text, so that a template can only print it."""

from typing import Final

from contract_platform.application.forms import wording as w
from contract_platform.application.forms.matter import Matter
from contract_platform.domain.opinion import Opinion, OpinionItem
from contract_platform.domain.records import Record
from contract_platform.domain.submission_vocabulary import MaterialStanding
from contract_platform.domain.vocabulary import Obligatoriness, Role

STEPS: Final = {
    "submit": "提交",
    "cosigned": "会签",
    "pass": "单位审核",
    "forward": "批转",
    "accept": "受理",
    "consult": "征求意见",
    "extend": "延长期限",
    "propose": "拟稿",
    "send_back": "退回",
    "sign_off": "审签",
    "confirm": "复核",
}


class PartyLine(Record, frozen=True, kw_only=True):
    """A party."""

    no: str
    role: str
    name: str
    uscc: str


class MaterialLine(Record, frozen=True, kw_only=True):
    """An item of the materials."""

    no: str
    name: str
    standing: str
    note: str


class StepLine(Record, frozen=True, kw_only=True):
    """Who did what, when, and what they said."""

    no: str
    step: str
    person: str
    role: str
    at: str
    opinion: str


class ItemLine(Record, frozen=True, kw_only=True):
    """An item of an opinion; ``ordinal`` counts as headings do."""

    no: str
    ordinal: str
    clause: str
    original: str
    problem: str
    level: str
    basis: str
    suggestion: str
    binding: str
    must: bool


class Sheet(Record, frozen=True, kw_only=True):
    """What every document says of its contract."""

    title: str
    bureau: str
    unit: str
    signing_body: str
    contract_name: str
    contract_no: str
    review_no: str
    category: str
    tier: str
    direction: str
    amount: str
    term: str
    handler: str
    dated: str


def head(matter: Matter, title: str) -> dict[str, str]:
    """The fields of ``Sheet``."""
    contract = matter.contract
    return {
        "title": title,
        "bureau": matter.bureau.name,
        "unit": matter.unit.name,
        "signing_body": matter.signing_body.name,
        "contract_name": contract.name,
        "contract_no": w.or_dash(contract.contract_no),
        "review_no": w.or_dash(contract.review_no),
        "category": w.category(contract),
        "tier": w.zh("Tier", contract.tier),
        "direction": w.zh("Direction", contract.direction),
        "amount": w.amount(contract),
        "term": w.term(contract),
        "handler": matter.name(contract.handler_id),
        "dated": w.day(matter.dated),
    }


def parties(matter: Matter) -> tuple[PartyLine, ...]:
    """The parties as they were confirmed."""
    return tuple(
        PartyLine(no=str(no), role=w.or_dash(one.role), name=one.name, uscc=w.or_dash(one.uscc))
        for no, one in enumerate(matter.contract.parties, 1)
    )


def materials(matter: Matter) -> tuple[MaterialLine, ...]:
    """The items of the profile's list that were asked for or given; without a list the files themselves."""
    entries = {one.code: one for one in matter.submission.materials} if matter.submission else {}
    shown = [one for one in matter.checklist if one.standing is not MaterialStanding.NOT_ASKED]
    if not shown:
        return tuple(
            MaterialLine(no=str(no), name=one.document.title, standing="已提交", note=one.version.filename)
            for no, one in enumerate(matter.files, 1)
        )
    names = {one.version.id: one.version.filename for one in matter.files}
    lines = []
    for no, one in enumerate(shown, 1):
        entry = entries.get(one.code)
        files = [names[key] for key in entry.version_ids if key in names] if entry else []
        note = w.joined([*files, entry.reason if entry else ""])
        standing = w.zh("MaterialStanding", one.standing)
        lines.append(MaterialLine(no=str(no), name=one.material.title, standing=standing, note=note))
    return tuple(lines)


def steps(matter: Matter, *actions: str) -> tuple[StepLine, ...]:
    """The decisions of this round by these acts, in their order."""
    made = [one for one in matter.decisions if one.action in actions and one.round == matter.contract.round]
    return tuple(
        StepLine(
            no=str(no),
            step=STEPS.get(one.action, w.zh("Action", one.action)),
            person=matter.name(one.person_id),
            role=w.zh("Role", one.role),
            at=w.minute(one.at),
            opinion=w.or_dash(one.reason)
            if one.reason
            else "同意"
            if one.action in {"pass", "sign_off"}
            else w.NOTHING,
        )
        for no, one in enumerate(made, 1)
    )


def decided_as(matter: Matter, role: Role) -> tuple[str, str]:
    """Who acted in a role in this round, last, and on which day; room to write where nobody has."""
    made = [one for one in matter.decisions if one.role is role and one.round == matter.contract.round]
    return (matter.name(made[-1].person_id), w.day(made[-1].at)) if made else ("　　　　", "　　　　")


def items(opinion: Opinion) -> tuple[ItemLine, ...]:
    """The items of an opinion."""
    return tuple(item_line(one) for one in opinion.items)


def item_line(item: OpinionItem) -> ItemLine:
    """One item."""
    return ItemLine(
        no=str(item.no),
        ordinal=w.chinese_number(item.no),
        clause=w.or_dash(item.clause),
        original=w.or_dash(item.original),
        problem=w.or_dash(item.problem),
        level=w.level(item.level),
        basis=w.or_dash(item.basis),
        suggestion=w.or_dash(item.suggestion),
        binding=w.zh("Obligatoriness", item.binding),
        must=item.binding is Obligatoriness.MUST,
    )
