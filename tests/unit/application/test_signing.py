"""From the decision to the signature: minutes, rulings, seals, authority, limits, and what stays as a mark."""

from datetime import date, timedelta
from types import SimpleNamespace

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.list_pages import list_contracts
from contract_platform.application.queries import LedgerFilter
from contract_platform.domain.errors import Forbidden, Invalid, Refused
from contract_platform.domain.opinion import Adoption
from contract_platform.domain.relations import scope_of
from contract_platform.domain.signing_guards import SIGNING_GUARDS
from contract_platform.domain.signing_vocabulary import MarkKind, SignedAs
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion, DocumentKind, SealKind, State
from tests.unit.application.district import MAJOR, ORDINARY, sealing
from tests.unit.application.test_main_line import issued, ready_to_sign, reasons


def signing(district, contract_id):
    """Sealed, and a signed copy that two people have compared."""
    district.act("handler", contract_id, sealing(district.clock.today()))
    district.signed_copy(contract_id)
    return contract_id


def escalated(district):
    """Item 1 had to be changed, was not, and the reviewer asks the government."""
    contract_id = issued(district)
    district.upload("handler", contract_id, DocumentKind.DRAFT, MAJOR + "\n修改")
    answers = (
        Adoption(no=1, choice=AdoptionChoice.NOT_ADOPTED, reason="财政另有规定"),
        Adoption(no=2, choice=AdoptionChoice.ADOPTED),
    )
    district.act("handler", contract_id, c.SubmitAdoption(adoption=answers))
    district.act("reviewer", contract_id, c.Escalate(reason="第1条应当修改"))
    return contract_id


def told(refused):
    return [reason.params for reason in refused.value.params["reasons"]]


def test_the_collective_decision_needs_its_minutes(district):
    contract_id = issued(district, Conclusion.APPROVE, ())
    for decision in (c.Decide(passed=True), c.Decide(passed=False, reason="不同意")):
        with pytest.raises(Refused) as refused:
            district.act("lead", contract_id, decision)
        assert reasons(refused) == ["minutes_missing"]
    district.act("lead", contract_id, c.Decide(passed=False, deferred=True, reason="下次会议再议"))
    minutes = district.proof("lead", contract_id)
    district.act("lead", contract_id, c.Decide(passed=True, minutes_version_id=minutes))
    made = district.find("decisions", contract_id=contract_id, action="decide")
    assert [one.minutes_version_id for one in made] == [None, minutes]
    shown = [one.minutes_version_id for one in district.view("handler", contract_id).decisions]
    assert minutes in shown


def test_the_contracts_own_text_or_another_contracts_file_is_no_minutes(district):
    contract_id = issued(district, Conclusion.APPROVE, ())
    draft = district.contract(contract_id).draft_version_id
    with pytest.raises(Invalid, match="file_is_no_proof"):
        district.act("lead", contract_id, c.Decide(passed=True, minutes_version_id=draft))
    other = district.proof("handler", district.register(ORDINARY))
    with pytest.raises(Invalid, match="evidence_of_other_contract"):
        district.act("lead", contract_id, c.Decide(passed=True, minutes_version_id=other))


def test_a_must_item_not_adopted_keeps_the_contract_from_being_signed_until_minutes_of_the_ruling_are_there(district):
    contract_id = escalated(district)
    for act in (sealing(district.clock.today()), c.Sign(signatures=district.signatures(contract_id))):
        with pytest.raises(Refused) as refused:
            district.act("handler", contract_id, act)
        assert reasons(refused) == ["advice_not_settled"]
        assert told(refused) == [{"items": [1]}]
    with pytest.raises(Refused) as refused:
        district.act("gov_office", contract_id, c.Override(reason="同意按原条款签订"))
    assert reasons(refused) == ["ruling_minutes_missing"]
    minutes = district.proof("gov_office", contract_id, "区政府常务会议纪要")
    district.act("gov_office", contract_id, c.Override(reason="同意按原条款签订", minutes_version_id=minutes))
    district.deliberate(contract_id)
    signing(district, contract_id)
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    (mark,) = district.view("reviewer", contract_id).marks
    assert (mark.mark, mark.reason) == (MarkKind.AGAINST_ADVICE, "第1条未采纳：同意按原条款签订")


def test_what_was_followed_leaves_no_mark(district):
    contract_id = signing(district, ready_to_sign(district))
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    assert district.find("marks", contract_id=contract_id) == []


def test_the_government_office_brings_minutes_and_no_drafts(district):
    contract_id = escalated(district)
    for kind in (DocumentKind.DRAFT, DocumentKind.SIGNED):
        with pytest.raises(Forbidden, match="file_kind_forbidden"):
            district.upload("gov_office", contract_id, kind, MAJOR)


def test_the_use_of_seals_is_recorded_with_kind_keeper_and_copies(district):
    contract_id = ready_to_sign(district)
    today = district.clock.today()
    wrong = [
        (c.UseSeal(sealed_on=today, seals=(), keeper="办公室", copies=4), "seal_use_incomplete"),
        (c.UseSeal(sealed_on=today, seals=(SealKind.CONTRACT_SEAL,), keeper=" ", copies=4), "seal_use_incomplete"),
    ]
    for used, code in wrong:
        with pytest.raises(Refused) as refused:
            district.act("keeper", contract_id, used)
        assert reasons(refused) == [code]
    used = c.UseSeal(
        sealed_on=today, seals=(SealKind.ADMIN_SEAL, SealKind.CONTRACT_SEAL), keeper="单位办公室", copies=6
    )
    (shown,) = district.act("keeper", contract_id, used).seal_uses
    assert (shown.use.seals, shown.use.keeper, shown.use.copies) == (
        (SealKind.ADMIN_SEAL, SealKind.CONTRACT_SEAL), "单位办公室", 6,
    )  # fmt: skip
    assert (shown.use.sealed_on, shown.recorder) == (today, "姓名keeper")


def test_a_seal_that_the_profile_does_not_name_is_refused():
    asked = SimpleNamespace(seals=(SealKind.ADMIN_SEAL,), keeper="办公室", seals_allowed={SealKind.CONTRACT_SEAL})
    refusal = SIGNING_GUARDS["seals_named"].check(asked)
    assert refusal is not None
    assert (refusal.code, refusal.params) == ("seal_not_allowed", {"seals": [SealKind.ADMIN_SEAL]})


def test_nought_copies_are_no_use_of_a_seal():
    sent = {"action": "use_seal", "sealed_on": "2026-03-02", "seals": ["ADMIN_SEAL"], "keeper": "办公室", "copies": 0}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(sent, type=c.ContractCommand)


def test_whoever_is_not_the_legal_representative_signs_by_a_letter_of_authority(district):
    contract_id = signing(district, ready_to_sign(district))
    ours, theirs = district.signatures(contract_id)
    authorised = msgspec.structs.replace(ours, signed_as=SignedAs.AUTHORISED)
    with pytest.raises(Refused) as refused:
        district.act("signatory", contract_id, c.Sign(signatures=(authorised, theirs)))
    assert reasons(refused) == ["authority_missing"]
    assert told(refused) == [{"parties": [ours.party]}]
    letter = district.proof("signatory", contract_id, "授权委托书")
    proven = msgspec.structs.replace(authorised, authority_version_id=letter)
    district.act("signatory", contract_id, c.Sign(signatures=(proven, theirs)))
    (kept,) = district.find("signings", contract_id=contract_id)
    assert kept.signatures[0].authority_version_id == letter


def test_a_letter_of_another_contract_gives_no_authority(district):
    contract_id = signing(district, ready_to_sign(district))
    ours, theirs = district.signatures(contract_id)
    strange = district.proof("handler", district.register(ORDINARY), "授权委托书")
    signed = msgspec.structs.replace(ours, signed_as=SignedAs.AUTHORISED, authority_version_id=strange)
    with pytest.raises(Invalid, match="evidence_of_other_contract"):
        district.act("handler", contract_id, c.Sign(signatures=(signed, theirs)))


def test_the_signing_date_is_the_last_partys(district):
    contract_id = signing(district, ready_to_sign(district))
    district.to(date(2026, 3, 9))
    ours, theirs = district.signatures(contract_id, date(2026, 3, 3))
    later = msgspec.structs.replace(theirs, signed_on=date(2026, 3, 6))
    signed = district.act("handler", contract_id, c.Sign(signatures=(ours, later)))
    assert signed.contract.sign_date == date(2026, 3, 6)


def test_signing_after_the_awards_limit_needs_a_reason_and_leaves_a_mark(district):
    contract_id = district.register(ORDINARY, award_notice_date=date(2026, 2, 2))  # 30 days: 03-04
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    signing(district, contract_id)
    district.to(date(2026, 3, 5))
    late = c.Sign(signatures=district.signatures(contract_id))
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, late)
    assert reasons(refused) == ["signed_late_unexplained"]
    district.act("handler", contract_id, msgspec.structs.replace(late, reason="中标人延迟提交履约保函"))
    (mark,) = district.find("marks", contract_id=contract_id)
    assert (mark.mark, mark.reason) == (MarkKind.SIGNED_LATE, "中标人延迟提交履约保函")


def test_signing_on_the_last_day_of_the_limit_is_in_time_even_if_it_is_entered_later(district):
    contract_id = district.register(ORDINARY, award_notice_date=date(2026, 2, 2))
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    signing(district, contract_id)
    district.to(date(2026, 3, 9))
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id, date(2026, 3, 4))))
    assert district.find("marks", contract_id=contract_id) == []


def test_nothing_is_sealed_on_an_opinion_that_has_lapsed(district):
    contract_id = issued(district, Conclusion.APPROVE, ())
    district.deliberate(contract_id)
    last = district.clock.today() + timedelta(days=180)
    assert district.view("handler", contract_id).demands.valid_until == last
    district.to(last + timedelta(days=1))
    offered = {view.action: view for view in district.view("handler", contract_id).actions}
    assert [reason.code for reason in offered["use_seal"].reasons] == ["opinion_lapsed"]
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, sealing(district.clock.today()))
    assert reasons(refused) == ["opinion_lapsed"]
    assert offered["re_review"].enabled
    district.act("handler", contract_id, c.ReReview(reason="意见过期"))
    contract = district.contract(contract_id)
    assert (contract.state, contract.reviewer_id, contract.round) == (State.UNDER_REVIEW, "reviewer", 2)


def test_a_signature_counts_by_its_own_day_against_the_opinions_last(district):
    contract_id = issued(district, Conclusion.APPROVE, ())
    district.deliberate(contract_id)
    last = district.clock.today() + timedelta(days=180)
    district.to(last)
    signing(district, contract_id)
    district.to(last + timedelta(days=3))
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    assert reasons(refused) == ["opinion_lapsed"]
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id, last)))
    assert district.contract(contract_id).sign_date == last


def test_a_contract_goes_to_intake_for_another_review_when_its_reviewer_is_gone(district):
    contract_id = issued(district, Conclusion.APPROVE, ())
    district.deliberate(contract_id)
    with district.platform.unit_of_work() as uow:
        (post,) = uow.posts.find(person_id="reviewer")
        uow.posts.save(msgspec.structs.replace(post, valid_to=date(2026, 3, 1)))
    district.act("handler", contract_id, c.ReReview(reason="标的调整"))
    assert district.contract(contract_id).state == State.SUBMITTED


def test_what_was_signed_against_advice_or_late_stays_on_a_list_and_is_counted(district):
    contract_id = escalated(district)
    minutes = district.proof("gov_office", contract_id)
    district.act("gov_office", contract_id, c.Override(reason="同意", minutes_version_id=minutes))
    district.deliberate(contract_id)
    wanted = LedgerFilter(mark=MarkKind.AGAINST_ADVICE)
    actor = district.actor("reviewer")
    assert list_contracts(district.platform, actor, wanted, after=None, limit=10).rows == ()
    signing(district, contract_id)
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    (row,) = list_contracts(district.platform, actor, wanted, after=None, limit=10).rows
    assert (row.id, row.marks) == (contract_id, (MarkKind.AGAINST_ADVICE,))
    late = LedgerFilter(mark=MarkKind.SIGNED_LATE)
    assert list_contracts(district.platform, actor, late, after=None, limit=10).rows == ()
    seen = district.platform.queries.overview(scope_of(actor), 2026, district.clock.today())
    assert seen.marks == {MarkKind.AGAINST_ADVICE: 1}
