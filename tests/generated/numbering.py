"""Ways to number articles, the sentences below them and what is below those."""

import msgspec

from tests.generated.chance import Chance
from tests.generated.numerals import CIRCLED, FULL_WIDTH, counting


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A form of number; ``word`` is how Word writes it by itself: (numFmt, lvlText)."""

    form: str
    gap: str = ""
    word: tuple[str, str] | None = None

    def written(self, number: int, above: int = 0) -> str:
        return self.form.format(
            cn=counting(number),
            n=number,
            wide=str(number).translate(FULL_WIDTH),
            circled=CIRCLED[number - 1] if number <= len(CIRCLED) else f"({number})",
            up=above,
        )


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """How one document numbers."""

    article: Label
    item: Label | None  # None: sentences follow each other without numbers
    sub: Label
    headings: str  # "own" line, "colon" before the first sentence, "none"
    automatic: bool  # written by Word
    chapters: bool = False
    parts: bool = False
    joined: bool = False  # now and then two articles share a paragraph

    @property
    def name(self) -> str:
        """For the tables of failures."""
        item = self.item.form if self.item else "-"
        marks = [word for word in ("automatic", "chapters", "parts", "joined") if getattr(self, word)]
        return " ".join([self.article.form or "(none)", item, f"headings:{self.headings}", *marks])


CN = "chineseCounting"
ARTICLES: dict[Label, float] = {
    Label(form="第{cn}条", gap="　", word=(CN, "第%1条")): 8,
    Label(form="第{cn}条", gap=" ", word=("chineseCountingThousand", "第%1条")): 6,
    Label(form="第{cn}条", word=("japaneseCounting", "第%1条、")): 1.5,
    Label(form="第{n}条", gap=" ", word=("decimal", "第%1条")): 1.5,
    Label(form="第 {cn} 条", gap="　"): 1,
    Label(form="{cn}、", word=(CN, "%1、")): 8,
    Label(form="{n}.", gap=" ", word=("decimal", "%1.")): 3,
    Label(form="{n}、", word=("decimal", "%1、")): 2,
    Label(form="{wide}．"): 0.7,
    Label(form="", word=("none", "")): 0.8,
}
CN_PAREN = Label(form="（{cn}）", word=(CN, "（%2）"))
DOT = Label(form="{n}.", word=("decimal", "%2."))
COMMA = Label(form="{n}、", word=("decimal", "%2、"))
DECIMAL = Label(form="{up}.{n}", gap=" ", word=("decimal", "%1.%2"))
PAREN = Label(form="（{n}）", word=("decimal", "（%2）"))
RING = Label(form="{circled}")
BELOW: dict[Label, Label] = {CN_PAREN: DOT, DOT: PAREN, COMMA: PAREN, DECIMAL: PAREN, PAREN: RING, RING: PAREN}
HEADED = 0.72
AUTOMATIC = 0.38


def style(chance: Chance, *, word: bool, typed: bool) -> Style:
    """A style for a document; ``word`` a Word file, ``typed`` where numbers have to be in the text."""
    options = {label: weight for label, weight in ARTICLES.items() if label.form or (word and not typed)}
    article = chance.weighted(options)
    can = word and not typed and article.word is not None
    automatic = can and (not article.form or chance.maybe(AUTOMATIC))
    item = chance.weighted(_items(article, automatic=automatic))
    below = BELOW[item] if item else PAREN
    headings = _headings(chance, article)
    counted = article.form.startswith("第") and not automatic
    return Style(
        article=article,
        item=item,
        sub=below,
        headings=headings,
        automatic=automatic,
        chapters=counted and chance.maybe(0.16),
        parts=not automatic and headings == "own" and chance.maybe(0.04),
        joined=counted and headings == "none" and chance.maybe(0.4),
    )


def _headings(chance: Chance, article: Label) -> str:
    if not article.form:
        return "own"
    if chance.maybe(HEADED):
        return "own" if chance.maybe(0.75) else "colon"
    return "none"


def _items(article: Label, *, automatic: bool) -> dict[Label | None, float]:
    """Forms that cannot be mistaken for the articles' own."""
    weights: dict[Label | None, float] = {None: 3, CN_PAREN: 2, PAREN: 2, DOT: 3, COMMA: 2, RING: 0.6, DECIMAL: 2}
    numeric = article.form in {"{n}.", "{n}、", "{wide}．"}
    taken: set[Label | None] = {DOT, COMMA} if numeric else set()
    if not numeric and (automatic or not article.form.startswith("第")):
        taken.add(DECIMAL)  # 一、 over 1.1, and a counting word in front of a decimal
    if automatic:
        taken.add(RING)
    if not article.form:
        taken |= {CN_PAREN, DECIMAL}
    return {label: weight for label, weight in weights.items() if label not in taken}
