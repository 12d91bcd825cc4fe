"""Contracts on the way from the decision to the signature."""

from datetime import timedelta

from contract_platform.demo import companies
from contract_platform.demo.director import Story
from contract_platform.demo.district import office
from contract_platform.demo.matter import Matter
from contract_platform.demo.samples import Draft
from contract_platform.demo.stage import Stage
from contract_platform.demo.stories.line import (
    accepted,
    approved,
    drafted,
    passed,
    proposed,
    sealed,
    sent,
    signed_off,
    submitted,
)
from contract_platform.domain.vocabulary import Conclusion

YEAR = timedelta(days=364)


def awaiting_decision(stage: Stage) -> Story:
    """Approved by the bureau; the unit has to decide collectively."""
    start = stage.day(12) + timedelta(days=40)
    values = {
        "subject": "政务信息化基础设备",
        "goods1": "国产化服务器",
        "spec1": "双路国产处理器，512GB内存",
        "count1": "96台",
        "goods2": "分布式存储节点",
        "spec2": "单节点可用容量不低于100TB",
        "count2": "24台",
        "goods3": "核心交换机",
        "spec3": "100G端口不少于48个",
        "count3": "8台",
    }
    draft = Draft(
        template="goods",
        name="望澜区政务信息化基础设备采购合同",
        office=office("data"),
        company=companies.DEVICES,
        yuan=13_600_000,
        start=start,
        end=start + timedelta(days=90),
        values=values,
    )
    m = Matter(stage, "data", draft)
    yield from sent(m, 12, procurement_method="OPEN_TENDER", award_notice_date=stage.day(14))
    yield from accepted(m, 10, "shencha")
    body = "合同主体适格、程序合法、权利义务明确，同意签订。"
    yield from proposed(m, 4, "shencha", Conclusion.APPROVE, body)
    yield from signed_off(m, 3)


def ready_to_sign(stage: Stage) -> Story:
    """An ordinary contract with its number reserved; the limit after the award is running."""
    start = stage.day(5) + timedelta(days=28)
    values = {
        "subject": "行政中心物业管理服务",
        "method": "公开招标",
        "task1": "办公区保洁和会议服务",
        "task2": "设施设备运行与维护",
        "task3": "门卫值守和车辆秩序管理",
        "often1": "每日两次",
        "often2": "每日巡检",
        "often3": "全天候",
        "staff": "58",
    }
    draft = Draft(
        template="service",
        name="望澜区行政中心物业管理服务合同",
        office=office("affairs"),
        company=companies.PROPERTY,
        yuan=5_400_000,
        start=start,
        end=start + YEAR,
        values=values,
    )
    m = Matter(stage, "affairs", draft)
    yield from drafted(m, 6, procurement_method="OPEN_TENDER", award_notice_date=stage.day(10))
    yield from submitted(m, 6)
    yield from passed(m, 4)


def signing(stage: Stage) -> Story:
    """Sealed, the signed copy is there, one of two people has compared it."""
    start = stage.day(18) + timedelta(days=50)
    values = {
        "subject": "望澜区第三小学扩建工程",
        "place": "望澜区筑安路与清河路交叉口",
        "scope": "教学综合楼新建、运动场改造和配套管网工程",
        "part1": "教学综合楼土建工程",
        "part2": "装饰与安装工程",
        "part3": "运动场和室外工程",
    }
    draft = Draft(
        template="works",
        name="望澜区第三小学扩建工程施工合同",
        office=office("housing"),
        company=companies.BUILDERS,
        yuan=24_300_000,
        start=start,
        end=start + timedelta(days=480),
        values=values,
    )
    m = Matter(stage, "housing", draft)
    yield from sent(m, 15, procurement_method="OPEN_TENDER", award_notice_date=stage.day(17))
    yield from approved(m, 13, "shencha", "合同主体适格、程序合法，同意签订。", "局长办公会")
    yield from sealed(m, 3)
    yield stage.at(1, 15, 40)
    m.compare(m.team.legal)
