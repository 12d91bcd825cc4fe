"""Which way the money flows, seen from the government side."""

import re

from contract_platform.analysis.model import PartyFact

_GOVERNMENT = re.compile(
    r"政府|(?:局|委员会|办公室|办事处|厅|署|管委会|法院|检察院|大队|中心|馆|处|站|队|所|学校|大学|学院|中学|小学|医院)(?:（[^（）]*）)?$"
)
_RECEIVES = re.compile(r"出租|出让|转让方|转让人|卖|供方|供应商|承包|受托|承担|承揽|贷款人|服务方")
_NEITHER = frozenset({"FRAME", "INVEST"})


def direction(parties: tuple[PartyFact, ...], rule_class: str) -> str | None:
    """payable, receivable or none; None where no party can be told to be the government."""
    if rule_class in _NEITHER:
        return "none"
    own = [party for party in parties if party.name and _GOVERNMENT.search(party.name)]
    if not own:
        return None
    party = own[0]
    if _RECEIVES.search(party.role):
        return "receivable"
    second = len(parties) > 1 and parties[0] is not party and len(own) == 1
    if rule_class in {"ASSET_LEASE", "ASSET_TRANSFER"}:
        return "payable" if second else "receivable"
    return "receivable" if second and rule_class not in {"EXPRO", "LOAN"} else "payable"
