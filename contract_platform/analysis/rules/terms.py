"""Rules about how long a contract may run, and about terms that renew themselves."""

import re
from collections.abc import Iterator

from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.figures import YEARS, Figure, years
from contract_platform.analysis.rules.law import civil_code, contract_law, procurement_law, row, service_purchasing
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, found, hit, not_applicable

_TERM = re.compile(
    rf"(?:期限|租期|租赁期|服务期|经营期|运营期|合同期|履行期|合作期|有效期|(?:出让|使用)年[限期]|合计|共计|总期限)"
    rf"(?:为|共|是|：|计|限定|暂定){{0,3}}[^。；，\n\d零一二两三四五六七八九十百]{{0,8}}({YEARS})"
)
_OTHER_TERM = re.compile(
    r"保修|质保|质量保证|缺陷责任|保密|诉讼|时效|付款|支付|还款|借款|维护|售后|质量|追溯|保存|养护|试用|履约保"
)
_YEARLY_BUDGET = re.compile(
    r"分年(?:度)?预算|预算保障|一年一(?:签|考核)|逐年签订|年度考核[^。；]{0,12}续|已纳入[^。；]{0,10}中期财政"
)
_NOT_PURCHASED = re.compile(r"能源(?:费用)?托管|合同能源管理|特许经营|租赁")
_USES = (
    (re.compile(r"居住|住宅"), 70),
    (re.compile(r"商业|旅游|娱乐|商服|商务"), 40),
    (re.compile(r"工业|仓储|教育|科技|文化|卫生|体育|综合"), 50),
)
_USE = re.compile(r"(?:居住|住宅|商业|旅游|娱乐|商服|商务|工业|仓储|教育|科技|文化|卫生|体育|综合)(?:用地|用途)?")
_LONG_PROJECT = re.compile(r"投资规模(?:较)?大|回报周期(?:较)?长|可适当延长")
_RENEWS = re.compile(
    r"(?:期满|到期|届满)[^。\n]{0,40}(?:自动|自然)(?:续期|续约|顺延|延长|延续|延期|续签|续展)"
    r"|(?:期满|到期|届满)[^。\n]{0,30}(?:未|不)(?:提出|书面)[^。\n]{0,16}(?:视为|即)[^。\n]{0,6}(?:续约|续期|续签|续租|延长)"
)
MOST = 100.0  # years: more is a misread date


def _terms(case: Case) -> Iterator[Figure]:
    """The periods the contract states for itself, in years."""
    for statement in case.statements:
        for match in _TERM.finditer(statement.text):
            value = years(match[1])
            before = statement.text[max(0, match.start() - 14) : match.start() + 6]
            if value is not None and value <= MOST and not _OTHER_TERM.search(before):
                yield Figure(value=value, passage=statement.part(match.start(), match.end()))
    start, end = case.facts.start, case.facts.end
    if start and end and start.value and end.value and start.evidence and end.evidence and start.value < end.value:
        first, last = sorted((start.evidence.start, end.evidence.end))
        passage = case.between(first, last)
        yield Figure(value=round((end.value - start.value).days / 365.25, 2), passage=passage)


def _longest(case: Case) -> Figure | None:
    return max(_terms(case), key=lambda figure: figure.value, default=None)


def _hit(case: Case, figure: Figure, severity: Severity | None = None, **params: str) -> Hit:
    return hit(case, figure.passage, severity=severity, years=f"{figure.value:g}", **params)


def service_term_over_limit(case: Case) -> Outcome:
    """A purchased service runs longer than a year without a budget for it, or longer than three."""
    if case.facts.direction == "receivable" or _NOT_PURCHASED.search(case.text[:LOOKED_AT]):
        return not_applicable("not_purchased_service")
    figure = _longest(case)
    if figure is None:
        return not_applicable("no_term_stated")
    most, single = (case.parameters[f"service_term_over_limit.{name}"] for name in ("years", "years_without_budget"))
    if figure.value > most + ROUNDING:
        return found(_hit(case, figure, limit=f"{most:g}年"))
    if figure.value > single + ROUNDING and not _YEARLY_BUDGET.search(case.text):
        return found(_hit(case, figure, Severity.MEDIUM, limit=f"{single:g}年，且未见分年预算保障的约定"))
    return found()


def lease_term_over_20(case: Case) -> Outcome:
    """A lease runs longer than twenty years; state assets have shorter limits of the place."""
    figure = _longest(case)
    if figure is None:
        return not_applicable("no_term_stated")
    most, local = (case.parameters[f"lease_term_over_20.{name}"] for name in ("years", "years_state_assets"))
    if figure.value > most + ROUNDING:
        return found(_hit(case, figure, note="超过部分无效"))
    if figure.value > local + ROUNDING:
        return found(_hit(case, figure, Severity.MEDIUM, note=f"国有资产出租请核对本地最长{local:g}年等期限规定"))
    return found()


def land_grant_term_over_max(case: Case) -> Outcome:
    """Land is granted for longer than its use allows."""
    hits = []
    for figure in _terms(case):
        around = case.text[max(0, figure.passage.at - 60) : figure.passage.end + 30]
        use = _USE.search(around)
        most = next((limit for pattern, limit in _USES if use and pattern.search(use[0])), None)
        if most is not None and use and figure.value > most + ROUNDING:
            hits.append(_hit(case, figure, use=use[0].removesuffix("用地"), most=str(most)))
    if not _USE.search(case.text):
        return not_applicable("no_land_use_stated")
    return found(*hits)


def concession_term_over_40(case: Case) -> Outcome:
    """A concession runs longer than forty years without saying why."""
    figure = _longest(case)
    if figure is None:
        return not_applicable("no_term_stated")
    too_long = figure.value > case.parameters["concession_term_over_40.years"] + ROUNDING
    return found(_hit(case, figure)) if too_long and not _LONG_PROJECT.search(case.text) else found()


def auto_renewal(case: Case) -> Outcome:
    """The contract goes on by itself when its term is over."""
    milder = None if case.is_class("SERVICE", "ASSET_LEASE") else Severity.LOW
    matches = ((sentence, _RENEWS.search(sentence.text)) for sentence in case.sentences)
    hits = [hit(case, sentence, match, severity=milder) for sentence, match in matches if match]
    return found(*(one for one in hits if "不自动" not in one.params["text"]))


ROUNDING = 0.05  # years: both ways of counting the last day
LOOKED_AT = 2000  # characters that say what kind of contract it is
RULES = (
    Rule(
        id="service_term_over_limit",
        title="政府购买服务合同期限超限",
        severity=Severity.HIGH,
        check=service_term_over_limit,
        categories=("SERVICE",),
        needs_class=True,
        parameters={"years": 3, "years_without_budget": 1},
        basis=(service_purchasing("第24条"), row("财库〔2014〕37号", "服务类采购最长三年", "VP", "2014-04-14")),
        message="政府购买服务合同履行期限{years}年（“{text}”），超过{limit}。",
        suggestion="服务期限为1年；在预算保障前提下最长不超过3年，一年一考核。",
        positive_sentences=(
            "［SERVICE］本合同服务期限为五年，自2026年1月1日起算。",
            "［SERVICE］服务期三年，期满自动续期两年，合计5年。",
            "［SERVICE］服务期限自2026年1月1日起至2029年12月31日止。",
            "［SERVICE］本合同服务期限为24个月。",
        ),
        negative_sentences=(
            "［SERVICE］服务期限一年。",
            "［SERVICE］本项目为能源费用托管，服务期限为十年。",
            "［SERVICE］服务期限为三年，已安排分年度预算，一年一考核。",
            "［SERVICE］服务期限一年，质保期三年，保密期限为五年。",
        ),
    ),
    Rule(
        id="lease_term_over_20",
        title="租赁期限超过二十年或本地期限",
        severity=Severity.HIGH,
        check=lease_term_over_20,
        categories=("ASSET_LEASE",),
        needs_class=True,
        parameters={"years": 20, "years_state_assets": 5},
        basis=(
            civil_code("第705条"),
            contract_law("第214条"),
            row("行政事业性资产出租的地方规定（例：绵竹市2023）", "一般不超过5年", "VP", "2023-01-01"),
        ),
        message="租赁期限{years}年（“{text}”）：{note}。",
        suggestion="租赁期限五年，期满按规定重新公开招租。",
        positive_sentences=(
            "［ASSET_LEASE］租赁期限为三十年。",
            "［ASSET_LEASE］租期20年，期满自动续租10年，合计30年。",
            "［ASSET_LEASE］租赁期自2026年1月1日起至2035年12月31日止。",
        ),
        negative_sentences=(
            "［ASSET_LEASE］租赁期限为三年。",
            "［ASSET_TRANSFER］工业用地出让年限为50年。",
            "［ASSET_LEASE］租赁期为12个月，乙方应提前一个月缴纳租金。",
        ),
    ),
    Rule(
        id="land_grant_term_over_max",
        title="土地出让年限超过法定最高年限",
        severity=Severity.HIGH,
        check=land_grant_term_over_max,
        categories=("ASSET_TRANSFER",),
        needs_class=True,
        basis=(row("城镇国有土地使用权出让和转让暂行条例（2020修订）", "第12条", "V", "1990-05-19"),),
        message="{use}用地出让年限{years}年（“{text}”），超过最高年限{most}年。",
        suggestion="按用途调整出让年限：居住70年，工业、科教文卫体和综合50年，商业、旅游、娱乐40年。",
        positive_sentences=(
            "［ASSET_TRANSFER］商业用地，出让年限50年。",
            "［ASSET_TRANSFER］工业用地，出让年限70年。",
            "［ASSET_TRANSFER］宗地用途为旅游娱乐用地，土地使用权出让年限为五十年。",
        ),
        negative_sentences=(
            "［ASSET_TRANSFER］商业用地，出让年限40年。",
            "［ASSET_TRANSFER］居住用地，出让年限70年。",
            "［ASSET_TRANSFER］工业用地出让年限为二十年。",
        ),
    ),
    Rule(
        id="concession_term_over_40",
        title="特许经营期限超过40年",
        severity=Severity.MEDIUM,
        check=concession_term_over_40,
        categories=("PPP",),
        needs_class=True,
        parameters={"years": 40},
        basis=(
            row("基础设施和公用事业特许经营管理办法（2015）", "第6条（30年）", "VP", "2015-06-01", "2024-05-01"),
            row("基础设施和公用事业特许经营管理办法（2024年第17号令）", "条号待核（原则上40年）", "VP", "2024-05-01"),
        ),
        message="特许经营期{years}年（“{text}”），原则上不超过40年。",
        suggestion="特许经营期（含建设期）不超过40年，确需延长的说明依据。",
        positive_sentences=(
            "［PPP］特许经营期为50年。",
            "［PPP］建设期2年，运营期45年，合计47年。",
            "［PPP］特许经营期限为四十五年。",
        ),
        negative_sentences=(
            "［PPP］特许经营期为30年。",
            "［PPP］特许经营期为40年（含建设期）。",
            "［PPP］项目投资规模大、回报周期长，特许经营期为45年。",
        ),
    ),
    Rule(
        id="auto_renewal",
        title="期满自动续期",
        severity=Severity.MEDIUM,
        check=auto_renewal,
        categories=("SERVICE", "IT", "ASSET_LEASE", "ENTRUST", "FRAME"),
        basis=(
            service_purchasing("第24条"),
            civil_code("第705条、第734条"),
            contract_law("第214条、第236条"),
            procurement_law("第26条至第32条（续签须依法采购）"),
        ),
        message="期满自动续期（“{text}”）可能规避采购、招租程序或期限上限。",
        suggestion="合同期满终止；需继续的，依法履行采购（招租）程序后另行签订。",
        positive_sentences=(
            "合同期满前30日双方未提出异议的，自动续期一年。",
            "期满后本协议自动顺延，次数不限。",
            "服务期届满，双方均未提出书面异议的，视为续约一年。",
        ),
        negative_sentences=(
            "合同期满后需要继续采购的，甲方依法重新组织采购。",
            "因不可抗力导致工期延误的，工期相应顺延。",
            "合同期满后本合同自动终止，不自动续期。",
        ),
    ),
)
