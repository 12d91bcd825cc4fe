"""Whom a rule protects first: the government side, the other side, or both and the public.

A reviewer of the bureau weighs a finding by it: what protects the other side is law that binds the government side all
the same (payment periods, bonds), what protects the government side may be negotiated.
"""

from enum import StrEnum
from typing import Final


class Stance(StrEnum):
    """Whom a rule protects first."""

    GOVERNMENT = "GOVERNMENT"
    COUNTERPARTY = "COUNTERPARTY"
    BOTH = "BOTH"


_COUNTERPARTY: Final = (
    "sme_payment_over_60_days back_to_back_payment audit_as_settlement_basis payment_deadline_missing "
    "late_interest_waived forced_noncash_payment internal_process_condition contractor_advance_funding "
    "progress_payment_below_80 migrant_wage_terms_missing performance_bond_over_10 illegal_extra_bond cash_only_bond "
    "retention_over_3 retention_with_performance_bond relocate_before_compensation remedy_waiver gov_change_excuse "
    "expropriation_missing_items pi_entrust_terms_missing pi_cross_border_or_subentrust"
)
_GOVERNMENT: Final = (
    "tax_burden_shift high_prepayment warranty_below_statutory unlimited_liability_gov hidden_debt_commitment "
    "fixed_return_promise gov_guarantor gov_borrowing mortgage_public_assets prerogative_waiver permit_outcome_promise "
    "deemed_approval illegal_subcontract assignment_without_consent counterparty_easy_exit ip_ownership_missing "
    "data_security_missing payee_account_mismatch acceptance_standard_missing acceptance_period_missing "
    "final_interpretation force_majeure_overbroad hardship_waiver auto_renewal state_secret_terms_missing "
    "confidentiality_blocks_disclosure authority_missing foreign_court_or_law"
)
STANCES: Final[dict[str, Stance]] = dict.fromkeys(_COUNTERPARTY.split(), Stance.COUNTERPARTY) | dict.fromkeys(
    _GOVERNMENT.split(), Stance.GOVERNMENT
)


def stance_of(rule: str) -> Stance:
    """Whom a rule protects first; both, where it is about form, validity or the public."""
    return STANCES.get(rule, Stance.BOTH)
