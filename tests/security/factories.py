"""THE place where a new operation gets its request: how to ask so that everything but the right to it is in order.

Add one entry per operation id (several where it has several acts). What the API needs in path, headers and success
status is read from the description; an entry says what cannot be read there: the stage of the contract at which it is
possible, the body, and in which states of the contract the operation takes anything. ``oracle.py`` computes the
expected status of every role and standing from the access table; an operation about something else than a contract
says in ``expects`` what it depends on.
"""

from contract_platform.domain.alert import ALERT
from contract_platform.domain.correction import CORRECTION
from contract_platform.domain.deviation import DEVIATION
from contract_platform.domain.document import UPLOADERS
from contract_platform.domain.filing import FILING
from contract_platform.domain.handover import HANDOVER
from contract_platform.domain.lifecycle import LIFECYCLE, SIGNED
from contract_platform.domain.obligation import OBLIGATION
from contract_platform.domain.supervision import SUPERVISION
from contract_platform.domain.vocabulary import DocumentKind, Role, State
from tests.security import bodies
from tests.security.bodies import ABSENT, TODAY, always, fact, only
from tests.security.document_factories import OF_DOCUMENTS
from tests.security.end_factories import END_FACTORIES
from tests.security.factory import Factory, act, beside, given
from tests.security.policy_factories import POLICY
from tests.security.staff import ALPHA, BETA, PASSWORD, Place, key

S = State
READ = (Factory(),)
UNAUTHENTICATED, CONFLICT, UNPROCESSABLE = 401, 409, 422
EDITABLE = frozenset({S.DRAFTING, S.AMENDING, S.SUPPLEMENTING})
UNSENT_FORM = {"object_id": "anything", "form": "facts"}
PLANNED = frozenset({S.DRAFTING, S.UNIT_COSIGNING})
UNSENT = EDITABLE | PLANNED
UNFINISHED = frozenset(S) - {S.ARCHIVED, S.WITHDRAWN, S.ABANDONED, S.NOT_ACCEPTED}
UPLOAD = {"filename": "合同.txt", "secrecy_declared": "true"}
TEXT = "保洁服务合同\n甲方：望澜区甲局\n".encode()
ISSUES = {"conclusion": "APPROVE", "body": "同意", "items": []}


CHANGE = {"change_id": "change-1"}
LEFT_BEHIND_BY = "expired"

FACTORIES: dict[str, tuple[Factory, ...]] = {
    **OF_DOCUMENTS,
    **END_FACTORIES,
    "session.read": READ,
    "session.delete": READ,
    "session.create": (Factory(body=given(username=key(Role.HANDLER, Place.NAMED), password=PASSWORD)),),
    "session.ways": READ,
    "session.keep": READ,
    "session.prove": (Factory(body=bodies.code),),
    "provider.begin": (Factory(expects=always(ABSENT)),),
    "provider.finish": (Factory(body=given(code="c", state="s"), expects=always(UNAUTHENTICATED)),),
    "account.read": READ,
    "password.change": (Factory(body=given(current=PASSWORD, new="Qinghe-Bridge-2047")),),
    "totp.begin": (Factory(body=given(password=PASSWORD)),),
    "totp.confirm": (Factory(body=bodies.code),),
    "totp.remove": (Factory(body=bodies.both_factors, expects=bodies.administrators_keep_theirs),),
    "recovery_codes.renew": (Factory(body=bodies.code),),
    "health.read": READ,
    "unsent.list": READ,
    "unsent.keep": (Factory(paths=UNSENT_FORM, body=given(text="{}")),),
    "unsent.drop": (Factory(paths=UNSENT_FORM),),
    "reference.read": READ,
    "event.stream": READ,
    "event.poll": READ,
    "person.list": (Factory(query={"role": Role.BUREAU_REVIEWER}),),
    "task.list": READ,
    "task.matters": READ,
    "task.counts": READ,
    "task.export": READ,
    "supervision.list": READ,
    "supervision.export": READ,
    "supervision.create": (Factory(body=given(demand="请办理备案", due_on="2026-03-10")),),
    "supervision.act": (
        beside(SUPERVISION, "answer", ("supervision_id", "ISSUED"), text="已办理"),
        beside(SUPERVISION, "revoke", ("supervision_id", "ISSUED"), text="重复签发"),
    ),
    "copy.choices": READ,
    "copy.create": (Factory(body=given(to_ids=[key(Role.BUREAU_LEAD, Place.NAMED)], note="请知悉")),),
    "follow.begin": READ,
    "follow.end": READ,
    "overview.read": READ,
    "contract.list": READ,
    "contract.export": READ,
    "contract.export_clear": (Factory(body=given(reason="核对收款账号")),),
    "contract.create": (Factory(query=UPLOAD, content=TEXT),),
    "contract.register_existing": (
        Factory(
            query={**UPLOAD, "origin": "UNREVIEWED", "entered_as": "PERFORMING", "sign_date": TODAY, "reason": "补录"},
            content=TEXT,
        ),
    ),
    "contract.import": (
        Factory(query={**UPLOAD, "filename": "台账.xlsx"}, content=TEXT, expects=always(UNPROCESSABLE)),
    ),
    "contract.import_preview": (Factory(query=UPLOAD, content=TEXT, expects=always(UNPROCESSABLE)),),
    "contract.import_template": READ,
    "contract.read": (Factory(), Factory(act="at drafting", stage=S.DRAFTING)),
    "contract.update": (Factory(stage=S.DRAFTING, body=bodies.facts, states=EDITABLE),),
    "contract.suggestion": READ,
    "contract.precheck": READ,
    "contract.timeline": READ,
    "submission.read": READ,
    "material.set": (Factory(stage=S.DRAFTING, paths={"code": "PARTY_PROOF"}, body=bodies.material, states=UNSENT),),
    "inquiry.state": (Factory(stage=S.DRAFTING, body=bodies.inquiries, states=UNSENT),),
    "consultation.state": (Factory(stage=S.DRAFTING, body=bodies.consultations, states=UNSENT),),
    "urgency.ask": (Factory(stage=S.DRAFTING, body=given(action="withdraw_urgency"), states=PLANNED),),
    "urgency.decide": (Factory(stage=S.DRAFTING, body=given(action="confirm_urgency"), states=PLANNED),),
    "contract.act": (
        act("submit", S.DRAFTING),
        act("withdraw", S.DRAFTING, reason="撤件"),
        act("cosign", S.DRAFTING, unit_ids=[BETA], reason="请提出意见"),
        act("pass", S.UNIT_REVIEW),
        act("forward", S.FORWARDING),
        act("accept", S.SUBMITTED, reviewer_id=key(Role.BUREAU_REVIEWER, Place.COLLEAGUE)),
        act("propose", S.UNDER_REVIEW, **ISSUES),
        act("sign_off", S.SIGNING_OFF),
        Factory(act="decide", stage=S.AWAITING_DECISION, machine=LIFECYCLE, body=bodies.minutes),
        act("use_seal", S.READY_TO_SIGN, sealed_on=TODAY, seals=["CONTRACT_SEAL"], keeper="办公室", copies=4),
        Factory(act="sign", stage="SIGNING_CONFIRMED", machine=LIFECYCLE, body=bodies.signatures),
        act("suspend", S.PERFORMING, reason="中止", ground="AGREED", from_on=TODAY),
        act("archive", S.COMPLETED),
    ),
    "work.read": (Factory(), Factory(act="at co-signing", stage=S.UNIT_COSIGNING)),
    "task.act": (
        Factory(
            act="claim",
            stage=S.UNIT_REVIEW,
            body=given(action="claim"),
            states=frozenset({S.UNIT_REVIEW}),
            expects=bodies.reviews_in_the_named_unit,
        ),
        Factory(
            act="assign",
            stage=S.UNIT_REVIEW,
            body=given(action="assign", to_id=key(Role.UNIT_LEGAL, Place.COLLEAGUE)),
            states=frozenset({S.UNIT_REVIEW}),
            expects=bodies.gives_tasks_of_the_named_unit,
        ),
        Factory(
            act="urge",
            stage=S.UNIT_REVIEW,
            body=given(action="urge"),
            states=frozenset({S.UNIT_REVIEW}),
            expects=bodies.urges_the_named_unit,
        ),
    ),
    "task.batch": (
        Factory(
            stage=S.UNIT_REVIEW,
            in_body=True,
            body=bodies.chosen_task,
            states=frozenset({S.UNIT_REVIEW}),
            expects=bodies.reviews_in_the_named_unit,
        ),
    ),
    "task.choices": (Factory(stage=S.UNIT_REVIEW),),
    "endorsement.act": (
        Factory(
            act="agree",
            stage=S.UNIT_COSIGNING,
            body=given(action="agree", text="同意"),
            states=frozenset({S.UNIT_COSIGNING}),
            expects=bodies.answers_for_the_unit_elsewhere,
        ),
        Factory(
            act="take_out",
            stage=S.UNIT_COSIGNING,
            body=given(action="take_out", text="逾期"),
            states=frozenset({S.UNIT_COSIGNING}),
            expects=bodies.heads_the_named_unit,
        ),
    ),
    "signing.confirm": (Factory(stage=S.SIGNING, states=frozenset({S.SIGNING})),),
    "signing.compare": READ,
    "deviation.create": (
        Factory(
            stage=S.SIGNING,
            body=given(differences=[{"kind": "AMOUNT", "reviewed": "100", "signed": "200"}]),
            states=frozenset({*SIGNED, S.SIGNING}),
        ),
    ),
    "deviation.act": (
        beside(DEVIATION, "settle", ("deviation_id", "KNOWN"), note="认可", refuses=frozenset({Role.UNIT_LEGAL})),
    ),
    "deadline.read": READ,
    "document.add": (
        Factory(
            act="draft",
            stage=S.DRAFTING,
            paths={"kind": "DRAFT"},
            query=UPLOAD,
            content=TEXT,
            states=EDITABLE,
            takers=UPLOADERS[DocumentKind.DRAFT],
        ),
        Factory(act="attachment", paths={"kind": "ATTACHMENT"}, query=UPLOAD, content=TEXT, states=UNFINISHED),
    ),
    "version.read": READ,
    "version.content": (Factory(), Factory(act="at drafting", stage=S.DRAFTING)),
    "version.reread": READ,
    "analysis.read": READ,
    "page.list": READ,
    "page.read": (Factory(paths={"number": "1"}),),
    "page.boxes": (Factory(query={"start": "0", "end": "2"}),),
    "page.picture": (Factory(paths={"number": "1"}, expects=always(CONFLICT)),),
    "fact.list": READ,
    "fact.judge": (Factory(body=fact),),
    "finding.judge": (Factory(body=given(verdict="adopted")),),
    "remark.list": READ,
    "remark.create": (Factory(body=given(start=0, end=2, text="批注")),),
    "remark.reply": (Factory(body=given(text="答复")),),
    "remark.resolve": READ,
    "filing.act": (
        beside(FILING, "file", ("filing_id", "RECEIVED-DUE")),
        beside(FILING, "accept_filing", ("filing_id", "RECEIVED-FILING_SUBMITTED")),
        Factory(
            act="register REGISTERED-DUE",
            stage=S.PERFORMING,
            machine=FILING,
            children={"filing_id": "REGISTERED-DUE"},
            body=bodies.registered,
        ),
        beside(FILING, "spare", ("filing_id", "RECEIVED-DUE"), note="应急合同"),
    ),
    "correction.list": READ,
    "correction.ask": (Factory(act="ask", stage=S.PERFORMING, body=bodies.correction, states=frozenset(SIGNED)),),
    "correction.act": (
        beside(CORRECTION, "confirm", ("correction_id", "PENDING")),
        beside(CORRECTION, "reject", ("correction_id", "PENDING"), note="原登记无误"),
    ),
    "obligation.create": (
        Factory(stage=S.PERFORMING, body=given(kind="PAYMENT", side="ours", content="支付", due_on=TODAY)),
    ),
    "obligation.act": (
        beside(OBLIGATION, "confirm", ("obligation_id", "PROPOSED")),
        Factory(
            act="report DUE",
            stage=S.PERFORMING,
            machine=OBLIGATION,
            children={"obligation_id": "DUE"},
            body=bodies.evidence,
        ),
        beside(OBLIGATION, "accept", ("obligation_id", "EVIDENCED")),
        beside(OBLIGATION, "waive", ("obligation_id", "DUE"), note="免除"),
    ),
    "alert.list": READ,
    "backlog.list": READ,
    "alert.act": (
        beside(ALERT, "acknowledge", ("alert_id", "REVIEW-RAISED")),
        beside(ALERT, "acknowledge", ("alert_id", "OBLIGATION-RAISED"), refuses=frozenset({Role.BUREAU_REVIEWER})),
        beside(ALERT, "close", ("alert_id", "FILING-DISPOSED")),
    ),
    "handover.list": READ,
    "handover.offer": (Factory(in_body=True, body=bodies.offer),),
    "handover.assign": (
        Factory(
            body=given(from_id=LEFT_BEHIND_BY, to_id=key(Role.HANDLER, Place.COLLEAGUE)),
            expects=bodies.head_of_the_pool,
        ),
    ),
    "handover.act": (
        beside(
            HANDOVER,
            "assign",
            ("handover_id", "ASSIGNED"),
            asks="handover.assign",
            to_id=key(Role.HANDLER, Place.COLLEAGUE),
        ),
        beside(
            HANDOVER,
            "withdraw",
            ("handover_id", "ASSIGNED"),
            asks="handover.offer",
            refuses=frozenset({Role.HANDLER_LEAD}),
        ),
    ),
    "delegation.list": READ,
    "delegation.choices": READ,
    "delegation.create": (Factory(body=bodies.deputy, expects=bodies.own_posts_only),),
    "delegation.end": (Factory(paths={"delegation_id": "delegation-handler"}, expects=bodies.who_is_concerned),),
    "participant.list": READ,
    "invitation.create": (
        Factory(body=given(person_id=key(Role.COUNSEL, Place.ELSEWHERE), until=TODAY, reason="论证")),
    ),
    "invitation.end": READ,
    "recusal.create": (Factory(body=given(reason="利害关系")),),
    "recusal.lift": (Factory(body=given(reason="关系解除")),),
    "unit.list": READ,
    "person.accounts": READ,
    **POLICY,
    "change.list": READ,
    "change.template": READ,
    "change.import": (
        Factory(query={"filename": "人员.xlsx", "reason": "上线"}, content=TEXT, expects=always(UNPROCESSABLE)),
    ),
    "change.request": (
        Factory(
            act="a unit",
            body=given(
                change={
                    "kind": "UNIT_CREATE",
                    "name": "望澜区丙局",
                    "short_name": "丙局",
                    "unit_kind": "BUREAU",
                    "parent_id": "district",
                },
                reason="机构改革",
            ),
            expects=only(Role.SYS_ADMIN),
        ),
        Factory(
            act="a post",
            body=given(
                change={
                    "kind": "POST_GRANT",
                    "person_id": "expired",
                    "unit_id": ALPHA,
                    "role": "SIGNATORY",
                    "valid_from": TODAY,
                },
                reason="任命",
            ),
            expects=only(Role.SEC_ADMIN),
        ),
    ),
    "change.decide": (
        Factory(act="approve", paths=CHANGE, body=given(action="approve"), expects=only(Role.SEC_ADMIN)),
        Factory(act="withdraw", paths=CHANGE, body=given(action="withdraw"), expects=bodies.asker_alone),
    ),
    "audit.list": READ,
    "quarantine.list": READ,
    "quarantine.act": (
        Factory(
            paths={"quarantine_id": "set-apart"},
            body=given(action="request_purge", reason="涉密"),
            expects=bodies.who_decides_on_files,
        ),
    ),
    "audit.export": (Factory(body=given(reason="检查")),),
}
