"""Rules about promises that put public money or public property at risk: guarantees, hidden debt, returns, loans."""

import re

from contract_platform.analysis.facts.direction import is_government
from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules.case import Case, Pattern
from contract_platform.analysis.rules.law import (
    budget_law,
    civil_code,
    government_investment,
    guarantee_interpretation,
    row,
)
from contract_platform.analysis.rules.rule import Outcome, Rule, found, hit, not_applicable

_BODY = r"(?:甲方|政府|管委会|管理委员会|街道办(?:事处)?|财政局|村(?:民)?委(?:员)?会|居委会|机关)(?:（[^）]{0,20}）)?"
_GUARANTEE = re.compile(
    rf"{_BODY}[^。；，]{{0,20}}(?:提供|承担|作为|出具)[^。；，]{{0,12}}(?:连带责任保证|连带(?:保证|清偿|还款)|担保|保证人|保证责任)"
)
_NO_GUARANTEE = re.compile(
    r"协调|协助|推荐|不(?:得|能|予|再)?(?:为|提供|承担|作为)|(?<![为向给])乙方(?:应|须)?[^，。；]{0,8}提供|支付担保|国务院批准|转贷|担保费|反担保"
)
_HIDDEN = re.compile(
    r"(?:甲方|政府|财政)[^。；，]{0,20}(?:差额补足|补足差额|补足[^。；，]{0,10}差额|流动性支持|兜底|债务加入|安慰函)"
    r"|(?:甲方|政府)(?:应|须|承诺|按|负责|同意|以|将|保证|于)[^。；]{0,20}回购[^。；，]{0,14}(?:股权|本金|项目|资产|股份)"
    r"|由(?:甲方|政府)[^。；，]{0,14}回购"
    r"|(?:不足|缺口|亏损)[^。；，]{0,10}由(?:甲方|政府|财政)[^。；，]{0,12}(?:补足|补齐|承担|弥补)"
)
_NO_DEBT = re.compile(
    r"不(?:得|承担|提供|予|负责|再|作|做)[^，。；]{0,12}(?:补足|回购|兜底|支持|补齐|承担|弥补|承诺|任何)|有权回购|可以回购"
)
_RETURN = re.compile(
    r"(?:甲方|政府|财政|管委会)[^。；]{0,16}(?:保证|承诺|确保)[^。；]{0,20}(?:回报率|收益率|投资回报|最低收益|固定回报|保底收益)"
    r"|(?:保底|最低)(?:收益|水量|处理量|客流量?|使用量|车流量|购买量)|固定(?:投资)?回报"
)
_NO_RETURN = re.compile(r"不(?:予|作|做)?(?:承诺|保证)|不得|不存在|不设|无(?:保底|固定)|非固定")
_BORROWS = re.compile(
    r"(?:甲方（[^）]{0,20}(?:局|政府|委|办)[^）]{0,6}）|政府|管委会)[^。；，]{0,6}向[^。；，]{0,14}借款"
    r"|由(?:政府|甲方|财政)[^。；]{0,16}(?:支付|偿还|归还)(?:全部)?(?:投资)?本金(?:及|和|、)利息"
    r"|由(?:政府|甲方|财政)[^。；，]{0,16}还本付息"
)
_MORTGAGE = re.compile(
    r"(?:学校|幼儿园|医院|养老院|养老机构|教学楼|门诊楼|住院楼|公益设施|图书馆|土地所有权)[^。；，]{0,16}"
    r"(?:提供|设定|办理|作为|作)[^。；，]{0,6}抵押"
)
_NO_MORTGAGE = re.compile(r"不(?:得|设|能|予)[^，。；]{0,10}抵押|禁止[^，。；]{0,10}抵押")


def _named_companies_only(case: Case) -> bool:
    """All parties are named and none of them is a public body."""
    named = [party.name for party in case.facts.parties if party.name]
    return len(named) > 1 and len(named) == len(case.facts.parties) and not any(map(is_government, named))


def _promised(case: Case, pattern: Pattern, unless: Pattern) -> Outcome:
    if _named_companies_only(case):
        return not_applicable("no_government_party")
    return found(*(hit(case, statement, match) for statement, match in case.search(pattern, unless)))


def gov_guarantor(case: Case) -> Outcome:
    """A public body stands surety."""
    return _promised(case, _GUARANTEE, _NO_GUARANTEE)


def hidden_debt_commitment(case: Case) -> Outcome:
    """The government side promises to make up a difference, to buy back, or to join a debt."""
    return _promised(case, _HIDDEN, _NO_DEBT)


def fixed_return_promise(case: Case) -> Outcome:
    """The government side promises a return or a least volume."""
    return _promised(case, _RETURN, _NO_RETURN)


def gov_borrowing(case: Case) -> Outcome:
    """A public body borrows otherwise than by bonds, or pays off principal and interest by instalments."""
    return _promised(case, _BORROWS, re.compile(r"不得|乙方自行|不向"))


def mortgage_public_assets(case: Case) -> Outcome:
    """Schools, hospitals and the like are mortgaged."""
    return found(*(hit(case, statement, match) for statement, match in case.search(_MORTGAGE, _NO_MORTGAGE)))


RULES = (
    Rule(
        id="gov_guarantor",
        title="机关法人（或公益非营利法人）作保证人",
        severity=Severity.HIGH,
        check=gov_guarantor,
        basis=(
            civil_code("第683条"),
            guarantee_interpretation("第5条、第6条、第17条"),
            budget_law("第35条第4款、第94条"),
            row("担保法", "第8条、第9条", "M", "1995-10-01", "2021-01-01"),
        ),
        message="政府机关没有担任保证人的资格（“{text}”），该保证无效，政府方还可能承担过错赔偿责任。",
        suggestion="删除政府方担保条款，由乙方提供其他合法担保。",
        positive_sentences=(
            "甲方（区人民政府）为乙方的银行贷款提供连带责任保证。",
            "镇人民政府作为保证人，对借款本息承担连带清偿责任。",
            "乙方向银行融资的，由管委会出具担保函并承担连带清偿责任，甲方作为担保人签字。",
        ),
        negative_sentences=(
            "乙方应提供银行出具的履约担保。",
            "区人民政府协调金融机构为乙方提供融资服务。",
            "甲方向承包人提供工程款支付担保。",
            "甲方不为乙方的任何债务提供担保。",
        ),
    ),
    Rule(
        id="hidden_debt_commitment",
        title="差额补足、回购、兜底等变相担保举债",
        severity=Severity.HIGH,
        check=hidden_debt_commitment,
        categories=("PPP", "INVEST", "LOAN", "FRAME", "WORKS"),
        basis=(
            budget_law("第35条第3款、第4款、第94条"),
            guarantee_interpretation("第36条"),
            civil_code("第552条"),
            government_investment("第5条、第33条"),
        ),
        message="构成变相担保或者违规举债的重大嫌疑（“{text}”），可能形成地方政府隐性债务。",
        suggestion="删除差额补足、回购承诺；确需财政支出的，依法列入预算并经批准。",
        positive_sentences=(
            "项目收益不足的部分由甲方财政予以差额补足。",
            "合作期满，甲方按投资本金回购乙方持有的项目公司股权。",
            "项目运营资金存在缺口的，由政府负责兜底。",
        ),
        negative_sentences=(
            "乙方应在质保期内负责回收包装物。",
            "项目公司股权转让须经甲方书面同意。",
            "甲方不承担项目亏损的补足责任，经营风险由乙方自行承担。",
        ),
    ),
    Rule(
        id="fixed_return_promise",
        title="承诺固定回报、保底收益",
        severity=Severity.HIGH,
        check=fixed_return_promise,
        categories=("PPP", "INVEST", "ASSET_TRANSFER"),
        basis=(
            row("基础设施和公用事业特许经营管理办法（2015）", "第21条", "VP", "2015-06-01", "2024-05-01"),
            row("基础设施和公用事业特许经营管理办法（2024年第17号令）", "条号待核", "M", "2024-05-01"),
            row("国办函〔2023〕115号", "全文", "VP", "2023-11-03"),
            budget_law("第35条"),
        ),
        message="政府方不得承诺固定回报或者保底收益（“{text}”）。",
        suggestion="删除收益承诺；建立价格调整和使用者付费机制，市场风险由乙方承担。",
        positive_sentences=(
            "甲方承诺乙方年投资回报率不低于8%，不足部分由财政补贴。",
            "甲方保证乙方获得固定投资回报。",
            "污水处理实行保底水量，实际水量不足时按保底水量计费。",
        ),
        negative_sentences=(
            "乙方自行承担市场风险，甲方不承诺任何投资回报。",
            "特许经营者通过向用户收费取得收益。",
            "本项目不设保底水量，按实际处理量计费。",
        ),
    ),
    Rule(
        id="gov_borrowing",
        title="地方政府部门违规举债",
        severity=Severity.HIGH,
        check=gov_borrowing,
        categories=("LOAN", "INVEST", "PPP"),
        basis=(budget_law("第35条第3款、第94条"), government_investment("第5条第2款、第33条")),
        message="地方政府及其所属部门不得以发行政府债券以外的方式举借债务（“{text}”）。",
        suggestion="取消借款安排，通过预算或法定债券渠道解决资金。",
        positive_sentences=(
            "甲方（区财政局）向乙方借款5000万元，年利率6%，两年内还本付息。",
            "乙方出资建设，建成后由政府分五年支付本金及利息。",
            "建设资金由乙方筹集，竣工后由财政分期还本付息。",
        ),
        negative_sentences=(
            "乙方向银行借款用于本项目，由乙方自行偿还。",
            "甲方向乙方拨付科技项目资助资金50万元。",
            "甲方不向乙方或者任何企业借款。",
        ),
    ),
    Rule(
        id="mortgage_public_assets",
        title="以公益设施等不得抵押的财产设押",
        severity=Severity.HIGH,
        check=mortgage_public_assets,
        categories=("LOAN", "INVEST", "PPP", "ASSET_LEASE"),
        basis=(
            civil_code("第399条"),
            guarantee_interpretation("第6条"),
            row("担保法", "第37条", "M", "1995-10-01", "2021-01-01"),
        ),
        message="公益性教育、医疗等设施和土地所有权不得抵押（“{text}”），抵押无效。",
        suggestion="更换为可以抵押的财产。",
        positive_sentences=(
            "甲方以县人民医院门诊楼为乙方融资提供抵押。",
            "以实验学校教学楼设定抵押担保。",
            "借款人以其开办的幼儿园房产办理抵押登记。",
        ),
        negative_sentences=(
            "乙方以其自有厂房设定抵押。",
            "学校食堂设备采购合同不设抵押。",
            "乙方不得以医院设施提供抵押。",
        ),
    ),
)
