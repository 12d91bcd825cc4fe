"""The published regulations and practices, value by value, as far as they could be read; blanks stay defaults."""

from datetime import date
from typing import Any

import msgspec
import pytest

from contract_platform.domain.vocabulary import (
    Addressee,
    Body,
    Conclusion,
    Direction,
    Instrument,
    LegalLimit,
    Reaction,
    SealKind,
    SuspensionReason,
    Tier,
    UnitReviewer,
)
from contract_platform.policy.entries import entries
from contract_platform.policy.profile import RoutingCase, load_profiles, pinned

PROFILES = load_profiles()
VERIFIED, DEFAULT = "verified", "default"


def profile(place):
    return pinned(PROFILES, f"{place}@2026.1")


def rule(when, provenance):
    return {name: one for name in when.__struct_fields__ if (one := getattr(when, name)) not in (None, ())}, provenance


def majors(place):
    return [rule(one.when, one.provenance) for one in profile(place).routing.major]


def exemptions(place):
    return [rule(one.when, one.provenance) for one in profile(place).routing.exempt]


DEFAULT_EXEMPT = [({"exempt_reason": reason}, DEFAULT) for reason in ("HR", "EMERGENCY", "INTER_AGENCY")]
GOVERNMENT, PROJECT, INTEREST = {"gov_party": True}, {"key_project": True}, {"public_interest": True}
TEN_MILLION = {"over_yuan": 10_000_000}
MAJOR = {
    "gz-city": [(GOVERNMENT, VERIFIED), (PROJECT, DEFAULT), (INTEREST, DEFAULT), (TEN_MILLION, DEFAULT)],
    "city-168903": [(GOVERNMENT, DEFAULT), (PROJECT, DEFAULT), (INTEREST, DEFAULT), (TEN_MILLION, DEFAULT)],
    "zhuhai": [(TEN_MILLION, VERIFIED), (PROJECT, VERIFIED), (INTEREST, VERIFIED)],
    "yueyang-2025": [
        (GOVERNMENT, VERIFIED),
        ({"gov_party": False, "over_yuan": 50_000_000}, VERIFIED),
        ({"gov_party": False, **PROJECT}, VERIFIED),
        ({"gov_party": False, **INTEREST}, VERIFIED),
    ],
    "jingmen": [
        (GOVERNMENT, VERIFIED),
        ({"authorised": True}, VERIFIED),
        ({"category": ("06",)}, VERIFIED),
        (PROJECT, VERIFIED),
        ({"category": ("11",), "over_yuan": 200_000_000}, VERIFIED),
        ({"category_not": ("11",), **TEN_MILLION}, VERIFIED),
        (INTEREST, VERIFIED),
    ],
    "xiangshan": [(GOVERNMENT, DEFAULT), (PROJECT, DEFAULT), (INTEREST, DEFAULT), (TEN_MILLION, DEFAULT)],
    "rugao": [(GOVERNMENT, VERIFIED), (TEN_MILLION, DEFAULT), (PROJECT, DEFAULT)],
    "zhoushan": [(GOVERNMENT, VERIFIED), (PROJECT, DEFAULT), (TEN_MILLION, DEFAULT)],
    "xintai": [(GOVERNMENT, DEFAULT), (PROJECT, DEFAULT), (INTEREST, DEFAULT), (TEN_MILLION, DEFAULT)],
    "cn-overlay": [(GOVERNMENT, DEFAULT), (PROJECT, DEFAULT), (INTEREST, DEFAULT), (TEN_MILLION, DEFAULT)],
    "licheng-provisional": [
        (GOVERNMENT, DEFAULT),
        (PROJECT, DEFAULT),
        (INTEREST, DEFAULT),
        ({"category": ("11",), **TEN_MILLION}, DEFAULT),
        ({"category_not": ("11",), **TEN_MILLION}, DEFAULT),
    ],
}
EXEMPT = {
    "xiangshan": [
        ({"exempt_reason": "HR"}, VERIFIED),
        ({"category": ("04", "05"), "procurement": True, "up_to_yuan": 300_000}, VERIFIED),
        ({"exempt_reason": "EMERGENCY"}, VERIFIED),
    ],
    "rugao": [
        ({"exempt_reason": "CENTRAL_PROCUREMENT"}, VERIFIED),
        ({"exempt_reason": "HR"}, VERIFIED),
        ({"category": ("07",)}, VERIFIED),
        ({"exempt_reason": "EMERGENCY"}, VERIFIED),
    ],
}


def test_there_are_eleven():
    assert set(MAJOR) == {one.id for one in PROFILES}
    assert len(MAJOR) == 11


@pytest.mark.parametrize("place", MAJOR)
def test_what_makes_a_contract_major(place):
    assert majors(place) == MAJOR[place]


@pytest.mark.parametrize("place", MAJOR)
def test_what_is_exempt(place):
    assert exemptions(place) == EXEMPT.get(place, DEFAULT_EXEMPT)


@pytest.mark.parametrize("place", MAJOR)
def test_only_xintai_has_a_floor(place):
    floor = profile(place).routing.floor
    known = (floor.from_yuan, floor.provenance) if floor else None
    assert known == ((50_000, VERIFIED) if place == "xintai" else None)


CLOCKS: dict[str, Any] = {
    "LEAD_TIME": {"gz-city": (5, "working", VERIFIED), None: (5, "working", DEFAULT)},
    "REVIEW": {"city-168903": (5, "working", VERIFIED), None: (10, "working", DEFAULT)},
    "REVIEW_UNIT": {None: (5, "working", DEFAULT)},
    "SIGN_AFTER_AWARD": {None: (30, "natural", VERIFIED)},
    "SME_PAYMENT": {None: (30, "natural", VERIFIED)},
    "SME_PAYMENT_MAX": {None: (60, "natural", VERIFIED)},
    "DECISION_LEAD_TIME": {None: (7, "working", VERIFIED)},
    "END_TO_END": {"rugao": (10, "working", VERIFIED), "zhoushan": (15, "working", VERIFIED), None: None},
}


@pytest.mark.parametrize("place", MAJOR)
@pytest.mark.parametrize("name", CLOCKS)
def test_clocks(place, name):
    period = profile(place).clocks.get(name)
    known = (period.days, period.unit, period.provenance) if period else None
    assert known == CLOCKS[name].get(place, CLOCKS[name][None])


@pytest.mark.parametrize("place", MAJOR)
def test_the_end_to_end_target(place):
    target = profile(place).end_to_end
    assert (target.days if target else None) == {"rugao": 10, "zhoushan": 15}.get(place)


FINANCE = ("FINANCE", 7, VERIFIED, True, False, None)
PUBLICATION = ("PUBLICATION", 2, VERIFIED, True, False, None)
BID_BOND = ("BID_BOND", 5, "verified", False, False, None)
FILINGS: dict[str, Any] = {
    "gz-city": [("JUSTICE_BUREAU", 7, VERIFIED, False, True, None)],
    "city-168903": [
        ("JUSTICE_BUREAU", 5, VERIFIED, False, False, 1),
        ("ARCHIVES", 5, VERIFIED, False, False, 1),
    ],
}


@pytest.mark.parametrize("place", MAJOR)
def test_filing_targets(place):
    own = FILINGS.get(place, [("JUSTICE_BUREAU", 7, DEFAULT, False, False, None)])
    found = [
        (one.target, one.period.days, one.period.provenance, one.only_procurement, one.only_major, one.copies)
        for one in profile(place).filing_targets
    ]
    assert found == [*own, FINANCE, PUBLICATION, BID_BOND]
    assert {one.period.unit for one in profile(place).filing_targets} == {"working"}


SUSPENDED = {"city-168903": {SuspensionReason.SURVEY, SuspensionReason.ASSESSMENT, SuspensionReason.EXPERT}}


@pytest.mark.parametrize("place", MAJOR)
def test_what_stops_the_clock(place):
    reasons = profile(place).suspension
    assert set(reasons) == set(SuspensionReason)
    assert all(one.on for one in reasons.values())
    assert {name for name, one in reasons.items() if one.provenance == VERIFIED} == SUSPENDED.get(place, set())


NUMBERS = {
    "licheng-provisional": "鲤政合〔2026〕0001号",
    None: "政合〔2026〕0001号",
}


@pytest.mark.parametrize("place", MAJOR)
def test_numbers(place):
    assert profile(place).number("contract", 2026, 1) == NUMBERS.get(place, NUMBERS[None])
    assert {one.provenance for one in profile(place).numbers.values()} == {DEFAULT}


@pytest.mark.parametrize("place", MAJOR)
def test_unmodified_model_texts_are_reviewed_in_part_in_guangzhou_alone(place):
    limited = profile(place).reviewing.limited
    assert (limited.on, limited.provenance) == ((True, VERIFIED) if place == "gz-city" else (False, DEFAULT))


def test_series_reviewers_seals_and_warning_reports_of_guangzhou():
    city = profile("gz-city")
    assert (city.reviewing.series.on, city.reviewing.series.provenance) == (True, VERIFIED)
    assert city.reviewing.unit_reviewers.members == tuple(UnitReviewer)
    assert (city.seals.members, city.seals.provenance) == (tuple(SealKind), VERIFIED)
    warning = city.reports.warning
    assert (warning.to, warning.copy_to) == (Addressee.GOVERNMENT, (Addressee.JUSTICE_BUREAU,))
    assert warning.provenance == VERIFIED


@pytest.mark.parametrize("place", [place for place in MAJOR if place != "gz-city"])
def test_elsewhere_steps_reviewers_and_seals_are_defaults(place):
    one = profile(place)
    values = (one.reviewing.forwarding, one.reviewing.series, one.reviewing.unit_reviewers, one.seals)
    assert {value.provenance for value in values} == {DEFAULT}
    assert not one.reviewing.forwarding.on
    assert one.reviewing.unit_reviewers.members == (UnitReviewer.LEGAL,)


INSTRUMENTS = {"zhuhai": set(Instrument) - {Instrument.FRAMEWORK, Instrument.SUPPLEMENT}}
BODIES = {
    "gz-city": {Body.GOVERNMENT, Body.DEPARTMENT},
    "jingmen": {Body.GOVERNMENT, Body.DEPARTMENT, Body.INSTITUTION, Body.STATE_ENTERPRISE},
    "rugao": {Body.GOVERNMENT, Body.DEPARTMENT, Body.SUBDISTRICT},
    "xintai": {Body.GOVERNMENT, Body.DEPARTMENT, Body.SUBDISTRICT, Body.INSTITUTION},
}


@pytest.mark.parametrize("place", MAJOR)
def test_whose_contracts_and_which_papers(place):
    scope = profile(place).scope
    assert set(scope.bodies.members) == BODIES.get(place, set(Body) - {Body.STATE_ENTERPRISE})
    assert set(scope.instruments.members) == INSTRUMENTS.get(place, set(Instrument))
    assert (scope.bodies.provenance == VERIFIED) == (place in BODIES)
    assert (scope.instruments.provenance == VERIFIED) == (place in INSTRUMENTS)
    assert [one.provenance for one in scope.exclusions] == [VERIFIED]  # 保密 alone, of the whole country


@pytest.mark.parametrize("place", MAJOR)
def test_opinions_and_what_they_ask_for(place):
    opinions = profile(place).opinions
    assert {name: (one.label, one.reaction) for name, one in opinions.items()} == {
        Conclusion.APPROVE: ("同意", Reaction.SIGN),
        Conclusion.APPROVE_WITH_CHANGES: ("修改后同意", Reaction.AMEND),
        Conclusion.DISAPPROVE: ("不同意", Reaction.REDRAFT),
    }
    assert {one.provenance for one in opinions.values()} == {DEFAULT}


@pytest.mark.parametrize("place", MAJOR)
def test_what_the_law_sets_for_all(place):
    one = profile(place)
    assert {name: limit.percent for name, limit in one.limits.items()} == {
        LegalLimit.SUPPLEMENT_SHARE: 10,
        LegalLimit.BOND_SHARE: 10,
        LegalLimit.SME_DAILY_INTEREST: 0.05,
    }
    assert {limit.provenance for limit in one.limits.values()} == {VERIFIED}
    assert (one.reports.sme_disclosure.by, one.reports.sme_disclosure.provenance) == ("03-31", VERIFIED)
    assert (one.keeping.transfer.years, one.keeping.transfer.provenance) == (10, VERIFIED)


def test_procurement_is_kept_for_fifteen_years_at_least_and_major_contracts_for_ever():
    keeping = profile("licheng-provisional").keeping
    procured = case(procurement=True)
    assert keeping.retention_of(procured, Tier.ORDINARY).years == 15
    assert keeping.retention_of(procured, Tier.MAJOR).years is None
    assert keeping.retention_of(case(), Tier.EXEMPT).years == 30


def case(**facts):
    return RoutingCase(category="01", direction=Direction.PAYABLE, amount_fen=1, **facts)


NOTES = {"gz-city": 1, "rugao": 3, "zhoushan": 3, "xiangshan": 1, "yueyang-2025": 1}


@pytest.mark.parametrize("place", MAJOR)
def test_practice_that_is_known_but_not_enforced_is_told(place):
    notes = profile(place).notes
    licheng = place == "licheng-provisional"
    assert len(notes) == (1 if licheng else NOTES.get(place, 0))
    assert {one.provenance for one in notes} <= {DEFAULT if licheng else VERIFIED}


@pytest.mark.parametrize("place", MAJOR)
def test_days_from_which_it_is_in_force(place):
    dates = {"zhuhai": date(2013, 9, 6), "yueyang-2025": date(2025, 12, 23)}
    assert profile(place).effective_from == dates.get(place, date(2024, 1, 1))


def test_a_supplement_is_measured_by_the_total_only_where_the_switch_is_on():
    routing = profile("licheng-provisional").routing
    supplement = case(total_fen=10_500_000_00)
    own_sum_only = msgspec.structs.replace(routing, cumulative=msgspec.structs.replace(routing.cumulative, on=False))
    assert routing.decide(supplement).tier is Tier.MAJOR
    assert own_sum_only.decide(supplement).tier is Tier.ORDINARY


def test_defaults_of_licheng_are_each_marked():
    found = entries(profile("licheng-provisional"))
    unconfirmed = [one.name for one in found if not one.confirmed]
    assert {one.provenance for one in found} == {VERIFIED, DEFAULT}
    assert len(unconfirmed) == sum(one.provenance == DEFAULT for one in found)
    assert {"clocks.REVIEW", "routing.major.1", "filing_targets.1", "numbers.filing", "opinions.APPROVE"} <= set(
        unconfirmed
    )
