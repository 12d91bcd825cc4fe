"""Contracts before the legal officers of their units."""

from datetime import timedelta

from contract_platform.demo import companies, errands
from contract_platform.demo.director import Story
from contract_platform.demo.district import office
from contract_platform.demo.matter import Matter
from contract_platform.demo.samples import Draft
from contract_platform.demo.stage import Stage
from contract_platform.demo.stories.line import drafted, submitted
from contract_platform.domain.vocabulary import DocumentKind

YEAR = timedelta(days=364)


def knowledge_base(stage: Stage) -> Story:
    """With an attachment, and a dispute clause that names arbitration and court."""
    start = stage.day(2) + timedelta(days=14)
    draft = Draft(
        template="software",
        name="望澜区政务热线知识库系统建设合同",
        office=office("data"),
        company=companies.DATA,
        yuan=1_860_000,
        start=start,
        end=start + YEAR,
        values={
            "subject": "政务热线知识库系统",
            "method": "竞争性磋商",
            "dispute": "可以向望澜仲裁委员会申请仲裁，也可以向甲方住所地人民法院提起诉讼。",
        },
    )
    m = Matter(stage, "data", draft)
    yield from drafted(m, 2, procurement_method="COMPETITIVE_CONSULTATION", award_notice_date=stage.day(6))
    yield stage.at(2, 9, 50)
    notice = f"成交通知书\n{draft.company.name}：\n你单位为{draft.name}项目的成交供应商，请在三十日内签订合同。\n"
    m.add(DocumentKind.ATTACHMENT, notice.encode(), "成交通知书.txt")
    yield from submitted(m, 2)


def car_repair(stage: Stage) -> Story:
    """A plain service contract without a remark."""
    start = stage.day(1) + timedelta(days=25)
    values = {
        "subject": "公务用车定点维修服务",
        "method": "框架协议采购",
        "task1": "公务用车保养和检测",
        "task2": "机电、钣金和喷漆维修",
        "task3": "道路救援和应急保障",
        "often1": "每车每半年一次",
        "often2": "按需",
        "often3": "全天候",
        "staff": "10",
    }
    draft = Draft(
        template="service",
        name="机关公务用车定点维修服务合同",
        office=office("affairs"),
        company=companies.REPAIR,
        yuan=960_000,
        start=start,
        end=start + YEAR,
        values=values,
        form="txt",
    )
    m = Matter(stage, "affairs", draft)
    yield from drafted(m, 1, procurement_method="FRAMEWORK_AGREEMENT")
    yield from submitted(m, 1)


def repair_works(stage: Stage) -> Story:
    """A works contract with a performance bond above the limit."""
    start = stage.day(1) + timedelta(days=20)
    values = {
        "subject": "青石街道便民服务中心修缮工程",
        "method": "竞争性磋商",
        "place": "望澜区青石街205号",
        "scope": "屋面防水翻新、外墙修补、办事大厅装修以及给排水、电气管线改造",
        "part1": "屋面与外墙工程",
        "part2": "室内装饰装修工程",
        "part3": "给排水与电气工程",
        "bond": "15",
    }
    draft = Draft(
        template="works",
        name="青石街道便民服务中心修缮工程施工合同",
        office=office("qingshi"),
        company=companies.RENEWAL,
        yuan=2_350_000,
        start=start,
        end=start + timedelta(days=120),
        values=values,
    )
    m = Matter(stage, "qingshi", draft)
    yield from drafted(m, 1, procurement_method="COMPETITIVE_CONSULTATION")
    yield from submitted(m, 1)


def cosigning(stage: Stage) -> Story:
    """Two other units are asked to co-sign; one has answered, the other is urged by nobody yet."""
    start = stage.day(3) + timedelta(days=40)
    draft = Draft(
        template="software",
        name="望澜区城市运行数据治理平台建设合同",
        office=office("data"),
        company=companies.CLOUD,
        yuan=4_680_000,
        start=start,
        end=start + YEAR,
        values={"subject": "城市运行数据治理平台"},
    )
    m = Matter(stage, "data", draft)
    yield from drafted(m, 3, procurement_method="OPEN_TENDER", award_notice_date=stage.day(8))
    yield stage.at(3, 10, 40)
    errands.cosign(m, ("urban", "housing"), "请就本单位数据的接入范围、更新频次和安全责任提出意见。")
    yield stage.at(2, 15, 10)
    errands.answer(m, "fuze2", "remark", "同意。建议写明城管视频数据只读接入，保存期限不超过30日。")
    errands.keep_an_eye(m, "fuze")
