"""Articles of a contract before they have numbers."""

from collections.abc import Callable

import msgspec

from tests.generated import bank
from tests.generated.blocks import Table
from tests.generated.draft import Draft

SENTENCES = (0, 2)  # how many more sentences an article has beside the first


class Item(msgspec.Struct, kw_only=True):
    """A sentence of an article, or a heading with sentences below."""

    text: str
    items: list["Item"] = []


class Article(msgspec.Struct, kw_only=True):
    category: str
    alternatives: list[str] = []
    heading: str
    items: list[Item]
    table: Table | None = None


Writer = Callable[[Draft], Article]


def article(draft: Draft, category: str) -> Article:
    """An article whose sentences carry no fact that is scored."""
    texts = bank.clause(category, draft.rule_class)
    own = draft.rule_class in _classes_of(category)
    heading, alternatives = draft.chance.pick(bank.headings(texts["headings"]))
    lead = draft.sentence(texts["lead"])
    more = draft.chance.some(texts["more"], draft.chance.number(*SENTENCES) + (category == "rights_obligations"))
    items = [lead, *(draft.say(text) for text in more)]
    if category == "rights_obligations" and draft.chance.maybe(0.4) and not own:
        return Article(category=category, alternatives=alternatives, heading=heading, items=_by_side(draft, items))
    return Article(
        category=category, alternatives=alternatives, heading=heading, items=[Item(text=text) for text in items]
    )


def _classes_of(category: str) -> set[str]:
    return {name for name, value in bank.clauses()[category].items() if isinstance(value, dict)}


def _by_side(draft: Draft, items: list[str]) -> list[Item]:
    """The duties of each side under a line of its own, where both sides have some."""
    called = [side.called for side in draft.sides[:2]]
    groups = [[text for text in items if text.startswith(name)] for name in called]
    if not all(groups):
        return [Item(text=text) for text in items]
    return [
        Item(text=f"{name}的权利和义务：", items=[Item(text=text) for text in group])
        for name, group in zip(called, groups, strict=True)
    ]


def merged(first: Article, second: Article, heading: str) -> Article:
    """Two articles as one; the second category becomes an alternative."""
    return Article(
        category=first.category,
        alternatives=[*first.alternatives, second.category, *second.alternatives],
        heading=heading,
        items=[*first.items, *second.items],
        table=first.table or second.table,
    )
