"""The articles that say what is bought, what it costs and how it is paid."""

from tests.generated import bank
from tests.generated.articles import Article, Item
from tests.generated.blocks import Table
from tests.generated.draft import Draft
from tests.generated.money import WAN, figures, other_amount, price, written
from tests.generated.numerals import capital_amount
from tests.generated.payments import plan

COMPENSATION = ("房屋价值补偿", "装饰装修补偿", "附属物补偿", "搬迁费", "临时安置费", "提前搬迁奖励")
LAWFUL = ("搬迁费", "临时安置费")
PLACES_OF_LIST = ("below", "annex")


def settle_price(draft: Draft) -> int:
    """The price in fen; where a table lists the parts it is their sum. 0 where the contract has none."""
    kind, chance = draft.kind, draft.chance
    if not kind.high:
        return 0
    if kind.rule_class == "GOODS":
        draft.tables["list"] = _goods(draft)
    elif kind.rule_class == "EXPRO":
        draft.tables["price"] = _compensation(draft)
    else:
        return price(chance, kind.low, kind.high)
    return draft.total


def _goods(draft: Draft) -> Table:
    chance, plain = draft.chance, draft.habits.plain_money
    rows = [["序号", "货物名称", "规格型号", "单位", "数量", "单价（元）", "小计（元）"]]
    total = 0
    budget = price(chance, draft.kind.low, draft.kind.high) // 100
    count = chance.number(2, 5)
    names = [
        draft.slots["thing"],
        *chance.some(["配套支架", "控制箱", "备品备件", "专用工具", "连接组件", "防护罩"], count - 1),
    ]
    for number, name in enumerate(names, start=1):
        quantity = chance.number(2, 60)
        unit = max(budget // count // quantity // 10 * 10, 10) * 100
        model = f"{chance.pick('KLMRT')}{chance.pick('ABDX')}-{chance.number(10, 980)}"
        sums = [figures(unit, plain=plain), figures(unit * quantity, plain=plain)]
        rows.append([str(number), name, model, chance.pick(draft.kind.units), str(quantity), *sums])
        total += unit * quantity
    if draft.has("line_items_total_mismatch"):
        stated = other_amount(chance, total)
        total = stated
        draft.plant("line_items_total_mismatch", figures(stated, plain=plain))
    draft.total = total
    rows.append(["合计", "", "", "", "", "", figures(total, plain=plain)])
    return Table(rows=rows, widths=[8, 22, 16, 8, 10, 18, 18])


def _compensation(draft: Draft) -> Table:
    chance, plain = draft.chance, draft.habits.plain_money
    names = [name for name in COMPENSATION if name not in LAWFUL or not draft.has("expropriation_missing_items")]
    rows, total = [["补偿项目", "金额（元）"]], 0
    for name in names:
        share = (
            price(chance, draft.kind.low, draft.kind.high)
            if name == COMPENSATION[0]
            else chance.number(2, 60) * WAN // 10
        )
        rows.append([name, figures(share, plain=plain)])
        total += share
    draft.total = total
    rows.append(["合计", figures(total, plain=plain)])
    return Table(rows=rows, widths=[60, 40])


def subject_article(draft: Draft) -> Article:
    chance, kind = draft.chance, draft.kind
    listed = chance.pick(PLACES_OF_LIST) if "list" in draft.tables else ""
    if listed == "annex":
        draft.annexes.append("货物清单")
    where = {"below": "下表", "annex": f"附件{draft.annex_number(1)}"}.get(listed, "")
    heading, alternatives = chance.pick(bank.headings(kind.subject_headings))
    items = [Item(text=draft.sentence(kind.subject, list=where))]
    more = [] if draft.has("framework_binding_unclear") else kind.subject_more
    count = len(more) if kind.rule_class == "FRAME" else chance.number(0, 2)
    items += [Item(text=draft.say(text)) for text in chance.some(more, count)]
    if draft.has("framework_binding_unclear"):
        items.append(Item(text=draft.say("{A}每年向{B}采购不少于500万元的服务，{B}应当保证供应。")))
        draft.plant("framework_binding_unclear", items[-1].text)
    return Article(
        category="subject_matter",
        alternatives=[*alternatives, "quantity"],
        heading=heading,
        items=items,
        table=draft.tables["list"] if listed == "below" else None,
    )


def price_article(draft: Draft) -> Article:
    chance = draft.chance
    texts = bank.fact("price", draft.rule_class)
    heading, alternatives = chance.pick(bank.headings(texts["headings"]))
    form = chance.weighted({"both": 7, "figures": 1.5, "words": 1.5})
    slots = written(chance, draft.habits, draft.total)
    if draft.has("amount_words_figures_mismatch"):
        form, other = "both", other_amount(chance, draft.total)
        slots["words"] = capital_amount(other)
        draft.other_total = other
    said = draft.sentence(texts[form], **slots)
    if draft.has("amount_words_figures_mismatch"):
        draft.plant("amount_words_figures_mismatch", said)
    items = [Item(text=said)]
    table = draft.tables.get("price")
    if table:
        items[0].text += "各项补偿明细如下表："
    items += [Item(text=draft.say(text)) for text in chance.some(texts["more"], chance.number(0, 2))]
    accepted = ["subject_matter"] if draft.rule_class in {"INVEST", "PPP", "EXPRO"} else []
    return Article(category="price", alternatives=[*alternatives, *accepted], heading=heading, items=items, table=table)


def payment_article(draft: Draft) -> Article:
    texts = bank.fact("payment", draft.rule_class)
    heading, alternatives = draft.chance.pick(bank.headings(texts["headings"]))
    planned = plan(draft, draft.total)
    more = draft.chance.some(texts["more"], draft.chance.number(0, 2)) if draft.rule_class in PAID_BY_INVOICE else []
    items = [Item(text=text) for text in planned.items] + [Item(text=draft.say(text)) for text in more]
    accepted = ["price"] if draft.rule_class in {"PPP", "LEASE", "EXPRO", "LAND"} else []
    return Article(
        category="payment", alternatives=[*alternatives, *accepted], heading=heading, items=items, table=planned.table
    )


PAID_BY_INVOICE = {"GOODS", "SERVICE", "IT", "WORKS", "ENTRUST"}
