"""Major contracts on the bureau's desks: awaiting acceptance, supplementing, under review, before the leader."""

from datetime import timedelta

from contract_platform.application.commands import RequestSupplement
from contract_platform.demo import companies, errands
from contract_platform.demo.director import Story
from contract_platform.demo.district import office
from contract_platform.demo.matter import Matter
from contract_platform.demo.samples import Draft
from contract_platform.demo.stage import Stage
from contract_platform.demo.stories.line import SHOULD, accepted, item, proposed, sent
from contract_platform.domain.vocabulary import Conclusion

YEAR = timedelta(days=364)


def awaiting_acceptance(stage: Stage) -> Story:
    """Arrived yesterday."""
    start = stage.day(2) + timedelta(days=30)
    draft = Draft(
        template="software",
        name="望澜区数据共享交换平台（二期）建设合同",
        office=office("data"),
        company=companies.DATA,
        yuan=12_800_000,
        start=start,
        end=start + YEAR,
        values={"subject": "数据共享交换平台（二期）"},
    )
    m = Matter(stage, "data", draft)
    yield from sent(m, 2, procurement_method="OPEN_TENDER", award_notice_date=stage.day(7))
    yield stage.at(1, 17, 10)
    errands.urge(m, "chengban", "中标后签订期限临近，请尽快受理。")
    errands.keep_an_eye(m, "chengban", "fuze")


def supplementing(stage: Stage) -> Story:
    """Sent back once with everything that is missing; the intake clock stands still."""
    start = stage.day(9) + timedelta(days=45)
    values = {
        "subject": "望澜区老旧小区改造（三期）工程",
        "place": "望澜区青石街道、澜江街道",
        "scope": "建筑外立面整治、屋面防水、雨污分流、消防设施补建和公共照明改造",
        "part1": "建筑本体修缮工程",
        "part2": "雨污分流与管网工程",
        "part3": "消防与公共照明工程",
    }
    draft = Draft(
        template="works",
        name="望澜区老旧小区改造（三期）工程施工合同",
        office=office("housing"),
        company=companies.BUILDERS,
        yuan=36_500_000,
        start=start,
        end=start + timedelta(days=400),
        values=values,
    )
    m = Matter(stage, "housing", draft)
    yield from sent(m, 9, procurement_method="OPEN_TENDER", key_project=True, award_notice_date=stage.day(14))
    yield stage.at(7, 10, 20)
    missing = ("项目可行性研究报告批复文件", "中标通知书和招标控制价文件", "资金来源证明（财政评审意见）")
    m.do("shouli", RequestSupplement(items=missing, reason="请于期限内一次补齐所列材料。"))


def under_review(stage: Stage) -> Story:
    """In the middle of the review: remarks, an answer, and verdicts on what the machine found."""
    start = stage.day(10) + timedelta(days=40)
    values = {
        "subject": "智慧城管综合指挥平台",
        "accept": "在合理期限内",
        "late": "90",
        "dispute": "向乙方住所地有管辖权的人民法院提起诉讼。",
        "manager": "魏清扬",
    }
    draft = Draft(
        template="software",
        name="望澜区智慧城管综合指挥平台建设合同",
        office=office("urban"),
        company=companies.SYSTEMS,
        yuan=15_600_000,
        start=start,
        end=start + YEAR,
        values=values,
        rates=(70, 20, 5, 5),
    )
    m = Matter(stage, "urban", draft)
    yield from sent(m, 10, procurement_method="OPEN_TENDER", award_notice_date=stage.day(15))
    yield from accepted(m, 8, "shencha")
    yield stage.at(4, 10, 15)
    m.judge("shencha", "high_prepayment", "adopted")
    m.remark("shencha", "在合理期限内", "验收期限不明确，请写明“收到验收申请之日起15个工作日内”。")
    court = m.remark(
        "shencha", "乙方住所地有管辖权的人民法院", "约定由乙方住所地法院管辖，增加我方应诉成本，请改为甲方住所地。"
    )
    m.remark("shencha", "源代码、软件著作权、文档和数据成果归甲方所有", "请补充源代码的交付形式、时间和验证方法。")
    yield stage.at(3, 15, 5)
    m.reply("chengban2", court, "已与乙方沟通，同意改为甲方住所地人民法院管辖。")
    yield stage.at(2, 11, 30)
    m.judge("shencha", "sme_payment_over_60_days", "rejected", "乙方书面承诺不属于中小企业，付款期限由双方约定。")
    errands.ask(m, "shencha", "shencha2", "预付款比例70%是否应列为应当修改的意见？")
    yield stage.at(1, 10, 20)
    errands.answer(m, "shencha2", "remark", "建议列为应当修改，预付款一般不超过合同金额的30%。")
    errands.tell(m, "chengban2", ("fuze2", "jianguan"), "审查中，计划本月签订，请知悉。")


def before_leader(stage: Stage) -> Story:
    """An investment agreement of the government itself; the opinion awaits the leader's signature."""
    start = stage.day(9) + timedelta(days=60)
    values = {
        "subject": "高性能复合材料生产基地项目",
        "scope": "高性能复合材料的研发、生产和销售",
        "place": "望澜区产业园东区",
        "area": "118",
        "extra_policy": "乙方投产后前五年，甲方按照乙方缴纳增值税、企业所得税地方留成部分的80%给予奖励返还。",
        "extra_duty": "乙方承诺自本协议签订之日起十年内不得将注册地迁出望澜区。",
    }
    draft = Draft(
        template="invest",
        name="高性能复合材料生产基地项目投资协议",
        office=office("government"),
        company=companies.FACTORY,
        yuan=350_000_000,
        start=start,
        end=start + timedelta(days=729),
        values=values,
        form="pdf",
    )
    m = Matter(stage, "qingshi", draft)
    yield from sent(m, 9, key_project=True)
    yield from accepted(m, 7, "shencha")
    yield stage.at(3, 9, 55)
    m.judge("shencha", "tax_refund_promise", "adopted")
    m.judge("shencha", "local_registration_tie", "adopted")
    items = (item(1, m.finding("tax_refund_promise")), item(2, m.finding("local_registration_tie"), SHOULD))
    body = "协议约定与税收挂钩的奖励返还以及限制迁出，违反公平竞争审查的规定，修改后可以签订。"
    yield from proposed(m, 1, "shencha", Conclusion.APPROVE_WITH_CHANGES, body, items)
