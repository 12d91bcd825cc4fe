"""What either side owes: repeated, paid in parts, late to the day and the fen."""

from datetime import date

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.add_obligation import add_obligation
from contract_platform.application.plan_obligations import plan_obligations, preview_plan
from contract_platform.application.reckon_again import reckon_again
from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.domain.errors import Forbidden, Invalid, Refused
from contract_platform.domain.vocabulary import DocumentKind, ObligationKind, ObligationState
from contract_platform.policy.calendar import calendar_of, load_years
from tests.unit.application.leases import QUARTERS, RENT, lease, oblige, rents
from tests.unit.application.performing import performing
from tests.unit.application.test_main_line import reasons

SPRING = {"name": "春节", "first": "2027-02-05", "last": "2027-02-11"}


def voucher(district, contract_id):
    return district.upload("handler", contract_id, DocumentKind.EVIDENCE, "缴款凭证")


def test_rents_fall_due_on_the_first_day_of_the_quarter_or_the_next_working_day(district):
    due = {one.agreed_on: one.due_on for one in rents(district, lease(district))}
    assert len(due) == 12
    assert {day: on for day, on in due.items() if day.year == 2026} == {
        date(2026, 1, 1): date(2026, 1, 4),  # a Sunday that is worked
        date(2026, 4, 1): date(2026, 4, 1),
        date(2026, 7, 1): date(2026, 7, 1),
        date(2026, 10, 1): date(2026, 10, 8),
    }


def test_the_fourth_quarter_paid_on_the_20th_is_twelve_days_late_and_owes_216_yuan(district):
    contract_id = lease(district)
    district.to(date(2026, 10, 20))
    sweep_deadlines(district.platform)
    fourth = rents(district, contract_id)[-1]
    with pytest.raises(Refused) as refused:
        oblige(district, fourth, action="report", done_on=date(2026, 10, 20))
    assert reasons(refused) == ["evidence_missing"]
    paid = oblige(
        district, fourth, action="report", done_on=date(2026, 10, 20),
        evidence_version_id=voucher(district, contract_id),
    )  # fmt: skip
    assert (paid.obligation.state, paid.obligation.overdue) == (ObligationState.EVIDENCED, True)
    assert (paid.deadline.days_left, paid.deadline.unit) == (-12, "natural")
    assert (paid.account.late_days, paid.account.interest_fen, paid.account.left_fen) == (12, 21_600, 0)
    assert oblige(district, fourth, "lead", action="accept").obligation.state == ObligationState.ACCEPTED


def test_a_rent_is_paid_in_parts_and_performed_with_the_last(district):
    contract_id = lease(district)
    district.to(date(2026, 10, 28))
    fourth, evidence = rents(district, contract_id)[-1], voucher(district, contract_id)

    def pay(fen, day, **more):
        return oblige(district, fourth, action="pay", amount_fen=fen, done_on=day, evidence_version_id=evidence, **more)

    first = pay(2_000_000, date(2026, 10, 8), voucher_no="缴0001")
    assert (first.obligation.state, first.account.left_fen) == (ObligationState.PLANNED, 1_600_000)
    with pytest.raises(Refused) as refused:
        pay(1_600_001, date(2026, 10, 18))
    assert reasons(refused) == ["payment_over_amount"]
    last = pay(1_600_000, date(2026, 10, 18))
    assert (last.obligation.state, last.obligation.done_on) == (ObligationState.EVIDENCED, date(2026, 10, 18))
    assert last.account.interest_fen == 8_000  # 16,000.00 for ten days
    assert [one.amount_fen for one in last.payments] == [2_000_000, 1_600_000]


def test_every_part_needs_its_voucher_and_a_day_that_has_come(district):
    contract_id = lease(district)
    district.to(date(2026, 10, 8))
    fourth = rents(district, contract_id)[-1]
    with pytest.raises(Refused) as refused:
        oblige(district, fourth, action="pay", amount_fen=1, done_on=date(2026, 10, 9))
    assert reasons(refused) == ["evidence_missing", "done_day_impossible"]


def test_a_wrong_entry_is_cancelled_with_a_reason_and_stays_to_be_seen(district):
    contract_id = lease(district)
    district.to(date(2026, 10, 8))
    fourth, evidence = rents(district, contract_id)[-1], voucher(district, contract_id)
    paid = oblige(district, fourth, action="pay", amount_fen=5, done_on=date(2026, 10, 8), evidence_version_id=evidence)
    (payment,) = paid.payments
    with pytest.raises(Refused) as refused:
        oblige(district, fourth, action="cancel_payment", payment_id="another", note="重复")
    assert reasons(refused) == ["payment_not_found"]
    after = oblige(district, fourth, action="cancel_payment", payment_id=payment.id, note="重复登记")
    assert after.account.left_fen == RENT
    (kept,) = after.payments
    assert (kept.cancel_reason, kept.cancelled_by) == ("重复登记", "handler")


def test_only_money_is_paid_in_parts(district):
    contract_id = performing(district)
    new = c.NewObligation(kind=ObligationKind.DELIVERY, side="theirs", content="交付成果", due_on=date(2026, 5, 6))
    made = add_obligation(district.platform, district.actor("handler"), contract_id, new)
    assert [one.action for one in made.actions] == ["report"]
    with pytest.raises(Refused):
        oblige(district, made.obligation, action="pay", amount_fen=5, done_on=date(2026, 3, 2))


def test_a_plan_is_shown_before_anything_is_kept(district):
    contract_id = performing(district)
    shown = preview_plan(district.platform, district.actor("handler"), contract_id, QUARTERS)
    assert (len(shown.obligations), shown.total_fen) == (12, 12 * RENT)
    assert shown.obligations[0].obligation.content == "租金（第1期，共12期）"
    assert not [one for one in district.find("obligations", contract_id=contract_id) if "租金" in one.content]


@pytest.mark.parametrize(
    "wrong",
    [
        *({"content": " "}, {"side": "nobody"}, {"amount_fen": -1}, {"last_on": date(2023, 1, 1)}),
        {"last_on": date(2090, 1, 1), "every_months": 1},
    ],
)
def test_what_is_no_plan_is_refused(district, wrong):
    contract_id = performing(district)
    plan = msgspec.structs.replace(QUARTERS, **wrong)
    with pytest.raises(Invalid):
        plan_obligations(district.platform, district.actor("handler"), contract_id, plan)


def test_the_plan_is_the_units_own(district):
    contract_id = performing(district)
    with pytest.raises(Forbidden):
        plan_obligations(district.platform, district.actor("legal"), contract_id, QUARTERS)


@pytest.mark.parametrize(("agreed", "due"), [(None, date(2026, 4, 1)), (60, date(2026, 5, 6))])
def test_a_small_firm_is_paid_thirty_days_after_delivery_and_at_most_sixty(district, agreed, due):
    contract_id = performing(district)
    new = c.NewObligation(
        kind=ObligationKind.PAYMENT, side="ours", content="货款", amount_fen=100,
        delivered_on=date(2026, 3, 2) if agreed is None else date(2026, 3, 5), agreed_days=agreed,
    )  # fmt: skip
    made = add_obligation(district.platform, district.actor("handler"), contract_id, new).obligation
    assert (made.due_on, made.late_rate) == (due, 500)  # 2026-05-04 is a holiday


def test_more_than_sixty_days_are_refused(district):
    contract_id = performing(district)
    new = c.NewObligation(
        kind=ObligationKind.PAYMENT, side="ours", content="货款", delivered_on=date(2026, 3, 2), agreed_days=61
    )
    with pytest.raises(Refused, match="sme_payment_too_late"):
        add_obligation(district.platform, district.actor("handler"), contract_id, new)


def test_a_published_holiday_plan_moves_what_was_planned_provisionally(district):
    contract_id = performing(district)
    new = c.NewObligation(kind=ObligationKind.PAYMENT, side="ours", content="尾款", due_on=date(2027, 2, 8))
    made = add_obligation(district.platform, district.actor("handler"), contract_id, new).obligation
    assert (made.due_on, made.provisional) == (date(2027, 2, 8), True)
    years = [one for one in load_years() if one.year != 2027]
    plan = msgspec.convert(
        {"year": 2027, "official": True, "basis": "通知", "rest": [SPRING]},
        type(years[0]),
    )
    calendar = calendar_of([*years, plan])
    with district.platform.unit_of_work() as uow:
        reckon_again(uow, district.platform, calendar)
    (moved,) = district.find("obligations", id=made.id)
    assert (moved.agreed_on, moved.due_on, moved.provisional) == (date(2027, 2, 8), date(2027, 2, 12), False)
