"""The contract amount: among all sums of money the one whose sentence calls it the price."""

import re
from collections.abc import Iterator

from contract_platform.analysis.facts.source import Source
from contract_platform.analysis.model import AmountFact, Record
from contract_platform.analysis.numerals import CN_DIGITS, figures_to_fen, words_to_fen

ENOUGH = 3  # score from which a sum is taken for the contract amount
LEAST_UNNAMED = 50_000  # fen: a smaller sum is the contract amount only where it is called so
BEFORE = 36  # compact characters before a sum that describe it
_FIGURES = re.compile(
    r"(?<![\d.*])(?:(?:人民币|RMB|[¥$])：?)?[¥$]?(?P<number>\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,4})?|\d+(?:\.\d{1,6})?)(?P<unit>百万|千万|[千百十]?万|亿|千|百)?(?P<yuan>元|圆)?"
)
_WORDS = re.compile(
    rf"(?<![{CN_DIGITS}])[{CN_DIGITS}]++(?:[元圆](?:零?[{CN_DIGITS}]角)?(?:零?[{CN_DIGITS}]分)?[整正]?)"
)
_BETWEEN = re.compile(
    r"[（）：，、/]*(?:(?:人民币|大写|小写|(?:合计|总计|总价|价款)(?=（?(?:金额)?（?[大小]写)|金额|即|计|为|RMB|[¥元整])[（）：，、]*)*"
)
_LABELLED = re.compile(r"¥：?$|(?:小写）?|元）)：$")
_PRICE = re.compile(
    r"合同(?:含税)?(?:总)?(?:价款?|金额|价格|额|总额)|总(?:价款?|金额|费用|造价|开发费用|报酬|运费|租金|标价)|(?:费用?|价款|款项?|资金|金额|价格|报酬|租金|补偿)(?:合计|总计|总额|共计|共为|共)|(?:成交|中标)(?:金额|价格?)|签约合同价|(?:补偿|资助)(?:总额|总价|金额)|投标总价"
)
_MAYBE = re.compile(
    r"(?:月|年)?租金|服务费|合计|总计|价款|(?:费用?|报酬|经费|工资|款项|投资|借款)(?:为|共|：|金额|总?额)|补偿[款费金]?$|大写"
)
_NOT = re.compile(
    r"保证金|违约金|押金|定金|订金|注册资[本金]|罚款|赔偿|补助费|滞纳金|单价|预付款?|首付|进度款|尾款|余款|押一|收费|限额|保险金|低于|不足|退还|%|百分之|支付.{0,6}$|每(?:日|天|次|人|亩|平方米|台|吨|公斤)|[项次人起台]$"
)
_PER_UNIT = re.compile(r"^[/／](?:月|年|日|天|平方米|㎡|m|亩|人|台|吨|次|工日|小时)|^每?一?(?:平方米|亩)")
_RENT = re.compile(r"月租金|每月|年租金|每年|元/月|租金(?:为|标准)")


class _Sum(Record, frozen=True, kw_only=True):
    """A sum of money in figures, in words or both; offsets in the compact text."""

    start: int
    end: int
    figures: str | None
    words: str | None
    figures_fen: int | None
    words_fen: int | None


def sums(text: str) -> Iterator[_Sum]:
    """All sums of a compact text; words and figures that stand beside each other are one sum."""
    found = sorted([*_in_figures(text), *_in_words(text)], key=lambda item: item.start)
    index = 0
    while index < len(found):
        first = found[index]
        second = found[index + 1] if index + 1 < len(found) else None
        if second is not None and _one_sum(text, first, second):
            yield _paired(first, second)
            index += 2
        else:
            yield first
            index += 1


def _in_figures(text: str) -> Iterator[_Sum]:
    for match in _FIGURES.finditer(text):
        marked = (
            match["yuan"]
            or match[0][:1] in "人R¥$"
            or _LABELLED.search(text[max(0, match.start() - 8) : match.start()])
        )
        fen = figures_to_fen(match["number"].replace("，", ",") + (match["unit"] or "")) if marked else None
        if fen is not None:
            yield _Sum(
                start=match.start(), end=match.end(), figures=match[0], words=None, figures_fen=fen, words_fen=None
            )


def _in_words(text: str) -> Iterator[_Sum]:
    for match in _WORDS.finditer(text):
        fen = None if match[0][0] in "万亿萬億千仟百佰" else words_to_fen(match[0])
        if fen is not None and text[match.start() - 1 : match.start()] not in {"第", "％"}:
            yield _Sum(
                start=match.start(), end=match.end(), figures=None, words=match[0], figures_fen=None, words_fen=fen
            )


def _one_sum(text: str, first: _Sum, second: _Sum) -> bool:
    different = (first.words is None) != (second.words is None)
    return different and second.start >= first.end and bool(_BETWEEN.fullmatch(text[first.end : second.start]))


def _paired(first: _Sum, second: _Sum) -> _Sum:
    return _Sum(
        start=first.start,
        end=second.end,
        figures=first.figures or second.figures,
        words=first.words or second.words,
        figures_fen=first.figures_fen if first.figures_fen is not None else second.figures_fen,
        words_fen=first.words_fen if first.words_fen is not None else second.words_fen,
    )


def amount(source: Source) -> AmountFact | None:
    """The contract amount, None where no sum is called the price; figures win over words, rules report a difference."""
    text = source.compact.text
    best, best_score = None, ENOUGH - 0.5
    for item in sums(text):
        score = _score(source, text, item)
        if score > best_score:
            best, best_score = item, score
    if best is None:
        return None
    value = best.figures_fen if best.figures_fen is not None else best.words_fen
    return AmountFact(
        value_fen=value,
        figures=best.figures,
        words=best.words,
        figures_fen=best.figures_fen,
        words_fen=best.words_fen,
        kind=_kind(_before(text, best), text[best.end : best.end + 8]),
        evidence=source.compact_evidence(best.start, best.end, min(1.0, best_score / 10)),
    )


def _before(text: str, item: _Sum) -> str:
    """The words of the same sentence before a sum; the line above counts when the sum stands alone."""
    window = text[max(0, item.start - BEFORE) : item.start]
    parts = re.split(r"[。；\n]", window)
    return parts[-1] if parts[-1] or len(parts) < 2 else parts[-2]  # noqa: PLR2004 - the part above exists


def _score(source: Source, text: str, item: _Sum) -> float:
    before = _before(text, item)
    if not (item.figures_fen or item.words_fen):
        return -1.0
    after = text[item.end : item.end + 6]
    if not _PRICE.search(before) and (item.figures_fen or item.words_fen or 0) < LEAST_UNNAMED:
        return -1.0
    price = list(_PRICE.finditer(before))
    near = before[price[-1].end() :] if price else before
    score = 5.0 * bool(price) + 3.0 * bool(_MAYBE.search(before)) - 6.0 * bool(_NOT.search(near))
    score -= 6.0 * bool(_PER_UNIT.search(after) and not _RENT.search(before))
    score += 1.0 * (item.words is not None) + 1.0 * (source.category_at(source.compact.at(item.start)) == "price")
    return score


def _kind(before: str, after: str) -> str:
    if re.search(r"不超过|最高|上限|以内", before):
        return "cap"
    if re.search(r"暂定|(?<![履签合违])约$|预计|估算|预算", before):
        return "estimate"
    return "unit_price" if _RENT.search(before) or _PER_UNIT.search(after) else "fixed"
