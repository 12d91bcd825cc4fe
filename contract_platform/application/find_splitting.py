"""One matter in several contracts, each small enough for a shorter way (化整为零)."""

import msgspec

from contract_platform.application.find_duplicates import Rows, looked_back_to, names, related
from contract_platform.application.policy_of_contract import case_of, profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.machine import Reason
from contract_platform.domain.vocabulary import Tier
from contract_platform.policy.profile import route

FEN = 100
STRICTER = (Tier.EXEMPT, Tier.ORDINARY, Tier.MAJOR)


def find_splitting(uow: UnitOfWork, platform: Platform, contract: Contract, rows: Rows) -> tuple[Reason, ...]:
    """Whether all contracts with the same counterparty together would have gone a stricter way than this one.

    Source: 政府采购法实施条例 art. 28 (no evasion of open tendering by splitting); the way is that of the profile.
    """
    profile = profile_of(platform, contract)
    since, mine = looked_back_to(platform, contract), names(contract.parties)
    recent = [row for row in rows if row.created_at >= since and not related(contract, row)]
    others = [row.amount_fen for row in recent if row.amount_fen and mine & names(row.parties)]
    if not others or contract.amount_fen is None:
        return ()
    case = case_of(uow, contract)
    total = (case.total_fen if case.total_fen is not None else contract.amount_fen) + sum(others)
    alone = route(profile, case)
    together = route(profile, msgspec.structs.replace(case, amount_fen=total, total_fen=total))
    if STRICTER.index(together.tier) <= STRICTER.index(alone.tier):
        return ()
    params = {
        "days": profile.duplicates.days,
        "count": len(others),
        "total": f"{total / FEN:,.2f}",
        "rule": together.rule,
    }
    return (Reason(code="split_below_threshold", params=params),)
