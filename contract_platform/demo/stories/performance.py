"""Signed contracts in performance: filed in time, late, not at all, and a moment ago."""

from datetime import timedelta

from contract_platform.application.commands import FilingCommand
from contract_platform.demo import companies, errands
from contract_platform.demo.director import Story
from contract_platform.demo.district import office
from contract_platform.demo.matter import Matter
from contract_platform.demo.samples import Draft
from contract_platform.demo.stage import Stage
from contract_platform.demo.stories.followups import (
    BUREAU,
    TERM_END,
    filed,
    performed,
    planned,
    procurement_filed,
    reported,
)
from contract_platform.demo.stories.line import approved, drafted, passed, sent, signed, submitted
from contract_platform.domain.vocabulary import AlertKind

YEAR = timedelta(days=364)


def filed_in_time(stage: Stage) -> Story:
    """A major procurement filed everywhere in time; the first payment is made, the second falls due soon."""
    back = 126
    start = stage.day(back) + timedelta(days=5)
    values = {
        "subject": "政务云资源服务",
        "task1": "提供计算、存储和网络资源",
        "task2": "云平台运行维护和容灾备份",
        "task3": "安全加固和应急处置",
        "often1": "全天候",
        "often2": "每日",
        "often3": "全天候",
        "staff": "24",
        "extra_secrecy": "乙方应当落实网络安全等级保护和数据安全责任，发生安全事件立即报告，期满后返还并销毁全部数据。",
    }
    draft = Draft(
        template="service",
        name="望澜区政务云资源服务合同",
        office=office("data"),
        company=companies.CLOUD,
        yuan=13_200_000,
        start=start,
        end=start + YEAR,
        values=values,
    )
    m = Matter(stage, "data", draft)
    yield from sent(m, back + 13, procurement_method="OPEN_TENDER", award_notice_date=stage.day(back + 16))
    yield from approved(m, back + 11, "shencha2", "合同主体适格、程序合法，同意签订。", "局党组会")
    yield from signed(m, back, form="pdf")
    yield from procurement_filed(m, back, 118)
    yield from filed(m, back - 4)
    due = {
        "合同签订后": draft.start + timedelta(days=15),
        "服务期限过半": stage.today + timedelta(days=8),
        "服务期限届满": draft.end + timedelta(days=45),
        TERM_END: draft.end,
    }
    yield from planned(m, back - 6, due)
    yield from performed(m, back - 10, "合同签订后")


def filed_late(stage: Stage) -> Story:
    """Filed three working days too late: the alert was answered and verified, the flag stays for ever."""
    back = 60
    start = stage.day(back) + timedelta(days=10)
    values = {
        "subject": "清河口袋公园改造工程",
        "method": "竞争性磋商",
        "place": "望澜区清河路沿线",
        "scope": "园路铺装、绿化种植、休憩设施和公共照明改造",
        "part1": "绿化种植工程",
        "part2": "园路与铺装工程",
        "part3": "设施与照明工程",
    }
    draft = Draft(
        template="works",
        name="清河口袋公园改造工程施工合同",
        office=office("urban"),
        company=companies.GARDENS,
        yuan=4_800_000,
        start=start,
        end=start + timedelta(days=260),
        values=values,
    )
    m = Matter(stage, "urban", draft)
    yield from drafted(m, back + 9)
    yield from submitted(m, back + 9)
    yield from passed(m, back + 7)
    yield from signed(m, back)
    due = {
        "预付款": draft.start - timedelta(days=7),
        "进度款": stage.day(1),
        "结算款": draft.end + timedelta(days=90),
        "质量保证金": draft.end + timedelta(days=745),
        TERM_END: draft.end,
    }
    yield from planned(m, back - 1, due)
    yield from performed(m, back - 2, "预付款")
    yield stage.at(back - 9, 9, 10)
    m.answer("chengban2", AlertKind.FILING, "acknowledge")
    yield from filed(m, back - 10)
    yield stage.at(back - 11, 16, 5)
    note = "因施工图纸盖章延误，备案材料晚报3个工作日，现已补报，今后签订当日即准备备案材料。"
    m.answer("chengban2", AlertKind.FILING, "dispose", note)
    yield stage.at(back - 12, 10, 40)
    m.answer("jianguan", AlertKind.FILING, "close")
    yield from reported(m, stage.at(2, 15, 30), "进度款")


def not_filed(stage: Stage) -> Story:
    """Overdue for filing; the unit has explained itself, the supervision has not verified it yet."""
    back = 10
    start = stage.day(back) + timedelta(days=3)
    values = {
        "subject": "青石街道无障碍设施改造工程",
        "method": "竞争性谈判",
        "place": "望澜区青石街道辖区",
        "scope": "缘石坡道、盲道、公共建筑出入口坡道和扶手改造",
        "part1": "人行道与坡道工程",
        "part2": "出入口改造工程",
        "part3": "标识与扶手工程",
    }
    draft = Draft(
        template="works",
        name="青石街道无障碍设施改造工程施工合同",
        office=office("qingshi"),
        company=companies.RENEWAL,
        yuan=1_260_000,
        start=start,
        end=start + timedelta(days=150),
        values=values,
    )
    m = Matter(stage, "qingshi", draft)
    yield from drafted(m, back + 8)
    yield from submitted(m, back + 8)
    yield from passed(m, back + 6)
    yield from signed(m, back)
    due = {
        "预付款": stage.today,
        "进度款": stage.today + timedelta(days=30),
        "结算款": draft.end + timedelta(days=60),
        "质量保证金": draft.end + timedelta(days=745),
        TERM_END: draft.end,
    }
    yield from planned(m, back - 2, due)
    yield stage.at(2, 10, 10)
    m.answer("chengban3", AlertKind.FILING, "acknowledge")
    yield from reported(m, stage.at(1, 10, 30), "预付款")
    yield stage.at(1, 16, 20)
    m.answer("chengban3", AlertKind.FILING, "dispose", "对方单位更换印章，备案副本正在补盖，预计3日内报送。")
    yield stage.at(1, 16, 50)
    errands.supervise(
        m, "jianguan", "合同签订后未在期限内备案，请于期限内完成备案并书面说明原因。", stage.working(stage.today)
    )
    errands.keep_an_eye(m, "jianguan")


def just_filed(stage: Stage) -> Story:
    """Filed a moment ago; the bureau has not looked at it, and the plan of payments waits to be confirmed."""
    back = 4
    start = stage.day(back) + timedelta(days=1)
    values = {
        "subject": "城市管理第三方评估",
        "method": "直接委托",
        "task1": "设计评估指标并开展现场测评",
        "task2": "分析短板并提出改进建议",
        "task3": "编制评估报告并组织宣讲",
        "often1": "一次",
        "often2": "各一份",
        "often3": "按需",
        "staff": "5",
    }
    draft = Draft(
        template="service",
        name="城市管理第三方评估咨询合同",
        office=office("urban"),
        company=companies.ADVICE,
        yuan=265_000,
        start=start,
        end=start + timedelta(days=180),
        values=values,
    )
    m = Matter(stage, "urban", draft)
    yield from drafted(m, back + 6, procurement_method="DIRECT_COMMISSION")
    yield from submitted(m, back + 6)
    yield from passed(m, back + 4)
    yield from signed(m, back)
    yield from procurement_filed(m, back, 307)
    yield stage.at(1, 15, 45)
    m.file(m.team.handler, BUREAU, FilingCommand(action="file", note="合同副本随附。"))
