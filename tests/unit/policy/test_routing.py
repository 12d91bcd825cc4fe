import pytest

from contract_platform.domain.vocabulary import Direction, Tier
from contract_platform.policy.profile import RoutingCase, load_profiles, pinned, route

PROFILES = load_profiles()
YUAN = 100


def routed(place, *, yuan=None, fen=None, **facts):
    amount = yuan * YUAN if yuan is not None else fen
    known = {"category": "04", "direction": Direction.PAYABLE, "amount_fen": amount}
    return route(pinned(PROFILES, f"{place}@2026.1"), RoutingCase(**known | facts))


@pytest.mark.parametrize("place", ["zhuhai", "jingmen", "licheng-provisional"])
def test_more_than_ten_million_means_strictly_more(place):
    assert routed(place, yuan=10_000_000).tier is Tier.ORDINARY
    assert routed(place, fen=10_000_000 * YUAN + 1).tier is Tier.MAJOR


def test_up_to_three_hundred_thousand_includes_the_sum_itself():
    assert routed("xiangshan", yuan=300_000, procurement=True).tier is Tier.EXEMPT
    assert routed("xiangshan", fen=300_000 * YUAN + 1, procurement=True).tier is Tier.ORDINARY
    assert routed("xiangshan", yuan=300_000, procurement=False).tier is Tier.ORDINARY
    assert routed("xiangshan", yuan=300_000, procurement=True, category="03").tier is Tier.ORDINARY


def test_from_fifty_thousand_includes_the_sum_itself():
    assert routed("xintai", yuan=50_000).tier is Tier.ORDINARY
    assert routed("xintai", fen=50_000 * YUAN - 1).tier is Tier.EXEMPT
    assert routed("xintai").tier is Tier.ORDINARY  # no amount: registered and reviewed


def test_a_supplement_is_measured_by_the_total_it_leads_to():
    supplement = {"yuan": 1_000_000, "total_fen": 10_500_000 * YUAN}
    assert routed("licheng-provisional", **supplement).tier is Tier.MAJOR
    assert routed("licheng-provisional", yuan=1_000_000).tier is Tier.ORDINARY


def test_investment_promotion_in_jingmen_has_a_limit_of_its_own():
    assert routed("jingmen", yuan=200_000_000, category="11").tier is Tier.ORDINARY
    assert routed("jingmen", yuan=200_000_001, category="11").tier is Tier.MAJOR
    assert routed("jingmen", yuan=10_000_001, category="11").tier is Tier.ORDINARY
    assert routed("jingmen", category="06").tier is Tier.MAJOR
    assert routed("jingmen", yuan=1, authorised=True).tier is Tier.MAJOR


def test_departments_of_yueyang_have_the_higher_limit():
    assert routed("yueyang-2025", yuan=50_000_000).tier is Tier.ORDINARY
    assert routed("yueyang-2025", yuan=50_000_001).tier is Tier.MAJOR
    assert routed("yueyang-2025", yuan=1, gov_party=True).tier is Tier.MAJOR


@pytest.mark.parametrize("fact", ["gov_party", "key_project", "public_interest"])
def test_party_project_and_public_interest_make_a_contract_of_licheng_major(fact):
    assert routed("licheng-provisional", yuan=1, **{fact: True}).tier is Tier.MAJOR


@pytest.mark.parametrize("reason", ["HR", "EMERGENCY", "INTER_AGENCY"])
def test_exemptions_of_licheng_come_before_the_amount(reason):
    exempt = routed("licheng-provisional", yuan=20_000_000, exempt_reason=reason)
    assert (exempt.tier, exempt.provenance) == (Tier.EXEMPT, "default")


def test_an_exemption_the_profile_does_not_know_does_not_help():
    assert routed("licheng-provisional", yuan=20_000_000, exempt_reason="HURRY").tier is Tier.MAJOR


def test_rugao_exempts_by_category_and_by_channel():
    assert routed("rugao", category="07", yuan=90_000_000).tier is Tier.EXEMPT
    assert routed("rugao", exempt_reason="CENTRAL_PROCUREMENT", yuan=1).tier is Tier.EXEMPT


def test_the_rule_that_decided_is_told_with_its_basis():
    major = routed("zhuhai", yuan=12_000_000)
    assert (major.rule, major.basis) == ("合同金额超过1000万元，属于重大合同", "珠海市政府合同管理办法")
    assert major.provenance == "verified"
    assert routed("licheng-provisional", yuan=12_000_000, category="11").rule.startswith("招商引资")


def test_an_ordinary_contract_without_an_amount_says_so():
    assert "没有金额" in routed("licheng-provisional").rule
    assert "没有金额" not in routed("licheng-provisional", yuan=5).rule
