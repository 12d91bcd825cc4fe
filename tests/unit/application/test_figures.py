"""Every figure of the dictionary reckoned by hand over a small world, and its lists against the ledger."""

import dataclasses
from datetime import date

import pytest

from contract_platform.application import commands as c
from contract_platform.application.list_pages import list_contracts, overview
from contract_platform.application.queries import LedgerFilter
from contract_platform.domain.metrics import METRICS, MetricPart
from contract_platform.domain.opinion import Adoption
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion, DocumentKind
from tests.unit.application.district import MAJOR, District, sealing
from tests.unit.application.test_followups import file
from tests.unit.application.test_main_line import ITEMS, ready_to_sign

YEAR = 2026
CHANGED = c.Propose(conclusion=Conclusion.APPROVE_WITH_CHANGES, body="审查意见", items=ITEMS)
YES, PARTLY, NO = AdoptionChoice.ADOPTED, AdoptionChoice.PARTLY, AdoptionChoice.NOT_ADOPTED


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    found = District(tmp_path_factory.mktemp("figures") / "district")
    found.platform = dataclasses.replace(found.platform, went_live=date(2026, 1, 1))
    return found


@pytest.fixture(scope="module")
def world(district):
    """Two opinions, one of them late; two signed contracts, one of them filed."""
    prompt = reviewed(district, date(2026, 3, 2), date(2026, 3, 6), (YES, NO))
    late = reviewed(district, date(2026, 3, 9), date(2026, 3, 27), (PARTLY, YES))
    slow = signed(district, date(2026, 3, 16), date(2026, 3, 30))
    quick = signed(district, date(2026, 3, 23), date(2026, 3, 30))
    district.to(date(2026, 4, 1))
    file(district, "handler", bureau_filing(district, quick), action="file")
    file(district, "filing", bureau_filing(district, quick), action="accept_filing")
    district.to(date(2026, 4, 20))
    return {"prompt": prompt, "late": late, "slow": slow, "quick": quick}


def reviewed(district, accepted, issued, choices):
    district.to(accepted)
    contract_id = district.register(MAJOR)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    district.act("intake", contract_id, c.Accept(reviewer_id="reviewer"))
    district.to(issued)
    district.act("reviewer", contract_id, CHANGED)
    district.act("bureau_lead", contract_id, c.SignOff())
    district.upload("handler", contract_id, DocumentKind.DRAFT, MAJOR + f"\n修改{contract_id}")
    answers = tuple(Adoption(no=no, choice=choice, reason="另有规定") for no, choice in enumerate(choices, start=1))
    district.act("handler", contract_id, c.SubmitAdoption(adoption=answers))
    return contract_id


def signed(district, drafted, on):
    district.to(drafted)
    contract_id = ready_to_sign(district)
    district.to(on)
    district.act("handler", contract_id, sealing(on))
    district.signed_copy(contract_id)
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    return contract_id


def bureau_filing(district, contract_id):
    [found] = district.find("filings", contract_id=contract_id, target="JUSTICE_BUREAU")
    return found


def figure(district, key, year=YEAR):
    found = overview(district.platform, district.actor("supervisor"), year).metrics
    return {one.key: one for one in found}[key]


def listed(district, key, part, year=YEAR):
    wanted = LedgerFilter(metric=f"{key}.{part}", year=year)
    page = list_contracts(district.platform, district.actor("supervisor"), wanted, after=None, limit=50)
    return {row.id for row in page.rows}


@pytest.mark.parametrize(
    ("key", "value", "counted", "missing"),
    [
        ("review_on_time", "50.0", {"prompt"}, {"late"}),
        ("review_cycle", "9.0", {"prompt", "late"}, set()),  # the middle of 4 and 14 working days
        ("adoption", "75.0", {"late"}, {"prompt"}),  # three of four items
        ("end_to_end", "10.5", {"slow", "quick"}, set()),  # the middle of 14 and 7 days
        ("filed_on_time", "50.0", {"quick"}, {"slow"}),
        ("coverage", "100.0", {"slow", "quick"}, set()),
    ],
)
def test_a_figure_is_what_a_hand_reckons_and_its_lists_are_its_contracts(district, world, key, value, counted, missing):
    found = figure(district, key)
    assert (found.value, found.counted, found.missing) == (value, len(counted), len(missing))
    assert found.due == found.counted + found.missing
    assert listed(district, key, "COUNTED") == {world[name] for name in counted}
    assert listed(district, key, "MISSING") == {world[name] for name in missing}
    assert listed(district, key, "DUE") == {world[name] for name in counted | missing}


def test_items_are_counted_beside_the_contracts(district, world):
    found = figure(district, "adoption")
    assert world
    assert (found.items_counted, found.items) == (3, 4)


@pytest.mark.parametrize("metric", METRICS, ids=[one.key for one in METRICS])
def test_another_year_has_nothing(district, world, metric):
    assert world
    found = figure(district, metric.key, 2025)
    assert (found.value, found.due) == (None, 0)
    assert not any(listed(district, metric.key, part, 2025) for part in MetricPart)


def test_days_on_which_a_review_stood_still_do_not_count(tmp_path):
    district = District(tmp_path / "district")
    district.to(date(2026, 3, 2))
    contract_id = district.register(MAJOR)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    district.act("intake", contract_id, c.Accept(reviewer_id="reviewer"))
    district.to(date(2026, 3, 4))
    district.act("reviewer", contract_id, c.Consult(reason="征求意见"))
    district.to(date(2026, 3, 9))
    district.act("reviewer", contract_id, c.Answered(reason="已回复"))
    district.to(date(2026, 3, 10))
    district.act("reviewer", contract_id, CHANGED)
    district.act("bureau_lead", contract_id, c.SignOff())
    assert figure(district, "review_cycle").value == "2.0"  # the 3rd and the 10th; between them it stood still
