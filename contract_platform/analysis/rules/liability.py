"""Rules about liability: how high penalties are, who is excused, and what may not be waived."""

import re
from collections.abc import Iterator

from contract_platform.analysis.model import Severity
from contract_platform.analysis.numerals import percent
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.figures import SHARE
from contract_platform.analysis.rules.law import civil_code, contract_interpretation, contract_law, row
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, fires_on, found, hit, not_applicable

_DAILY = re.compile(
    rf"(?:每(?:逾期|延期|迟延|延迟|拖延|拖欠|超期|推迟)?一?(?:个)?[日天]|按[日天]|每[日天])[^。；%\n]{{0,36}}?(?P<a>{SHARE})"
    rf"|(?P<b>{SHARE})(?:/|每)[日天]"
)
_LUMP = re.compile(rf"违约金[^。；%\n]{{0,24}}?(?P<a>{SHARE})|(?P<b>{SHARE})[^。；，\n]{{0,14}}违约金")
_PENALTY = re.compile(r"违约|逾期|延期|迟延|延迟|拖延|拖欠|滞纳|超期|推迟|罚")
_ABOUT_LUMP = re.compile(
    r"每[日天]|按[日天]|不超过|不得超过|上限|累计|最高|低于|高于|超过[^，。]{0,8}$|每次|每逾期|每延期"
)
_GOVERNMENT_PAYS = re.compile(r"甲方(?:(?!乙方)[^。；]){0,30}(?:支付|承担|赔偿|付给)|付给乙方|向乙方支付")
_UNLIMITED = re.compile(
    r"(?:^|[，：）、.①-⑳]|因|如|由|若)甲方(?:[^。；乙\n]|乙方(?!应|须)){0,24}(?:赔偿|承担)[^。；\n]{0,24}(?:间接(?:损失)?|预期(?:利益|利润)|可得利益|不设上限|无上限|无限)"
)
_LIMITED = re.compile(
    r"(?:不(?:承担|赔偿|包括|含|负责)|除外|免除)[^。；]{0,14}(?:间接|预期|可得)|以[^。；，]{0,16}为限|不超过|双方|任何一方|违约方"
)
_NO_ADJUSTMENT = re.compile(
    r"(?:不得|放弃|不再)[^。；\n]{0,14}(?:调整|减少|调减|降低)[^。；\n]{0,6}违约金|违约金[^。；\n]{0,14}(?:不得|放弃|不再)[^。；\n]{0,8}(?:调整|减少|调减|降低)"
)
_HARM = r"(?:人身(?:损害|伤害|伤亡|安全|事故)?|伤亡|人员伤害|安全事故|工伤|伤残|死亡)"
_EXCUSED = re.compile(
    rf"{_HARM}[^。\n]{{0,40}}(?:概不负责|不承担任何|不负任何|互不承担|免除责任|与(?:甲方|发包[人方]|出租[人方]|乙方|对方)无关|(?:甲方|发包[人方]|乙方)(?:概)?不(?:承担|负)(?:任何)?(?:法律|经济|赔偿)?责任)"
    r"|(?:故意|重大过失)[^。；\n]{0,12}(?:不承担|免除|免责)"
    rf"|(?:甲方|发包[人方]|出租[人方])[^。；，\n]{{0,6}}(?:概不负责|不承担任何|不负任何)[^。；\n]{{0,16}}{_HARM}"
)
_BY_FAULT = re.compile(
    r"(?:因|由于?|系)?乙方(?:自身|单方|的)?(?:原因|过错|过失|违规|违章|责任|不当|未|操作)|因(?:承租|承包)[人方]|不免除|非因?甲方(?:的)?(?:原因|过错)|自身(?:原因|过错)|不可抗力|故意或(?:者)?过失"
    r"|(?:聘用|雇[佣用]|派(?:出|驻|遣)|服务|施工)的?(?:人员|员工|工人)|工作职责期间|员工|职工"
)
_HARDSHIP = re.compile(
    r"(?:排除|放弃|不适用|不得(?:主张|适用|援引))[^。；\n]{0,24}(?:情势变更|第五百三十三条|第533条)|情势变更[^。；，\n]{0,8}(?:不适用|予以排除)"
)
_LIMITATION = re.compile(
    r"诉讼时效[^。；\n]{0,8}(?:为|延长|缩短|不受|约定)|(?:放弃|抛弃)[^。；\n]{0,8}诉讼时效|不受[^。；\n]{0,6}诉讼时效[^。；\n]{0,4}限制"
)
_INTERPRETATION = re.compile(
    r"(?:最终)?解释权[^。；，\n]{0,6}归|以(?:[甲乙]方|[\u4e00-\u9fff]{2,6}[方人])(?:的)?[^。；，\n]{0,4}解释为准"
)
_COMMERCIAL = (
    r"(?:涨价|价格上涨|价格波动|资金(?:紧张|短缺|不足)|市场(?:波动|变化)|断货|设备故障|停工待料|原材料短缺|供应商原因)"
)
_OVERBROAD = re.compile(
    rf"{_COMMERCIAL}[^。；\n]{{0,16}}(?:视为|属于|均为|构成)不可抗力|不可抗力[^。；\n]{{0,12}}(?:包括|视为|是指|指)[^。\n]{{0,60}}{_COMMERCIAL}"
)


def penalty_rate_excessive(case: Case) -> Outcome:
    """A penalty per day or in one sum far above what courts let stand."""
    if not _PENALTY.search(case.text):
        return not_applicable("no_penalty")
    return found(*(one for statement in case.statements for one in _excessive(case, statement)))


def _excessive(case: Case, statement: Passage) -> Iterator[Hit]:
    """At most one finding a statement: the daily rate, else the sum."""
    if not _PENALTY.search(statement.text):
        return
    rate, grave, lump = (case.parameters[f"penalty_rate_excessive.{name}"] for name in ("daily", "daily_high", "lump"))
    pays = Severity.HIGH if _GOVERNMENT_PAYS.search(statement.text) else None
    for match in _DAILY.finditer(statement.text):
        value = percent(match["a"] or match["b"])
        if value is not None and value > rate:
            severity = pays or (Severity.HIGH if value > grave else None)
            yield hit(case, statement, match, severity=severity, detail=f"每日{value:g}%，折合年{value * 365:g}%")
            return
    for match in _LUMP.finditer(statement.text):
        value = percent(match["a"] or match["b"])
        around = statement.text[max(0, match.start() - 12) : match.end()]
        if value is not None and value > lump and not _ABOUT_LUMP.search(around):
            yield hit(case, statement, match, severity=pays, detail=f"违约金{value:g}%")
            return


def exculpation_void(case: Case) -> Outcome:
    """One side is excused for harm to persons, intent or gross negligence."""
    return found(*(hit(case, s, m) for s, m in case.search(_EXCUSED, _BY_FAULT)))


RULES = (
    Rule(
        id="penalty_rate_excessive",
        title="违约金畸高",
        severity=Severity.MEDIUM,
        check=penalty_rate_excessive,
        parameters={"daily": 0.1, "daily_high": 0.3, "lump": 30},
        basis=(civil_code("第585条"), contract_interpretation("第65条"), contract_law("第114条")),
        message="违约金约定明显偏高（{detail}；“{text}”），存在被调减或加重政府方责任的风险。",
        suggestion="每逾期一日按未履行部分价款的万分之五支付违约金，累计不超过合同总价的10%。",
        positive_sentences=(
            "乙方每逾期一日，按合同总价的1%支付违约金。",
            "违约方应按合同总价的50%向守约方支付违约金。",
            "甲方逾期付款的，每逾期一天应向乙方支付未付款项千分之五的违约金。",
        ),
        negative_sentences=(
            "乙方每逾期一日，按逾期交付部分价款的万分之五支付违约金，累计不超过合同总价的10%。",
            "违约方应按合同总价的20%支付违约金。",
            "合同签订后支付合同总价的50%，验收后每日巡检一次。",
        ),
    ),
    Rule(
        id="unlimited_liability_gov",
        title="政府方承担无限额或单方加重责任",
        severity=Severity.HIGH,
        check=fires_on(_UNLIMITED, _LIMITED),
        basis=(civil_code("第584条、第585条"), contract_law("第113条、第114条")),
        message="政府方承担无限额或者间接损失赔偿责任（“{text}”），责任分配失衡。",
        suggestion="甲方赔偿以乙方实际直接损失为限，且累计不超过合同总价。",
        positive_sentences=(
            "甲方违约的，应赔偿乙方因此遭受的一切直接和间接损失，不设上限。",
            "因甲方原因终止合同的，甲方承担乙方全部损失包括预期利润。",
            "如甲方逾期付款，应赔偿乙方可得利益损失。",
        ),
        negative_sentences=(
            "乙方违约的，应赔偿甲方因此遭受的全部损失。",
            "甲方违约的，赔偿乙方直接损失，累计不超过合同总价。",
            "乙方给甲方造成损失的，应赔偿全部直接和间接损失。",
        ),
    ),
    Rule(
        id="penalty_adjust_waiver",
        title="约定不得请求调整违约金",
        severity=Severity.LOW,
        check=fires_on(_NO_ADJUSTMENT),
        basis=(contract_interpretation("第64条第3款"), civil_code("第585条第2款"), contract_law("第114条第2款")),
        message="“不得请求调整违约金”的约定（“{text}”）挡不住法院调减，建议删除。",
        suggestion="删除该表述，改为合理的违约金标准。",
        positive_sentences=(
            "双方确认违约金合理，任何一方不得请求调整违约金。",
            "乙方放弃请求法院减少违约金的权利。",
            "本合同约定的违约金双方不得再主张降低。",
        ),
        negative_sentences=(
            "违约金不足以弥补损失的，应予补足。",
            "合同金额在履行期内不得调整。",
            "违约金过高的，双方可以协商调整。",
        ),
    ),
    Rule(
        id="exculpation_void",
        title="人身损害、故意重大过失免责",
        severity=Severity.HIGH,
        check=exculpation_void,
        basis=(civil_code("第506条"), contract_law("第53条")),
        message="对人身损害以及故意、重大过失损失的免责约定（“{text}”）无效。",
        suggestion="按过错承担责任，并约定保险。",
        positive_sentences=(
            "施工期间发生的人身伤亡，甲方概不负责且乙方不得追究设备缺陷责任。",
            "因任何原因造成人员伤亡的，双方互不承担任何责任。",
            "施工中的一切安全事故由乙方负责，与甲方无关。",
        ),
        negative_sentences=(
            "因乙方原因造成人身伤害的，由乙方承担赔偿责任。",
            "因不可抗力不能履行的，部分或者全部免除责任。",
            "因乙方违章操作发生安全事故的，甲方不承担责任。",
        ),
    ),
    Rule(
        id="hardship_waiver",
        title="排除情势变更适用",
        severity=Severity.MEDIUM,
        check=fires_on(_HARDSHIP),
        basis=(
            civil_code("第533条"),
            contract_interpretation("第32条第4款"),
            row("合同法解释（二）", "第26条", "M", "2009-05-13", "2021-01-01"),
        ),
        message="预先排除情势变更规则的约定无效（“{text}”）。",
        suggestion="删除；改为明确的风险幅度和调价机制。",
        positive_sentences=(
            "双方同意排除情势变更规则的适用。",
            "乙方放弃依据民法典第五百三十三条请求变更的权利。",
            "履行期间双方不得主张情势变更。",
        ),
        negative_sentences=(
            "发生情势变更的，双方可以重新协商。",
            "本合同为固定总价合同，风险范围见专用条款。",
            "双方放弃优先购买权。",
        ),
    ),
    Rule(
        id="limitation_period_altered",
        title="约定诉讼时效或者预先放弃",
        severity=Severity.LOW,
        check=fires_on(_LIMITATION, re.compile(r"依法|法律规定|中断")),
        basis=(civil_code("第188条、第197条"), row("民法通则", "第135条", "M", "1987-01-01", "2021-01-01")),
        message="诉讼时效期间不能由当事人另行约定，也不能提前放弃（“{text}”）。",
        suggestion="删除。",
        positive_sentences=(
            "双方约定本合同诉讼时效为十年。",
            "乙方预先放弃诉讼时效抗辩。",
            "本合同项下请求权的诉讼时效延长至五年。",
        ),
        negative_sentences=(
            "质量异议期为收货后30日。",
            "因本合同发生的请求，依法适用诉讼时效规定。",
            "权利人主张权利的，诉讼时效中断。",
        ),
    ),
    Rule(
        id="final_interpretation",
        title="“最终解释权”等格式条款",
        severity=Severity.LOW,
        check=fires_on(_INTERPRETATION),
        basis=(
            civil_code("第496条至第498条"),
            contract_interpretation("第9条、第10条"),
            contract_law("第39条至第41条"),
        ),
        message="单方保留最终解释权的格式条款（“{text}”）可能无效。",
        suggestion="双方对条款理解有争议的，按照民法典规定解释。",
        positive_sentences=(
            "本合同最终解释权归甲方所有。",
            "条款理解有分歧的，以甲方解释为准。",
            "本协议的解释权归乙方。",
        ),
        negative_sentences=(
            "本合同附件与正文不一致的，以正文为准。",
            "专用条款的解释优先于通用条款。",
            "对本合同的解释适用中华人民共和国法律。",
        ),
    ),
    Rule(
        id="force_majeure_overbroad",
        title="不可抗力范围过宽",
        severity=Severity.MEDIUM,
        check=fires_on(_OVERBROAD, re.compile(r"不(?:属于|构成|视为|包括)")),
        basis=(civil_code("第180条、第590条"), contract_law("第117条、第118条")),
        message="把商业风险列为不可抗力（“{text}”），扩大了对方免责范围。",
        suggestion="不可抗力以双方均无法预见、避免和克服的事件为限；受影响方应在48小时内通知，并在15日内提供证明。",
        positive_sentences=(
            "原材料价格上涨、资金紧张均视为不可抗力，乙方免责。",
            "不可抗力包括但不限于供应商断货、市场波动。",
            "乙方设备故障属于不可抗力。",
        ),
        negative_sentences=(
            "不可抗力以双方均无法预见、避免和克服的事件为限。",
            "原材料价格波动不属于不可抗力。",
            "不可抗力包括地震、台风、洪水、战争。",
        ),
    ),
)
