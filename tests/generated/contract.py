"""One contract from one seed: its layout and the truth about it."""

import re
from collections.abc import Callable

from tests.generated import annexes as annex
from tests.generated import bank, closing_articles, planting, price_articles
from tests.generated.articles import Article, Item, article, merged
from tests.generated.blocks import Block, Layout, ListLevel, Paragraph
from tests.generated.chance import Chance
from tests.generated.draft import Draft
from tests.generated.front import Front
from tests.generated.numbering import Style, style
from tests.generated.outline import Outline
from tests.generated.settling import new_draft, settle_signing
from tests.generated.sides import known_parties
from tests.generated.signature import signature
from tests.generated.truth import Amount, Clause, Dates, Truth

WRITERS: dict[str, Callable[[Draft], Article]] = {
    "subject_matter": price_articles.subject_article,
    "price": price_articles.price_article,
    "payment": price_articles.payment_article,
    "term": closing_articles.term_article,
    "dispute_resolution": closing_articles.dispute_article,
    "counterparts": closing_articles.counterparts_article,
    "annexes": closing_articles.annexes_article,
}
DOCX_SHARE = 0.6
MERGED = 0.25
UNJUDGED_AMOUNT = {"INVEST", "PPP"}


def write(seed: int, index: int) -> tuple[Layout, Truth]:
    """Document ``index`` of a seed; it does not depend on how many are written."""
    chance = Chance(seed, index)
    form = "docx" if chance.maybe(DOCX_SHARE) else "pdf"
    draft, name = new_draft(chance)
    numbering = style(chance, word=form == "docx", typed=draft.has("numbering_gap"))
    front = Front(draft)
    settle_signing(draft, cover=front.cover)
    articles = _articles(draft)
    body, clauses, levels = _numbered(draft, articles, numbering)
    blocks = _front(draft, front, clauses) + body + signature(draft) + annex.annexes(draft)
    layout = Layout(blocks=blocks, levels=levels, header=_header(draft), footer=_footer(chance))
    return layout, _truth(draft, f"s{seed}-{index:04}-{name}", form, name, numbering, clauses)


def _articles(draft: Draft) -> list[Article]:
    chance = draft.chance
    categories = []
    for entry in draft.kind.outline:
        name, _, share = entry.partition("?")
        if not share or chance.maybe(int(share) / 100):
            categories.append(name)
    if draft.habits.both_units and "entire_agreement" not in categories:
        categories.append("entire_agreement")
    categories = planting.wanted(draft, categories)
    annex.choose(draft)
    written = [WRITERS.get(name, lambda draft, name=name: article(draft, name))(draft) for name in categories]
    if draft.annexes:
        written.append(closing_articles.annexes_article(draft))
    if draft.habits.both_units:
        _explain_days(draft, written)
    planting.plant_sentences(draft, written)
    return _merge(draft, written)


def _explain_days(draft: Draft, written: list[Article]) -> None:
    home = next(one for one in written if one.category == "entire_agreement")
    said = draft.say("{C}所称“{day}”均指日历日，“工作日”是指国家规定的工作日。", day=draft.habits.day)
    home.items.append(Item(text=said))


def _merge(draft: Draft, written: list[Article]) -> list[Article]:
    result: list[Article] = []
    for one in written:
        key = f"{result[-1].category}+{one.category}" if result else ""
        headings = bank.facts()["merged"].get(key)
        if headings and draft.chance.maybe(MERGED):
            result[-1] = merged(result[-1], one, draft.chance.pick(headings))
        else:
            result.append(one)
    return result


def _numbered(draft: Draft, articles: list[Article], style: Style) -> tuple[list[Block], list[Clause], list[ListLevel]]:
    parts = [articles]
    if style.parts:
        names = {"subject_matter", "price", "term", "effectiveness", "counterparts", "quality"}
        parts = [
            [one for one in articles if one.category in names],
            [one for one in articles if one.category not in names],
        ]
    blocks: list[Block] = []
    clauses: list[Clause] = []
    for at, some in enumerate(parts):
        if style.parts:
            title = ("合同协议书", "合同条款")[at]
            label = ("第一部分", "第二部分")[at]
            blocks.append(Paragraph(text=title, label=label, gap="　", look="part"))
            clauses.append(Clause(number=label, heading=title, category="*", alternatives=[], start=title, level=0))
        outline = Outline(draft, style)
        outline.write(some)
        blocks += outline.blocks
        clauses += outline.clauses
    return blocks, clauses, _levels(style)


def _levels(style: Style) -> list[ListLevel]:
    if not style.automatic:
        return []
    labels = [style.article, style.item or style.sub, style.sub]
    levels = []
    for depth, label in enumerate(labels, start=1):
        form, text = label.word or ("decimal", f"（%{depth}）")
        levels.append(ListLevel(format=form, text=re.sub(r"%2", f"%{depth}", text) if depth == 3 else text))
    return levels


def _front(draft: Draft, front: Front, clauses: list[Clause]) -> list[Block]:
    if front.cover:
        front.write_cover()
    headings = [f"{clause.number} {clause.heading}" for clause in clauses if clause.level]
    if all(clause.heading for clause in clauses) and draft.chance.maybe(0.16):
        front.contents(headings)
    if not front.cover or draft.chance.maybe(0.6):
        front.title()
    if not front.cover:
        front.number(boxed=draft.chance.maybe(0.05))
    front.parties()
    front.recitals()
    return list(front)


def _header(draft: Draft) -> str:
    return draft.chance.weighted({"": 5, draft.title: 2, f"{draft.place.district}政府合同文本": 1})


def _footer(chance: Chance) -> str:
    return chance.weighted({"": 3, "第{page}页 共{pages}页": 2, "- {page} -": 2, "{page}/{pages}": 1, "{page}": 2})


def _truth(draft: Draft, doc: str, form: str, kind: str, style: Style, clauses: list[Clause]) -> Truth:
    plan = draft.schedule
    shown = draft.signature_dates or ([draft.cover_date] if draft.cover_date else [])
    amounts = [fen / 100 for fen in (draft.total, draft.other_total) if fen]
    has_term = any(clause.category == "term" or "term" in clause.alternatives for clause in clauses)
    return Truth(
        doc=doc,
        format=form,
        kind=kind,
        style=" ".join([style.name, *draft.layout]),
        title=draft.title,
        contract_number=draft.number or None,
        parties=known_parties(draft),
        amount=Amount(yuan=amounts, judged=draft.rule_class not in UNJUDGED_AMOUNT),
        dates=Dates(
            signed=max(shown).isoformat() if shown else None,
            start=plan.start.isoformat() if plan.start and has_term else None,
            end=plan.end.isoformat() if plan.end and has_term else None,
            end_judged=not (plan.start and plan.end and plan.end < plan.start),
        ),
        term=plan.cores if has_term else [],
        clauses=clauses,
        payments=draft.payments,
        dispute=draft.dispute,
        blanks=(draft.blanks[0], draft.blanks[1]),
        risks=draft.risks,
        tolerated=sorted(draft.tolerated),
        near_misses=draft.near_misses,
    )
