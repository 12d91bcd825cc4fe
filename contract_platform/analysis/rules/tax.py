"""Rules about value added tax: rates, net and gross prices, and who bears whose taxes."""

import re

from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.figures import NUMBER, fen, yuan
from contract_platform.analysis.rules.law import civil_code, contract_law, row
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, fires_on, found, hit, not_applicable

_RATE = re.compile(
    r"(?:增值税|专票|专用发票|税率)[^，。；\n%]{0,10}?(\d{1,2}(?:\.\d+)?)%|(\d{1,2}(?:\.\d+)?)%的?[^，。；\n]{0,6}增值税"
)
_NET = re.compile(rf"不含税(?:总)?(?:价款?|金额|总价|合同价|价格)?[^\d，。；]{{0,12}}({NUMBER})(万?)元")
_GROSS = re.compile(rf"(?<!不)含税(?:总)?(?:价款?|金额|总价|合同价|价格)?[^\d，。；]{{0,12}}({NUMBER})(万?)元")
_TAX = re.compile(rf"(?:增值税)?税[额款金](?:总额|合计)?[^\d，。；]{{0,8}}({NUMBER})(万?)元")
_OTHER_TAX = re.compile(r"所得税|代扣|印花税|契税|教育费|房产税|附加")
_SHIFTED = re.compile(
    r"(?:甲方|采购人|发包人)[^。；，\n]{0,12}(?:承担|负担|缴纳|支付)[^。；，\n]{0,14}(?:一切|全部|所有|乙方|应由乙方)[^。；，\n]{0,12}税(?!收优惠)"
    r"|(?:一切|全部|所有|有关|相关|各项)?税(?:费|款|金)[^。；，\n]{0,10}(?:均|全部|全|概)?由甲方(?:承担|负担|缴纳|支付)"
    r"|甲方[^。；，\n]{0,8}应[缴纳][^。；\n]{0,30}税[^。；\n]{0,12}由乙方(?:代为)?(?:承担|负担|缴纳|支付)"
    r"|(?:所得税|企业所得税|个人所得税)[^。；，\n]{0,10}由甲方(?:承担|负担)"
)
_OWN = re.compile(r"各自(?:承担|负担)|依法(?:各自|分别)|由甲方(?:依法)?代扣|不(?:由|得)")
CURRENT = frozenset({13.0, 9.0, 6.0, 3.0, 0.0})
TRANSITIONAL = frozenset({1.0, 5.0})  # reduced levy of small payers, levy of the old real estate scheme
TOLERANCE_FEN = 100


def tax_price_inconsistent(case: Case) -> Outcome:
    """Gross is not net plus tax, or the rate is none of the statutory ones."""
    rates = [(s, m) for s, m in case.search(_RATE, _OTHER_TAX)]
    if not rates:
        return not_applicable("no_tax_rate")
    hits = [hit(case, s, m, detail=f"税率{_percent(m):g}%不是现行法定税率") for s, m in rates if _obsolete(_percent(m))]
    values = {_percent(match) for _, match in rates}
    if len(values) == 1:
        hits += [one for article in case.articles if (one := _unequal(case, article, values.copy().pop()))]
    return found(*hits)


def _percent(match: re.Match[str]) -> float:
    return float(match[1] or match[2])


def _obsolete(rate: float) -> bool:
    return rate not in CURRENT and rate not in TRANSITIONAL


def _unequal(case: Case, article: Passage, rate: float) -> Hit | None:
    net, gross, tax = (pattern.search(article.text) for pattern in (_NET, _GROSS, _TAX))
    if net is None:
        return None
    without = fen(net[1], net[2])
    if gross is None:
        return _wrong_tax(case, article, rate, without, tax) if tax else None
    including = fen(gross[1], gross[2])
    expected = round(without * (1 + rate / 100))
    if abs(expected - including) <= TOLERANCE_FEN:
        return None
    detail = f"不含税价{yuan(without)}元按{rate:g}%计税应为{yuan(expected)}元，含税价为{yuan(including)}元"
    return hit(case, article, gross, detail=detail)


def _wrong_tax(case: Case, article: Passage, rate: float, without: int, tax: re.Match[str]) -> Hit | None:
    stated, expected = fen(tax[1], tax[2]), round(without * rate / 100)
    if abs(stated - expected) <= TOLERANCE_FEN:
        return None
    detail = f"不含税价{yuan(without)}元按{rate:g}%计税，税额应为{yuan(expected)}元，写明的税额为{yuan(stated)}元"
    return hit(case, article, tax, detail=detail)


RULES = (
    Rule(
        id="tax_price_inconsistent",
        title="含税价、税率、不含税价矛盾或税率异常",
        severity=Severity.MEDIUM,
        check=tax_price_inconsistent,
        basis=(
            row("增值税法", "第10条、第11条", "V", "2026-01-01"),
            row("增值税法实施条例（国务院令第826号）", "全文", "VP", "2026-01-01"),
            row("增值税暂行条例及税率调整公告（2019年第39号）", "税率13%、9%、6%", "M", "2019-04-01", "2026-01-01"),
        ),
        message="含税价与不含税价、税率不匹配，或税率不是现行法定税率：{detail}。",
        suggestion="写明：合同价为含税价，增值税税率__%；税率依法调整的，不含税价不变，含税价相应调整。",
        positive_sentences=(
            "不含税价100,000元，税率6%，含税总价109,000元。",
            "本合同适用增值税税率17%。",
            "乙方开具税率为16%的增值税专用发票。",
        ),
        negative_sentences=(
            "不含税价100,000元，税率6%，含税总价106,000元。",
            "本合同适用增值税税率13%。",
            "企业所得税税率25%由乙方自行缴纳。",
        ),
    ),
    Rule(
        id="tax_burden_shift",
        title="对方税费转由政府方承担",
        severity=Severity.MEDIUM,
        check=fires_on(_SHIFTED, _OWN),
        basis=(
            row("税收征收管理法", "第3条、第4条", "V", "2001-05-01"),
            civil_code("第509条"),
            contract_law("第60条"),
        ),
        message="法定由对方缴纳的税费约定由甲方承担（“{text}”），增加财政支出且不改变法定纳税义务人。",
        suggestion="双方依法各自承担税费，合同价款为含税价。",
        positive_sentences=(
            "本合同项下一切税费均由甲方承担。",
            "甲方承担乙方应缴纳的全部税款。",
            "乙方取得报酬应缴的个人所得税由甲方承担。",
        ),
        negative_sentences=(
            "双方依法各自承担本合同产生的税费。",
            "合同价款已含一切税费，由乙方承担。",
            "个人所得税由甲方代扣代缴。",
        ),
    ),
)
