"""Rules about public power that a contract may not give away, and about remedies a citizen may not be made to waive."""

import re

from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import (
    administrative_agreements,
    business_environment,
    civil_code,
    fair_competition,
    private_economy_law,
    procurement_law,
    row,
    sme_regulation,
)
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, fires_on, found, hit

_WAIVES = re.compile(
    r"(?:甲方|政府|部门)[^。；，\n]{0,14}不(?:再|得)?对乙方[^。；，\n]{0,10}(?:行政处罚|处罚|检查|监管|执法|收费)"
    r"|承诺不因(?:公共利益|政策|规划)[^。；\n]{0,14}(?:变更|解除|调整|终止)"
    r"|(?:免除|豁免)乙方[^。；，\n]{0,10}(?:行政处罚|行政检查|执法检查)|(?:政策|规划)[^。；，\n]{0,6}(?:承诺|保证)[^。；，\n]{0,6}(?:不变|不作调整)"
)
_PROMISES = re.compile(
    r"(?:甲方|政府|管委会)[^。；，\n]{0,6}(?:保证|确保|承诺|负责)[^。；\n]{0,24}(?:取得|办妥|办理完成|通过|调整为|获得|获批)[^。；，\n]{0,18}"
    r"(?:许可|审批|批复|环评|规划|指标|土地证|权证|立项|核准|商业|住宅)"
    r"|(?:甲方|政府|管委会)[^。；，\n]{0,6}(?:保证|确保|承诺)[^。；\n]{0,20}(?:许可证?|审批|批复|环评|规划(?:调整|条件)?|立项)[^。；，\n]{0,10}(?:通过|取得|获批|办妥|到位|调整为?)"
    r"|(?:甲方|政府|管委会)[^。；，\n]{0,6}(?:保证|确保|承诺)将[^。；，\n]{0,20}(?:规划|用途|性质)[^。；，\n]{0,12}(?:调整|变更|改)为"
)
_HELPS = re.compile(
    r"协助|配合|协调|指导|付款|资金|投资回报|收益|合法取得|有权|真实|合法(?:有效|拥有)|所有权|产权(?:清晰|明晰)"
)
_CHANGE = re.compile(
    r"(?:换届|机构(?:调整|改革|撤并)|区划调整|领导(?:更替|变动|更换|调整)|负责人(?:变动|更换)|政策(?:调整|变化|变动))[^。；\n]{0,28}"
    r"(?:不承担|不予|免责|免除|有权(?:单方)?(?:解除|终止)|自动(?:解除|终止))"
)
_COMPENSATED = re.compile(
    r"(?:依法|予以|给予|合理|应当?)[^。；，]{0,6}补偿|国家(?:政策|法律)|乙方(?:的)?(?:法定代表人|负责人)"
)
_REMEDY = re.compile(
    r"(?:放弃|不得(?:再)?|不再|不予)[^。；\n]{0,14}(?:提起|申请|行使|进行)?[^。；\n]{0,6}(?:行政复议|行政诉讼|诉讼|信访|上访)"
)
_KEPT = re.compile(r"诉讼期间|不影响|不得因|仲裁裁决|一裁终局|不得以诉讼")
_WRONG_GRANTOR = re.compile(
    r"(?:出让人|出让方)[^。；，\n]{0,16}(?:管委会|管理委员会|[镇乡]人民政府|街道|投资有限公司|开发有限公司)"
    r"|(?:管委会|管理委员会|[镇乡]人民政府|街道办(?:事处)?)[^。；，\n]{0,6}将[^。；\n]{0,24}出让"
)
_NO_STANDING = re.compile(
    r"管委会|管理委员会|[镇乡]人民政府|[镇乡]政府|街道办|投资(?:集团)?有限公司|开发(?:建设)?有限公司|村(?:民)?委(?:员)?会"
)
_GRANTS = re.compile(
    r"(?:乙方受让|甲方(?:出让|转让|供应|提供|将)[^。；，\n]{0,30}(?:宗地|土地|地块|用地))[^。\n]{0,60}(?:出让金|元/亩|每亩|地价|使用权)"
    r"|土地(?:使用权)?(?:出让金|出让价|价格|地价)[^。；，\n]{0,12}(?:按|为)[^。；，\n]{0,14}元/亩"
)
_IS_GRANT = re.compile(r"土地(?:使用权)?出让|使用权出让")
_PROPER = re.compile(r"招拍挂|招标|挂牌|拍卖|公开|自然资源|国土(?:资源)?(?:局|部门)|协助|租赁|流转|集体")


def devzone_land_grantor(case: Case) -> Outcome:
    """A body without the power to do so grants state land."""
    hits = [hit(case, s, m) for s, m in case.search(_WRONG_GRANTOR, re.compile(r"公开出让|协助|参与"))]
    names = [squeeze(party.name) for party in case.facts.parties[:1] if party.name]
    if not hits and any(_NO_STANDING.search(name) for name in names):
        hits = [hit(case, s, m) for s, m in case.search(_GRANTS, _PROPER)][:1]
        first = case.facts.parties[0].evidence
        if not hits and first and _is_grant(case):
            hits = [Hit(start=first.start, end=first.end, params={"text": first.quote})]
    return found(*hits)


def _is_grant(case: Case) -> bool:
    """Whether the title or the role of the first party says that land is granted."""
    title = case.facts.title.value if case.facts.title else ""
    return bool(_IS_GRANT.search(title)) or "出让" in case.facts.parties[0].role


RULES = (
    Rule(
        id="prerogative_waiver",
        title="放弃行政监管、行政优益权",
        severity=Severity.HIGH,
        check=fires_on(_WAIVES, re.compile(r"经营亏损|债务|依法(?:进行|实施)")),
        basis=(
            row("行政处罚法", "第17条、第83条", "V", "2021-07-15"),
            administrative_agreements("第16条、第21条"),
            row("行政诉讼法", "第75条", "V", "2015-05-01"),
            procurement_law("第50条第2款"),
        ),
        message="行政职权不得以合同方式放弃或限制（“{text}”），该条款无效风险高。",
        suggestion="甲方依法履行监管职责；因公共利益需要变更、解除的，依法给予补偿。",
        positive_sentences=(
            "合作期内甲方及其所属部门不对乙方实施行政处罚和监督检查。",
            "甲方承诺不因公共利益需要单方变更或者解除本协议。",
            "入园三年内免除乙方一切执法检查和收费。",
        ),
        negative_sentences=(
            "甲方不对乙方的经营亏损承担责任。",
            "甲方依法对乙方履约情况进行监督检查。",
            "因公共利益需要解除协议的，甲方依法给予补偿。",
        ),
    ),
    Rule(
        id="permit_outcome_promise",
        title="承诺行政许可、规划、审批结果",
        severity=Severity.HIGH,
        check=fires_on(_PROMISES, _HELPS),
        categories=("INVEST", "FRAME", "ASSET_TRANSFER", "PPP"),
        basis=(
            row("行政许可法（2019）", "依法定条件和程序许可", "V", "2004-07-01"),
            row("重大行政决策程序暂行条例", "第25条", "V", "2019-09-01"),
            administrative_agreements("第11条"),
            fair_competition("第8条"),
        ),
        message="政府方不得以合同承诺行政许可或规划审批的结果（“{text}”）。",
        suggestion="甲方在职权范围内协助乙方依法办理相关手续，审批结果以有权机关决定为准。",
        positive_sentences=(
            "甲方确保乙方在60日内取得施工许可证和环评批复。",
            "甲方承诺将项目地块规划用途由工业调整为商业。",
            "政府保证本项目环评和立项审批在三个月内全部通过。",
        ),
        negative_sentences=(
            "甲方协助乙方依法办理施工许可手续。",
            "乙方应自行取得经营所需的行政许可。",
            "甲方负责项目用地红线外的道路建设。",
        ),
    ),
    Rule(
        id="gov_change_excuse",
        title="以政府换届、机构调整等为由免责解约",
        severity=Severity.HIGH,
        check=fires_on(_CHANGE, _COMPENSATED),
        basis=(
            business_environment("第31条、第69条第7项"),
            private_economy_law("第70条、第73条"),
            *sme_regulation("第14条", "第13条"),
            administrative_agreements("第16条"),
        ),
        message="换届、机构改革、人员更替、政策调整都不是政府方毁约或免责的理由（“{text}”）；确因公共利益调整的，要走法定程序并补偿。",
        suggestion="确因公共利益需要变更或解除的，甲方依法定程序书面通知，并补偿乙方实际损失。",
        positive_sentences=(
            "如遇政府换届或机构调整，甲方有权解除合同且不承担违约责任。",
            "因政策调整致使项目终止的，甲方不予任何补偿。",
            "甲方主要领导变动的，本协议自动终止。",
        ),
        negative_sentences=(
            "因国家利益、社会公共利益需要终止合同的，甲方依法补偿乙方实际损失。",
            "乙方法定代表人变更的，应在5日内书面通知甲方。",
            "政策调整致使合同不能履行的，双方协商解除，甲方给予合理补偿，不予追究乙方责任。",
        ),
    ),
    Rule(
        id="remedy_waiver",
        title="约定放弃复议、诉讼、信访等权利",
        severity=Severity.MEDIUM,
        check=fires_on(_REMEDY, _KEPT),
        categories=("EXPRO", "PPP", "ASSET_TRANSFER", "INVEST"),
        basis=(
            row("行政诉讼法", "第12条", "V", "2015-05-01"),
            administrative_agreements("第4条、第5条"),
            civil_code("第153条"),
            row("国有土地上房屋征收与补偿条例", "第25条第2款", "V", "2011-01-21"),
        ),
        message="预先放弃复议、诉讼权利的约定（“{text}”）通常不产生约束力，且易引发争议。",
        suggestion="删除放弃救济权利的约定。",
        positive_sentences=(
            "［EXPRO］乙方自愿放弃就本协议提起行政复议、行政诉讼的权利。",
            "［EXPRO］乙方签约后不得再提起任何诉讼或者信访。",
            "［PPP］乙方承诺不再就特许经营事项申请行政复议。",
        ),
        negative_sentences=(
            "［EXPRO］乙方对补偿决定不服的，可以依法申请行政复议。",
            "［EXPRO］诉讼期间，除争议事项外双方继续履行合同。",
            "［GOODS］双方放弃优先购买权。",
        ),
    ),
    Rule(
        id="devzone_land_grantor",
        title="开发区管委会等无权主体出让土地",
        severity=Severity.HIGH,
        check=devzone_land_grantor,
        categories=("ASSET_TRANSFER", "INVEST"),
        basis=(
            row("国有土地使用权合同解释（法释〔2020〕17号修正）", "第1条、第2条", "V", "2005-08-01"),
            row("城市房地产管理法", "第15条第2款", "V", "1995-01-01"),
            row("土地管理法", "第63条（集体经营性建设用地）", "V", "2020-01-01"),
        ),
        message="开发区管委会、乡镇政府、平台公司无权出让国有建设用地使用权（“{text}”），合同有被认定无效的风险。",
        suggestion="由市、县人民政府自然资源主管部门依法出让并签订出让合同。",
        positive_sentences=(
            "出让人：云溪经济技术开发区管理委员会，受让人：甲公司，出让宗地面积30亩。",
            "云溪开发区管委会将20亩国有建设用地使用权协议出让给乙方。",
            "甲方：云溪镇人民政府\n乙方：云溪甲有限公司\n乙方受让本协议所列宗地为工业用地，土地使用权出让金按3万元/亩结算。",
        ),
        negative_sentences=(
            "出让人：云溪市自然资源和规划局。",
            "管委会协助乙方参与土地使用权的公开出让活动。",
            "甲方：云溪镇人民政府\n乙方：云溪甲有限公司\n乙方依法参加招拍挂，受让工业用地后按每亩成交价缴纳出让金。",
        ),
    ),
)
