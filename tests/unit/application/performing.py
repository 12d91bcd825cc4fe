"""Contracts past their signature, and contracts that hang on them, made through the use cases."""

import msgspec

from contract_platform.application import commands as c
from contract_platform.application import performance_commands as pc
from contract_platform.application.confirm_facts import confirm_facts
from contract_platform.application.start_child import start_child
from contract_platform.application.suggest_facts import suggest_facts
from contract_platform.domain.performance_vocabulary import RescissionGround
from contract_platform.domain.vocabulary import ContractRelation, DocumentKind, MoneyEffect
from tests.unit.application.district import ORDINARY, sealing

SUPPLEMENT = """补充协议
甲方：望澜区大数据管理局
乙方：望澜示例档案服务有限公司
第一条 双方同意增加档案数字化加工数量，增加的服务费为人民币{figures}元。
第二条 本协议与原合同不一致的，以本协议为准；未涉及的按原合同执行。
"""
STATED = {"reason": "加工数量增加", "clauses": "第二条", "bearing": "其余条款不变，不一致的以本协议为准"}


def passed(district, contract_id):
    """Reviewed inside the unit, ready to be signed."""
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    return contract_id


def sign(district, contract_id, day=None):
    """Sealed, compared by two, signed by every party."""
    district.act("handler", contract_id, sealing(district.clock.today()))
    district.signed_copy(contract_id)
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id, day)))
    return contract_id


def performing(district, text=ORDINARY, **facts):
    """An ordinary contract in performance."""
    return sign(district, passed(district, district.register(text, **facts)))


def derive(district, parent_id, relation=ContractRelation.SUPPLEMENT, *, money=MoneyEffect.ADDS, **facts):
    """A child contract with a text and confirmed facts."""
    actor = district.actor("handler")
    new = pc.NewChild(relation=relation, money=money, secrecy_declared=True, **STATED)
    child_id = start_child(district.platform, actor, parent_id, new).contract.id
    district.upload("handler", child_id, DocumentKind.DRAFT, SUPPLEMENT.format(figures="30,000.00"))
    suggested = msgspec.structs.replace(suggest_facts(district.platform, actor, child_id).facts, **facts)
    confirm_facts(district.platform, actor, child_id, suggested, revision=district.contract(child_id).revision)
    district.complete(child_id)
    return child_id


def proof(district, contract_id, name="handler", text="验收报告"):
    """A file of the contract that can be named as proof."""
    return district.upload(name, contract_id, DocumentKind.EVIDENCE, text)


def rescind(district, contract_id, **given):
    """Ended by the unit on a ground of the law."""
    command = {
        "reason": "对方不能履行", "ground": RescissionGround.STATUTORY, "ended_on": district.clock.today(),
        "evidence_version_id": proof(district, contract_id, text="解除通知"),
    }  # fmt: skip
    return district.act("lead", contract_id, c.Rescind(**command | given))


def complete(district, contract_id, **given):
    """Accepted with its report."""
    command = {"accepted_on": district.clock.today(), "evidence_version_id": proof(district, contract_id)}
    return district.act("handler", contract_id, c.Complete(**command | given))
