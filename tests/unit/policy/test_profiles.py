from datetime import date, time

import pytest

from contract_platform.analysis.rules import RULES
from contract_platform.domain.alert import OF_ACTS
from contract_platform.domain.errors import Invalid
from contract_platform.domain.vocabulary import AlertKind
from contract_platform.policy.entries import entries
from contract_platform.policy.profile import load_profiles, pinned, profile_on

PROFILES = load_profiles()
LICHENG = pinned(PROFILES, "licheng-provisional@2026.1")
PLACES = {"gz-city", "city-168903", "zhuhai", "yueyang-2025", "jingmen", "xiangshan", "rugao", "zhoushan", "xintai"}


def test_the_jurisdictions_that_are_shipped():
    assert {profile.id for profile in PROFILES} == PLACES | {"cn-overlay", "licheng-provisional"}


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
def test_every_value_says_where_it_comes_from(profile):
    values = entries(profile)
    assert len(values) > 50
    assert all(value.basis for value in values)
    assert not any(value.provenance == "verified" and "默认" in value.basis for value in values)
    assert not any(value.provenance == "default" and "第" in value.basis.split("（")[0] for value in values)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
def test_a_threshold_belongs_to_a_rule_that_exists(profile):
    assert set(profile.rule_parameters) <= {f"{rule.id}.{name}" for rule in RULES for name in rule.parameters}


def test_nothing_of_licheng_counts_as_verified_but_national_law():
    verified = [value.basis for value in entries(LICHENG) if value.provenance == "verified"]
    assert verified
    assert all(any(law in basis for law in ("法第", "条例第", "法典第")) for basis in verified)


@pytest.mark.parametrize(
    ("name", "days", "unit", "provenance"),
    [
        ("INTAKE", 2, "working", "default"),
        ("REVIEW", 10, "working", "default"),
        ("REVIEW_UNIT", 5, "working", "default"),
        ("SUPPLEMENT", 10, "working", "default"),
        ("AMENDING", 5, "working", "default"),
        ("LEAD_TIME", 5, "working", "default"),
        ("SIGN_AFTER_AWARD", 30, "natural", "verified"),
    ],
)
def test_clocks_of_licheng(name, days, unit, provenance):
    period = LICHENG.clock(name)
    assert (period.days, period.unit, period.provenance) == (days, unit, provenance)


def test_an_unknown_clock_is_refused_by_name():
    with pytest.raises(Invalid) as refused:
        LICHENG.clock("TEA_BREAK")
    assert (refused.value.code, refused.value.params) == ("clock_unknown", {"name": "TEA_BREAK"})


def test_filing_targets_of_licheng():
    targets = {
        target.target: (target.kind, target.period.days, target.period.unit, target.only_procurement)
        for target in LICHENG.filing_targets
    }
    assert targets == {
        "JUSTICE_BUREAU": ("RECEIVED", 7, "working", False),
        "FINANCE": ("REGISTERED", 7, "working", True),
        "PUBLICATION": ("REGISTERED", 2, "working", True),
        "BID_BOND": ("REGISTERED", 5, "working", False),
    }


def test_own_filing_targets_are_added_to_those_of_the_law():
    city = pinned(PROFILES, "city-168903@2026.1")
    days = {target.target: target.period.days for target in city.filing_targets}
    assert days == {"JUSTICE_BUREAU": 5, "ARCHIVES": 5, "FINANCE": 7, "PUBLICATION": 2, "BID_BOND": 5}
    assert city.clock("REVIEW").provenance == "verified"
    assert city.clock("INTAKE").provenance == "default"


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("contract", "鲤政合〔2026〕0007号"),
        ("review", "鲤司审〔2026〕0007号"),
        ("opinion", "鲤司意〔2026〕0007号"),
        ("filing", "鲤合备〔2026〕0007号"),
    ],
)
def test_numbers_of_licheng(kind, number):
    assert LICHENG.number(kind, 2026, 7) == number
    assert LICHENG.series(kind, 2026) == f"{kind}_no/2026"


@pytest.mark.parametrize("ask", [LICHENG.series, lambda kind, year: LICHENG.number(kind, year, 1)])
def test_an_unknown_kind_of_number_is_refused(ask):
    with pytest.raises(Invalid, match="number_kind_unknown"):
        ask("ticket", 2026)


def test_hours_validity_and_windows():
    assert LICHENG.cut_off == time(17, 30)
    assert LICHENG.opinion_validity_days == 180
    assert all(LICHENG.warnings(kind) for kind in set(AlertKind) - OF_ACTS)


def test_the_version_in_force_is_found_by_day():
    assert profile_on(PROFILES, "licheng-provisional", date(2026, 3, 2)).key == "licheng-provisional@2026.1"
    assert profile_on(PROFILES, "yueyang-2025", date(2025, 12, 23)).key == "yueyang-2025@2026.1"


@pytest.mark.parametrize(("name", "day"), [("yueyang-2025", date(2025, 12, 22)), ("atlantis", date(2026, 1, 1))])
def test_a_profile_that_is_not_in_force_is_refused(name, day):
    with pytest.raises(Invalid) as refused:
        profile_on(PROFILES, name, day)
    assert refused.value.code == "profile_not_in_force"
    assert refused.value.params == {"profile": name, "day": day.isoformat()}


def test_an_unknown_pin_is_refused():
    with pytest.raises(Invalid, match="profile_unknown"):
        pinned(PROFILES, "licheng-provisional@1999.1")
