"""Supplements, renewals and call-offs hang on their original, are routed by the whole, and are held to the caps."""

from datetime import date

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application import performance_commands as pc
from contract_platform.application.justify_amendment import justify_amendment
from contract_platform.application.policy_of_contract import routing_of
from contract_platform.application.read_family import read_family
from contract_platform.application.start_child import start_child
from contract_platform.domain.errors import Forbidden, Invalid, NotFound, Refused
from contract_platform.domain.vocabulary import ContractRelation, MoneyEffect, State, Tier
from tests.unit.application.district import sealing
from tests.unit.application.performing import STATED, derive, passed, performing, rescind, sign
from tests.unit.application.test_main_line import reasons

K = ContractRelation


def family(district, contract_id, name="handler"):
    return read_family(district.platform, district.actor(name), contract_id)


def start(district, parent_id, name="handler", relation=K.SUPPLEMENT, **given):
    new = pc.NewChild(relation=relation, secrecy_declared=True, **STATED | given)
    return start_child(district.platform, district.actor(name), parent_id, new)


def told(refused):
    return [reason.params for reason in refused.value.params["reasons"]]


def test_a_supplement_takes_over_what_it_has_in_common_and_says_what_it_changes(district):
    original = performing(district)
    child = district.contract(derive(district, original, amount_fen=2_000_000))
    parent = district.contract(original)
    assert (child.parent_id, child.relation) == (original, K.SUPPLEMENT)
    same = ("handling_unit_id", "signing_body_id", "handler_id", "category", "rule_class", "direction")
    assert [getattr(child, name) for name in same] == [getattr(parent, name) for name in same]
    (member,) = family(district, original).members
    assert (member.reason, member.clauses, member.counted) == ("加工数量增加", "第二条", False)
    assert family(district, child.id).original.id == original


def test_what_is_signed_counts_and_what_is_not_is_shown_apart(district):
    original = performing(district)
    first = derive(district, original, amount_fen=2_000_000, term_end=date(2027, 3, 31))
    assert (family(district, original).total_fen, family(district, original).pending_fen) == (30_000_000, 2_000_000)
    sign(district, passed(district, first))
    derive(district, original, money=MoneyEffect.REDUCES, amount_fen=500_000)
    seen = family(district, original)
    assert (seen.total_fen, seen.added_fen, seen.pending_fen) == (32_000_000, 2_000_000, -500_000)
    assert seen.term_end == date(2027, 3, 31)


def test_a_supplement_that_lifts_the_whole_over_the_threshold_is_major(district):
    original = performing(district, amount_fen=950_000_000)
    assert district.contract(original).tier == Tier.ORDINARY
    child = derive(district, original, amount_fen=100_000_000)  # 9.5 m and 1.0 m
    district.act("handler", child, c.Submit())
    district.act("legal", child, c.Pass())
    routed = district.contract(child)
    assert (routed.tier, routed.state) == (Tier.MAJOR, State.SUBMITTED)
    assert "1000万元" in routed.tier_rule


def test_a_total_of_exactly_ten_million_is_not_major(district):
    original = performing(district, amount_fen=950_000_000)
    child = derive(district, original, amount_fen=50_000_000)
    with district.platform.reading() as uow:
        assert routing_of(uow, district.platform, district.contract(child)).tier == Tier.ORDINARY


def procured(district, amount_fen=30_000_000):
    return performing(district, amount_fen=amount_fen, procurement_method="OPEN_TENDER")


def test_supplements_of_a_procurement_may_add_a_tenth_and_no_fen_more(district):
    original = procured(district)
    sign(district, passed(district, derive(district, original, amount_fen=2_000_000)))
    child = passed(district, derive(district, original, amount_fen=1_000_001))
    with pytest.raises(Refused) as refused:
        district.act("handler", child, sealing(district.clock.today()))
    assert reasons(refused) == ["supplements_over_cap"]
    assert told(refused) == [{"added": "30,000.01", "cap": "30,000.00", "percent": "10"}]


def test_exactly_a_tenth_is_signed(district):
    original = procured(district)
    child = derive(district, original, amount_fen=3_000_000)
    assert district.contract(sign(district, passed(district, child))).state == State.PERFORMING
    assert family(district, original).cap_fen == 3_000_000


def test_reductions_give_no_room_for_further_supplements(district):
    original = procured(district)
    reduced = derive(district, original, money=MoneyEffect.REDUCES, amount_fen=5_000_000)
    sign(district, passed(district, reduced))
    child = passed(district, derive(district, original, amount_fen=3_000_001))
    with pytest.raises(Refused):
        district.act("handler", child, sealing(district.clock.today()))


def justify(district, contract_id, name="lead", basis="应急抢险追加，依据区政府会议纪要"):
    actor = district.actor(name)
    revision = district.contract(contract_id).revision
    return justify_amendment(district.platform, actor, contract_id, basis, revision=revision)


def test_the_head_of_the_unit_states_the_lawful_ground_and_it_stays_on_the_record(district):
    original = procured(district)
    child = passed(district, derive(district, original, amount_fen=4_000_000))
    with pytest.raises(Forbidden):
        justify(district, child, "handler")
    with pytest.raises(Invalid):
        justify(district, child, basis=" ")
    justify(district, child)
    sign(district, child)
    (member,) = family(district, original).members
    assert (member.cap_basis, member.cap_basis_by) == ("应急抢险追加，依据区政府会议纪要", "姓名lead")
    assert [event.type for event in district.find("events", contract_id=child)].count("amendment.justified") == 1
    with pytest.raises(Refused):
        justify(district, child)


def test_what_is_no_procurement_has_no_cap(district):
    original = performing(district, category="01", procurement_method=None, rule_class="ASSET_LEASE")
    child = derive(district, original, amount_fen=20_000_000)
    assert family(district, original).cap_fen is None
    assert district.contract(sign(district, passed(district, child))).state == State.PERFORMING


def framework(district, **facts):
    return performing(
        district, procurement_method="FRAMEWORK_AGREEMENT", amount_kind="cap", amount_fen=10_000_000, **facts
    )


def call_off(district, original, amount_fen):
    return passed(district, derive(district, original, K.CALL_OFF, money=MoneyEffect.NONE, amount_fen=amount_fen))


def test_orders_draw_on_the_framework_up_to_its_ceiling(district):
    original = framework(district)
    district.to(date(2026, 4, 1))
    sign(district, call_off(district, original, 6_000_000))
    seen = family(district, original)
    assert (seen.ceiling_fen, seen.called_off_fen, seen.left_fen) == (10_000_000, 6_000_000, 4_000_000)
    assert seen.total_fen == 10_000_000  # orders are no supplements
    with pytest.raises(Refused) as refused:
        district.act("handler", call_off(district, original, 4_000_001), sealing(district.clock.today()))
    assert reasons(refused) == ["call_offs_over_ceiling"]
    sign(district, call_off(district, original, 4_000_000))
    assert family(district, original).left_fen == 0


def test_an_order_outside_the_frameworks_term_is_refused(district):
    original = framework(district, term_start=date(2026, 3, 1), term_end=date(2026, 3, 31))
    order = call_off(district, original, 1_000_000)
    district.to(date(2026, 4, 1))
    with pytest.raises(Refused) as refused:
        district.act("handler", order, sealing(date(2026, 4, 1)))
    assert reasons(refused) == ["call_off_outside_term"]


def test_only_frameworks_take_orders_and_only_originals_take_children(district):
    original = performing(district)
    with pytest.raises(Refused):
        start(district, original, relation=K.CALL_OFF)
    assert K.CALL_OFF not in family(district, original).may_start
    child = sign(district, passed(district, derive(district, original, amount_fen=100)))
    with pytest.raises(Refused):
        start(district, child)
    assert family(district, child).may_start == ()


def test_nothing_hangs_on_what_is_not_signed_and_a_renewal_may_follow_what_is_completed(district):
    draft = district.register()
    with pytest.raises(Refused):
        start(district, draft)
    original = performing(district)
    with district.platform.unit_of_work() as uow:
        uow.contracts.save(msgspec.structs.replace(uow.contracts.get(original), state=State.COMPLETED))
    with pytest.raises(Refused):
        start(district, original)
    assert start(district, original, relation=K.RENEWAL).contract.relation == K.RENEWAL


def test_only_the_contracts_own_handler_opens_children_and_says_why(district):
    original = performing(district)
    with pytest.raises(Forbidden):
        start(district, original, "lead")
    with pytest.raises(NotFound):
        start(district, original, "stranger")
    with pytest.raises(Invalid):
        start(district, original, clauses="")
    with pytest.raises(Invalid):
        start(district, original, relation=K.ORIGINAL)


def test_an_original_that_was_ended_meanwhile_stops_its_supplement(district):
    original = performing(district)
    child = passed(district, derive(district, original, amount_fen=100))
    rescind(district, original)
    with pytest.raises(Refused) as refused:
        district.act("handler", child, sealing(district.clock.today()))
    assert reasons(refused) == ["original_not_in_force"]
