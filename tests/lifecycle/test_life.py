"""Whatever people try in whatever order, the platform does what the model says, on both databases; nothing is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.lifecycle.district_over_http import DistrictOverHttp
from tests.lifecycle.model import ACTS, COPIED, ENDED, PEOPLE, Life
from tests.unit.application.district import MAJOR, ORDINARY

STEPS = 50  # of one contract's life
LIVES = ((64, 2_000), (640, 20_000))  # of the short and of the long run, with the steps they take at least
SENT = {"propose_approve": "APPROVE", "propose_amend": "APPROVE_WITH_CHANGES", "propose_refuse": "DISAPPROVE"}
ITEM = {
    "no": 1,
    "clause": "第二条",
    "original": "合同金额",
    "problem": "大写与小写不一致",
    "level": "HIGH",
    "basis": "民法典第470条",
    "suggestion": "改为一致",
    "binding": "MUST",
}
LEAVING = frozenset({"withdraw", "abandon", "decline", "pull_back"})
"""Acts that end or undo."""
LEAVES = 12  # one act in so many may be one of them
ONWARD = (
    *(
        "submit",
        "pass",
        "accept",
        "supply",
        "answered",
        "propose_approve",
        "propose_amend",
        "propose_refuse",
        "sign_off",
    ),
    *("adopt_all", "adopt_none", "confirm", "escalate", "uphold", "override", "decide_passed", "redraft", "use_seal"),
    *("sign", "suspend", "resume", "rescind"),
)
"""Acts that lead on."""
REACHED = frozenset(
    {
        *{"DRAFTING", "UNIT_REVIEW", "SUBMITTED", "SUPPLEMENTING", "UNDER_REVIEW", "CONSULTING", "SIGNING_OFF"},
        *{"OPINION_ISSUED", "AMENDING", "CONFIRMING", "ESCALATED", "AWAITING_DECISION", "READY_TO_SIGN", "SIGNING"},
        *{"PERFORMING", "SUSPENDED", "TERMINATED", "WITHDRAWN"},
    }
)
CONFIRMERS = ("handler", "legal")
DRAFTED = frozenset({"DRAFTING", "AMENDING", "SUPPLEMENTING", *COPIED})


class Lives(RuleBasedStateMachine):
    """One contract on every database, with everybody around it."""

    districts: ClassVar[list[DistrictOverHttp]] = []
    steps: ClassVar[int] = 0
    seen: ClassVar[set[str]] = set()

    @initialize(major=st.booleans())
    def begin(self, major: bool) -> None:  # noqa: FBT001 - hypothesis hands it over
        self.life = Life(major=major)
        self.ids = [one.draft(MAJOR if major else ORDINARY) for one in self.districts]
        self.numbers = 0
        self.drafts = 0
        self.kept: list[set[str]] = [set() for _ in self.ids]

    @rule(data=st.data())
    @precondition(lambda self: self.life.state not in ENDED)
    def something_that_goes(self, data: st.DataObject) -> None:
        """An act that the model lets through, by whoever may do it."""
        goes = [(act, who) for act in ACTS for who in PEOPLE if self.life.next(act, who) is not None]
        onward = [one for one in goes if one[0] not in LEAVING]
        if goes:
            leaves = data.draw(st.integers(0, LEAVES)) == 0
            self.act(*data.draw(st.sampled_from(goes if leaves else onward or goes)))

    @rule(choice=st.integers(0, 99))
    @precondition(lambda self: self.life.state not in ENDED)
    def the_usual_way(self, choice: int) -> None:
        """Whatever brings the contract nearer to its end, files and confirmations included."""
        waiting = [who for who in CONFIRMERS if who not in self.life.confirmed]
        if self.life.state == "AMENDING" and not self.life.revised:
            self.another_draft()
        elif self.life.state == "SIGNING" and not self.life.copy:
            self.a_signed_copy()
        elif self.life.state == "SIGNING" and waiting:
            self.a_confirmation(waiting[0])
        else:
            goes = [(act, who) for act in ONWARD for who in PEOPLE if self.life.next(act, who) is not None]
            if goes:
                self.act(*goes[choice % len(goes)])

    @rule(choice=st.integers(0, 99))
    @precondition(lambda self: self.life.state not in ENDED)
    def the_usual_way_on(self, choice: int) -> None:
        """The same once more, so that lives get somewhere."""
        self.the_usual_way(choice)

    @rule(choice=st.integers(0, 99))
    @precondition(lambda self: self.life.state not in ENDED)
    def the_usual_way_to_the_end(self, choice: int) -> None:
        """And once more."""
        self.the_usual_way(choice)

    @rule(act=st.sampled_from(ACTS), who=st.sampled_from(PEOPLE))
    def anything(self, act: str, who: str) -> None:
        """An act that may go or not."""
        self.act(act, who)

    @rule(act=st.sampled_from(ACTS), who=st.sampled_from(PEOPLE))
    def something_on_a_stale_page(self, act: str, who: str) -> None:
        """What was asked on an old page changes nothing, whoever asks."""
        self.on_all(
            lambda one, key: one.ask(who, "POST", f"/contracts/{key}/actions", self.command(act, one, key), 0),
            went=False,
        )

    @rule()
    def another_draft(self) -> None:
        """The officer uploads a draft."""
        takes = self.life.state in DRAFTED
        text = (MAJOR if self.life.major else ORDINARY) + f"第九条 其他\n第{self.drafts}稿。\n"
        self.on_all(lambda one, key: one.add_file("handler", key, "DRAFT", text), went=takes)
        if takes:
            self.drafts += 1
            self.life.revised = True
            self.life.draft_again()
            if self.life.state == "DRAFTING":
                for one, key in self.each():
                    one.settle_facts(key)

    @rule()
    @precondition(lambda self: self.life.state in COPIED)
    def a_signed_copy(self) -> None:
        """The officer uploads what was signed."""
        text = MAJOR if self.life.major else ORDINARY
        self.on_all(lambda one, key: one.add_file("handler", key, "SIGNED", text), went=True)
        self.life.copy, self.life.confirmed = True, set()

    @rule(who=st.sampled_from(CONFIRMERS))
    @precondition(lambda self: self.life.state == "SIGNING")
    def a_confirmation(self, who: str) -> None:
        """Somebody states that the signed copy is the reviewed text."""
        goes = self.life.copy and who not in self.life.confirmed
        path = "/contracts/{}/signing/confirmations"
        self.on_all(
            lambda one, key: one.ask(who, "POST", path.format(key), None, one.contract(key).revision), went=goes
        )
        if goes:
            self.life.confirmed.add(who)

    @rule(act=st.sampled_from(["file", "accept_filing", "return_filing"]))
    @precondition(lambda self: bool(self.life.filing))
    def a_filing(self, act: str) -> None:
        """The contract is filed, accepted or returned: accepted once and never again."""
        moves = {
            ("DUE", "file"): "FILING_SUBMITTED",
            ("CORRECTING", "file"): "FILING_SUBMITTED",
            ("FILING_SUBMITTED", "accept_filing"): "FILED",
            ("FILING_SUBMITTED", "return_filing"): "CORRECTING",
        }
        target = moves.get((self.life.filing, act))
        who = "handler" if act == "file" else "filing"

        def ask(one: DistrictOverHttp, key: str) -> Any:
            [filing] = one.find("filings", contract_id=key, target="JUSTICE_BUREAU")
            body = {"action": act, "note": "补充用印页" if act == "return_filing" else ""}
            return one.ask(who, "POST", f"/filings/{filing.id}/actions", body, filing.revision)

        self.on_all(ask, went=target is not None)
        self.life.filing = target or self.life.filing
        self.numbers += act == "accept_filing" and target is not None

    def act(self, act: str, who: str) -> None:
        """Ask for an act on every database; what comes of it is what the model says."""
        goes = self.life.next(act, who) is not None

        def ask(one: DistrictOverHttp, key: str) -> Any:
            return one.ask(
                who, "POST", f"/contracts/{key}/actions", self.command(act, one, key), one.contract(key).revision
            )

        if act in {"override", "decide_passed", "decide_refused", "rescind"} and goes:
            self.minutes = [
                one.add_file("handler", key, "ATTACHMENT", "会议纪要").json()["version"]["id"]
                for one, key in self.each()
            ]
        self.on_all(ask, went=goes)
        if goes:
            self.life.take(act, who)

    def command(self, act: str, one: DistrictOverHttp, key: str) -> dict[str, object]:
        """The act with everything it carries in order."""
        reasoned: dict[str, object] = {"action": act, "reason": "理由"}
        today = one.clock.today().isoformat()
        minutes = self.minutes[self.districts.index(one)] if getattr(self, "minutes", None) else None
        adopted = {"no": 1, "choice": "ADOPTED"}
        ignored = {"no": 1, "choice": "NOT_ADOPTED", "reason": "另有安排"}
        carried: dict[str, dict[str, object]] = {
            "accept": {"reviewer_id": "reviewer"},
            "request_supplement": {"items": ["授权委托书"]},
            **{
                kind: {"action": "propose", "conclusion": conclusion, "body": "意见", "items": [ITEM]}
                for kind, conclusion in SENT.items()
            },
            "adopt_all": {"action": "submit_adoption", "adoption": [adopted]},
            "adopt_none": {"action": "submit_adoption", "adoption": [ignored]},
            "decide_passed": {"action": "decide", "passed": True, "minutes_version_id": minutes},
            "decide_deferred": {"action": "decide", "passed": False, "deferred": True},
            "decide_refused": {"action": "decide", "passed": False, "minutes_version_id": minutes},
            "override": {"minutes_version_id": minutes},
            "suspend": {"ground": "PUBLIC_INTEREST", "from_on": today},
            "rescind": {"ground": "CONTRACTUAL", "ended_on": today, "evidence_version_id": minutes},
            "use_seal": {"sealed_on": today, "seals": ["CONTRACT_SEAL"], "keeper": "办公室", "copies": 4},
            "sign": {
                "signatures": [
                    {"party": party.name, "signatory": "授权代表", "signed_on": today}
                    for party in one.contract(key).parties
                ]
            },
        }
        return reasoned | carried.get(act, {})

    def on_all(self, ask: Any, *, went: bool) -> None:
        """The same on every database, with the same answer."""
        answers = [ask(one, key) for one, key in self.each()]
        type(self).steps += 1
        self.seen.add(self.life.state)
        assert len({answer.status for answer in answers}) == 1, [answer.start() for answer in answers]
        assert (answers[0].status < 300) == went, (self.life, answers[0].start())
        assert answers[0].status < 500

    def each(self) -> Iterator[tuple[DistrictOverHttp, str]]:
        """Every database with the contract there."""
        return zip(self.districts, self.ids, strict=True)

    @invariant()
    def the_contract_is_where_the_model_says(self) -> None:
        for (one, key), kept in zip(self.each(), self.kept, strict=True):
            contract = one.contract(key)
            assert contract.state == self.life.state
            files = {version.id for version in one.find("versions", contract_id=key)}
            assert files >= kept, "a file is gone"
            kept.update(files)
            assert contract.state not in {"SIGNING", "PERFORMING"} or self.life.reviewed or not self.life.major
            assert (
                len({filing.number for filing in one.find("filings", contract_id=key) if filing.number}) == self.numbers
            )

    def teardown(self) -> None:
        told = [one.told(key) for one, key in self.each()]
        assert all(one == told[0] for one in told)
        for one, key in self.each():
            for version in one.find("versions", contract_id=key):
                assert one.platform.objects.exists(version.sha256)


@contextmanager
def living(districts: list[DistrictOverHttp]) -> Iterator[None]:
    """The machine over these districts."""
    Lives.districts, Lives.steps, Lives.seen = districts, 0, set()
    try:
        yield
    finally:
        Lives.districts = []


@pytest.mark.parametrize(
    ("lives", "least"),
    [
        pytest.param(*LIVES[0], id="a tenth"),
        pytest.param(*LIVES[1], id="all", marks=pytest.mark.long),
    ],
)
def test_lives(lives, least, tmp_path, postgres_url):
    how = settings(
        max_examples=lives,
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    with (
        DistrictOverHttp(tmp_path / "one") as one,
        DistrictOverHttp(tmp_path / "two", postgres_url) as two,
        living([one, two]),
    ):
        run_state_machine_as_test(Lives, settings=how)
        assert Lives.steps >= least
        assert Lives.seen >= REACHED, REACHED - Lives.seen
