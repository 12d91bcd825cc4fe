"""A filing is checked and corrected within days of their own; numbers and receipts come with the acceptance."""

from datetime import date

import pytest

from contract_platform.application.read_contract import reckonings
from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.domain.errors import Forbidden, Refused
from contract_platform.domain.vocabulary import FilingState
from tests.unit.application.test_followups import file, filing_of, performing
from tests.unit.application.test_main_line import reasons

__all__ = ["performing"]


def step(district, contract_id):
    view = next(one for one in district.view("handler", contract_id).filings if one.filing.target == "JUSTICE_BUREAU")
    return view.step


def task(district, filing):
    (found,) = district.find("tasks", subject="filing", subject_id=filing.id, closed_at=None)
    return found


def returned(district, contract_id, note="缺授权委托书"):
    file(district, "handler", filing_of(district, contract_id), action="file")
    file(district, "filing", filing_of(district, contract_id), action="return_filing", note=note)
    return filing_of(district, contract_id)


def test_what_comes_in_is_checked_within_five_working_days_of_its_receipt(district, performing):
    district.to(date(2026, 9, 23), hour=18)  # after the cut-off: received on the next working day, 09-24
    file(district, "handler", filing_of(district, performing), action="file")
    filing = filing_of(district, performing)
    assert (filing.received_on, filing.done_on) == (date(2026, 9, 24), date(2026, 9, 23))
    check = step(district, performing)
    assert (check.name, check.due_on) == ("FILING_CHECK", date(2026, 10, 9))  # five from 09-24, over both holidays
    assert (task(district, filing).role, task(district, filing).due_on) == ("FILING_OFFICER", date(2026, 10, 9))
    shown = {one.deadline.name: one for one in reckonings(district.platform, district.actor("handler"), performing)}
    assert shown["FILING_CHECK"].start == date(2026, 9, 24)


def test_what_goes_back_is_corrected_within_five_working_days_and_counts_from_its_first_submission(
    district, performing
):
    filing = returned(district, performing)
    correction = step(district, performing)
    assert (correction.name, correction.due_on) == ("FILING_CORRECTION", date(2026, 9, 30))
    assert (task(district, filing).role, task(district, filing).due_on) == ("HANDLER", date(2026, 9, 30))
    district.to(date(2026, 9, 30))
    sweep_deadlines(district.platform)
    file(district, "handler", filing_of(district, performing), action="file")
    done = filing_of(district, performing)
    assert (done.done_on, done.overdue, done.state) == (date(2026, 9, 22), False, FilingState.FILING_SUBMITTED)


def test_a_correction_that_comes_late_makes_the_filing_late_for_good(district, performing):
    returned(district, performing)
    district.to(date(2026, 10, 8))
    sweep_deadlines(district.platform)
    assert filing_of(district, performing).overdue
    file(district, "handler", filing_of(district, performing), action="file")
    file(district, "filing", filing_of(district, performing), action="accept_filing")
    done = filing_of(district, performing)
    assert (done.done_on, done.overdue, done.state) == (date(2026, 10, 8), True, FilingState.FILED)


def test_a_filing_under_correction_is_not_overdue_by_the_day_of_the_first_submission(district, performing):
    district.to(date(2026, 10, 9))  # the last day for filing
    returned(district, performing)
    district.to(date(2026, 10, 12))
    sweep_deadlines(district.platform)
    assert not filing_of(district, performing).overdue


def test_a_first_submission_after_its_day_is_late_even_before_the_sweep_has_seen_it(district, performing):
    district.to(date(2026, 10, 10))
    file(district, "handler", filing_of(district, performing), action="file")
    assert filing_of(district, performing).overdue


def test_acceptance_gives_a_filing_number_and_a_receipt_number_which_stay_apart(district, performing):
    file(district, "handler", filing_of(district, performing), action="file")
    file(district, "filing", filing_of(district, performing), action="accept_filing")
    filing = filing_of(district, performing)
    assert (filing.number, filing.receipt_no) == ("鲤合备〔2026〕0001号", "鲤合备回〔2026〕0001号")
    assert step(district, performing) is None


def test_only_the_bureaus_officer_says_that_a_filing_it_waits_for_is_not_needed(district, performing):
    with pytest.raises(Forbidden):
        file(district, "handler", filing_of(district, performing), action="spare", note="不需要")
    with pytest.raises(Refused) as refused:
        file(district, "filing", filing_of(district, performing), action="spare")
    assert reasons(refused) == ["reason_missing"]
    view = file(district, "filing", filing_of(district, performing), action="spare", note="上级已备案")
    assert view.filing.state == FilingState.NOT_REQUIRED
