"""From articles to numbered paragraphs, and what is known about each article."""

import re

from tests.generated.articles import Article, Item
from tests.generated.blocks import Block, Look, Paragraph
from tests.generated.draft import Draft
from tests.generated.numbering import Style
from tests.generated.numerals import counting
from tests.generated.truth import Clause

CHAPTERS = {
    "总则": {"definitions", "contract_documents", "subject_matter", "quantity"},
    "价款与支付": {"price", "tax_invoice", "payment"},
    "履行与验收": {
        "term",
        "place_method",
        "delivery",
        "quality",
        "acceptance",
        "warranty",
        "service_level",
        "retention",
    },
    "双方权利义务": {"rights_obligations", "performance_bond", "ip", "confidentiality", "data_security", "insurance"},
    "违约责任与争议解决": {"liability", "force_majeure", "termination", "dispute_resolution"},
    "附则": {"effectiveness", "counterparts", "entire_agreement", "annexes", "notices", "governing_law"},
}
REFERENCE = re.compile(r"〔(\w+)〕")


class Outline:
    """Numbers the articles of one run: the body, a part of it, or an annex."""

    def __init__(self, draft: Draft, style: Style) -> None:
        self.draft = draft
        self.style = style
        self.blocks: list[Block] = []
        self.clauses: list[Clause] = []
        self._numbers: dict[str, int] = {}  # category -> number of its article
        self._number = 0
        self._chapters = 0

    def write(self, articles: list[Article]) -> None:
        """All articles in order."""
        numbers = self._numbered(len(articles))
        for number, article in reversed(list(zip(numbers, articles, strict=True))):
            self._numbers |= dict.fromkeys((*article.alternatives, article.category), number)
        chapter = 0
        for number, article in zip(numbers, articles, strict=True):
            if self.style.chapters:
                chapter = self._chapter(article, chapter)
            self._number = number
            self._article(article)

    def _numbered(self, count: int) -> list[int]:
        numbers = list(range(1, count + 1))
        if self.draft.has("numbering_gap") and not self.style.automatic and count > 4:
            at = self.draft.chance.number(2, count - 2)
            self.draft.planted.discard("numbering_gap")
            self.draft.plant("numbering_gap", "", "crossref_missing")
            return numbers[:at] + [number + 1 for number in numbers[at:]]
        return numbers

    def _chapter(self, article: Article, current: int) -> int:
        wanted = next(
            (at for at, categories in enumerate(CHAPTERS.values(), start=1) if article.category in categories), current
        )
        if wanted <= current:
            return current
        self._chapters += 1
        title, label = list(CHAPTERS)[wanted - 1], f"第{counting(self._chapters)}章"
        self.blocks.append(Paragraph(text=title, label=label, gap=" ", look="part"))
        self.clauses.append(Clause(number=label, heading=title, category="*", alternatives=[], start=title, level=0))
        return wanted

    def _article(self, article: Article) -> None:
        items = [item for item in map(self._resolved, article.items) if item]
        label = self.style.article.written(self._number)
        shown = article.heading if self.style.headings != "none" else ""
        if self.style.headings == "own":
            self._add(shown, label, self.style.article.gap, look="heading", level=0)
            self._body(article, items)
        else:
            self._first(article, items, label, f"{shown}：" if shown else "")
        self.clauses.append(
            Clause(
                number=label.strip("、．. "),
                heading=shown,
                category=article.category,
                alternatives=article.alternatives,
                start=(shown + items[0].text)[:40],
            )
        )

    def _resolved(self, item: Item) -> Item | None:
        """The sentence with its references to articles; nothing where there is no such article."""
        names = REFERENCE.findall(item.text)
        if not names:
            return item
        if not self.style.article.form or self.style.parts or not set(names) <= set(self._numbers):
            return None
        form = counting if "{cn}" in self.style.article.form else str
        text = REFERENCE.sub(lambda found: f"第{form(self._numbers[found[1]])}条", item.text)
        return Item(text=text, items=item.items)

    def _first(self, article: Article, items: list[Item], label: str, head: str) -> None:
        """An article whose number stands before its first sentence."""
        nested = any(item.items for item in items)
        together = self.style.item is None or len(items) == 1 or self.draft.chance.maybe(0.5)
        if together and not nested and not article.table:
            self._inline(label, head + "".join(_ended(item.text) for item in items))
        elif head and self.style.item and len(items) > 1 and not article.table:
            self._add(article.heading, label, self.style.article.gap, look="heading", level=0)
            self._listed(items)
        else:
            self._add(head + items[0].text, label, self.style.article.gap, level=0)
            self._below(items[0], 1)
            self._after_first(article, items)

    def _inline(self, label: str, text: str) -> None:
        """An article within one paragraph, or behind the one before it in its paragraph."""
        before = self.blocks[-1] if self.blocks else None
        single = isinstance(before, Paragraph) and before.look == "body" and before.label and before.text[-1:] == "。"
        if self.style.joined and single and isinstance(before, Paragraph) and self.draft.chance.maybe(0.12):
            whole = before.text + self.draft.habits.finish(label + self.style.article.gap + text)
            self.blocks[-1] = Paragraph(text=whole, label=before.label, gap=before.gap)
        else:
            self._add(text, label, self.style.article.gap, level=0)

    def _body(self, article: Article, items: list[Item]) -> None:
        nested = any(item.items for item in items)
        if article.table:
            self._add(items[0].text)
            self._after_first(article, items)
        elif (len(items) == 1 or (self.style.item is None and self.draft.chance.maybe(0.4))) and not nested:
            self._add("".join(_ended(item.text) for item in items))
        else:
            self._listed(items)

    def _after_first(self, article: Article, items: list[Item]) -> None:
        if article.table:
            self.blocks.append(article.table)
        for item in items[1:]:
            self._add(item.text)
            self._below(item, 1)

    def _listed(self, items: list[Item]) -> None:
        form = self.style.item
        for at, item in enumerate(items, start=1):
            self._add(item.text, form.written(at, self._number) if form else "", form.gap if form else "")
            self._below(item, at)

    def _below(self, item: Item, at: int) -> None:
        for number, sub in enumerate(item.items, start=1):
            self._add(sub.text, self.style.sub.written(number, at), self.style.sub.gap, level=2)

    def _add(self, text: str, label: str = "", gap: str = "", *, look: Look = "body", level: int = 1) -> None:
        habits = self.draft.habits
        automatic = self.style.automatic and bool(label or level == 0)
        self.blocks.append(
            Paragraph(
                text=habits.finish(_ended(text) if look == "body" else text),
                label=label if automatic else habits.finish(label),
                gap=gap,
                look=look,
                level=level if automatic else None,
            )
        )


def _ended(text: str) -> str:
    return text if text.endswith(("。", "：", "；", "】", "）", "？")) else text + "。"
