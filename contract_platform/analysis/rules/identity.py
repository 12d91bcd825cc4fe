"""Rules about who the parties are: names, codes, standing to sign, and whose account is paid."""

import re
from collections.abc import Iterator

from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.facts.direction import is_government
from contract_platform.analysis.model import Evidence, PartyFact, Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import civil_code, contract_law, row
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, found, hit, not_applicable
from contract_platform.analysis.uscc import ALPHABET, LENGTH, is_valid

_CODE = re.compile(
    r"(?:统一社会)?信用代码(?:证号?)?(?:/[^：\n]{0,10})?(?:（[^）]{0,12}）)?：(?P<code>[0-9A-Za-z]{8,24})"
)
_BARE = re.compile(rf"(?<![0-9A-Za-z])(?P<code>(?:1[1239]|5[1-39]|9[1239])\d{{6}}[{ALPHABET}]{{10}})(?![0-9A-Za-z])")
ACCOUNT_LABEL = 10  # characters before a number that may call it that of an account
_ACCOUNT = re.compile(r"[账帐卡][^：；\n]{0,6}[：；\n]?$")
_ORGANISATION = re.compile(
    r"公司|局|委员会|政府|中心|学校|医院|学院|大学|院$|所$|厂$|集团|社$|处$|站$|馆$|部$|队$|事务所|办公室|管委会|银行|协会"
)
_INTERNAL = re.compile(
    r"(?:(?<!人民政府)办公室|[^政][^府]办|科|处室|股|领导小组|指挥部|工作专班|专班|筹备组|筹建处|项目部|工作组)(?:（[^）]*）)?$"
)
_OWN_PERSON = re.compile(r"人民政府办公室|街道办(?:事处)?$|党委办公室|机关事务|派出所$")
_PAYEE = re.compile(
    r"(?:开户(?:名称?|单位)|户名|账户名称?|收款(?:单位|人)(?:名称)?|账户名)(?:（[^）]{0,10}）)?：(?P<name>[\u4e00-\u9fa5A-Za-z（）·]{2,40})"
)
_THIRD_PARTY_PAID = re.compile(r"第三方收款|代收|委托收款|财政专户|国库|非税收入|共管账户|监管账户|专用账户|债权转让")


def party_name_inconsistent(case: Case) -> Outcome:
    """One side goes by two names on the cover, in the text and in the signatures."""
    named = [party for party in case.facts.parties if party.name]
    if not named:
        return not_applicable("no_party_named")
    return found(*(one for party in named for one in _other_names(case, party)))


def _other_names(case: Case, party: PartyFact) -> Iterator[Hit]:
    """Other names of a party that are neither a bracket's difference nor its announced short form nor a signer."""
    assert party.name is not None
    for other in party.other_names:
        name = squeeze(other.quote)
        same = _bare(name) == _bare(party.name)
        if same or not _ORGANISATION.search(name) or _short_form(case, party.name, name):
            continue
        start, end = other.start, other.end
        slip = _distance(_bare(name), _bare(party.name)) <= SLIP
        note = "，疑似笔误" if slip else ""
        yield Hit(start=start, end=end, params={"role": party.role, "a": party.name, "b": name, "note": note})


def _bare(name: str) -> str:
    return re.sub(r"[（）()\[\]【】“”\"\s·.]", "", squeeze(name))


def _short_form(case: Case, full: str, name: str) -> bool:
    """Announced by 简称 or made of characters of the full name in order."""
    announced = re.search(rf"简?称[“”\"：:]{{0,2}}{re.escape(name)}", case.text)
    rest = iter(_bare(full))
    return bool(announced) or (
        len(name) < len(full) and all(char in rest for char in _bare(name)) and "公司" not in name[-2:]
    )


def _distance(a: str, b: str) -> int:
    """Edit distance, small strings only."""
    row_before = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(row_before[j] + 1, current[-1] + 1, row_before[j - 1] + (x != y)))
        row_before = current
    return row_before[-1]


def uscc_invalid(case: Case) -> Outcome:
    """A unified social credit code fails its check, or its prefix does not fit the kind of party."""
    places = {
        match.span("code"): match["code"].upper()
        for pattern in (_CODE, _BARE)
        for match in pattern.finditer(case.text)
        if not _ACCOUNT.search(case.text[max(0, match.start() - ACCOUNT_LABEL) : match.start()])
    }
    if not places:
        return not_applicable("no_uscc")
    hits = []
    for (first, last), code in sorted(places.items()):
        fault = _fault(code)
        if fault:
            hits.append(hit(case, Passage(text=case.text[first:last], at=first), code=code, fault=fault))
    return found(*hits, *_wrong_prefixes(case))


def _fault(code: str) -> str:
    if len(code) != LENGTH:
        return f"应为18位，现为{len(code)}位"
    if any(char not in ALPHABET for char in code):
        return "含有不使用的字母（I、O、S、V、Z）"
    return "" if is_valid(code) else "校验位不正确"


def _wrong_prefixes(case: Case) -> Iterator[Hit]:
    for party in case.facts.parties:
        if not party.name or not party.uscc or not party.uscc_valid:
            continue
        company = party.name.endswith("公司")
        wrong = (company and party.uscc[0] != "9") or (
            party.name.endswith(("局", "人民政府")) and party.uscc[:2] != "11"
        )
        at = case.document.text.find(party.uscc)
        if wrong and at >= 0:
            params = {"code": party.uscc, "fault": f"登记类别与“{party.name}”的主体类型不符"}
            yield Hit(start=at, end=at + len(party.uscc), params=params, severity=Severity.MEDIUM)


def improper_gov_party(case: Case) -> Outcome:
    """A department or a temporary body signs in its own name."""
    named = [party for party in case.facts.parties if party.name]
    if not named:
        return not_applicable("no_party_named")
    return found(
        *(
            _at(party.evidence, name=party.name or "")
            for party in named
            if _INTERNAL.search(squeeze(party.name or ""))
            and not _OWN_PERSON.search(party.name or "")
            and not party.uscc
        )
    )


def _at(evidence: Evidence | None, **params: str) -> Hit:
    return Hit(start=evidence.start, end=evidence.end, params=params) if evidence else Hit(params=params)


def payee_account_mismatch(case: Case) -> Outcome:
    """The account belongs to nobody who is a party."""
    names = {_bare(party.name): party.name for party in case.facts.parties if party.name}
    payees = list(_PAYEE.finditer(case.text))
    if not payees:
        return not_applicable("no_account_stated")
    if not names:
        return not_applicable("no_party_named")
    hits = []
    for match in payees:
        name = match["name"]
        near = case.text[max(0, match.start() - 40) : match.end() + 40]
        strange = _bare(name) not in names and not any(_bare(name) in known or known in _bare(name) for known in names)
        if strange and not _THIRD_PARTY_PAID.search(near) and not is_government(name):
            place = Passage(text=name, at=match.start("name"))
            hits.append(hit(case, place, name=name, parties="、".join(names.values())))
    return found(*hits)


def _contract(first: str, second: str, *rest: str) -> str:
    """A sample of a few lines."""
    return "\n".join((f"甲方：{first}", f"乙方：{second}", "第一条 标的", "第二条 付款", *rest))


SLIP = 2  # edits up to which two names are taken for one misspelt
RULES = (
    Rule(
        id="party_name_inconsistent",
        title="同一主体名称前后不一致",
        severity=Severity.HIGH,
        check=party_name_inconsistent,
        basis=(civil_code("第165条、第470条第1项、第490条"), contract_law("第12条、第32条")),
        message="{role}名称不一致：{a} / {b}{note}。",
        suggestion="统一为营业执照（统一社会信用代码证书）载明的全称。",
        positive_sentences=(
            _contract(
                "云溪县水务局",
                "云溪甲科技有限公司",
                "甲方（盖章）：云溪县水务局",
                "乙方（盖章）：云溪甲科技股份有限公司",
            ),
            _contract(
                "甲市乙区教育局", "云溪学具有限公司", "甲方（盖章）：甲市丙区教育局", "乙方（盖章）：云溪学具有限公司"
            ),
            _contract("云溪县中学", "云溪百货有限公司", "甲方（盖章）：云溪县中学", "乙方（盖章）：云溪百贷有限公司"),
        ),
        negative_sentences=(
            _contract(
                "云溪县水务局",
                "甲科技（集团）有限公司",
                "甲方（盖章）：云溪县水务局",
                "乙方（盖章）：甲科技(集团)有限公司",
            ),
            _contract("云溪县水务局", "云溪甲科技有限公司", "甲方（盖章）：", "乙方（盖章）：", "乙方（签字）：李明"),
            _contract("云溪县水务局", "云溪甲科技有限公司（以下简称甲科技公司）", "乙方（盖章）：甲科技公司"),
        ),
    ),
    Rule(
        id="uscc_invalid",
        title="统一社会信用代码校验不通过或与主体类型不符",
        severity=Severity.HIGH,
        check=uscc_invalid,
        basis=(row("GB 32100-2015", "校验规则", "VP", "2015-10-01"), civil_code("第470条"), contract_law("第12条")),
        message="统一社会信用代码“{code}”{fault}，请核对。",
        suggestion="以国家企业信用信息公示系统（或机关群团代码查询）核对后填写。",
        positive_sentences=(
            "统一社会信用代码：91330100MA2CDE1234",
            "统一社会信用代码：11330100002587415X",
            "乙方统一社会信用代码：9111 0108 MA9X Y7K3 X",
            _contract("云溪县水务局\n统一社会信用代码：91110108MA9XY7K3XG", "云溪公司"),
        ),
        negative_sentences=(
            "统一社会信用代码：11330100002587415J",
            "统一社会信用代码：12510100450831266J",
            "统一社会信用代码：________",
        ),
    ),
    Rule(
        id="improper_gov_party",
        title="内设机构、临时机构作签约主体",
        severity=Severity.HIGH,
        check=improper_gov_party,
        basis=(
            civil_code("第97条、第171条"),
            row("行政诉讼法", "第75条", "V", "2015-05-01"),
            row("汕头市行政机关合同管理规定等地方规定", "签约主体", "M", "2014-01-01"),
        ),
        message="签约主体“{name}”可能不具备机关法人资格。",
        suggestion="由具有机关法人资格的单位（盖行政公章）签约，内设机构仅作为联系部门。",
        positive_sentences=(
            _contract("云溪县城南片区开发建设指挥部", "云溪建设有限公司"),
            _contract("云溪区教育局基建科", "云溪建设有限公司"),
            _contract("云溪县旧城改造领导小组", "云溪建设有限公司"),
        ),
        negative_sentences=(
            _contract("云溪区人民政府办公室\n统一社会信用代码：11330100002587415J", "云溪建设有限公司"),
            _contract("云溪街道办事处", "云溪建设有限公司"),
            _contract("云溪县水务局", "云溪建设有限公司\n联系部门：基建科"),
        ),
    ),
    Rule(
        id="payee_account_mismatch",
        title="收款账户户名与合同相对方不一致",
        severity=Severity.HIGH,
        check=payee_account_mismatch,
        basis=(
            civil_code("第509条、第522条"),
            contract_law("第60条、第64条"),
            row("财政国库管理制度", "支付到合同相对方", "M"),
        ),
        message="收款账户户名“{name}”与合同当事人（{parties}）不一致，存在资金支付风险。",
        suggestion="以合同乙方名称开立的账户收款；账户变更须书面通知并加盖公章。",
        positive_sentences=(
            _contract("云溪县水务局", "杭州甲云科技有限公司", "乙方开户名：王小明；账号：6222020200012345678。"),
            "采购人：云溪县水务局\n供应商：宁波乙建设有限公司\n第一条 付款\n户名：宁波丙贸易有限公司\n开户行：某银行",
            _contract("云溪县水务局", "云溪甲有限公司", "收款单位：云溪丁商行"),
        ),
        negative_sentences=(
            _contract("云溪县水务局", "杭州甲云科技有限公司", "开户名：杭州甲云科技有限公司"),
            "采购人：云溪县水务局\n供应商：乙（集团）有限公司\n第一条 付款\n户名：乙(集团)有限公司\n第二条 其他",
            _contract("云溪县水务局", "云溪甲有限公司", "户名：", "开户行："),
        ),
    ),
)
