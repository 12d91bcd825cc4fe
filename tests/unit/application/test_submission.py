"""What goes with a contract for review, stated through the use cases."""

from datetime import date

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.precheck import precheck
from contract_platform.application.read_submission import read_submission
from contract_platform.application.state_materials import set_material, state_consultations, state_inquiries
from contract_platform.application.submission_commands import (
    ConsultationEntry,
    ConsultationList,
    InquiryEntry,
    InquiryList,
    MaterialChange,
)
from contract_platform.domain.errors import Conflict, Forbidden, Invalid, NotFound, Refused
from contract_platform.domain.submission_vocabulary import InquiryConclusion, MaterialStanding, QueryResult
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion, DocumentKind
from tests.unit.application.district import MAJOR

PARTY = "望澜示例档案服务有限公司"
FINE = QueryResult.NORMAL


def view(district, contract_id, name="handler"):
    return read_submission(district.platform, district.actor(name), contract_id)


def standing(district, contract_id, code):
    return next(item.standing for item in view(district, contract_id).materials if item.code == code)


def give(district, contract_id, code, name="handler", **change):
    revision = district.contract(contract_id).revision
    return set_material(
        district.platform, district.actor(name), contract_id, code, MaterialChange(**change), revision=revision
    )


def inquire(district, contract_id, *entries):
    revision = district.contract(contract_id).revision
    stated = InquiryList(entries=entries)
    return state_inquiries(district.platform, district.actor("handler"), contract_id, stated, revision=revision)


def consult(district, contract_id, *entries):
    revision = district.contract(contract_id).revision
    stated = ConsultationList(entries=entries)
    return state_consultations(district.platform, district.actor("handler"), contract_id, stated, revision=revision)


@pytest.fixture
def bare(district):
    """A contract with its facts confirmed and none of its materials."""
    return district.register(materials=False)


@pytest.fixture
def paper(district, bare):
    return district.upload("handler", bare, DocumentKind.ATTACHMENT, "营业执照")


def test_a_file_of_the_contract_meets_an_item_and_can_be_taken_back(district, bare, paper):
    assert standing(district, bare, "PARTY_PROOF") is MaterialStanding.MISSING
    given = give(district, bare, "PARTY_PROOF", version_ids=(paper,))
    item = next(one for one in given.materials if one.code == "PARTY_PROOF")
    assert (item.standing, item.files[0].version_id, item.by) == (MaterialStanding.GIVEN, paper, "姓名handler")
    give(district, bare, "PARTY_PROOF")
    assert standing(district, bare, "PARTY_PROOF") is MaterialStanding.MISSING


def test_what_is_conditional_can_be_left_out_with_a_reason(district, bare):
    with pytest.raises(Invalid, match="material_reason_missing"):
        give(district, bare, "AUTHORITY", not_applicable=True, reason=" ")
    give(district, bare, "AUTHORITY", not_applicable=True, reason="由法定代表人签署")
    assert standing(district, bare, "AUTHORITY") is MaterialStanding.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("code", "change", "error"),
    [
        ("PARTY_PROOF", {"not_applicable": True, "reason": "没有"}, "material_always_needed"),
        ("UNIT_OPINION", {"version_ids": ("x",)}, "material_unknown"),
        ("NO_SUCH_ITEM", {}, "material_unknown"),
        ("PARTY_PROOF", {"version_ids": ("elsewhere",)}, "file_of_other_contract"),
    ],
)
def test_what_no_item_can_be_is_refused(district, bare, code, change, error):
    with pytest.raises(Invalid, match=error):
        give(district, bare, code, **change)


def test_a_file_of_another_contract_meets_nothing(district, bare):
    other = district.upload("handler", district.register(MAJOR), DocumentKind.ATTACHMENT, "别的合同")
    with pytest.raises(Invalid, match="file_of_other_contract"):
        give(district, bare, "PARTY_PROOF", version_ids=(other,))


def test_only_the_officer_states_materials_and_a_stranger_finds_no_contract(district, bare, paper):
    with pytest.raises(Forbidden):
        give(district, bare, "PARTY_PROOF", "legal", version_ids=(paper,))
    with pytest.raises(NotFound):
        give(district, bare, "PARTY_PROOF", "stranger", version_ids=(paper,))
    assert view(district, bare, "legal").materials == view(district, bare).materials


def test_whoever_shows_an_older_page_is_told(district, bare, paper):
    seen = district.contract(bare).revision
    give(district, bare, "PARTY_PROOF", version_ids=(paper,))
    actor = district.actor("handler")
    with pytest.raises(Conflict):
        set_material(district.platform, actor, bare, "AUTHORITY", MaterialChange(version_ids=(paper,)), revision=seen)


def test_materials_stay_as_they_are_once_sent(district):
    contract_id = district.register()
    district.act("handler", contract_id, c.Submit())
    with pytest.raises(Refused, match="materials_fixed_now"):
        give(district, contract_id, "AUTHORITY")
    district.act("legal", contract_id, c.Return(reason="授权书没有签字"))
    give(district, contract_id, "AUTHORITY")
    assert standing(district, contract_id, "AUTHORITY") is MaterialStanding.MISSING
    assert standing(district, contract_id, "PROJECT_BASIS") is MaterialStanding.GIVEN


def test_due_diligence_keeps_what_was_taken_back(district, bare, paper):
    entry = InquiryEntry(
        party=PARTY, queried_on=date(2026, 3, 1), registration=FINE, credit=FINE, dishonesty=FINE,
        conclusion=InquiryConclusion.FIT, version_ids=(paper,),
    )  # fmt: skip
    found = inquire(district, bare, entry)
    assert found.inquiries[0].complete
    assert standing(district, bare, "DUE_DILIGENCE") is MaterialStanding.GIVEN
    key = found.inquiries[0].inquiry.id
    changed = msgspec.structs.replace(entry, id=key, dishonesty=QueryResult.ABNORMAL, findings="被列入，已履行")
    assert inquire(district, bare, changed).inquiries[0].inquiry.id == key
    assert inquire(district, bare).inquiries == ()
    (kept,) = district.find("submissions", contract_id=bare)
    assert [(one.id, one.dishonesty, one.removed_at is not None) for one in kept.inquiries] == [
        (key, QueryResult.ABNORMAL, True)
    ]
    with pytest.raises(Invalid, match="entry_twice"):
        inquire(district, bare, changed)


def test_a_query_cannot_lie_in_the_future(district, bare):
    with pytest.raises(Invalid, match="inquiry_in_the_future"):
        inquire(district, bare, InquiryEntry(party=PARTY, queried_on=date(2026, 3, 3)))


def test_consulted_units_answer_and_are_followed_or_not(district, bare, paper):
    entry = ConsultationEntry(
        unit="区财政局", answered_on=date(2026, 3, 2), conclusion=Conclusion.DISAPPROVE, version_ids=(paper,)
    )
    found = consult(district, bare, entry)
    assert not found.consultations[0].complete
    answered = msgspec.structs.replace(
        entry, id=found.consultations[0].consultation.id, adopted=AdoptionChoice.NOT_ADOPTED, reason="预算已追加"
    )
    assert consult(district, bare, answered).consultations[0].complete
    doubts = precheck(district.platform, district.actor("handler"), bare).doubts
    assert [(one.code, one.params) for one in doubts] == [("consultation_ignored", {"unit": "区财政局"})]


def test_every_statement_is_traced(district, bare, paper):
    give(district, bare, "PARTY_PROOF", version_ids=(paper,))
    inquire(district, bare, InquiryEntry(party=PARTY))
    consult(district, bare, ConsultationEntry(unit="区财政局"))
    types = [event.type for event in district.find("events", contract_id=bare)]
    assert types[-3:] == ["material.set", "inquiry.stated", "consultation.stated"]


def test_the_precheck_lists_everything_that_is_missing(district, bare):
    found = precheck(district.platform, district.actor("handler"), bare)
    assert {item.code for item in found.materials} == {
        "PARTY_PROOF", "AUTHORITY", "PROJECT_BASIS", "CONSULTED", "DUE_DILIGENCE", "PROCUREMENT",
    }  # fmt: skip
    district.complete(bare)
    assert precheck(district.platform, district.actor("handler"), bare).materials == ()
