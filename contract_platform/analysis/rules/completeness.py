"""Rules about what a contract of its kind has to settle, and whether a framework binds."""

import re

from contract_platform.analysis.model import Record, Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import (
    business_environment,
    civil_code,
    contract_interpretation,
    contract_law,
    procurement_law,
    row,
    service_purchasing,
)
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, found, hit, not_applicable
from contract_platform.analysis.rules.works import is_construction


class _Need(Record, frozen=True, kw_only=True):
    """Something a contract has to settle: words that show it is there; ``core`` weighs more."""

    name: str
    cue: re.Pattern[str]
    core: bool = False


def _need(name: str, cue: str, *, core: bool = False) -> _Need:
    return _Need(name=name, cue=re.compile(cue), core=core)


_PRICE = _need("价款", r"价款|总价|单价|金额|租金|费用|报酬|补偿[款费金]|出让金|服务费|[\d_]万?元", core=True)
_PAYMENT = _need("付款与结算", r"支付|付款|付清|结算|交清|缴纳|拨付|付至|汇入")
_TERM = _need(
    "期限",
    r"期限|工期|租期|服务期|有效期|周期|期间|日内|天内|月内|年内|前(?:完成|交付|支付)|起至|届满|日历天|交货时间|进度",
    core=True,
)
_PLACE = _need("履行地点和方式", r"地点|地址|场所|现场|送至|送到|坐落|座落|位于|到站|所在地|指定|方式")
_QUANTITY = _need("数量或范围", r"数量|面积|规模|清单|工程量|范围|平方米|亩|[\d_][台套个份项件吨页次人名]")
_QUALITY = _need("质量标准", r"质量|标准|技术(?:要求|参数|指标)|规格|合格|性能")
_ACCEPTANCE = _need("验收", r"验收|检验|查验|签收|评审|鉴定|考核", core=True)
_WARRANTY = _need("质保或保修", r"质保|保修|质量保证|维护|售后|维修|三包|缺陷责任")
_LIABILITY = _need(
    "违约责任",
    r"违约(?:责任|金|方)|违反[^。；\n]{0,40}(?:承担|赔偿|支付|追究)|(?:逾期|延期|迟延|延误|不履行)[^。；\n]{0,40}(?:赔偿|支付|承担|扣)|罚款|滞纳金",
)
_EFFECT = _need("生效条件", r"生效|有效期|签字|盖章|签章")
_CHANGE = _need("变更", r"变更|补充协议|修改|调整|签证")
_END = _need("解除与终止", r"解除|终止|中止|终止")
_FORCE_MAJEURE = _need("不可抗力", r"不可抗力")
_SECRECY = _need("保密", r"保密|秘密|泄露|泄漏")
_SAFETY = _need("安全生产", r"安全(?:生产|施工|责任|措施|管理|事故)|文明施工")
_INTEGRITY = _need("廉政", r"廉政|廉洁|贿赂|回扣")
_IP = _need("知识产权", r"知识产权|著作权|版权|专利|源代码")
_SUPERVISION = _need("监督", r"监督|检查|审计|考核|绩效")

_GENERAL = (_PRICE, _TERM, _EFFECT)
_DESIGN = (_QUALITY, _PRICE, _PAYMENT, _TERM, _LIABILITY, _EFFECT)
_NEEDS = {
    "GOODS": (_QUANTITY, _QUALITY, _PRICE, _PAYMENT, _TERM, _PLACE, _ACCEPTANCE, _WARRANTY, _LIABILITY, _EFFECT),
    "SERVICE": (_QUANTITY, _QUALITY, _PRICE, _PAYMENT, _TERM, _PLACE, _ACCEPTANCE, _LIABILITY, _EFFECT),
    "IT": (_QUALITY, _PRICE, _PAYMENT, _TERM, _ACCEPTANCE, _WARRANTY, _IP, _SECRECY, _LIABILITY, _EFFECT),
    "WORKS": (
        *(_QUANTITY, _QUALITY, _PRICE, _PAYMENT, _TERM, _PLACE, _ACCEPTANCE, _WARRANTY, _CHANGE, _SAFETY),
        *(_FORCE_MAJEURE, _END, _LIABILITY, _INTEGRITY, _EFFECT),
    ),
    "EXPRO": (_QUANTITY, _PRICE, _PAYMENT, _TERM, _LIABILITY, _EFFECT),
    "ASSET_LEASE": (_QUANTITY, _PRICE, _PAYMENT, _TERM, _PLACE, _LIABILITY, _END, _EFFECT),
    "ASSET_TRANSFER": (_QUANTITY, _PRICE, _PAYMENT, _TERM, _PLACE, _LIABILITY, _EFFECT),
    "INVEST": (_TERM, _LIABILITY, _EFFECT),
    "PPP": (
        _QUANTITY,
        _QUALITY,
        _PRICE,
        _PAYMENT,
        _TERM,
        _ACCEPTANCE,
        _LIABILITY,
        _END,
        _SAFETY,
        _SUPERVISION,
        _EFFECT,
    ),
    "LOAN": (_PRICE, _PAYMENT, _TERM, _LIABILITY, _SUPERVISION, _EFFECT),
    "ENTRUST": (_PRICE, _PAYMENT, _TERM, _LIABILITY, _EFFECT),
    "FRAME": (_TERM, _EFFECT),
}
_INCORPORATED = re.compile(
    r"(?:采购文件|招标文件|磋商文件|谈判文件|投标文件|响应文件|通用条款|中标通知书)[^。\n]{0,60}(?:组成部分|合同文件|同等(?:法律)?效力|附件)"
    r"|组成部分[^。\n]{0,60}(?:采购文件|招标文件|投标文件|响应文件|中标通知书)"
)
_REMEDY = re.compile(
    r"法院|仲裁|诉讼|行政复议|起诉"
    r"|(?:纠纷|争议)[^。；\n]{0,6}(?:方式|办法)[：_]*(?:\n|$)"  # a heading that is still to be filled in
)
_FRAMEWORK = re.compile(r"框架|意向|备忘录|合作协议")
_NOT_BINDING = re.compile(r"不具(?:有|备)(?:法律)?(?:约束力|效力)|不构成(?:法律)?约束")
_INTENTION = re.compile(
    r"意向性|另行(?:签订|签署|订立|约定|确定)[^。；\n]{0,14}(?<!补充)(?:合同|协议)|以[^。；，\n]{0,14}(?<!补充)(?:合同|协议)为准|依法另行|具体(?:项目|合作)[^。；\n]{0,20}(?:另行|依法)"
)
_DEFINITE = re.compile(
    r"(?:不少于|不低于|每年|共计|累计)[^。；\n]{0,20}\d[\d，.]{0,16}(?:万|亿)?元|(?:必须|应当?|须)[^。；，\n]{0,10}(?:采购|购买|使用)乙方|独家|违约金"
)


def must_have_clause_missing(case: Case) -> Outcome:
    """What contracts of this class have to settle and this one does not mention; it is missing, never void for that."""
    classes = case.rule_class.split("+")
    needs = tuple(dict.fromkeys(need for code in classes for need in _NEEDS.get(code, _GENERAL)))
    if case.is_class("WORKS") and not is_construction(case):
        needs = _DESIGN
    missing = [need for need in needs if not _present(case, need)]
    names = [need.name for need in missing]
    core = any(need.core or need is _LIABILITY for need in missing)
    if not _REMEDY.search(case.text):
        names.append("争议解决（仲裁或者管辖法院）")
        core = True
    if not names:
        return found()
    elsewhere = bool(_INCORPORATED.search(case.text)) and _REMEDY.search(case.text)
    severity = Severity.LOW if elsewhere else Severity.HIGH if core else Severity.MEDIUM
    return found(Hit(severity=severity, params={"items": "、".join(names)}))


def _present(case: Case, need: _Need) -> bool:
    if need is _TERM and (case.facts.end or case.facts.term):
        return True
    if need is _LIABILITY and any(clause.category == "liability" for clause in case.clauses if clause.level == 1):
        return True
    return bool(need.cue.search(case.text)) or (need is _PRICE and case.facts.amount is not None)


def framework_binding_unclear(case: Case) -> Outcome:
    """A framework that promises something definite without saying whether it binds."""
    if not case.is_class("FRAME") and not _FRAMEWORK.search(case.text[:TITLE]):
        return not_applicable("not_a_framework")
    definite = list(case.search(_DEFINITE, re.compile(r"注册资本|投资(?:总)?额|投资强度|产值|税收")))
    if not definite:
        return found()
    disclaimed = next(case.search(_NOT_BINDING), None) is not None
    penalty = any("违约金" in statement.text for statement, _ in definite)
    if (disclaimed and not penalty) or (not disclaimed and _INTENTION.search(case.text)):
        return found()
    return found(hit(case, *definite[0]))


TITLE = 400  # compact characters in which the contract says what it is
RULES = (
    Rule(
        id="must_have_clause_missing",
        title="必备条款缺失",
        severity=Severity.HIGH,
        check=must_have_clause_missing,
        basis=(
            civil_code("第470条、第596条、第668条、第684条、第704条、第771条、第795条、第845条、第938条"),
            contract_law("第12条、第131条、第197条、第213条、第252条、第275条、第324条"),
            row("政府采购货物和服务招标投标管理办法（财政部令第87号）", "第72条", "VP", "2017-10-01"),
            row("政府采购需求管理办法", "第23条", "VP", "2021-07-01"),
            service_purchasing("第23条"),
            contract_interpretation("第3条"),
        ),
        message="缺少必备条款：{items}。",
        suggestion="按示范文本补充所缺条款；确由采购文件、投标文件约定的，写明引用。",
        positive_sentences=(
            "［GOODS］乙方向甲方供应电脑十台，总价10万元，30日内送至甲方现场，签字盖章生效。",
            "［SERVICE］乙方为甲方提供保洁服务，双方另行协商。",
            "［INVEST］乙方三年内投资建厂。任何一方违约，承担10万元违约金。本协议签字后生效。",
        ),
        negative_sentences=(
            (
                "［GOODS］乙方向甲方供应合格的电脑十台，数量十台，总价10万元，30日内送至甲方现场，甲方按国家标准验收后付款，"
                "质保一年，违约方承担违约责任，争议向甲方所在地人民法院起诉，本合同签字盖章生效。"
            ),
            "［FRAME］合作期限三年，签字后生效，争议向甲方所在地人民法院起诉。",
            "［ENTRUST］服务费一万元，一次性支付，期限一年，违约方承担违约责任，争议提交杭州仲裁委员会仲裁，签字后生效。",
        ),
    ),
    Rule(
        id="framework_binding_unclear",
        title="框架协议效力不清（意向或本约）",
        severity=Severity.MEDIUM,
        check=framework_binding_unclear,
        categories=("FRAME", "INVEST"),
        needs_class=True,
        basis=(
            civil_code("第495条"),
            contract_interpretation("第3条、第6条、第7条"),
            business_environment("第31条"),
            procurement_law("第2条"),
        ),
        message="框架协议含有确定给付义务（“{text}”），可能被认定为预约或本约，并规避采购程序。",
        suggestion="写明“具体合作项目依法履行采购、决策程序后另行签订合同”。",
        positive_sentences=(
            "［FRAME］甲方每年向乙方采购服务，每年不少于500万元。",
            "［FRAME］本协议不具有法律约束力；甲方违约的应支付违约金100万元。",
            "［FRAME］甲方所属单位应当采购乙方产品，合作期三年。",
        ),
        negative_sentences=(
            "［FRAME］本协议为意向性文件，除保密和争议解决条款外不具有法律约束力，具体项目依法另行确定并签订合同。",
            "［FRAME］双方建立常态化会商机制。",
            "［FRAME］甲方每年采购不少于100万元，具体以另行签订的合同为准。",
        ),
    ),
)
