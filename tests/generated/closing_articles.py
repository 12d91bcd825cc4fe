"""The articles on term, disputes, copies and annexes."""

from collections.abc import Callable

import msgspec

from tests.generated import bank
from tests.generated.articles import Article, Item
from tests.generated.draft import Draft
from tests.generated.numerals import capital_count, counting
from tests.generated.truth import Dispute

ARBITRATION = ("{seat}仲裁委员会", "{seat}仲裁委员会", "中国国际经济贸易仲裁委员会", "深圳国际仲裁院")
COURTS = (
    "{A}所在地人民法院",
    "{A}住所地有管辖权的人民法院",
    "{city}{place}人民法院",
    "合同履行地人民法院",
    "{A}所在地有管辖权的人民法院",
)
COUNTED: tuple[Callable[[int], str], ...] = (capital_count, counting, str)
BY_PLACE = {
    "WORKS": ("工程所在地人民法院", "工程所在地有管辖权的人民法院"),
    "LEASE": ("租赁物所在地人民法院", "不动产所在地有管辖权的人民法院"),
    "LAND": ("宗地所在地有管辖权的人民法院", "土地所在地人民法院"),
}


class Settlement(msgspec.Struct, kw_only=True):
    """How disputes are settled, and the sentence that says so."""

    dispute: Dispute
    sentence: str


def term_article(draft: Draft) -> Article:
    texts = bank.fact("term", draft.rule_class)
    heading, alternatives = draft.chance.pick(bank.headings(texts["headings"]))
    items = [Item(text=draft.schedule.sentence)]
    if draft.chance.maybe(0.5):
        items += [Item(text=draft.say(text)) for text in draft.chance.some(texts["more"], 1)]
    accepted = {"GOODS": ["delivery"], "EXPRO": ["delivery", "place_method"]}.get(draft.rule_class, [])
    return Article(category="term", alternatives=[*alternatives, *accepted], heading=heading, items=items)


def dispute_article(draft: Draft) -> Article:
    texts = bank.fact("dispute_resolution", "")
    heading, alternatives = draft.chance.pick(bank.headings(texts["headings"]))
    settled = _planted(draft) or _settlement(draft)
    draft.dispute = settled.dispute
    items = [Item(text=settled.sentence)]
    if draft.chance.maybe(0.3):
        items.append(Item(text=draft.sentence(texts["more"])))
    return Article(category="dispute_resolution", alternatives=alternatives, heading=heading, items=items)


def _planted(draft: Draft) -> Settlement | None:
    for rule, text in bank.risks().items():
        if draft.has(rule) and text.into == "dispute_resolution" and text.how == "replace":
            slots = {"arb": draft.say(ARBITRATION[0]), "arb2": ARBITRATION[2]}
            said = draft.sentence(text.plant, **slots)
            draft.plant(rule, said, *text.also)
            draft.planted.discard(rule)
            if "____" in said or "（　　）" in said:
                draft.blanks = [draft.blanks[0] + 1, draft.blanks[1] + 1]
            return Settlement(dispute=Dispute(method=text.method, body=None, judged=False), sentence=said)
    return None


def _settlement(draft: Draft) -> Settlement:
    texts, chance = bank.fact("dispute_resolution", ""), draft.chance
    if draft.rule_class in {"EXPRO", "PPP"}:
        said = draft.sentence(texts["admin"])
        return Settlement(dispute=Dispute(method="court", body=None, judged=False), sentence=said)
    court = draft.sentence(list(BY_PLACE.get(draft.rule_class, COURTS)))
    arbitration = draft.sentence(list(ARBITRATION))
    method = "court" if chance.maybe(0.65) else "arbitration"
    body, other = (court, arbitration) if method == "court" else (arbitration, court)
    form = chance.weighted({"plain": 8, "ticked": 1, "boxed": 1})
    ending = texts[method] if form == "plain" else [texts[f"{form}_{method}"]]
    said = draft.sentence(texts["talk"]) + draft.sentence(ending, body=body, other=other)
    return Settlement(dispute=Dispute(method=method, body=body), sentence=said)


def counterparts_article(draft: Draft) -> Article:
    texts, chance = bank.fact("counterparts", ""), draft.chance
    heading, alternatives = chance.pick(bank.headings(texts["headings"]))
    template = chance.pick(texts["lead"])
    first = chance.number(2, 4)
    second = first if "各执" in template else chance.number(1, 3)
    total = first + second
    if draft.has("copies_inconsistent"):
        template = chance.pick(texts["wrong"])
        total += chance.pick((-1, 1, 2))
    write: Callable[[int], str] = chance.pick(COUNTED)
    said = draft.say(template, total=write(total), a=write(first), b=write(second))
    if draft.has("copies_inconsistent"):
        draft.plant("copies_inconsistent", said)
    accepted = [*alternatives, "effectiveness", "entire_agreement"]
    return Article(category="counterparts", alternatives=accepted, heading=heading, items=[Item(text=said)])


def annexes_article(draft: Draft) -> Article:
    texts = bank.fact("annexes", "")
    heading, _ = draft.chance.pick(bank.headings(texts["headings"]))
    listed = "；".join(f"附件{draft.annex_number(at)}：{title}" for at, title in enumerate(draft.annexes, start=1))
    items = [Item(text=draft.sentence(texts["lead"], annexes=listed))]
    return Article(category="annexes", alternatives=["contract_documents"], heading=heading, items=items)
