"""Rules about the price: words against figures, and line items against their total."""

import re

from contract_platform.analysis.facts.amount import sums
from contract_platform.analysis.model import Block, Record, Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.figures import NUMBER, fen, yuan
from contract_platform.analysis.rules.law import civil_code, contract_law, procurement_law, row
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, found, hit, not_applicable

_LINKED = re.compile(r"大写|小写|[（）¥即计]|人民币")
_ROW = re.compile(
    rf"(?<![\d.，])(?P<count>\d{{1,9}}(?:\.\d{{1,4}})?)[\u4e00-\u9fa5]{{0,2}}[×xX*](?P<price>{NUMBER})元?(?:/[\u4e00-\u9fa5])?"
    rf"=(?P<total>{NUMBER})元?"
)
_AMOUNT = re.compile(rf"({NUMBER})(万?)元")
_SUM = re.compile(rf"(?:合计|总计|共计|总价)[^\d，；。]{{0,8}}({NUMBER})(万?)元")
_TOTAL_ROW = re.compile(r"合\s*计|总\s*计|总\s*价")
_COLUMNS = (r"数量", r"单价", r"合价|小计|金额|总价|合计")
FEN_OF_ROUNDING = 1
ROUNDING_SHARE = 0.005  # of a unit price: it was printed with two decimals


def amount_words_figures_mismatch(case: Case) -> Outcome:
    """A price in words and the same price in figures differ by a fen or more."""
    pairs = 0
    hits = []
    for item in sums(case.text):
        if item.figures is None or item.words is None or item.figures_fen is None or item.words_fen is None:
            continue
        between = case.text[item.start : item.end].replace(item.words, "", 1).replace(item.figures.lstrip("¥"), "", 1)
        if not _LINKED.search(between):
            continue
        pairs += 1
        if item.figures_fen != item.words_fen:
            start, end = case.span(item.start, item.end)
            values = {"words": item.words, "words_value": yuan(item.words_fen), "figures": item.figures}
            note = _unit_note(item.words_fen, item.figures_fen)
            hits.append(Hit(start=start, end=end, params={**values, "note": note}))
    return found(*hits) if pairs else not_applicable("no_amount_in_words_and_figures")


def _unit_note(a: int, b: int) -> str:
    """A difference by a power of ten is most often a wrong unit."""
    low, high = sorted((a, b))
    power = low > 0 and high % low == 0 and set(str(high // low)) == {"1", "0"}
    return "；相差整十倍数，疑似单位（元/万元）错误" if power else ""


def line_items_total_mismatch(case: Case) -> Outcome:
    """Quantity times price is not the row's total, or the rows do not add up to the stated total."""
    tables = [table for block in case.blocks if (table := _price_table(block))]
    hits = [wrong for table in tables for wrong in _table_hits(table)]
    written = [article for article in case.articles if _ROW.search(article.text)]
    hits += [wrong for article in written for wrong in _written_hits(case, article)]
    return found(*hits) if tables or written else not_applicable("no_price_table")


def _written_hits(case: Case, article: Passage) -> list[Hit]:
    """Rows written as 数量×单价=小计, closed by 合计."""
    hits = []
    rows = list(_ROW.finditer(article.text))
    for match in rows:
        product, total = round(float(match["count"]) * fen(match["price"])), fen(match["total"])
        if abs(product - total) > FEN_OF_ROUNDING:
            hits.append(hit(case, article, match, detail=f"{match[0]}，应为{yuan(product)}元"))
    closing = _SUM.search(article.text, rows[-1].end())
    if closing:
        parts = re.split(r"[；\n]", article.text[rows[0].start() : closing.start()])
        last = [amounts[-1] for part in parts if (amounts := list(_AMOUNT.finditer(part)))]
        items, stated = sum(fen(match[1], match[2]) for match in last), fen(closing[1], closing[2])
        if items != stated:
            detail = f"分项金额合计{yuan(items)}元与合计{yuan(stated)}元不一致"
            hits.append(hit(case, article, closing, detail=detail))
    return hits


class _Table(Record, frozen=True, kw_only=True):
    """A table of quantities, unit prices and totals; ``scale`` turns quantity × price into the unit of the total."""

    block: Block
    count: int
    price: int
    total: int
    scale: float


def _price_table(block: Block) -> _Table | None:
    """The price table that a block is, where its header names all three columns and no tax between them."""
    if not block.rows:
        return None
    header = [re.sub(r"\s", "", cell) for cell in block.rows[0]]
    columns = [next((i for i, cell in enumerate(header) if re.search(words, cell)), None) for words in _COLUMNS]
    count, price, total = columns
    if count is None or price is None or total is None or any("%" in cell or "税率" in cell for cell in header):
        return None
    scale = (10**4 if "万元" in header[price] else 1) / (10**4 if "万元" in header[total] else 1)
    return _Table(block=block, count=count, price=price, total=total, scale=scale)


def _number(cells: tuple[str, ...], column: int) -> float | None:
    """The number in a cell; None where it holds anything else."""
    text = re.sub(r"[\s,，¥￥元]", "", cells[column]) if column < len(cells) else ""
    return float(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else None


def _table_hits(table: _Table) -> list[Hit]:
    """Wrong rows, then a wrong sum."""
    hits = []
    items, complete = 0.0, True
    for cells in table.block.rows[1:]:
        count, price, total = (_number(cells, column) for column in (table.count, table.price, table.total))
        if any(_TOTAL_ROW.search(cell) for cell in cells[:2]):
            stated = next(
                (n for n in (_number(cells, i) for i in range(len(cells) - 1, -1, -1)) if n is not None), None
            )
            if items and complete and stated is not None and abs(items - stated) > FEN_OF_ROUNDING / 100:
                detail = f"分项金额合计{items:,.2f}与合计{stated:,.2f}不一致"
                hits.append(_row_hit(table.block, cells, detail))
            break
        complete = complete and (total is not None or not any(cell.strip() for cell in cells))
        items += total or 0
        if count is not None and price is not None and total is not None:
            product = count * price * table.scale
            if abs(product - total) > max(FEN_OF_ROUNDING / 100, ROUNDING_SHARE * count * table.scale):
                hits.append(_row_hit(table.block, cells, f"{count:g}×{price:,.2f}≠{total:,.2f}"))
    return hits


def _row_hit(block: Block, cells: tuple[str, ...], detail: str) -> Hit:
    text = "\t".join(cells)
    at = block.text.find(text)
    start, end = (block.start + at, block.start + at + len(text)) if at >= 0 else (block.start, block.end)
    return Hit(start=start, end=end, params={"detail": detail})


RULES = (
    Rule(
        id="amount_words_figures_mismatch",
        title="大小写金额不一致",
        severity=Severity.HIGH,
        check=amount_words_figures_mismatch,
        basis=(
            civil_code("第142条、第466条、第470条第5项"),
            contract_law("第12条、第125条"),
            row("政府采购货物和服务招标投标管理办法（财政部令第87号）", "第59条（投标文件）", "VP", "2017-10-01"),
        ),
        message="大写{words}（{words_value}元）与小写{figures}不一致{note}，请核对。",
        suggestion="以中标/成交通知书金额为准统一大小写，并约定“大小写不一致时以大写为准”。",
        positive_sentences=(
            "合同总价为人民币1,280,000.00元（大写：壹佰贰拾万捌仟元整）。",
            "服务费共计98.6万元（大写：人民币玖拾捌万陆佰元整）。",
            "月租金为人民币（大写）叁仟贰佰元整（￥2300元）。",
            "合同价款：￥100,000.00，大写：人民币壹拾万元零伍角。",
        ),
        negative_sentences=(
            "合同总价为人民币128万元（大写：壹佰贰拾捌万元整）。",
            "合同金额：￥3,050.06元，大写：叁仟零伍拾元零陆分。",
            "本合同一式肆份（正本2份），合同总价10万元，其中首付款伍万元整。",
            "首期支付20,000元，余款叁万元整于验收合格后支付。",
        ),
    ),
    Rule(
        id="line_items_total_mismatch",
        title="分项合计与合同总价不符",
        severity=Severity.HIGH,
        check=line_items_total_mismatch,
        basis=(civil_code("第470条"), contract_law("第12条"), procurement_law("第46条")),
        message="分项与合计不符：{detail}。",
        suggestion="以中标价为准调整分项报价表，保证数量、单价、合价、总价一致。",
        positive_sentences=(
            "服务器5台×32,000元=160,000元；交换机2台×8,000元=16,000元；合计186,000元。",
            "桌椅100套×420元=42,000元；安装费3,000元；合计42,000元。",
            "显示器20台×1,200元=26,000元；合计26,000元。",
        ),
        negative_sentences=(
            "服务器5台×32,000元=160,000元；交换机2台×8,000元=16,000元；合计176,000元。",
            "桌椅100套×420元=42,000元；安装费3,000元；合计45,000元。",
            "设备共三台，合同总价为120,000元，其中首付款36,000元。",
        ),
    ),
)
