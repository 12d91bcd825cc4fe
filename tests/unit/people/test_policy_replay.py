"""What a new version would have changed for the contracts of the last year, told to whoever asks."""

from datetime import date

import msgspec
import pytest

from contract_platform.domain.errors import Invalid, NotFound
from contract_platform.domain.vocabulary import Tier
from tests.unit.people.test_leaving import performing, under_review
from tests.unit.people.versions import TODAY, asked, drafted, effects, replayed, rows, with_review_days


def test_a_draft_that_says_the_same_would_have_changed_nothing(staffed):
    under_review(staffed)

    def confirm(content):
        content["clocks"]["REVIEW"] |= {"provenance": "decided"}

    replay = replayed(staffed, "system", draft_id=drafted(staffed, confirm).draft.id)
    assert (replay.considered, replay.changed, replay.counts) == (1, 0, {})


def test_replay_tells_tier_way_days_targets_materials_and_numbers_old_and_new(staffed):
    signed, reviewed = performing(staffed), under_review(staffed)

    def change(content):
        content["routing"]["major"] = content["routing"]["major"][:3]  # no amount makes a contract major any more
        content["clocks"]["REVIEW"]["days"] = 15
        content["filing_targets"][0]["period"]["days"] = 5
        content["filing_targets"].append(
            {
                "target": "ARCHIVES",
                "kind": "REGISTERED",
                "period": {"days": 5, "unit": "working", "basis": "", "provenance": "default"},
            }
        )
        content["numbers"]["review"]["template"] = "望司审〔{yyyy}〕{seq:3}号"
        content["numbers"]["contract"]["template"] = "望合〔{yyyy}〕{seq:4}号"
        del content["materials"][next(iter(content["materials"]))]

    view = drafted(staffed, change)
    replay = replayed(staffed, change_id=asked(staffed, view).id)
    assert (replay.considered, replay.changed) == (2, 2)
    found = effects(staffed, replay, reviewed)
    assert found["tier"] == (Tier.MAJOR, Tier.ORDINARY)
    assert found["route"][1] == "UNIT_REVIEW>READY_TO_SIGN"
    assert found["clock.REVIEW"] == ("2026-03-16", "2026-03-23")
    assert found["filing.JUSTICE_BUREAU"] == ("7 working", "5 working")
    assert found["filing.ARCHIVES"] == (None, "5 working")
    assert found["number.review"] == ("鲤司审〔2026〕0001号", "望司审〔2026〕001号")
    assert any(name.startswith("material.") for name in found)
    found = effects(staffed, replay, signed)
    assert found["filing.JUSTICE_BUREAU"] == ("2026-03-11", "2026-03-09")
    assert found["number.contract"] == ("鲤政合〔2026〕0001号", "望合〔2026〕0001号")
    assert replay.counts["tier"] == 1
    assert [row.contract_id for row in rows(staffed, replay, item="tier").rows] == [reviewed]


def test_replay_follows_the_cut_off_and_the_reasons_that_stop_the_clock(staffed):
    contract_id = under_review(staffed)

    def change(content):
        content["receiving"]["at"] = "08:30:00"

    found = effects(
        staffed, replayed(staffed, "system", draft_id=drafted(staffed, change).draft.id), contract_id, "system"
    )
    assert found["clock.REVIEW_UNIT"] == ("2026-03-09", "2026-03-10")
    assert found["lead"] == ("2026-03-09", "2026-03-10")


def test_replay_looks_back_one_year(staffed):
    staffed.to(date(2025, 2, 28))
    under_review(staffed)
    staffed.to(TODAY)
    replay = replayed(staffed, "system", draft_id=drafted(staffed, with_review_days(15)).draft.id)
    assert (replay.considered, replay.since) == (0, date(2025, 3, 2))


def test_replay_tells_numbers_and_units_but_no_names_or_sums(staffed):
    contract_id = under_review(staffed)
    replay = replayed(staffed, "system", draft_id=drafted(staffed, with_review_days(15)).draft.id)
    page = rows(staffed, replay, "system")
    [row] = page.rows
    assert (row.number, row.unit, row.pinned) == ("鲤司审〔2026〕0001号", "区大数据局", "licheng-provisional@2026.1")
    contract = staffed.contract(contract_id)
    told = msgspec.json.encode(page).decode()
    assert contract.name not in told
    assert str(contract.amount_fen) not in told
    assert all(party.name not in told for party in contract.parties)


def test_pages_of_a_replay_follow_one_another_and_are_ones_own(staffed):
    ids = [under_review(staffed) for _ in range(3)]
    replay = replayed(staffed, "system", draft_id=drafted(staffed, with_review_days(15)).draft.id)
    first = rows(staffed, replay, "system", limit=2)
    second = rows(staffed, replay, "system", limit=2, after=first.next)
    assert [row.contract_id for row in (*first.rows, *second.rows)] == ids
    assert (first.total, second.next) == (3, None)
    with pytest.raises(NotFound):
        rows(staffed, replay, "security")


def test_a_newer_replay_of_the_same_draft_takes_the_place_of_the_older(staffed):
    view = drafted(staffed, with_review_days(15))
    older = replayed(staffed, "system", draft_id=view.draft.id)
    newer = replayed(staffed, "system", draft_id=view.draft.id)
    assert [one.id for one in staffed.find("policy_replays")] == [newer.id] != [older.id]


@pytest.mark.parametrize("of", [{}, {"draft_id": "a", "change_id": "b"}])
def test_one_thing_is_replayed_at_a_time(staffed, of):
    with pytest.raises(Invalid, match="policy_replay_of_one"):
        replayed(staffed, "system", **of)
