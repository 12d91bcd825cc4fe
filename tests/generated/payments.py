"""The payment plan: stages with shares, amounts, triggers and due times, as sentences or as a table."""

import msgspec

from tests.generated import bank
from tests.generated.blocks import Table
from tests.generated.draft import Draft
from tests.generated.money import figures
from tests.generated.truth import Payment

SPLITS = {2: ((30, 70), (40, 60), (20, 80)), 3: ((30, 40, 30), (30, 60, 10), (20, 50, 30), (25, 65, 10))}
FOUR = ((30, 50, 15, 5), (20, 40, 30, 10), (30, 40, 25, 5))
MIDDLE = {  # what the trigger has to contain, and how it is said
    "GOODS": (("到货", "货物全部到货"), ("安装", "安装调试完成")),
    "SERVICE": (("考核", "半年考核合格"), ("服务期满", "服务期满")),
    "IT": (("上线", "系统上线试运行"), ("初步验收", "初步验收通过")),
    "ENTRUST": (("初稿", "初稿提交"), ("评审", "成果评审通过")),
    "LOAN": (("中期", "中期检查通过"), ("中期", "中期检查合格")),
}
LAST = {"LOAN": ("绩效评价", "绩效评价通过")}
WARRANTY = ("质保期满", "质保期满且无质量问题")
DUES = (5, 7, 10, 15)


class Stage(msgspec.Struct, kw_only=True):
    core: str  # 验收合格
    when: str  # 验收合格后
    due: str
    percent: float
    amount: int  # fen


class Plan(msgspec.Struct, kw_only=True):
    """What the payment article says, sentence by sentence or as a table."""

    items: list[str]
    table: Table | None = None


def plan(draft: Draft, fen: int) -> Plan:
    """The plan of this kind of contract; its payments are recorded in the draft."""
    match draft.rule_class:
        case "WORKS":
            return _works(draft)
        case "LEASE":
            return _lease(draft, fen)
        case "LAND" | "EXPRO" | "PPP":
            return _whole(draft, fen)
        case "SERVICE" if not draft.planted & STAGED and draft.chance.maybe(0.35):
            return _quarterly(draft, fen)
        case _ if not draft.planted & STAGED and draft.chance.maybe(0.2):
            return _once(draft, fen)
        case _:
            return _staged(draft, fen)


STAGED = {"payment_percent_sum", "payment_deadline_missing", "high_prepayment"}


def _due(draft: Draft, *numbers: int) -> str:
    return draft.habits.period(draft.chance.pick(numbers or DUES), working=draft.chance.maybe(0.5))


def _late(draft: Draft) -> str:
    number = draft.chance.pick((90, 100, 120))
    return f"{number}{draft.habits.day}"


def _stages(draft: Draft, fen: int) -> list[Stage]:
    shares = _shares(draft)
    advance = draft.sentence(bank.fact("payment", "")["advance"])
    first = ("生效" if "生效之" in advance else "签订", advance)
    events = [first, *_middle(draft, len(shares) - 2)] if len(shares) > 1 else []
    last = LAST.get(draft.rule_class, ("验收", draft.say("<验收合格|最终验收合格>")))
    if len(shares) == 4:
        events = [first, _middle(draft, 1)[0], last, WARRANTY]
    else:
        events.append(last)
    stages = []
    for share, (core, when) in zip(shares, events, strict=True):
        said = when if when is advance else when + "后"
        stages.append(Stage(core=core, when=said, due=_due(draft), percent=share, amount=round(fen * share / 100)))
    return stages


def _shares(draft: Draft) -> tuple[int, ...]:
    count = draft.chance.weighted({2: 3, 3: 4, 4: 2 if draft.rule_class in {"GOODS", "IT"} else 0})
    shares = draft.chance.pick(FOUR if count == 4 else SPLITS[count])
    if draft.has("high_prepayment"):
        return (draft.chance.pick((70, 80)), 20, 10)[: 2 + (count > 2)] if count > 2 else (80, 20)
    if draft.has("payment_percent_sum"):
        wrong = list(shares)
        wrong[-1] += draft.chance.pick((5, 10))
        return tuple(wrong)
    return shares


def _middle(draft: Draft, count: int) -> list[tuple[str, str]]:
    return list(MIDDLE[draft.rule_class][:count])


def _staged(draft: Draft, fen: int) -> Plan:
    stages = _stages(draft, fen)
    if draft.has("high_prepayment"):
        stages = _adjusted(stages, fen)
    if draft.has("sme_payment_over_60_days"):
        stages[-1].due = _late(draft)
    if not draft.planted & {"payment_deadline_missing"} and draft.chance.maybe(0.25):
        return _tabled(draft, stages)
    told = _tell(draft, stages)
    return Plan(items=told)


def _adjusted(stages: list[Stage], fen: int) -> list[Stage]:
    rest = 100 - sum(stage.percent for stage in stages[:-1])
    stages[-1].percent = rest
    stages[-1].amount = round(fen * rest / 100)
    return stages


def _tell(draft: Draft, stages: list[Stage]) -> list[str]:
    texts = bank.fact("payment", draft.rule_class)
    template = draft.chance.pick(texts["stage"])
    sums = draft.chance.pick(texts["sums"]) if draft.chance.maybe(0.35) else ""
    sentences = []
    missing = draft.chance.number(1, len(stages) - 1) if draft.has("payment_deadline_missing") else -1
    for number, stage in enumerate(stages):
        undated = number == missing
        told = sums.format(amount=figures(stage.amount, plain=draft.habits.plain_money))
        pct = draft.habits.share(stage.percent)
        base = template.replace("{due}内", "") if undated else template
        said = draft.say(base, when=stage.when, due=stage.due, pct=pct, sum=told)
        sentences.append(said)
        _record(draft, said, stage, undated=undated)
    _evidence(draft, sentences, missing)
    return [f"{sentence}。" for sentence in sentences] if draft.chance.maybe(0.6) else ["；".join(sentences) + "。"]


def _record(draft: Draft, said: str, stage: Stage, *, undated: bool = False) -> None:
    due = [] if undated else [stage.due]
    draft.payments.append(
        Payment(text=said, percent=stage.percent, amount=stage.amount / 100, trigger=stage.core, due=due)
    )


def _evidence(draft: Draft, sentences: list[str], missing: int) -> None:
    for rule, at in (("payment_percent_sum", -1), ("high_prepayment", 0), ("sme_payment_over_60_days", -1)):
        if draft.has(rule):
            draft.plant(rule, sentences[at], "ambiguous_day_unit")
    if missing >= 0:
        draft.plant("payment_deadline_missing", sentences[missing])


def _tabled(draft: Draft, stages: list[Stage]) -> Plan:
    rows = [["期次", "付款条件", "付款比例", "付款金额（元）", "付款时限"]]
    for number, stage in enumerate(stages, start=1):
        amount = figures(stage.amount, plain=draft.habits.plain_money)
        when = stage.when.removesuffix("后").removesuffix("之日起").replace(draft.slots["C"], "合同")
        row = [f"第{number}期", when, draft.habits.share(stage.percent), amount, f"{stage.due}内"]
        rows.append(row)
        _record(draft, " ".join(row), stage)
    _evidence(draft, [" ".join(row) for row in rows[1:]], -1)
    items = [draft.say("<合同价款|合同总价>分期支付，各期的条件、比例和金额如下表：")]
    return Plan(items=items, table=Table(rows=rows, widths=[12, 32, 16, 22, 18]))


def _once(draft: Draft, fen: int) -> Plan:
    core, when = LAST.get(draft.rule_class, ("验收", "验收合格"))
    late = draft.has("sme_payment_over_60_days")
    due = _late(draft) if late else _due(draft, 10, 15)
    said = draft.sentence(bank.fact("payment", draft.rule_class)["once"], when=f"{when}后", due=due)
    draft.payments.append(Payment(text=said, percent=100, amount=fen / 100, trigger=core, due=[due]))
    if late:
        draft.plant("sme_payment_over_60_days", said)
    return Plan(items=[said])


def _quarterly(draft: Draft, fen: int) -> Plan:
    late = draft.has("sme_payment_over_60_days")
    due = _late(draft) if late else _due(draft)
    amount = figures(fen // 4, plain=draft.habits.plain_money)
    said = draft.sentence(bank.fact("payment", "SERVICE")["quarterly"], due=due, amount=amount)
    draft.payments.append(
        Payment(text=said, percent=None, amount=fen // 4 / 100, trigger="考核", due=[due, "每季", "按季"])
    )
    if late:
        draft.plant("sme_payment_over_60_days", said)
    return Plan(items=[said])


def _works(draft: Draft) -> Plan:
    texts, chance = bank.fact("payment", "WORKS"), draft.chance
    low = draft.has("progress_payment_below_80")
    steps = [("progress", chance.pick((60, 70) if low else (80, 85, 90)), ["确认"])]
    steps += [("settled", 97, ["竣工"]), ("held", 3, ["缺陷责任期"])]
    sentences = []
    for name, percent, cores in steps:
        due = _due(draft, 14, 10)
        said = draft.sentence(texts[name], due=due, pct=draft.habits.share(percent))
        sentences.append(said + "。")
        draft.payments.append(
            Payment(
                text=said, percent=percent, trigger=cores[0], due=[due, "每月", "按月"] if name == "progress" else [due]
            )
        )
    if low:
        draft.plant("progress_payment_below_80", sentences[0])
    return Plan(items=sentences)


def _lease(draft: Draft, fen: int) -> Plan:
    texts = bank.fact("payment", "LEASE")
    years = max(int(draft.slots["years"]), 1)
    first = fen // years // 100 * 100
    due, later = _due(draft, 5, 7, 10), _due(draft, 15)
    amount = figures(first, plain=draft.habits.plain_money)
    said = [draft.sentence(texts["first"], amount=amount, due=due), draft.sentence(texts["later"], due=later)]
    draft.payments.append(Payment(text=said[0], amount=first / 100, trigger="签订", due=[due]))
    draft.payments.append(Payment(text=said[1], due=[later], optional=True))
    draft.payments.append(Payment(text="租金按年支付，先付后用", optional=True))
    return Plan(items=said)


def _whole(draft: Draft, fen: int) -> Plan:
    texts, chance = bank.fact("payment", draft.rule_class), draft.chance
    due = _due(draft, 15, 20, 30)
    if "parts" in texts and chance.maybe(0.4):
        return _in_two(draft, fen, texts["parts"], due)
    fee = draft.chance.number(5, 60) * 10_000_00
    said = draft.sentence(texts["whole"], due=due, fee=figures(fee, plain=draft.habits.plain_money))
    percent, amount = (None, fee) if draft.rule_class == "PPP" else (100, fen)
    trigger = "生效" if "生效之" in said else "签订"
    draft.payments.append(Payment(text=said, percent=percent, amount=amount / 100, trigger=trigger, due=[due]))
    return Plan(items=[said])


def _in_two(draft: Draft, fen: int, options: list[str], due: str) -> Plan:
    one, later = fen // 200 * 100, _due(draft, 60)
    parts = {
        "one": figures(one, plain=draft.habits.plain_money),
        "two": figures(fen - one, plain=draft.habits.plain_money),
    }
    said = draft.sentence(options, due=due, later=later, **parts)
    for text, amount, when in ((parts["one"], one, due), (parts["two"], fen - one, later)):
        draft.payments.append(Payment(text=text, amount=amount / 100, trigger="签订", due=[when]))
    return Plan(items=[said])
