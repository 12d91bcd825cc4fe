"""Review coverage: reviewed before signing ÷ should have been reviewed, what was entered late included."""

import dataclasses
from datetime import date

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.list_pages import list_contracts, overview
from contract_platform.application.queries import LedgerFilter
from contract_platform.domain.errors import Invalid
from contract_platform.domain.metrics import COVERAGE, METRICS, share
from contract_platform.domain.vocabulary import Origin, State, Tier
from storage.database.queries.metrics import LISTS
from tests.unit.application.district import District, sealing
from tests.unit.application.test_main_line import ready_to_sign
from tests.unit.application.test_register_existing import confirm, enter

YEAR = 2026


@pytest.fixture
def district(tmp_path):
    found = District(tmp_path / "district")
    found.platform = dataclasses.replace(found.platform, went_live=date(2026, 1, 1))
    found.to(date(2026, 8, 18))
    return found


def reviewed(district):
    """A contract reviewed and signed on the line."""
    contract_id = ready_to_sign(district)
    district.act("handler", contract_id, sealing(district.clock.today()))
    district.signed_copy(contract_id)
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    return contract_id


def coverage(district, year=YEAR):
    [found] = [
        one for one in overview(district.platform, district.actor("supervisor"), year).metrics if one.key == "coverage"
    ]
    return found


def listed(district, part, **more):
    wanted = LedgerFilter(metric=f"coverage.{part}", **({"year": YEAR} | more))
    page = list_contracts(district.platform, district.actor("supervisor"), wanted, after=None, limit=50)
    return {row.id for row in page.rows}


def test_one_contract_nobody_reviewed_beside_nine_that_were_makes_ninety_percent(district):
    through = {reviewed(district) for _ in range(9)}
    district.to(date(2026, 11, 23))
    late = enter(district)
    confirm(district, late)
    found = coverage(district)
    assert (found.value, found.counted, found.due, found.missing) == ("90.0", 9, 10, 1)
    assert listed(district, "COUNTED") == through
    assert listed(district, "DUE") == through | {late}
    assert listed(district, "MISSING") == {late}
    assert listed(district, "DUE", year=2025) == set()


def test_facts_that_nobody_confirmed_do_not_hide_a_contract_from_the_figure(district):
    district.to(date(2026, 11, 23))
    late = enter(district)
    assert listed(district, "MISSING") == {late}


def test_a_review_elsewhere_counts_and_an_exempt_emergency_is_not_measured(district):
    district.to(date(2026, 11, 23))
    elsewhere = enter(district, origin=Origin.HISTORIC, earlier_review="意见〔2026〕3号")
    emergency = enter(district, origin=Origin.EMERGENCY)
    confirm(district, elsewhere)
    confirm(district, emergency)
    assert (listed(district, "COUNTED"), listed(district, "MISSING")) == ({elsewhere}, set())


def test_historic_contracts_of_before_are_measured_only_where_their_review_is_known(district):
    district.to(date(2026, 11, 23))
    for review in ("", "意见〔2021〕1号"):
        enter(
            district, origin=Origin.HISTORIC, sign_date=date(2021, 3, 1), earlier_review=review, state=State.COMPLETED
        )
    found = coverage(district, 2021)
    assert (found.counted, found.due) == (1, 1)


def test_a_major_contract_passed_by_its_unit_alone_does_not_count(district):
    contract_id = reviewed(district)
    with district.platform.unit_of_work() as uow:
        contract = uow.contracts.get(contract_id)
        uow.contracts.save(msgspec.structs.replace(contract, tier=Tier.MAJOR))
    assert listed(district, "MISSING") == {contract_id}


def test_nothing_signed_is_no_share_at_all(district):
    assert coverage(district).value is None
    assert share(0, 3) == "0.0"
    assert [share(1, 3), share(2, 3), share(1, 16), share(1999, 2000)] == ["33.3", "66.7", "6.3", "99.9"]


@pytest.mark.parametrize("metric", ["coverage", "coverage.ALL", "speed.DUE"])
def test_a_list_behind_no_figure_is_refused(district, metric):
    with pytest.raises(Invalid) as refused:
        list_contracts(
            district.platform, district.actor("supervisor"), LedgerFilter(metric=metric), after=None, limit=5
        )
    assert refused.value.code == "metric_unknown"


def test_every_figure_of_the_dictionary_has_its_lists_and_words():
    assert set(LISTS) == {metric.key for metric in METRICS}
    assert all(zh != en for metric in METRICS for zh, en in (metric.name, metric.formula, metric.due, metric.counted))
    assert COVERAGE in METRICS
