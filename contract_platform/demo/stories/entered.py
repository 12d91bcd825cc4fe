"""Contracts entered after they had been signed: one nobody reviewed, and one older than the platform."""

from datetime import timedelta

from contract_platform.demo import companies
from contract_platform.demo.director import Story
from contract_platform.demo.district import office
from contract_platform.demo.matter import Matter
from contract_platform.demo.samples import Draft
from contract_platform.demo.stage import Stage
from contract_platform.demo.stories.followups import TERM_END, filed, planned
from contract_platform.domain.vocabulary import AlertKind, Origin


def unreviewed(stage: Stage) -> Story:
    """Signed in a hurry without review, entered weeks later with its reason, filed late; the mark stays."""
    back = 40
    start = stage.day(back)
    values = {
        "subject": "清河路雨水管网应急清淤工程",
        "method": "直接委托",
        "place": "望澜区清河路沿线",
        "scope": "雨水管道清淤、检查井修复和破损井盖更换",
        "part1": "管道清淤工程",
        "part2": "检查井修复工程",
        "part3": "井盖更换工程",
    }
    draft = Draft(
        template="works",
        name="清河路雨水管网应急清淤工程施工合同",
        office=office("urban"),
        company=companies.BUILDERS,
        yuan=368_000,
        start=start,
        end=start + timedelta(days=90),
        values=values,
    )
    m = Matter(stage, "urban", draft)
    yield stage.at(6, 9, 30)
    m.register(start, Origin.UNREVIEWED, "汛情紧急，先行施工，签订前未送审。")
    yield stage.at(6, 9, 50)
    m.confirm()
    yield from filed(m, 5)
    yield stage.at(4, 14, 30)
    m.answer(m.team.handler, AlertKind.FILING, "acknowledge")
    m.answer(m.team.handler, AlertKind.FILING, "dispose", "已补报备案。")
    yield stage.at(3, 16, 0)
    m.answer("jianguan", AlertKind.FILING, "close")


def historic(stage: Stage) -> Story:
    """Signed before the platform was there and still being performed; nobody files it here."""
    start = stage.today - timedelta(days=900)
    values = {
        "subject": "社区养老服务驿站运营",
        "method": "公开招标",
        "task1": "驿站日常运营和助餐",
        "task2": "健康讲座和文体活动",
        "task3": "设施维护和安全巡查",
        "often1": "每日",
        "often2": "每月两次",
        "often3": "每周",
        "staff": "8",
    }
    draft = Draft(
        template="service",
        name="青石街道养老服务驿站运营合同",
        office=office("qingshi"),
        company=companies.PROPERTY,
        yuan=540_000,
        start=start,
        end=stage.today + timedelta(days=195),
        values=values,
    )
    m = Matter(stage, "qingshi", draft)
    yield stage.at(150, 10, 0)
    m.register(start, Origin.HISTORIC, "平台启用前签订，仍在履行。", paper_no="青办合〔2024〕15号")
    yield stage.at(150, 10, 20)
    m.confirm(procurement_method="OPEN_TENDER")
    due = {
        "合同签订后": stage.working(start + timedelta(days=20)),
        "服务期限过半": stage.working(start + timedelta(days=550)),
        "服务期限届满": stage.working(draft.end + timedelta(days=30)),
        TERM_END: draft.end,
    }
    yield from planned(m, 149, due)
