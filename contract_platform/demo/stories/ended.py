"""Contracts that have been performed: one awaits the archive, one lies in it."""

from datetime import timedelta

from contract_platform.application.commands import Archive, Complete
from contract_platform.demo import companies
from contract_platform.demo.director import Story
from contract_platform.demo.district import office
from contract_platform.demo.matter import Matter
from contract_platform.demo.samples import Draft
from contract_platform.demo.stage import Stage
from contract_platform.demo.stories.followups import filed, performed, planned, procurement_filed
from contract_platform.demo.stories.line import drafted, passed, signed, submitted
from contract_platform.domain.vocabulary import AlertKind


def completed(stage: Stage) -> Story:
    """Delivered, accepted and paid; nobody has put it into the archive yet."""
    back = 85
    start = stage.day(back)
    values = {
        "subject": "政务服务大厅自助终端",
        "method": "竞争性谈判",
        "goods1": "政务服务自助终端",
        "spec1": "32英寸触控屏，身份核验模块",
        "count1": "18台",
        "goods2": "排队叫号设备",
        "spec2": "取号机及综合显示屏",
        "count2": "4套",
        "goods3": "高拍仪",
        "spec3": "1600万像素",
        "count3": "40台",
    }
    draft = Draft(
        template="goods",
        name="望澜区政务服务大厅自助终端采购合同",
        office=office("data"),
        company=companies.DEVICES,
        yuan=876_000,
        start=start,
        end=start + timedelta(days=150),
        values=values,
    )
    m = Matter(stage, "data", draft)
    award = stage.day(back + 10)
    yield from drafted(m, back + 6, procurement_method="COMPETITIVE_NEGOTIATION", award_notice_date=award)
    yield from submitted(m, back + 6)
    yield from passed(m, back + 4)
    yield from signed(m, back)
    yield from procurement_filed(m, back, 201)
    yield from filed(m, back - 3)
    due = {"合同签订后": start + timedelta(days=20), "全部货物验收合格": start + timedelta(days=75)}
    yield from planned(m, back - 5, due)
    yield from performed(m, back - 9, "合同签订后")
    yield from performed(m, back - 44, "全部货物验收合格")
    yield stage.at(20, 15, 0)
    complete(m, "货物已验收，款项已结清，质保按合同执行。")


def archived(stage: Stage) -> Story:
    """Performed, completed and archived."""
    back = 212
    start = stage.day(back) + timedelta(days=4)
    values = {
        "subject": "机关办公区绿化养护服务",
        "method": "询价",
        "task1": "草坪修剪和乔灌木整形",
        "task2": "病虫害防治和施肥浇水",
        "task3": "枯枝清理和补植",
        "often1": "每月两次",
        "often2": "每月一次",
        "often3": "按需",
        "staff": "9",
    }
    draft = Draft(
        template="service",
        name="机关办公区绿化养护服务合同",
        office=office("affairs"),
        company=companies.GARDENS,
        yuan=486_000,
        start=start,
        end=start + timedelta(days=180),
        values=values,
    )
    m = Matter(stage, "affairs", draft)
    yield from drafted(m, back + 6, procurement_method="INQUIRY", award_notice_date=stage.day(back + 9))
    yield from submitted(m, back + 6)
    yield from passed(m, back + 4)
    yield from signed(m, back)
    yield from procurement_filed(m, back, 36)
    yield from filed(m, back - 3)
    due = {
        "合同签订后": start + timedelta(days=20),
        "服务期限过半": start + timedelta(days=120),
        "服务期限届满": start + timedelta(days=220),
    }
    yield from planned(m, back - 5, due)
    yield from performed(m, back - 10, "合同签订后")
    yield from performed(m, back - 76, "服务期限过半")
    yield from performed(m, back - 142, "服务期限届满")
    yield stage.at(64, 9, 10)
    m.answer("chengban2", AlertKind.TERM_END, "acknowledge")
    m.answer("chengban2", AlertKind.TERM_END, "dispose", "服务期满后已组织履约验收，结清尾款即办理验收结清，不再续签。")
    yield stage.at(63, 11, 20)
    m.answer("jianguan", AlertKind.TERM_END, "close")
    yield stage.at(62, 15, 15)
    complete(m, "服务期满，验收合格，款项已结清。")
    yield stage.at(56, 10, 30)
    m.do("dangan", Archive(reason="归档材料齐全。"))


def complete(m: Matter, reason: str) -> None:
    """Accepted with the report that says so."""
    report = m.evidence("验收报告", "经组织验收，履行结果符合合同约定，款项已结清。")
    accepted_on = m.stage.clock.today()
    m.do(m.team.handler, Complete(reason=reason, accepted_on=accepted_on, evidence_version_id=report))
