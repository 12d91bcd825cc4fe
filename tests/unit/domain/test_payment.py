"""Days of repeated obligations, and what delay costs to the fen."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from contract_platform.domain.deadlines import months_after
from contract_platform.domain.payment import Account, Payment, account, plan_days

NOW = datetime(2026, 10, 20, 1, 0, tzinfo=UTC)
RENT, RATE = 3_600_000, 500  # 36,000.00 a quarter, 0.05 % a day
DUE = date(2026, 10, 8)


def part(fen, day, **more):
    return Payment(
        id=f"p{day}", obligation_id="o", contract_id="c", amount_fen=fen, paid_on=day, evidence_version_id=None,
        voucher_no="", note="", entered_by="h", entered_for=None, entered_at=NOW, **more,
    )  # fmt: skip


def test_a_rent_twelve_days_late_costs_216_yuan():
    found = account([part(RENT, date(2026, 10, 20))], RENT, DUE, RATE, date(2026, 10, 20))
    assert found == Account(paid_fen=RENT, left_fen=0, late_days=12, interest_fen=21_600)


def test_each_part_runs_up_its_own_days_and_what_is_open_runs_on():
    parts = [part(2_000_000, date(2026, 10, 8)), part(600_000, date(2026, 10, 18))]
    found = account(parts, RENT, DUE, RATE, date(2026, 10, 28))
    # 6,000.00 for 10 days and 10,000.00 for 20 days
    assert found == Account(paid_fen=2_600_000, left_fen=1_000_000, late_days=20, interest_fen=3_000 + 10_000)


def test_paid_on_the_day_is_in_time_and_a_cancelled_entry_does_not_count():
    wrong = part(RENT, date(2026, 10, 30), cancelled_at=NOW, cancelled_by="h", cancel_reason="重复登记")
    found = account([part(RENT, DUE), wrong], RENT, DUE, RATE, DUE)
    assert found == Account(paid_fen=RENT, left_fen=0)


def test_half_a_fen_is_rounded_up():
    assert account([part(1_000, date(2026, 10, 9))], 1_000, DUE, 500, DUE).interest_fen == 1
    assert account([part(999, date(2026, 10, 9))], 999, DUE, 500, DUE).interest_fen == 0


def test_where_no_rate_was_agreed_delay_is_shown_and_costs_nothing():
    assert account([], RENT, DUE, None, date(2026, 10, 20)) == Account(left_fen=RENT, late_days=12)


def test_without_an_amount_nothing_is_left_and_without_a_day_nothing_is_late():
    assert account([part(5, DUE)], None, None, RATE, NOW.date()) == Account(paid_fen=5, left_fen=None)


def test_a_quarter_is_due_on_its_first_day():
    days = list(plan_days(date(2026, 1, 1), date(2026, 12, 31), 3))
    assert days == [date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)]


def test_the_31st_falls_on_the_last_day_of_shorter_months_and_comes_back():
    days = list(plan_days(date(2026, 1, 31), date(2026, 4, 30), 1))
    assert days == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 400))
def test_months_after_never_skips_a_month(day, months):
    found = months_after(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day <= day.day


@given(st.lists(st.tuples(st.integers(1, 10**9), st.integers(-30, 400)), max_size=6), st.integers(0, 400))
def test_paying_earlier_never_costs_more(parts, later):
    def cost(shift):
        paid = [part(fen, date.fromordinal(DUE.toordinal() + days + shift)) for fen, days in parts]
        return account(paid, sum(fen for fen, _ in parts), DUE, RATE, DUE).interest_fen

    assert cost(0) <= cost(later)
