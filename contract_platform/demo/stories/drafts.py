"""Contracts that have not left the handler's desk."""

from datetime import timedelta

from contract_platform.application.commands import Return
from contract_platform.demo import companies
from contract_platform.demo.codes import misprinted
from contract_platform.demo.director import Story
from contract_platform.demo.district import office
from contract_platform.demo.matter import Matter
from contract_platform.demo.samples import Draft
from contract_platform.demo.stage import Stage
from contract_platform.demo.stories.line import drafted, submitted
from contract_platform.domain.money import words

YEAR = timedelta(days=364)


def just_uploaded(stage: Stage) -> Story:
    """A draft uploaded right now; its facts wait to be confirmed."""
    start = stage.today + timedelta(days=20)
    values = {
        "subject": "政务云平台运行维护服务",
        "method": "竞争性磋商",
        "task1": "云平台和虚拟化资源池的日常巡检与监控",
        "task2": "系统补丁、备份和容灾演练",
        "task3": "业务系统上云迁移支持",
        "often1": "每日三次",
        "often2": "每月一次",
        "often3": "按需",
        "staff": "12",
    }
    draft = Draft(
        template="service",
        name="望澜区政务云平台运行维护服务合同",
        office=office("data"),
        company=companies.CLOUD,
        yuan=2_860_000,
        start=start,
        end=start + YEAR,
        values=values,
    )
    yield stage.now
    Matter(stage, "data", draft).upload()


def unconfirmed(stage: Stage) -> Story:
    """A draft whose sums in words and figures differ and whose code was mistyped: nobody has confirmed it yet."""
    start = stage.day(3) + timedelta(days=15)
    wrong = {
        "words": words(65_200_000),
        "company_uscc": misprinted(companies.OFFICE.code),
        "subject": "办公设备",
        "method": "询价",
        "goods1": "办公台式计算机",
        "spec1": "国产处理器，16GB内存，512GB固态硬盘",
        "count1": "80台",
        "goods2": "激光打印机",
        "spec2": "A4幅面，自动双面",
        "count2": "40台",
        "goods3": "会议平板",
        "spec3": "86英寸，4K",
        "count3": "6台",
    }
    draft = Draft(
        template="goods",
        name="望澜区机关办公设备采购合同",
        office=office("affairs"),
        company=companies.OFFICE,
        yuan=682_000,
        start=start,
        end=start + timedelta(days=60),
        values=wrong,
    )
    yield stage.at(3, 14, 30)
    Matter(stage, "affairs", draft).upload()


def scanned(stage: Stage) -> Story:
    """A draft that came as a scan: it is recognised page by page once the platform runs."""
    start = stage.day(2) + timedelta(days=10)
    values = {
        "subject": "既有建筑安全鉴定服务",
        "method": "直接委托",
        "task1": "房屋结构现场检测",
        "task2": "材料强度取样试验",
        "task3": "出具安全鉴定报告",
        "often1": "每栋一次",
        "often2": "每栋一次",
        "often3": "每栋一份",
        "staff": "8",
    }
    draft = Draft(
        template="service",
        name="既有建筑安全鉴定服务合同（扫描件）",
        office=office("housing"),
        company=companies.SURVEY,
        yuan=386_000,
        start=start,
        end=start + timedelta(days=120),
        values=values,
        form="scan",
    )
    yield stage.at(2, 11, 15)
    Matter(stage, "housing", draft).upload()


def returned(stage: Stage) -> Story:
    """Returned by the unit's legal officer with reasons; back in drafting, second round."""
    start = stage.day(6) + timedelta(days=30)
    values = {
        "subject": "背街小巷保洁服务",
        "method": "竞争性谈判",
        "task1": "背街小巷清扫保洁",
        "task2": "公共厕所管理",
        "task3": "生活垃圾收集清运",
        "often1": "每日两次",
        "often2": "每日四次",
        "often3": "每日一次",
        "staff": "36",
        "late": "90",
        "dispute": "向乙方住所地有管辖权的人民法院提起诉讼。",
    }
    draft = Draft(
        template="service",
        name="青石街道背街小巷保洁服务合同",
        office=office("qingshi"),
        company=companies.CLEAN,
        yuan=1_480_000,
        start=start,
        end=start + YEAR,
        values=values,
    )
    m = Matter(stage, "qingshi", draft)
    yield from drafted(m, 6, procurement_method="COMPETITIVE_NEGOTIATION")
    yield from submitted(m, 6)
    yield stage.at(4, 10, 50)
    m.judge("fazhi3", "sme_payment_over_60_days", "adopted")
    reason = "付款期限90日超过60日的上限；争议约定由乙方住所地法院管辖，对我方不利，请改为甲方住所地。"
    m.do("fazhi3", Return(reason=reason))
