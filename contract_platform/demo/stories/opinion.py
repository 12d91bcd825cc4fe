"""Contracts whose opinion has been issued: being amended, confirmed, or argued about."""

from datetime import timedelta

from contract_platform.application.commands import Escalate
from contract_platform.demo import companies
from contract_platform.demo.director import Story
from contract_platform.demo.district import office
from contract_platform.demo.matter import Matter
from contract_platform.demo.samples import Draft
from contract_platform.demo.stage import Stage
from contract_platform.demo.stories.line import MUST, SHOULD, accepted, adopted, item, proposed, sent, signed_off
from contract_platform.domain.opinion import Adoption, OpinionItem
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion

YEAR = timedelta(days=364)
CHANGES = Conclusion.APPROVE_WITH_CHANGES


def amending(stage: Stage) -> Story:
    """An opinion of four items lies with the handler."""
    start = stage.day(14) + timedelta(days=45)
    values = {
        "subject": "一网统管事件协同处置系统",
        "extra_accept": "甲方逾期未组织验收的，视为验收合格。",
        "extra_pay": "甲方内部付款审批流程完成后支付，因流程导致的延期不视为违约。",
        "bond": "12",
    }
    draft = Draft(
        template="software",
        name="望澜区一网统管事件协同处置系统建设合同",
        office=office("data"),
        company=companies.SYSTEMS,
        yuan=11_200_000,
        start=start,
        end=start + YEAR,
        values=values,
    )
    m = Matter(stage, "data", draft)
    yield from sent(m, 14, procurement_method="OPEN_TENDER", award_notice_date=stage.day(16))
    yield from accepted(m, 12, "shencha")
    yield stage.at(5, 9, 50)
    rules = ("performance_bond_over_10", "internal_process_condition", "deemed_approval")
    for rule in rules:
        m.judge("shencha", rule, "adopted")
    found = (item(number, m.finding(rule)) for number, rule in enumerate(rules, start=1))
    code = OpinionItem(
        no=4,
        clause="第十条",
        original="乙方应当在最终验收前完整移交",
        problem="源代码移交没有明确介质、清单和可编译验证的要求，后续运维存在依赖单一供应商的风险。",
        level="LOW",
        basis="民法典第845条",
        suggestion="增加“移交的源代码应当经甲方指定的环境编译验证，并附清单和说明文档”。",
        binding=SHOULD,
    )
    body = "合同主体适格，采购程序合法；履约保证金、付款条件和逾期视为验收合格的约定需按下列意见修改后签订。"
    yield from proposed(m, 4, "shencha", CHANGES, body, (*found, code))
    yield from signed_off(m, 3)


def confirming(stage: Stage) -> Story:
    """Amended and answered; the reviewer has to say whether that is enough."""
    start = stage.day(15) + timedelta(days=40)
    values = {
        "subject": "城区环卫作业市场化服务",
        "task1": "主次干道机械化清扫和洒水降尘",
        "task2": "垃圾分类收集、转运站管理",
        "task3": "公厕保洁和设施维护",
        "often1": "每日两次",
        "often2": "每日一次",
        "often3": "每日六次",
        "staff": "260",
        "late": "75",
        "extra_pay": "合同期满前30日双方未提出异议的，本合同自动续期一年。",
    }
    draft = Draft(
        template="service",
        name="望澜区城区环卫作业市场化服务合同",
        office=office("urban"),
        company=companies.CLEAN,
        yuan=18_200_000,
        start=start,
        end=start + YEAR,
        values=values,
    )
    m = Matter(stage, "urban", draft)
    yield from sent(m, 15, procurement_method="OPEN_TENDER", award_notice_date=stage.day(18))
    yield from accepted(m, 13, "shencha2")
    yield stage.at(8, 10, 45)
    rules = ("sme_payment_over_60_days", "auto_renewal")
    items = tuple(item(number, m.finding(rule)) for number, rule in enumerate(rules, start=1))
    body = "付款期限和期满自动续期的约定不符合规定，修改后可以签订。"
    yield from proposed(m, 7, "shencha2", CHANGES, body, items)
    yield from signed_off(m, 6)
    yield stage.at(2, 14, 0)
    m.revise(draft.revised(late="30", extra_pay=""))
    answers = (
        Adoption(no=1, choice=AdoptionChoice.ADOPTED, new_wording="收到发票之日起30日内支付"),
        Adoption(no=2, choice=AdoptionChoice.ADOPTED, new_wording="删去自动续期的约定"),
    )
    yield from adopted(m, 1, answers)


def escalated(stage: Stage) -> Story:
    """The unit will not follow a binding item, so the government's office has to rule."""
    start = stage.day(20) + timedelta(days=50)
    values = {
        "subject": "望澜区第二社会福利中心新建工程",
        "place": "望澜区环城北路以南",
        "scope": "主体结构、装饰装修、机电安装和室外附属工程",
        "part1": "地基与主体结构工程",
        "part2": "装饰装修工程",
        "part3": "机电安装工程",
        "extra_pay": "工程最终结算价以审计机关出具的审计结果为准，甲方在收到上级财政拨款后10日内支付结算款。",
    }
    draft = Draft(
        template="works",
        name="望澜区第二社会福利中心新建工程施工合同",
        office=office("housing"),
        company=companies.BUILDERS,
        yuan=28_600_000,
        start=start,
        end=start + timedelta(days=540),
        values=values,
    )
    m = Matter(stage, "housing", draft)
    yield from sent(m, 20, procurement_method="OPEN_TENDER", award_notice_date=stage.day(21))
    yield from accepted(m, 18, "shencha2")
    yield stage.at(13, 9, 45)
    rules = {"audit_as_settlement_basis": MUST, "back_to_back_payment": MUST}
    items = tuple(item(n, m.finding(rule), binding) for n, (rule, binding) in enumerate(rules.items(), start=1))
    body = "以审计结果作为结算依据、以上级拨款作为付款前提的约定违反有关规定，应当修改。"
    yield from proposed(m, 12, "shencha2", CHANGES, body, items)
    yield from signed_off(m, 11)
    yield stage.at(8, 11, 0)
    kept = "工程最终结算价以审计机关出具的审计结果为准。"
    m.revise(draft.revised(extra_pay=kept))
    answers = (
        Adoption(
            no=1,
            choice=AdoptionChoice.NOT_ADOPTED,
            reason="本项目资金来源于专项资金，主管部门要求以审计结果作为结算依据。",
        ),
        Adoption(no=2, choice=AdoptionChoice.ADOPTED, new_wording="删去以上级财政拨款为付款前提的约定"),
    )
    yield from adopted(m, 7, answers)
    yield stage.at(5, 10, 35)
    m.do("shencha2", Escalate(reason="第1项为应当修改的意见，单位不予采纳，提请区政府办公室裁定。"))
