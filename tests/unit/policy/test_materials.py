from datetime import UTC, date, datetime
from typing import Any

import pytest

from contract_platform.domain.submission import Consultation, Inquiry, MaterialEntry, Submission
from contract_platform.domain.submission_vocabulary import InquiryConclusion, MaterialStanding, QueryResult
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion, Direction, Tier
from contract_platform.policy.materials import Held, checklist
from contract_platform.policy.profile import RoutingCase, load_profiles, pinned

PROFILES = load_profiles()
AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
HELD = Held(draft=True, version_ids=frozenset({"v1"}), counterparties=("清和档案服务有限公司",))
ELEVEN = (
    "DRAFT_TEXT", "PARTY_PROOF", "AUTHORITY", "PROJECT_BASIS", "PROCUREMENT", "UNIT_OPINION", "CONSULTED",
    "DUE_DILIGENCE", "FAIR_COMPETITION", "LEGAL_BASIS", "OTHER",
)  # fmt: skip
FURTHER = ("RISK_ASSESSMENT", "ASSET_APPRAISAL", "SUPPLEMENT_BASIS")
ALWAYS = {"PARTY_PROOF", "AUTHORITY", "PROJECT_BASIS", "CONSULTED", "DUE_DILIGENCE"}


def case(**facts):
    known: dict[str, Any] = {"category": "16", "direction": Direction.PAYABLE, "amount_fen": 30_000_000}
    return RoutingCase(**known | facts)


def standings(place="licheng-provisional", tier=Tier.ORDINARY, held=HELD, kept=None, **facts):
    profile = pinned(PROFILES, f"{place}@2026.1")
    kept = kept or Submission(id="s", contract_id="c")
    asked = case(**facts)
    found = checklist(profile.materials, asked, profile.routing.measured(asked), tier, held, kept)
    return {one.code: one for one in found}


def missing(**facts):
    return {code for code, one in standings(**facts).items() if one.missing}


def entry(code, **done):
    return Submission(id="s", contract_id="c", materials=(MaterialEntry(code=code, by="p", at=AT, **done),))


def inquiry(**changes):
    values: dict[str, Any] = {
        "id": "i", "party": "清和档案服务有限公司", "queried_on": date(2026, 3, 1), "registration": QueryResult.NORMAL,
        "credit": QueryResult.NORMAL, "dishonesty": QueryResult.NORMAL, "conclusion": InquiryConclusion.FIT,
        "version_ids": ("v1",), "by": "p", "at": AT,
    }  # fmt: skip
    return Inquiry(**values | changes)


def consultation(**changes):
    values: dict[str, Any] = {
        "id": "k", "unit": "区财政局", "answered_on": date(2026, 3, 1), "conclusion": Conclusion.APPROVE,
        "adopted": AdoptionChoice.ADOPTED, "version_ids": ("v1",), "by": "p", "at": AT,
    }  # fmt: skip
    return Consultation(**values | changes)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda one: one.key)
def test_every_profile_lists_the_eleven_and_says_where_each_comes_from(profile):
    assert [code for code in profile.materials if code not in FURTHER] == list(ELEVEN)
    assert all(one.basis and one.provenance for one in profile.materials.values())


def test_a_plain_contract_brings_what_every_contract_brings():
    assert missing() == ALWAYS


@pytest.mark.parametrize(
    ("facts", "more"),
    [
        ({"procurement": True}, {"PROCUREMENT"}),
        ({"category": "11"}, {"FAIR_COMPETITION", "RISK_ASSESSMENT", "LEGAL_BASIS"}),
        ({"key_project": True}, {"RISK_ASSESSMENT"}),
        ({"supplement": True}, {"SUPPLEMENT_BASIS"}),
        ({"category": "01", "direction": Direction.RECEIVABLE}, {"ASSET_APPRAISAL"}),
        ({"category": "01", "direction": Direction.PAYABLE}, set()),
        ({"gov_party": True}, {"LEGAL_BASIS"}),
    ],
)
def test_conditions_ask_for_more(facts, more):
    assert missing(**facts) == ALWAYS | more


def test_a_contract_that_is_only_registered_brings_its_text():
    assert missing(tier=Tier.EXEMPT, procurement=True) == set()
    bare = Held(draft=False, version_ids=frozenset(), counterparties=())
    assert missing(tier=Tier.EXEMPT, held=bare) == {"DRAFT_TEXT"}


def test_a_file_that_is_set_apart_or_gone_gives_nothing():
    given = standings(kept=entry("PARTY_PROOF", version_ids=("v1",)))["PARTY_PROOF"]
    closed = standings(kept=entry("PARTY_PROOF", version_ids=("gone",)))["PARTY_PROOF"]
    assert (given.standing, closed.standing) == (MaterialStanding.GIVEN, MaterialStanding.MISSING)


def test_only_a_conditional_item_can_be_marked_as_not_applicable():
    excused = {"not_applicable": True, "reason": "由法定代表人签署"}
    assert standings(kept=entry("AUTHORITY", **excused))["AUTHORITY"].standing is MaterialStanding.NOT_APPLICABLE
    assert standings(kept=entry("PARTY_PROOF", **excused))["PARTY_PROOF"].missing


def test_due_diligence_waits_for_the_parties_and_asks_nothing_between_offices():
    for counterparties, standing in ((None, MaterialStanding.MISSING), ((), MaterialStanding.GIVEN)):
        held = Held(draft=True, version_ids=frozenset(), counterparties=counterparties)
        assert standings(held=held)["DUE_DILIGENCE"].standing is standing


def test_due_diligence_names_the_parties_nobody_looked_into():
    held = Held(draft=True, version_ids=frozenset({"v1"}), counterparties=("清和档案服务有限公司", "望澜担保有限公司"))
    kept = Submission(id="s", contract_id="c", inquiries=(inquiry(),))
    assert standings(held=held, kept=kept)["DUE_DILIGENCE"].named == "相对方尽职调查记录（望澜担保有限公司）"
    both = Submission(id="s", contract_id="c", inquiries=(inquiry(), inquiry(party="望澜担保有限公司")))
    assert not standings(held=held, kept=both)["DUE_DILIGENCE"].missing


@pytest.mark.parametrize(
    "lack",
    [
        {"queried_on": None}, {"credit": QueryResult.NOT_QUERIED}, {"conclusion": None}, {"version_ids": ()},
        {"dishonesty": QueryResult.ABNORMAL}, {"removed_at": AT},
    ],
)  # fmt: skip
def test_an_inquiry_counts_only_when_it_is_complete(lack):
    kept = Submission(id="s", contract_id="c", inquiries=(inquiry(**lack),))
    assert standings(kept=kept)["DUE_DILIGENCE"].missing


def test_what_was_found_against_a_party_is_explained():
    assert inquiry(dishonesty=QueryResult.ABNORMAL, findings="已履行完毕，待移出名单").complete


def test_a_consulted_opinion_that_is_not_adopted_says_why():
    ignored = consultation(conclusion=Conclusion.DISAPPROVE, adopted=AdoptionChoice.NOT_ADOPTED)
    kept = Submission(id="s", contract_id="c", consultations=(consultation(), ignored))
    assert standings(kept=kept)["CONSULTED"].named == "有关部门、单位的书面意见（区财政局）"
    explained = consultation(adopted=AdoptionChoice.NOT_ADOPTED, reason="该意见所指条款已删除")
    kept = Submission(id="s", contract_id="c", consultations=(consultation(), explained))
    assert not standings(kept=kept)["CONSULTED"].missing


def test_the_city_that_lists_four_asks_for_three():
    assert missing(place="city-168903") == {"PARTY_PROOF", "PROJECT_BASIS"}


def test_claims_are_those_the_profile_knows():
    known = {place: set(pinned(PROFILES, f"{place}@2026.1").routing.claims) for place in ("rugao", "xiangshan")}
    assert known == {"rugao": {"CENTRAL_PROCUREMENT", "HR", "EMERGENCY"}, "xiangshan": {"HR", "EMERGENCY"}}
