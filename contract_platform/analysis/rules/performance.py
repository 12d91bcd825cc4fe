"""Rules about performing the contract: acceptance, silence, subcontracting, assignment, one-sided exits."""

import re

from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import (
    bidding_law,
    civil_code,
    construction_interpretation,
    contract_law,
    procurement_law,
    procurement_regulation,
    row,
    sme_regulation,
)
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.rule import Outcome, Rule, fires_on, found, hit, not_applicable

_BUYER = r"(?:甲方|发包人|采购人|委托人|建设单位|买方|需方|监理(?:人|单位)?)"
_SILENT = re.compile(
    rf"{_BUYER}[^。\n]{{0,60}}(?:未|不)(?:予|作|能|按时|及时|按期)?[^。，\n]{{0,8}}(?:答复|提出[^。，\n]{{0,6}}(?:异议|意见)|审核|审查|审批|验收|确认|批准|回复|签收)"
    r"[^。\n]{0,14}视(?:为|同|作)[^。，\n]{0,8}(?:认可|同意|验收合格|合格|通过|确认|批准|接受|验收)"
)
_NOT_DEEMED = re.compile(r"不(?:得)?视为|视为(?:不|未)|乙方(?:逾期|未)[^。；]{0,12}视为")
_ACCEPTS = re.compile(
    r"(?:组织|进行|予以|适时|及时)[^，。；\n]{0,6}验收|由?[甲需买]方[^，。；\n]{0,8}(?<!工程)验收"
    r"|验收合格(?:后|之日|的)?[^。；\n]{0,24}(?:支付|付款|付至|付清|结算)"
)
_STANDARD = re.compile(
    r"标准|技术(?:要求|参数|规格|指标|协议|文件|规范)|采购文件|招标文件|投标文件|响应文件|附件|需求(?:说明|规格)|考核办法|清单|图纸|规范|GB|验收方案|验收办法"
    r"|(?:符合|按照?|依据|根据)[^，。；\n]{0,16}(?:要求|规定|约定|标准|条款)|国家|行业"
)
_MEASURED = re.compile(
    r"(?:质量|技术|验收)(?:要求|标准|规范)[^。；\n]{0,12}(?:符合|执行|按|达到|为|：)|质量[^。；，\n]{0,10}(?:符合|达到)[^。；\n]{0,20}(?:标准|规范|等级)"
)
_SATISFACTION = re.compile(r"以?(?:甲方|采购人|买方|需方|发包人)(?:的)?(?:满意|认可)(?:为准|为验收|作为|即)")
_ACCEPTANCE_PERIOD = re.compile(
    r"[\d一二两三四五六七八九十]个?(?:工作日|日历天|日|天|周|月|小时)(?:之?内|以内|前)[^。；\n]{0,40}(?:验收|检验|检测|查验)(?!合格(?:之日|后|次日))"
    r"|(?:验收|检验|查验)(?!合格|通过|后|之日)[^。；\n]{0,24}[\d一二两三四五六七八九十]个?(?:工作日|日历天|日|天|周|月|小时)(?:之?内|以内|前)"
    r"|当(?:场|日|天|面)[^。；，\n]{0,8}验收|验收期限?为"
)
_PASS_ON = re.compile(
    r"(?:可以?|有权|允许)[^。；，\n]{0,18}(?:转包|再分包)|(?:可以?|有权|允许)将(?:主体|关键|全部)[^。；，\n]{0,10}(?:分包|委托|交由)"
    r"|无(?:需|须)[^。；，\n]{0,8}同意[^。；，\n]{0,8}(?:分包|转包)|(?:分包|转包)[^。；，\n]{0,10}无(?:需|须)[^。；，\n]{0,8}同意"
)
_NOT_PASSED_ON = re.compile(r"不(?:得|可以?|允许|能)[^。；，]{0,14}(?:转包|分包)|非主体|非关键|禁止")
_ASSIGNS = re.compile(
    r"乙方(?:有权|可以?|可自行)[^。；，\n]{0,22}转让|乙方[^。；，\n]{0,16}转让[^。；\n]{0,16}无(?:需|须)[^。；，\n]{0,8}同意"
)
_LAWFUL_ASSIGNMENT = re.compile(
    r"应收账款|保理|不(?:得|可)|经甲方[^。；，]{0,6}(?:书面)?同意|技术(?:转让|成果)|产权|专利"
)
_EXIT = re.compile(
    r"乙方[^。；，\n]{0,4}(?:有权|可以?)[^。；，\n]{0,4}(?:随时|任意|单方)[^。；，\n]{0,6}(?:解除|终止)"
    r"|甲方逾期(?:付款|支付)[^。；，\n]{0,6}(?:超过)?(?:[1-9]|1[0-4]|[一二三四五六七八九十])(?:个工作)?[日天][^。；\n]{0,6}乙方[^。；，\n]{0,6}(?:有权|可以?)[^。；，\n]{0,6}(?:解除|终止)"
)
_WARNED = re.compile(r"催告|法定|依法解除|违约(?!责任)|下列情[形况]|不可抗力|未按|严重")


def deemed_approval(case: Case) -> Outcome:
    """The buyer's silence counts as approval."""
    settled = re.compile(r"结算|竣工")
    return found(
        *(
            hit(
                case,
                part,
                match,
                severity=None if case.is_class("WORKS") and settled.search(part.text) else Severity.MEDIUM,
            )
            for part, match in case.search(_SILENT, _NOT_DEEMED)
        )
    )


def acceptance_standard_missing(case: Case) -> Outcome:
    """Goods or results are accepted, but by no standard, or by the buyer's satisfaction."""
    articles = [article for article in case.articles if _ACCEPTS.search(article.text)]
    if not articles:
        return not_applicable("no_acceptance_clause")
    vague = [hit(case, part, match) for part, match in case.search(_SATISFACTION)]
    if vague or _MEASURED.search(case.text) or _by_standard(case, articles):
        return found(*vague)
    first = articles[0]
    return found(hit(case, first, _ACCEPTS.search(first.text)))


def _by_standard(case: Case, articles: list[Passage]) -> bool:
    """Whether an article on acceptance, or any sentence that speaks of accepting, names its standard."""
    said = [*articles, *(sentence for sentence in case.sentences if "验收" in sentence.text)]
    return any(_STANDARD.search(passage.text) for passage in said)


def acceptance_period_missing(case: Case) -> Outcome:
    """Acceptance decides about payment, but nothing says until when it takes place."""
    mentions = list(case.search(_ACCEPTS))
    if not mentions:
        return not_applicable("no_acceptance_clause")
    own = [(passage, match) for passage, match in mentions if not match[0].startswith("验收合格")]
    return found() if _ACCEPTANCE_PERIOD.search(case.text) else found(hit(case, *(own or mentions)[0]))


_BOUGHT = ("GOODS", "SERVICE", "IT", "WORKS")
RULES = (
    Rule(
        id="acceptance_standard_missing",
        title="验收标准缺失",
        severity=Severity.HIGH,
        check=acceptance_standard_missing,
        categories=_BOUGHT,
        needs_class=True,
        basis=(
            civil_code("第470条、第511条、第596条、第620条、第621条、第771条、第799条"),
            contract_law("第12条、第61条、第157条、第158条"),
            procurement_law("第41条"),
            procurement_regulation("第45条"),
        ),
        message="验收条款没有可执行的标准（“{text}”）。",
        suggestion="按照采购文件、响应文件和附件技术要求以及国家标准逐项验收，并出具验收书。",
        positive_sentences=(
            "［GOODS］货物到达后由甲方验收，以甲方满意为准。",
            "［SERVICE］项目完成后甲方组织验收，验收合格后付款。",
            "［IT］系统上线后，甲方及时组织验收，以甲方认可为准。",
        ),
        negative_sentences=(
            "［GOODS］甲方按照附件二技术参数及GB/T 9813标准组织验收。",
            "［SERVICE］按采购文件的技术、服务、安全要求逐项验收并出具验收书。",
            "［ASSET_LEASE］房屋交付时由双方共同验收。",
        ),
    ),
    Rule(
        id="acceptance_period_missing",
        title="检验验收期限缺失",
        severity=Severity.MEDIUM,
        check=acceptance_period_missing,
        categories=_BOUGHT,
        needs_class=True,
        basis=(
            *sme_regulation("第10条第2款", "第9条第2款"),
            civil_code("第620条、第621条"),
            contract_law("第157条、第158条"),
        ),
        message="未约定明确、合理的验收期限（“{text}”）；拖延验收的，付款期限自约定期限届满起算。",
        suggestion="甲方收到验收申请之日起7个工作日内完成验收。",
        positive_sentences=(
            "［GOODS］甲方收到货物后组织验收，验收合格后支付货款。",
            "［SERVICE］乙方提交成果，甲方适时验收。",
            "［WORKS］工程完工后由甲方组织验收，验收合格后结算。",
        ),
        negative_sentences=(
            "［GOODS］甲方应在收到货物之日起7个工作日内完成验收。",
            "［SERVICE］乙方提交成果后15日内，甲方组织专家验收。",
            "［GOODS］货到后双方当场验收，验收合格后付款。",
        ),
    ),
    Rule(
        id="deemed_approval",
        title="逾期答复视为认可",
        severity=Severity.HIGH,
        check=deemed_approval,
        categories=_BOUGHT,
        basis=(
            construction_interpretation("第21条"),
            civil_code("第621条、第638条"),
            contract_law("第158条、第171条"),
        ),
        message="政府方逾期不答复将被视为认可（“{text}”），请评估并登记履约期限提醒。",
        suggestion="甲方应在收到结算资料后__日内审核并书面答复；逾期不视为认可。",
        positive_sentences=(
            "发包人收到竣工结算文件后28日内未答复的，视为认可。",
            "甲方在收到成果后5日内未提出异议的，视为验收合格。",
            "采购人应在7日内组织验收，逾期未验收的，视为验收合格。",
        ),
        negative_sentences=(
            "乙方逾期未答复的，视为放弃异议。",
            "发包人逾期不支付进度款的，承担违约责任。",
            "甲方应在收到结算资料后30日内审核并书面答复，逾期未答复的，不视为认可。",
        ),
    ),
    Rule(
        id="illegal_subcontract",
        title="转包、违法分包、主体分包",
        severity=Severity.HIGH,
        check=fires_on(_PASS_ON, _NOT_PASSED_ON),
        categories=_BOUGHT,
        basis=(
            civil_code("第791条、第806条"),
            contract_law("第272条"),
            row("建筑法", "第28条、第29条", "V", "1998-03-01"),
            bidding_law("第48条"),
            procurement_law("第48条"),
            row("建设工程质量管理条例", "第78条", "V", "2000-01-30"),
        ),
        message="约定允许转包或者主体、关键工作分包（“{text}”），违反强制性规定。",
        suggestion="乙方不得转包；非主体、非关键性工作经甲方书面同意可以分包一次，并承担连带责任。",
        positive_sentences=(
            "承包人可将主体结构工程分包给第三方施工。",
            "乙方有权将本项目全部工作转包给关联公司。",
            "乙方可以自行选择分包单位，无需甲方同意即可分包。",
        ),
        negative_sentences=(
            "承包人不得转包，主体结构施工由承包人自行完成。",
            "经甲方书面同意，乙方可将非主体、非关键性工作分包给具备资质的单位。",
            "乙方擅自转包的，甲方有权解除合同。",
        ),
    ),
    Rule(
        id="assignment_without_consent",
        title="乙方可自由转让合同权利义务",
        severity=Severity.MEDIUM,
        check=fires_on(_ASSIGNS, _LAWFUL_ASSIGNMENT),
        basis=(
            civil_code("第545条、第551条、第555条"),
            contract_law("第79条、第84条、第88条"),
            bidding_law("第48条"),
        ),
        message="债务转移、概括转让应当经甲方同意（“{text}”）。",
        suggestion="未经甲方书面同意，乙方不得转让合同义务；应收账款转让的，应书面通知甲方。",
        positive_sentences=(
            "乙方有权将本合同项下权利义务转让给第三方，无需甲方同意。",
            "乙方可自行将合同转让给其关联公司。",
            "乙方将本合同全部义务转让第三人的，无须征得甲方同意。",
        ),
        negative_sentences=(
            "未经甲方书面同意，乙方不得转让本合同项下义务。",
            "乙方可将本合同应收账款转让给金融机构用于融资，并书面通知甲方。",
            "经甲方书面同意，乙方可以将本合同转让给第三方。",
        ),
    ),
    Rule(
        id="counterparty_easy_exit",
        title="相对方单方任意解除权",
        severity=Severity.MEDIUM,
        check=fires_on(_EXIT, _WARNED),
        basis=(
            civil_code("第562条、第563条、第933条"),
            contract_law("第93条、第94条、第410条"),
            procurement_law("第50条第1款"),
        ),
        message="相对方单方解除条件过宽（“{text}”），影响公共服务连续性。",
        suggestion="仅在甲方根本违约并经书面催告30日后，乙方方可解除；解除前应保障服务过渡。",
        positive_sentences=(
            "乙方有权随时解除合同，且不承担违约责任。",
            "甲方逾期付款3日的，乙方可单方终止合同并停止服务。",
            "甲方逾期支付超过五日，乙方有权解除合同。",
        ),
        negative_sentences=(
            "乙方逾期交货超过30日的，甲方有权解除合同。",
            "甲方逾期付款超过60日经催告仍不支付的，乙方有权解除合同。",
            "甲方有权随时检查，乙方不得单方解除合同。",
        ),
    ),
)
