"""Who may do what, as data: the only source for the code's checks, the pages' buttons, the tests and the manual.

A row opens an operation to roles, each in the relation it needs to the contract; how far a role sees at all stands in
``relations.py``, what the lifecycle allows beyond that in its own table. Out of sight is absent (404); in sight
without the role or the relation is forbidden (403).
"""

from collections.abc import Iterable

from contract_platform.domain.contract import Contract
from contract_platform.domain.lifecycle import TERMINAL
from contract_platform.domain.people import Actor, Post
from contract_platform.domain.records import Record
from contract_platform.domain.relations import REACH, UNIT_ROLES, Relation, holds, reaching, units_of
from contract_platform.domain.vocabulary import Role

R = Role
Grants = dict[Role | None, Relation]
"""Roles with the relation each needs; None stands for whoever is signed in, with or without a post."""


def within(*roles: Role) -> Grants:
    """As far as each of the roles sees."""
    return {role: REACH[role] for role in roles}


def own(role: Role) -> Grants:
    """On contracts the person handles."""
    return {role: Relation.OWN}


def assigned(role: Role) -> Grants:
    """On contracts the person was named for."""
    return {role: Relation.ASSIGNED}


def anywhere(*roles: Role) -> Grants:
    """Whatever the contract, or where there is none."""
    return dict.fromkeys(roles, Relation.ANY)


EVERYBODY: Grants = {None: Relation.ANY}
ONESELF: Grants = {None: Relation.SELF}
UNIT = within(*sorted(UNIT_ROLES))
SUPERVISION = within(*sorted(reaching(Relation.DISTRICT)))
BUREAU = within(*sorted(reaching(Relation.BUREAU, Relation.GOVERNMENT)))
INVITED = within(*sorted(reaching(Relation.INVITED)))
READERS = UNIT | BUREAU | SUPERVISION | INVITED
UNIT_EDITORS = within(R.HANDLER, R.HANDLER_LEAD, R.UNIT_LEGAL)
REVIEWER = assigned(R.BUREAU_REVIEWER)
LENDERS = UNIT | BUREAU | within(R.PERF_SUPERVISOR, R.ARCHIVIST)
OFFICERS = within(R.HANDLER, R.HANDLER_LEAD)
JUDGES = within(R.UNIT_LEGAL, R.BUREAU_INTAKE, R.BUREAU_REVIEWER, R.BUREAU_LEAD, R.FILING_OFFICER)
ASKERS = within(R.SYS_ADMIN, R.SEC_ADMIN)
BUREAU_SIDE = REVIEWER | within(R.BUREAU_INTAKE, R.BUREAU_LEAD, R.FILING_OFFICER, R.ARCHIVIST)
DRAFT_READERS = ASKERS | within(R.BUREAU_LEAD)
RULE_TRIERS = ASKERS | within(R.BUREAU_LEAD, R.BUREAU_REVIEWER)
THE_THREE = ASKERS | within(R.AUDIT_ADMIN)
COMPARERS = UNIT_EDITORS | REVIEWER | within(R.FILING_OFFICER)
OWN_OR_LEAD = own(R.HANDLER) | within(R.HANDLER_LEAD)
UPLOADERS = OWN_OR_LEAD | within(R.UNIT_LEGAL, R.SIGNATORY, R.SEAL_KEEPER, R.GOV_OFFICE)
READING_JUDGES = own(R.HANDLER) | within(R.UNIT_LEGAL) | REVIEWER
CLEAR_EXPORTERS = UNIT_EDITORS | REVIEWER | within(R.FILING_OFFICER)
SUPERVISORS = within(R.PERF_SUPERVISOR, R.BUREAU_LEAD)
ARCHIVE_KEEPERS = within(R.BUREAU_LEAD, R.ARCHIVIST)
TASKED = (
    {R.HANDLER: Relation.UNIT, R.HANDLER_LEAD: Relation.ASKED, R.UNIT_LEGAL: Relation.ASKED}
    | within(R.SIGNATORY, R.SEAL_KEEPER, R.PERF_SUPERVISOR, R.ARCHIVIST)
    | BUREAU
    | INVITED
)
DECIDERS = (
    OWN_OR_LEAD
    | REVIEWER
    | within(R.UNIT_LEGAL, R.SIGNATORY, R.SEAL_KEEPER, R.BUREAU_INTAKE, R.BUREAU_LEAD, R.GOV_OFFICE, R.ARCHIVIST)
)


class AccessRow(Record, frozen=True):
    """An operation, who may ask for it, and what the manual calls it.

    ``live``: only while the contract has not ended; what is archived, withdrawn, abandoned or not accepted stays as it
    is. Operations without the mark have a table of states of their own or change nothing.
    """

    operation: str
    grants: Grants
    title: str = ""
    live: bool = False

    @property
    def roles(self) -> frozenset[Role]:
        """The roles of the row; empty where everybody signed in may ask."""
        return frozenset(role for role in self.grants if role is not None)


# fmt: off
ACCESS: tuple[AccessRow, ...] = (
    AccessRow("session.read", ONESELF, "查看本人会话和权限"),
    AccessRow("session.delete", ONESELF, "退出登录"),
    AccessRow("session.keep", ONESELF, "操作时保持登录"),
    AccessRow("session.prove", ONESELF, "登录时输入动态验证码或恢复码"),
    AccessRow("account.read", ONESELF, "查看本人账号"),
    AccessRow("password.change", ONESELF, "修改本人密码"),
    AccessRow("totp.begin", ONESELF, "为本人生成动态验证码密钥"),
    AccessRow("totp.confirm", ONESELF, "启用本人的动态验证码"),
    AccessRow("totp.remove", ONESELF, "停用本人的动态验证码"),
    AccessRow("recovery_codes.renew", ONESELF, "更换本人的恢复码"),
    AccessRow("unsent.list", ONESELF, "查看本人没有提交的填写内容"),
    AccessRow("unsent.keep", ONESELF, "自动保存本人填写中的内容"),
    AccessRow("unsent.drop", ONESELF, "删除本人没有提交的填写内容"),
    AccessRow("reference.read", EVERYBODY, "查看词汇、规则名称和机构"),
    AccessRow("event.stream", EVERYBODY, "接收变化通知"),
    AccessRow("event.poll", EVERYBODY, "查询变化"),
    AccessRow("person.list", anywhere(R.BUREAU_INTAKE, R.BUREAU_LEAD) | within(R.HANDLER_LEAD), "查看某岗位的人员"),
    AccessRow("task.list", READERS, "查看本人待办、已办"),
    AccessRow("task.matters", READERS, "查看我发起的、抄送我的、我关注的"),
    AccessRow("task.counts", READERS, "查看待办数量"),
    AccessRow("task.export", READERS, "导出待办、已办和关注的合同"),
    AccessRow("supervision.list", READERS, "查看督办单"),
    AccessRow("supervision.export", READERS, "导出督办单"),
    AccessRow("contract.list", READERS, "查看和检索合同台账"),
    AccessRow("contract.export", READERS, "导出合同台账（证件号码、账号、电话已遮盖）"),
    AccessRow("contract.export_clear", CLEAR_EXPORTERS, "导出含个人信息明文的合同台账（须填写用途，导出留痕）"),
    AccessRow("contract.create", within(R.HANDLER), "上传合同文本，新建合同"),
    AccessRow("contract.register_existing", within(R.HANDLER), "补录已签订的合同"),
    AccessRow("contract.import", OFFICERS, "导入平台启用前的合同台账"),
    AccessRow("contract.import_preview", OFFICERS, "预览台账导入"),
    AccessRow("contract.import_template", OFFICERS, "下载台账导入模板"),
    AccessRow("contract.read", READERS, "查看合同"),
    AccessRow("contract.update", own(R.HANDLER), "核对并确认合同要素"),
    AccessRow("contract.suggestion", UNIT_EDITORS, "查看从文本读出的要素"),
    AccessRow("contract.precheck", UNIT_EDITORS, "送审前预检"),
    AccessRow("submission.read", READERS, "查看送审材料、尽职调查、征求意见和加急情况"),
    AccessRow("material.set", own(R.HANDLER), "登记送审材料，说明不适用的理由", live=True),
    AccessRow("inquiry.state", own(R.HANDLER), "登记对相对方的尽职调查", live=True),
    AccessRow("consultation.state", own(R.HANDLER), "登记征求有关单位意见的情况", live=True),
    AccessRow("urgency.ask", own(R.HANDLER), "申请加急，撤回申请", live=True),
    AccessRow("urgency.decide", within(R.HANDLER_LEAD), "同意或者不同意加急", live=True),
    AccessRow("contract.timeline", READERS, "查看流转记录"),
    AccessRow("contract.act", DECIDERS, "办理合同主线上的事项（各环节由谁办理见流程表）"),
    AccessRow("contract.family", READERS, "查看补充、变更、续签、订单及累计金额"),
    AccessRow("contract.derive", own(R.HANDLER), "从原合同发起补充、变更、续签、订单或解除协议"),
    AccessRow("amendment.justify", within(R.HANDLER_LEAD), "登记超过法定比例追加的依据", live=True),
    AccessRow("work.read", READERS, "查看由谁办理、会签和加签意见"),
    AccessRow("task.act", TASKED, "领取、退回、分派、转办、加签、催办待办"),
    AccessRow("task.batch", TASKED, "批量领取、分派待办"),
    AccessRow("task.choices", TASKED, "查看可以接办、加签的人员"),
    AccessRow("copy.choices", TASKED, "查看可以抄送的人员"),
    AccessRow("copy.create", TASKED, "抄送合同给看得到它的人员"),
    AccessRow("follow.begin", READERS, "关注合同"),
    AccessRow("follow.end", READERS, "取消关注"),
    AccessRow("supervision.create", SUPERVISORS, "签发督办单", live=True),
    AccessRow("supervision.act", OWN_OR_LEAD | SUPERVISORS, "答复、核实、退回、撤销督办单"),
    AccessRow("endorsement.act", TASKED, "答复会签、加签，移出未答复的单位和人员"),
    AccessRow("signing.confirm", UNIT_EDITORS, "核对签署件与审定文本一致", live=True),
    AccessRow("signing.compare", READERS, "查看签署件与审定文本的核对提示"),
    AccessRow("deviation.create", COMPARERS, "指出签署件与审定文本不一致", live=True),
    AccessRow("deviation.act", COMPARERS, "撤回差异说明，由原审查人认可差异"),
    AccessRow("deadline.read", READERS, "查看期限的计算过程"),
    AccessRow("document.add", UPLOADERS, "上传文件（修改稿限承办单位，签署件加签约代表、印章管理员）", live=True),
    AccessRow("version.read", READERS, "查看文件记录"),
    AccessRow("version.content", READERS, "打开或下载文件原件"),
    AccessRow("version.reread", own(R.HANDLER) | within(R.UNIT_LEGAL) | REVIEWER, "重新读取文本", live=True),
    AccessRow("analysis.read", READERS, "查看文本和风险"),
    AccessRow("page.list", READERS, "查看原件的页"),
    AccessRow("page.read", READERS, "查看页上的文字位置"),
    AccessRow("page.boxes", READERS, "查看一段文字在页上的位置"),
    AccessRow("page.picture", READERS, "查看扫描件的页"),
    AccessRow("fact.list", READERS, "查看从文本读出的全部要素"),
    AccessRow("fact.judge", READING_JUDGES, "核准、不采用、改正从文本读出的要素", live=True),
    AccessRow("finding.judge", within(R.UNIT_LEGAL) | REVIEWER, "对机器发现的风险作判断", live=True),
    AccessRow("remark.list", READERS, "查看批注"),
    AccessRow("remark.create", INVITED | within(R.UNIT_LEGAL, R.BUREAU_LEAD) | REVIEWER, "加批注", live=True),
    AccessRow("remark.reply", UNIT | INVITED | within(R.BUREAU_LEAD) | REVIEWER, "答复批注", live=True),
    AccessRow("remark.resolve", within(R.UNIT_LEGAL, R.BUREAU_LEAD) | REVIEWER, "办结批注", live=True),
    AccessRow("paper.list", READERS, "查看合同的文书"),
    AccessRow("paper.content", READERS, "下载、打印已出具的文书"),
    AccessRow("paper.preview", READERS, "预览尚未出具的文书"),
    AccessRow("paper.internal", BUREAU_SIDE, "下载、打印审签单和审查工作底稿（内部资料）"),
    AccessRow("paper.internal_preview", BUREAU_SIDE, "预览审签单、审查工作底稿和意见书（内部资料）"),
    AccessRow("opinion.preview", REVIEWER | within(R.BUREAU_LEAD), "起草时预览意见书", live=True),
    AccessRow("filing.act", own(R.HANDLER) | within(R.FILING_OFFICER), "提交、核收、退回、登记备案"),
    AccessRow("correction.list", READERS, "查看更正记录"),
    AccessRow("correction.ask", OWN_OR_LEAD | within(R.UNIT_LEGAL, R.FILING_OFFICER), "申请更正已签订合同的要素、备案"),
    AccessRow(
        "correction.act", OWN_OR_LEAD | within(R.UNIT_LEGAL, R.FILING_OFFICER, R.BUREAU_LEAD), "确认、不予、撤回更正"
    ),
    AccessRow("obligation.create", OWN_OR_LEAD, "登记一项履行义务", live=True),
    AccessRow("obligation.plan", OWN_OR_LEAD, "生成按期重复的履行计划（如每季度租金）", live=True),
    AccessRow("obligation.preview", OWN_OR_LEAD, "预览按期重复的履行计划", live=True),
    AccessRow("obligation.act", OWN_OR_LEAD, "确认、填报、核实、免除履行义务"),
    AccessRow("ends.read", READERS, "查看到期处置、中止、解除、裁判、结算和履约评价"),
    AccessRow("term_end.record", OWN_OR_LEAD, "登记租赁到期处置（续签、收回、重新招租、起诉）", live=True),
    AccessRow("settlement.act", OWN_OR_LEAD, "登记结算，了结结算"),
    AccessRow("evaluation.create", own(R.HANDLER) | within(R.PERF_SUPERVISOR), "登记履约评价", live=True),
    AccessRow("archive.read", ARCHIVE_KEEPERS, "查看四性检测结果"),
    AccessRow("archive.export", ARCHIVE_KEEPERS, "下载归档信息包、审查卷"),
    AccessRow("dispute.list", READERS, "查看争议台账"),
    AccessRow("dispute.export", READERS, "导出争议台账"),
    AccessRow("dispute.read", READERS, "查看合同的争议"),
    AccessRow("dispute.open", OWN_OR_LEAD | within(R.UNIT_LEGAL), "登记争议", live=True),
    AccessRow("dispute.act", OWN_OR_LEAD | within(R.UNIT_LEGAL), "登记争议的程序、期限和结果，结案"),
    AccessRow("alert.list", READERS, "查看预警"),
    AccessRow("backlog.list", READERS, "查看存量待清理事项"),
    AccessRow("alert.act", OWN_OR_LEAD | REVIEWER | within(R.PERF_SUPERVISOR), "签收、处置、核实预警"),
    AccessRow("handover.list", OFFICERS, "查看移交"),
    AccessRow("handover.offer", OWN_OR_LEAD, "移交合同，撤回移交", live=True),
    AccessRow("handover.assign", within(R.HANDLER_LEAD), "从待移交池指定接收人", live=True),
    AccessRow("handover.act", OFFICERS, "接收、退回、指定、撤回一项移交"),
    AccessRow("delegation.list", LENDERS, "查看委托代办"),
    AccessRow("delegation.choices", LENDERS, "查看可以委托的岗位和人员"),
    AccessRow("delegation.create", LENDERS, "委托代办"),
    AccessRow("delegation.end", LENDERS, "提前终止委托代办"),
    AccessRow("participant.list", READERS, "查看受邀、回避人员和移交情况"),
    AccessRow("invitation.create", within(R.UNIT_LEGAL) | REVIEWER, "邀请法律顾问、专家参与", live=True),
    AccessRow("invitation.end", within(R.UNIT_LEGAL) | REVIEWER, "终止邀请"),
    AccessRow("recusal.create", JUDGES, "登记回避", live=True),
    AccessRow("recusal.lift", within(R.BUREAU_LEAD), "解除回避", live=True),
    AccessRow("unit.list", ASKERS, "查看机构及人数"),
    AccessRow("person.accounts", ASKERS, "查看人员、岗位和账号状态"),
    AccessRow("calendar.read", EVERYBODY, "查看工作日历"),
    AccessRow("rule.list", EVERYBODY, "查看审查规则目录、依据、命中和推翻情况"),
    AccessRow("rule.read", EVERYBODY, "查看一条审查规则"),
    AccessRow("rule.contracts", EVERYBODY, "查看一条规则命中的合同（限本人可见的）"),
    AccessRow("rule.try", RULE_TRIERS, "按另一个参数试跑一条规则（只读，不改变任何合同）"),
    AccessRow("policy.read", EVERYBODY, "查看制度配置及其各版本"),
    AccessRow("policy.compare", EVERYBODY, "比较制度配置的两个版本"),
    AccessRow("policy_draft.list", DRAFT_READERS, "查看制度配置新版本的草稿"),
    AccessRow("policy_draft.read", DRAFT_READERS, "查看一份草稿及其改动"),
    AccessRow("policy_draft.create", within(R.SYS_ADMIN), "起草制度配置新版本"),
    AccessRow("policy_draft.save", within(R.SYS_ADMIN), "保存草稿"),
    AccessRow("policy_draft.drop", within(R.SYS_ADMIN), "删除草稿"),
    AccessRow("policy_draft.rebase", within(R.SYS_ADMIN), "把草稿移到最新版本上"),
    AccessRow("policy_draft.publish", within(R.SYS_ADMIN), "提请发布草稿（由安全管理员看过推算后发布）"),
    AccessRow("policy_publication.read", DRAFT_READERS, "查看提请发布的版本"),
    AccessRow("policy_replay.create", DRAFT_READERS, "按上一年的合同推算新版本会带来的变化"),
    AccessRow("policy_replay.read", DRAFT_READERS, "查看本人的推算结果"),
    AccessRow("form.list", ASKERS, "查看文书模板和占位符"),
    AccessRow("form.template", ASKERS, "下载文书模板"),
    AccessRow("form.preview", ASKERS, "用示例内容预览文书模板"),
    AccessRow("change.form", within(R.SYS_ADMIN), "上传文书模板，申请更换"),
    AccessRow("change.preview", ASKERS, "用示例内容预览申请中的文书模板"),
    AccessRow("change.list", THE_THREE, "查看变更申请"),
    AccessRow("change.request", ASKERS, "申请变更（系统：单位、人员、日历、规则停用；安全：岗位、密码、锁定）"),
    AccessRow("change.import", within(R.SYS_ADMIN), "申请批量导入单位、人员和岗位"),
    AccessRow("change.template", within(R.SYS_ADMIN), "下载导入模板"),
    AccessRow("change.decide", ASKERS, "批准、驳回、撤回变更申请（不得为本人的申请）"),
    AccessRow("audit.list", within(R.AUDIT_ADMIN), "查看操作日志、登录日志、管理员行为、拒绝记录、核验记录"),
    AccessRow("audit.export", within(R.AUDIT_ADMIN), "导出日志（须填写用途，导出留痕）"),
    AccessRow("quarantine.list", within(R.SEC_ADMIN, R.HANDLER_LEAD), "查看疑似涉密、已隔离的文件"),
    AccessRow("quarantine.act", within(R.SEC_ADMIN, R.HANDLER_LEAD), "申请、批准清除或解除隔离（须两人先后办理）"),
    AccessRow("overview.read", BUREAU | SUPERVISION, "查看监管总览"),
)
# fmt: on
ROWS: dict[str, AccessRow] = {row.operation: row for row in ACCESS}
ALLOWED: dict[str, frozenset[Role]] = {row.operation: row.roles for row in ACCESS}


def may(actor: Actor, operation: str) -> bool:
    """Whether any post of the person may ask for the operation; an operation without a row is nobody's."""
    roles = ALLOWED.get(operation)
    return roles is not None and (not roles or bool(roles & actor.roles()))


def permissions(roles: Iterable[Role]) -> tuple[str, ...]:
    """The operations open to somebody holding these roles."""
    held = frozenset(roles)
    return tuple(row.operation for row in ACCESS if not row.roles or row.roles & held)


def acting_roles(actor: Actor, contract: Contract, operation: str) -> frozenset[Role]:
    """The roles in which a person stands as the operation asks to this contract; none for who is recused from it."""
    return frozenset(post.role for post in acting_posts(actor, contract, operation))


def acting_posts(actor: Actor, contract: Contract, operation: str) -> tuple[Post, ...]:
    """The posts, held or lent, in which a person stands as the operation asks; recusal binds whoever it names."""
    if kept_apart(actor, contract):
        return ()
    grants = ROWS[operation].grants
    return tuple(
        post
        for post in actor.posts
        if post.role in grants
        and (contract.id, post.person_id) not in actor.recused
        and holds(grants[post.role], actor, post, contract)
    )


def kept_apart(actor: Actor, contract: Contract) -> bool:
    """Whether the person has to stay out of this contract (回避); reading it stays open."""
    return (contract.id, actor.person_id) in actor.recused


def acted_for(actor: Actor, contract: Contract, operation: str, role: Role | None) -> str | None:
    """For whom a person acts in a role on this contract: None for oneself, else the colleague who is away.

    Whoever is the contract's own officer or reviewer comes first, then the actor, then whoever lent the role.
    """
    holders = [post.person_id for post in acting_posts(actor, contract, operation) if post.role == role]
    preferred = [one for one in (named_for(contract, role), actor.person_id) if one in holders]
    chosen = next(iter([*preferred, *holders]), None)
    return None if chosen == actor.person_id else chosen


def named_for(contract: Contract, role: Role | None) -> str | None:
    """The one person a role means on this contract; None = whoever holds it."""
    return {Role.HANDLER: contract.handler_id, Role.BUREAU_REVIEWER: contract.reviewer_id}.get(role) if role else None


def units_asked(actor: Actor, operation: str) -> frozenset[str] | None:
    """The units about which a person may ask for an operation that is about no contract; None = about all."""
    grants = ROWS[operation].grants
    granted = [post for post in actor.posts if post.role in grants]
    if any(grants[post.role] is not Relation.UNIT for post in granted):
        return None
    return units_of(actor, granted)


def ended(contract: Contract, operation: str) -> bool:
    """Whether the operation comes too late for a contract that has ended."""
    return ROWS[operation].live and contract.state in TERMINAL


def open_to(actor: Actor, contract: Contract) -> tuple[str, ...]:
    """The operations a person may ask for on this contract; what the pages' buttons are drawn from."""
    return tuple(
        row.operation
        for row in ACCESS
        if acting_roles(actor, contract, row.operation) and not ended(contract, row.operation)
    )
