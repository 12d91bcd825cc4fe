"""Which way the money flows, seen from the government side."""

import re

from contract_platform.analysis.model import PartyFact

_GOVERNMENT = re.compile(
    r"政府|(?:局|委员会|办公室|办事处|厅|署|管委会|法院|检察院|大队|中心|馆|处|站|队|所|学校|大学|学院|中学|小学|医院)(?:（[^（）]*）)?$"
)
_COMPANY = re.compile(r"公司|企业|商行|合作社|事务所|(?:厂|店|行)$")
_RECEIVES = re.compile(r"出租|出让|转让方|转让人|卖|供方|供应商|承包|受托|承担|承揽|贷款人|服务方")
_SUPPLIES = re.compile(r"卖方|卖人|供方|供应商|承包|受托|承揽")
_NEITHER = frozenset({"FRAME", "INVEST"})


def is_government(name: str) -> bool:
    """Whether a name is that of a public body, as far as its words tell."""
    return bool(_GOVERNMENT.search(name)) and not _COMPANY.search(name)


def direction(parties: tuple[PartyFact, ...], rule_class: str) -> str | None:
    """payable, receivable or none; None where no party can be told to be the government."""
    if rule_class in _NEITHER:
        return "none"
    own = [party for party in parties if party.name and is_government(party.name)]
    if not own:
        return None
    party = own[0]
    if _RECEIVES.search(party.role):
        return "receivable"
    second = len(parties) > 1 and parties[0] is not party and len(own) == 1
    if rule_class in {"ASSET_LEASE", "ASSET_TRANSFER"}:
        return "payable" if second else "receivable"
    return "receivable" if second and rule_class not in {"EXPRO", "LOAN"} else "payable"


def government_is_second(parties: tuple[PartyFact, ...]) -> bool:
    """Whether 乙方 is the government side: its name says so, or 甲方 is called a supplier where no name helps."""
    first, second = (next((party for party in parties if side in party.role), None) for side in ("甲方", "乙方"))
    if first is None or second is None:
        return False
    if second.name and is_government(second.name):
        return not (first.name and is_government(first.name))
    return bool(_SUPPLIES.search(first.role)) and not (first.name and is_government(first.name))
