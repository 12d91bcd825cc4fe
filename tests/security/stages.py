"""Contracts of the world under test, each at a stage with everything that can hang on it, marked by a canary."""

import re
from datetime import date, datetime, timedelta
from io import BytesIO

import msgspec

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Analysis, Context
from contract_platform.analysis.pages import Page
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.trace import record
from contract_platform.documents.registry import read
from contract_platform.domain.contract import Contract, Party
from contract_platform.domain.deviation import Deviation, Difference
from contract_platform.domain.document import Document, StoredAnalysis, Version
from contract_platform.domain.followups import Alert, Filing, Obligation, Remark, Selector
from contract_platform.domain.handover import Handover
from contract_platform.domain.lifecycle import TERMINAL
from contract_platform.domain.opinion import Opinion
from contract_platform.domain.people import SYSTEM_ACTOR
from contract_platform.domain.signing import Confirmation, Signing
from contract_platform.domain.signing_vocabulary import DifferenceKind
from contract_platform.domain.vocabulary import (
    AlertKind,
    AlertLevel,
    AlertState,
    AnalysisState,
    Conclusion,
    DocumentKind,
    FilingState,
    HandoverCause,
    HandoverState,
    ObligationKind,
    ObligationState,
    RemarkState,
    State,
    Tier,
)
from tests.security.asked import asked_correction
from tests.security.ends import LEASE, SUPPLEMENT, ends, varied
from tests.security.paper_records import issued_papers
from tests.security.submissions import complete_submission
from tests.security.work_records import main_task, notice, past_statement

F, O, A, S, H = FilingState, ObligationState, AlertState, State, HandoverState  # noqa: E741 - the letter of the column
MARK = re.compile(r"KANARI(\d{4})")
DRAFT = """保洁服务合同KANARI0000
甲方：望澜区KANARI0000局
乙方：清和KANARI0000物业服务有限公司
第一条 合同标的
乙方为甲方提供保洁服务KANARI0000。
第二条 合同金额
合同总金额为人民币叁拾万元整（¥300,000.00元）。
第三条 争议解决
因本合同发生的争议KANARI0000，提交仲裁委员会仲裁。
"""
UNREVIEWED = frozenset({S.DRAFTING, S.UNIT_COSIGNING, S.UNIT_REVIEW, S.FORWARDING, S.SUBMITTED, S.WITHDRAWN})
SIGNED = frozenset({S.PERFORMING, S.SUSPENDED, S.COMPLETED, S.TERMINATED, S.VOIDED, S.ARCHIVED})
PROVEN = frozenset({S.AWAITING_DECISION, S.ESCALATED, S.PERFORMING, S.ARCHIVED})
"""Stages at which an act needs minutes or another proof."""
UNMOVED = frozenset({S.UNDER_REVIEW, S.SUSPENDED})
"""Stages at which nobody is handing the contract over, so that somebody can begin to."""
INVITEE, APART = "counsel-elsewhere", "expired"
"""Who is invited to each contract nobody else may see, and who keeps apart from every contract."""
OPINED = frozenset({S.SIGNING_OFF, S.OPINION_ISSUED, S.AMENDING, S.CONFIRMING, S.ESCALATED})


class Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """A contract with the ids of what hangs on it, by the names of the API's path parameters.

    ``by_state`` holds filings, obligations and alerts under "parameter/STATE" as planned; ``states`` says in which
    state a child really is, which differs where everything is settled.
    """

    number: int
    contract: Contract
    ids: dict[str, str]
    by_state: dict[str, str]
    states: dict[str, str]

    def child(self, parameter: str, state: str = "") -> str:
        """The id of a child in a state, or of the one there is."""
        return self.by_state.get(f"{parameter}/{state}", self.ids[parameter])


class Maker:
    """Makes contracts; numbers are the canaries, the same order gives the same world."""

    def __init__(self, platform: Platform, uow: UnitOfWork, *, first: int = 1) -> None:
        self.platform = platform
        self.uow = uow
        self._first = first
        self.now: datetime = platform.clock.now()
        self.today: date = platform.clock.today()
        self.made: list[Bundle] = []
        self._analysis = analysed(platform)

    def make(self, stage: str, unit: str, handler: str, reviewer: str) -> Bundle:
        """A contract at a stage with all its children; ``stage`` is a state, or one of ``VARIED``."""
        state, settled, confirmed = VARIED.get(stage) or (State(stage), State(stage) in TERMINAL, 0)
        number = len(self.made) + self._first
        key = f"c{number:04}"
        drafted = self._contract(key, state, unit, handler, reviewer, number)
        if stage == NEVER_SENT:
            drafted = msgspec.structs.replace(drafted, tier=None)
        self.uow.contracts.add(drafted)
        version = self._file(key, number, DocumentKind.DRAFT, handler)
        signed = self._file(key, number, DocumentKind.SIGNED, handler) if state in {*SIGNED, S.SIGNING} else None
        contract = self.uow.contracts.get(key)
        contract = self.uow.contracts.save(
            msgspec.structs.replace(
                contract, draft_version_id=version, approved_version_id=version, signed_version_id=signed
            )
        )
        proof = (
            self._file(key, number, DocumentKind.ATTACHMENT, handler) if state in PROVEN or stage == LEASE else version
        )
        if signed and confirmed:
            self._confirm(key, signed)
        contract = varied(self.uow, stage, contract, [bundle.contract for bundle in self.made])
        self.uow.submissions.add(complete_submission(contract, version, mark(number), self.now))
        self._opinion(contract, number)
        by_state = {
            **({} if state is S.SIGNING else self._filings(key, number, settled=settled)),
            **self._obligations(key, number, settled=settled),
            **self._alerts(key, number, settled=settled),
            **ends(self.uow, self.now, contract, mark(number), settled=settled),
            **({} if state in UNMOVED else self._handover(key, unit, handler, settled=settled)),
            **issued_papers(self.platform, self.uow, contract, mark(number), self.now),
        }
        ids = {
            "contract_id": key,
            "version_id": version,
            "proof": proof,
            "deviation_id": self._deviation(key, version),
            "finding_id": self._analysis.findings[0].id,
            "invitation_id": f"invitation-{key}-0",
            "recusal_id": f"recusal-{key}-{APART}",
            "endorsement_id": past_statement(self.uow, contract, mark(number), self.now),
            "supervision_id": notice(self.uow, contract, mark(number), self.now, settled=settled),
            "task_id": main_task(self.uow, contract, self.now),
            "correction_id": asked_correction(self.uow, self.now, key, mark(number), handler, settled=settled),
            "remark_id": self._remark(key, number, version, reviewer),
            **{path.partition("/")[0]: child for path, child in by_state.items()},
        }
        told = {"name": contract.name, "reason": f"理由{mark(number)}"}
        record(self.uow, self.platform, SYSTEM_ACTOR, "contract.registered", object_id=key, contract_id=key, data=told)
        record(self.uow, self.platform, SYSTEM_ACTOR, "contract.submit", object_id=key, contract_id=key, data=told)
        states = states_of(self.uow, key)
        bundle = Bundle(number=number, contract=contract, ids=ids, by_state=by_state, states=states)
        self.made.append(bundle)
        return bundle

    def _contract(self, key: str, state: State, unit: str, handler: str, reviewer: str, number: int) -> Contract:
        reviewed = state not in UNREVIEWED and state is not S.NOT_ACCEPTED
        sent = state not in {S.DRAFTING, S.UNIT_COSIGNING, S.UNIT_REVIEW}
        signed = state in SIGNED
        return Contract(
            id=key,
            state=state,
            name=f"保洁服务合同{mark(number)}",
            handling_unit_id=unit,
            signing_body_id=unit,
            handler_id=handler,
            created_at=self.now,
            updated_at=self.now - timedelta(minutes=number),
            secrecy_declared=True,
            amount_fen=30_000_000 + number,
            parties=(Party(role="乙方", name=f"清和{mark(number)}物业服务有限公司"),),
            facts_confirmed=True,
            tier=Tier.MAJOR if sent else None,
            review_no=f"审{mark(number)}" if reviewed else None,
            reviewer_id=reviewer if reviewed else None,
            contract_no=f"合{mark(number)}" if signed or state in {S.READY_TO_SIGN, S.SIGNING} else None,
            sign_date=self.today if signed else None,
        )

    def _file(self, key: str, number: int, kind: DocumentKind, by: str) -> str:
        """A document with one version that has been read, unless it is no text."""
        document, version = f"{key}-{kind.lower()}", f"{key}-{kind.lower()}-v1"
        stored = self.platform.objects.put(BytesIO(DRAFT.replace("0000", f"{number:04}").encode()))
        self.uow.documents.add(
            Document(id=document, contract_id=key, kind=kind, title=mark(number), current_version_id=version)
        )
        self.uow.versions.add(
            Version(
                id=version,
                document_id=document,
                contract_id=key,
                no=1,
                filename=f"合同{mark(number)}.txt",
                sha256=stored.sha256,
                media="txt",
                size=stored.size,
                uploaded_by=by,
                uploaded_at=self.now,
                analysis_state=AnalysisState.DONE,
                analysis_id=f"{version}-a",
            )
        )
        body = msgspec.json.encode(self._analysis).replace(b"KANARI0000", mark(number).encode())
        analysis = StoredAnalysis(
            id=f"{version}-a",
            version_id=version,
            engine_version=self._analysis.engine_version,
            profile_version="",
            finished_at=self.now,
            body=body,
            search_text=f"保洁服务{mark(number)}",
            layout=LAYOUT,
            high=1,
            medium=0,
            low=0,
        )
        self.uow.analyses.add(analysis)
        return version

    def _confirm(self, key: str, version: str) -> None:
        confirmed = tuple(Confirmation(person_id=who, at=self.now) for who in ("disabled", "expired"))
        self.uow.signings.add(
            Signing(
                id=f"{key}-s",
                contract_id=key,
                version_id=version,
                sha256=self.uow.versions.get(version).sha256,
                reviewed_version_id=f"{key}-draft-v1",
                signatures=(),
                confirmations=confirmed,
            )
        )

    def _opinion(self, contract: Contract, number: int) -> None:
        if contract.state not in OPINED or contract.reviewer_id is None:
            return
        issued = contract.state is not S.SIGNING_OFF
        self.uow.opinions.add(
            Opinion(
                id=f"{contract.id}-o",
                contract_id=contract.id,
                round=1,
                version_id=f"{contract.id}-draft-v1",
                conclusion=Conclusion.APPROVE,
                body=f"同意{mark(number)}",
                items=(),
                drafter_id=contract.reviewer_id,
                drafted_at=self.now,
                issued_at=self.now if issued else None,
            )
        )

    def _deviation(self, key: str, version: str) -> str:
        """What somebody found in a copy that does not count any more: it keeps the contract from nothing."""
        deviation = Deviation(
            id=f"{key}-d",
            contract_id=key,
            version_id=version,
            sha256="0" * 64,
            reviewed_version_id=version,
            differences=(Difference(kind=DifferenceKind.OTHER, signed=mark(int(key[1:]))),),
            stated_by="disabled",
            stated_at=self.now,
        )
        self.uow.deviations.add(deviation)
        return deviation.id

    def _filings(self, key: str, number: int, *, settled: bool) -> dict[str, str]:
        wanted = (("JUSTICE_BUREAU", "RECEIVED", F.DUE), ("FINANCE", "RECEIVED", F.FILING_SUBMITTED))
        found = {}
        for target, kind, state in (*wanted, ("PUBLICATION", "REGISTERED", F.DUE)):
            filing = Filing(
                id=f"{key}-f-{target.lower()}",
                contract_id=key,
                target=target,
                kind=kind,
                state=F.FILED if settled else state,
                due_on=self.today,
                note=mark(number),
            )
            self.uow.filings.add(filing)
            found[f"filing_id/{kind}-{state}"] = filing.id
        return found

    def _obligations(self, key: str, number: int, *, settled: bool) -> dict[str, str]:
        found = {}
        for state in (O.PROPOSED, O.DUE, O.EVIDENCED):
            obligation = Obligation(
                id=f"{key}-o-{state.lower()}",
                contract_id=key,
                kind=ObligationKind.PAYMENT,
                side="ours",
                content=f"支付{mark(number)}",
                state=O.ACCEPTED if settled else state,
                due_on=self.today,
                evidenced_by="disabled" if state is O.EVIDENCED else None,
            )
            self.uow.obligations.add(obligation)
            found[f"obligation_id/{state}"] = obligation.id
        return found

    def _alerts(self, key: str, number: int, *, settled: bool) -> dict[str, str]:
        found = {}
        for kind, state in (
            (AlertKind.OBLIGATION, A.RAISED), (AlertKind.REVIEW, A.RAISED), (AlertKind.FILING, A.DISPOSED),
        ):  # fmt: skip
            alert = Alert(
                id=f"{key}-a-{kind.lower()}",
                contract_id=key,
                kind=kind,
                cause=f"{kind}/{key}",
                subject_id=key,
                level=AlertLevel.YELLOW,
                state=A.CLOSED if settled else state,
                due_on=self.today,
                unit="natural",
                raised_at=self.now,
                title=f"预警{mark(number)}",
                disposed_by="disabled" if state is A.DISPOSED else None,
            )
            self.uow.alerts.add(alert)
            found[f"alert_id/{kind}-{state}"] = alert.id
        return found

    def _handover(self, key: str, unit: str, handler: str, *, settled: bool) -> dict[str, str]:
        handover = Handover(
            id=f"{key}-h",
            contract_id=key,
            unit_id=unit,
            from_id=handler,
            cause=HandoverCause.VOLUNTARY,
            state=H.CANCELLED if settled else H.ASSIGNED,
            opened_at=self.now,
            opened_by=handler,
            to_id="handler-colleague",
            assigned_by=handler,
            assigned_at=self.now,
            note=mark(int(key[1:])),
        )
        self.uow.handovers.add(handover)
        return {f"handover_id/{H.ASSIGNED}": handover.id}

    def _remark(self, key: str, number: int, version: str, by: str) -> str:
        remark = Remark(
            id=f"{key}-r",
            contract_id=key,
            version_id=version,
            selector=Selector(exact="保洁", prefix="", suffix="服务", start=0, end=2),
            text=f"批注{mark(number)}",
            by=by,
            at=self.now,
            state=RemarkState.OPEN,
        )
        self.uow.remarks.add(remark)
        return remark.id


NEVER_SENT = "WITHDRAWN_DRAFT"
VARIED: dict[str, tuple[State, bool, int]] = {
    "SIGNING_CONFIRMED": (S.SIGNING, False, 2),
    "COMPLETED": (S.COMPLETED, True, 0),
    SUPPLEMENT: (S.READY_TO_SIGN, False, 0),
    LEASE: (S.PERFORMING, False, 0),
    NEVER_SENT: (S.WITHDRAWN, True, 0),
}
"""Stages that are more than a state: what is settled, and how many have compared the signed copy."""
LAYOUT = msgspec.msgpack.encode((Page(number=1, width=5950, height=8420, source="text"),))


CHILDREN = (
    "filings",
    "obligations",
    "alerts",
    "disputes",
    "settlements",
    "handovers",
    "deviations",
    "supervisions",
    "corrections",
)
"""What hangs on a contract with a state of its own."""


def states_of(uow: UnitOfWork, contract_id: str) -> dict[str, str]:
    """The state of every child by its id."""
    found = (child for table in CHILDREN for child in getattr(uow, table).find(contract_id=contract_id))
    return {child.id: str(child.state) for child in found}


def mark(number: int) -> str:
    """The canary of a contract; everything that belongs to it carries it."""
    return f"KANARI{number:04}"


def analysed(platform: Platform) -> Analysis:
    """The draft as the engine reads it, once for all contracts."""
    file = platform.spool / "draft.txt"
    file.write_text(DRAFT)
    return analyse(read(file), Context(today=platform.clock.today()))
