"""One contract of the demo with the people who work on it, and what they do to it: each verb is one use case."""

from datetime import date

import msgspec

from contract_platform.analysis.model import Analysis, Finding
from contract_platform.application.act_on_alert import act_on_alert
from contract_platform.application.act_on_contract import act_on_contract
from contract_platform.application.act_on_filing import act_on_filing
from contract_platform.application.act_on_obligation import act_on_obligation
from contract_platform.application.add_obligation import add_obligation
from contract_platform.application.add_version import add_version
from contract_platform.application.commands import (
    AlertCommand,
    ContractCommand,
    FilingCommand,
    NewObligation,
    ObligationCommand,
)
from contract_platform.application.confirm_facts import confirm_facts
from contract_platform.application.confirm_signing import confirm_signing
from contract_platform.application.judge_finding import judge_finding
from contract_platform.application.read_version import analysis_of
from contract_platform.application.register_contract import register_contract
from contract_platform.application.register_existing import ExistingContract, register_existing
from contract_platform.application.remark_text import create_remark, reply_remark
from contract_platform.application.suggest_facts import suggest_facts
from contract_platform.application.views import RemarkView
from contract_platform.demo.district import TEAMS, office
from contract_platform.demo.samples import Draft, content
from contract_platform.demo.stage import Stage
from contract_platform.domain.contract import Contract
from contract_platform.domain.followups import Alert, Filing, Obligation
from contract_platform.domain.vocabulary import AlertKind, DocumentKind, Origin, State


class Matter:
    """A contract on the stage. ``unit`` is the key of the unit that handles it."""

    def __init__(self, stage: Stage, unit: str, draft: Draft) -> None:
        self.stage = stage
        self.unit = unit
        self.draft = draft
        self.team = TEAMS[unit]
        self.id = ""

    @property
    def contract(self) -> Contract:
        """The record as it is now."""
        return self.stage.uow.contracts.get(self.id)

    @property
    def text(self) -> Analysis:
        """What was read in the draft."""
        version = self.stage.uow.versions.get(self.contract.draft_version_id or "")
        found = analysis_of(self.stage.uow, version)
        if found is None:
            raise LookupError(f"{self.draft.name} was not read: {version.unreadable}")
        return found

    def upload(self) -> None:
        """The handler uploads the draft."""
        stage = self.stage
        units = {unit.name: unit.id for unit in stage.uow.units.find()}
        with stage.spooled(content(self.draft)) as file:
            opened = register_contract(
                stage.platform,
                stage.actor(self.team.handler),
                file=file,
                filename=self.draft.filename,
                secrecy_declared=True,
                unit_id=units[office(self.unit).name],
            )
        self.id = opened.contract.id
        stage.read()

    def register(self, signed_on: date, origin: Origin, reason: str, **said: str) -> None:
        """The handler enters what was signed already, with the copy both sides signed."""
        stage, copy = self.stage, self.draft.signed(signed_on, by=self.draft.company.head)
        units = {unit.name: unit.id for unit in stage.uow.units.find()}
        entry = ExistingContract(
            origin=origin,
            state=State.PERFORMING,
            sign_date=signed_on,
            reason=reason,
            secrecy_declared=True,
            unit_id=units[office(self.unit).name],
            **said,
        )
        with stage.spooled(content(copy)) as file:
            opened = register_existing(
                stage.platform, stage.actor(self.team.handler), entry, file=file, filename=copy.filename
            )
        self.id = opened.contract.id
        stage.read()

    def confirm(self, **facts: object) -> None:
        """The handler confirms what was read; ``facts`` are those a text does not tell."""
        stage, handler = self.stage, self.stage.actor(self.team.handler)
        suggested = suggest_facts(stage.platform, handler, self.id).facts
        bodies = {unit.name: unit.id for unit in stage.uow.units.find()}
        given = {"signing_body_id": bodies[self.draft.office.name], **facts}
        confirmed = msgspec.structs.replace(suggested, **given)
        confirm_facts(stage.platform, handler, self.id, confirmed, revision=self.contract.revision)

    def do(self, who: str, command: ContractCommand) -> None:
        """An act on the main line."""
        stage = self.stage
        act_on_contract(stage.platform, stage.actor(who), self.id, command, revision=self.contract.revision)

    def add(self, kind: DocumentKind, file: bytes, filename: str, *, who: str = "") -> str:
        """A further file; returns the id of its version."""
        stage = self.stage
        actor = stage.actor(who or self.team.handler)
        with stage.spooled(file) as path:
            added = add_version(stage.platform, actor, self.id, kind=kind, file=path, filename=filename)
        stage.read()
        return added.version.id

    def revise(self, draft: Draft) -> None:
        """A new version of the draft."""
        self.draft = draft
        self.add(DocumentKind.DRAFT, content(draft), f"{draft.name}（修改稿）.{draft.form}")

    def attach(self, name: str, *lines: str, who: str = "") -> str:
        """A paper that goes with the contract, such as minutes; returns the id of its version."""
        return self.add(DocumentKind.ATTACHMENT, "\n".join((name, *lines)).encode(), f"{name}.txt", who=who)

    def evidence(self, name: str, *lines: str) -> str:
        """A voucher; returns the id of its version."""
        return self.add(DocumentKind.EVIDENCE, "\n".join((name, self.draft.name, *lines)).encode(), f"{name}.txt")

    def compare(self, who: str) -> None:
        """Somebody states that the signed copy equals the approved text."""
        stage = self.stage
        confirm_signing(stage.platform, stage.actor(who), self.id, revision=self.contract.revision)

    def finding(self, rule: str) -> Finding:
        """What a rule found in the draft."""
        found = {one.rule: one for one in reversed(self.text.findings)}
        if rule not in found:
            raise LookupError(f"{self.draft.name}: {rule} is not among {sorted(found)}")
        return found[rule]

    def judge(self, who: str, rule: str, verdict: str, reason: str = "") -> None:
        """A reviewer's verdict on what a rule found."""
        stage = self.stage
        judge_finding(stage.platform, stage.actor(who), self.id, self.finding(rule).id, verdict=verdict, reason=reason)

    def remark(self, who: str, quote: str, text: str) -> RemarkView:
        """A remark on words of the draft."""
        stage, version = self.stage, self.contract.draft_version_id or ""
        start = self.text.document.text.index(quote)
        return create_remark(stage.platform, stage.actor(who), version, start=start, end=start + len(quote), text=text)

    def reply(self, who: str, remark: RemarkView, text: str) -> None:
        """An answer to a remark."""
        stage = self.stage
        reply_remark(stage.platform, stage.actor(who), remark.id, text=text, revision=remark.revision)

    def filing(self, target: str) -> Filing:
        """The filing with a target."""
        return self.stage.uow.filings.find(contract_id=self.id, target=target)[0]

    def file(self, who: str, target: str, command: FilingCommand) -> None:
        """An act on a filing."""
        stage, filing = self.stage, self.filing(target)
        act_on_filing(stage.platform, stage.actor(who), filing.id, command, revision=filing.revision)

    def obligations(self) -> list[Obligation]:
        """Everything that either side has to do."""
        return self.stage.uow.obligations.find(contract_id=self.id)

    def oblige(self, who: str, obligation: Obligation, command: ObligationCommand) -> None:
        """An act on an obligation, as it is now."""
        stage, now = self.stage, self.stage.uow.obligations.get(obligation.id)
        act_on_obligation(stage.platform, stage.actor(who), now.id, command, revision=now.revision)

    def enter(self, new: NewObligation) -> Obligation:
        """The handler enters an obligation by hand."""
        stage = self.stage
        return add_obligation(stage.platform, stage.actor(self.team.handler), self.id, new).obligation

    def alert(self, kind: AlertKind) -> Alert:
        """The newest alert of a kind."""
        return self.stage.uow.alerts.find(contract_id=self.id, kind=kind)[-1]

    def answer(self, who: str, kind: AlertKind, action: str, note: str = "") -> None:
        """An act on the newest alert of a kind."""
        stage, alert = self.stage, self.alert(kind)
        command = AlertCommand(action=action, note=note)
        act_on_alert(stage.platform, stage.actor(who), alert.id, command, revision=alert.revision)
