"""The read side: scope, pages, search, the feed of events."""

import random
from datetime import date, timedelta

import pytest

from contract_platform.application.queries import LedgerFilter
from contract_platform.domain.relations import Scope
from contract_platform.domain.vocabulary import State, Tier
from tests.contract.records import NOW, contract, event

EVERYTHING = Scope(person_id="p1", unit_ids=frozenset({"u1", "u2"}), bureau=False, all_units=False)


def fill(database, count=60):
    chance = random.Random(7)
    with database.unit_of_work() as uow:
        for number in range(count):
            uow.contracts.add(
                contract(
                    f"c{number:03}",
                    state=chance.choice(list(State)),
                    handling_unit_id=chance.choice(["u1", "u2"]),
                    amount_fen=chance.choice([None, 100, 200, 10**12]),
                    sign_date=chance.choice([None, date(2026, 1, 5), date(2025, 6, 1)]),
                    updated_at=NOW + timedelta(hours=chance.randrange(5)),
                    review_no=chance.choice([None, f"审{number}"]),
                    tier=chance.choice([None, Tier.MAJOR]),
                )
            )
        return uow.contracts.find()


@pytest.mark.parametrize("sort", ["-updated", "-amount", "amount", "-signed", "due"])
def test_pages_show_every_row_once(database, sort):
    every = fill(database)
    seen, cursor = [], None
    while True:
        page = database.queries.ledger(EVERYTHING, LedgerFilter(sort=sort), after=cursor, limit=7)
        seen += [row.id for row in page.rows]
        cursor = page.next
        if cursor is None:
            break
    assert len(seen) == page.total == len(every)
    assert sorted(seen) == [each.id for each in every]


@pytest.mark.parametrize("units", [set(), {"u1"}, {"u1", "u2"}])
@pytest.mark.parametrize("reach", [{}, {"bureau": True}, {"all_units": True}, {"forwarding": True}])
@pytest.mark.parametrize("invited", [set(), {"c001", "c002", "c040"}])
def test_the_filter_agrees_with_the_domain(database, units, reach, invited):
    wide = {"bureau": False, "all_units": False} | reach
    scope = Scope(person_id="p1", unit_ids=frozenset(units), invited=frozenset(invited), **wide)
    expected = {each.id for each in fill(database) if scope.sees(each)}
    page = database.queries.ledger(scope, LedgerFilter(), after=None, limit=200)
    assert {row.id for row in page.rows} == expected


@pytest.mark.parametrize(("text", "hits"), [("保洁", 2), ("物业 保洁", 2), ("采购", 0), ("WL-2026", 1), ("！", 0)])
def test_two_characters_are_found(database, text, hits):
    with database.unit_of_work() as uow:
        uow.contracts.add(contract("c1", contract_no="WL-2026-0001"))
        uow.contracts.add(contract("c2"))
    page = database.queries.ledger(EVERYTHING, LedgerFilter(text=text), after=None, limit=9)
    assert page.total == hits


def test_no_event_is_skipped_when_the_earlier_writer_commits_last(database):
    if database.engine.dialect.name == "sqlite":
        pytest.skip("writers are serial on SQLite")
    with database.unit_of_work() as slow:
        slow.events.add(event("e1"))
        with database.unit_of_work() as quick:
            quick.events.add(event("e2"))
        assert database.queries.events_after("", 9) == []
    assert [found[0] for found in database.queries.events_after("", 9)] == ["e1", "e2"]
    assert database.queries.events_after("e1", 9) == [("e2", "contract.submit", None)]
    assert database.queries.last_event() == "e2"
