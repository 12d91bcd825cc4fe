"""How a contract stands to its family: what the law and the framework leave it."""

from contract_platform.application.family_of_contract import amendment_of, family_under
from contract_platform.application.policy_of_contract import is_procurement, profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain import family as f
from contract_platform.domain.contract import Contract
from contract_platform.domain.vocabulary import ContractRelation, LegalLimit, MoneyEffect


def cap_percent(platform: Platform, original: Contract) -> float | None:
    """By how much of the original all supplements together may add; None where no law caps them."""
    if not is_procurement(original):
        return None
    return profile_of(platform, original).limits[LegalLimit.SUPPLEMENT_SHARE].percent


def standing_of(uow: UnitOfWork, platform: Platform, contract: Contract) -> f.Standing | None:
    """How a child contract stands to its family; None for an original."""
    amendment = amendment_of(uow, contract)
    if amendment is None:
        return None
    family = family_under(uow, uow.contracts.get(amendment.parent_id))
    original, percent = family.original, None
    if amendment.relation in f.AMENDING and amendment.money is MoneyEffect.ADDS:
        percent = cap_percent(platform, original)
    ordered = amendment.relation is ContractRelation.CALL_OFF
    return f.Standing(
        relation=amendment.relation,
        original=original,
        added_fen=f.added_fen(f.with_child(family, contract.id)),
        cap_fen=None if percent is None else f.cap_fen(original, percent),
        cap_percent=percent or 0,
        cap_basis=amendment.cap_basis,
        called_off_fen=f.called_off_fen(family, contract.id),
        ceiling_fen=original.amount_fen if ordered else None,
        term_start=original.term_start,
        term_end=f.term_end(family),
    )
