"""The lease of a shop by a bureau: 2024-01-01 to 2026-12-31, 36,000.00 a quarter due on its first day."""

from datetime import date

from contract_platform.application import commands as c
from contract_platform.application import performance_commands as pc
from contract_platform.application.act_on_obligation import act_on_obligation
from contract_platform.application.plan_obligations import plan_obligations
from contract_platform.domain.vocabulary import Direction, ObligationKind
from tests.unit.application.performing import passed, sign

LEASE = """国有资产租赁合同
出租方（甲方）：望澜区大数据管理局
承租方（乙方）：望澜示例书店有限公司
第一条 租赁物
甲方将位于望澜区澜江路1号的房屋出租给乙方使用。
第二条 租赁期限
租赁期限自2024年1月1日起至2026年12月31日止。
第三条 租金
租金每季度人民币叁万陆仟元整（¥36,000.00元），于每季度首日缴纳。逾期缴纳的，每日按应缴租金的0.05%支付违约金。
"""
RENT, RATE = 3_600_000, 500
QUARTERS = pc.NewPlan(
    kind=ObligationKind.COLLECTION, side="theirs", content="租金", first_on=date(2024, 1, 1),
    last_on=date(2026, 12, 31), every_months=3, amount_fen=RENT, late_rate=RATE,
)  # fmt: skip


def lease(district):
    """Signed on the first working day of 2024, with its twelve rents planned."""
    district.to(date(2024, 1, 2))
    facts = {
        "category": "01", "rule_class": "ASSET_LEASE", "direction": Direction.RECEIVABLE, "amount_fen": 12 * RENT,
        "term_start": date(2024, 1, 1), "term_end": date(2026, 12, 31),
    }  # fmt: skip
    contract_id = sign(district, passed(district, district.register(LEASE, **facts)))
    plan_obligations(district.platform, district.actor("handler"), contract_id, QUARTERS)
    return contract_id


def rents(district, contract_id):
    """The rents in order of their days."""
    found = district.find("obligations", contract_id=contract_id, kind=ObligationKind.COLLECTION)
    return sorted((one for one in found if one.agreed_on), key=lambda one: one.agreed_on)


def oblige(district, obligation, name="handler", **command):
    """An act on an obligation as it is now."""
    (now,) = district.find("obligations", id=obligation.id)
    return act_on_obligation(
        district.platform, district.actor(name), now.id, c.ObligationCommand(**command), revision=now.revision
    )
