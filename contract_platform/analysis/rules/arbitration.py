"""Rules about arbitration: alternatives with a court, missing or vague institutions, administrative agreements."""

import re

from contract_platform.analysis.choices import chosen
from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import arbitration_interpretation, arbitration_law, row
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, found, hit, not_applicable, unchecked

_PIECE = re.compile(r"[^，。；\n]+")
_NOT_A_CHOICE = re.compile(
    r"强制执行|申请执行|财产保全|证据保全|撤销(?:仲裁)?裁决|仲裁费|诉讼费|律师费|裁决书"
    r"|放弃|不得|不再|不能|不予|不(?:提请|提交|申请|通过|采用|选择)"
)
_NO_AGREEMENT = re.compile(r"(?:不在|未在|没有在|未)(?:本)?(?:合同)?中?(?:约定|选定|达成)仲裁[^。；\n]*")
_LABOUR = re.compile(r"劳动争议|劳动仲裁|劳动人事|劳动合同")
_ARBITRATION = re.compile(
    r"(?:提交|提请|申请|报请|报|提起|由|通过|采取|进行|请求|向|经|选择|提)[^，。；\n]{0,30}仲裁|仲裁(?:解决|裁决|方式|处理)"
)
_COURT = re.compile(
    r"(?:向|由|提交|提请|报请|通过|依法|提起|可以?|或者?|经|采取)[^，。；\n]{0,25}"
    r"(?:起诉|诉讼|法院[^，。；\n]{0,8}(?:管辖|裁决|判决|解决|诉|审理))"
)
_JOINED = re.compile(
    r"仲裁[^。；\n]{0,25}(?:或者?|也可以?|亦可以?|还可以?)[^。；\n]{0,22}(?:起诉|诉讼|法院)"
    r"|(?:起诉|诉讼|法院)[^。；\n]{0,8}(?:或者?|也可以?|亦可以?)[^。；\n]{0,18}仲裁"
)
_CHOSEN = re.compile(r"第[（(【\[_]*[0-9一二三四A-Da-d①②③]+[）)】\]_]*[种项]|[☑☒■✔√]")
_UNCHOSEN = re.compile(r"第[_【】\[\]（）/]*[种项](?!目)|□|(?:下列|以下)[一1]种|二选一|任选|择一")
_INSTITUTION = re.compile(r"[\u4e00-\u9fa5]{2,20}(?:仲裁委员会|仲裁委|仲裁院|仲裁中心)|国际商会")
_NO_NAME = re.compile(
    r"(?:提交|提请|申请|报请|提起|由|向|至|到|通过|有关|相关|确定的|选定的|约定的|者|或|的)(?:仲裁委员会|仲裁委|仲裁院|仲裁中心)"
)
_VAGUE = re.compile(
    r"(?P<place>所在地|住所地|签订地点?|签约地|履行地|项目地|当地|本地)的?(?:有管辖权的)?仲裁(?:委员会|委|机构|机关|部门)"
    r"|仲裁委员会[^。；\n]{0,6}(?:或者?|、)[^。；\n]{0,12}仲裁(?:委员会|院|中心)"
    r"|[\u4e00-\u9fa5]{1,3}(?:区|县)仲裁委员会"
)
_SAID_ELSEWHERE = re.compile(r"仲裁[^。；\n]{0,8}(?:详见|见|按|依照|根据)第[^。；\n]{1,6}[条款]")
_SAME_BODY = re.compile(r"（[^（）]{0,30}国际仲裁(?:中心|院)[^（）]{0,20}）")
_NATURAL_RESOURCES = re.compile(r"采矿权|探矿权|矿业权|海域使用权|特许经营权")


def _choices(article: Passage) -> str:
    """The article without options not chosen, enforcement, costs, prohibitions, a missing agreement; same length."""
    text = _NO_AGREEMENT.sub(_blanked, chosen(article.text))
    return _PIECE.sub(lambda match: _blanked(match) if _NOT_A_CHOICE.search(match[0]) else match[0], text)


def _blanked(match: re.Match[str]) -> str:
    return "·" * len(match[0])


def _arbitration_articles(case: Case) -> list[tuple[Passage, str]]:
    """Articles that choose arbitration, with their choosing text; labour disputes left out."""
    pairs = ((article, _choices(article)) for article in case.articles if "仲裁" in article.text)
    return [(article, text) for article, text in pairs if _ARBITRATION.search(text) and not _LABOUR.search(text)]


def arb_or_litigation(case: Case) -> Outcome:
    """Arbitration and a court are both open to the parties in one article, and neither is ticked."""
    articles = _arbitration_articles(case)
    if not articles:
        return not_applicable("no_arbitration_clause")
    hits = [_both_ways(case, article, text) for article, text in articles]
    if not any(hits) and any(_open_options(text) for _, text in articles):
        return unchecked("option_unselected")
    return found(*filter(None, hits))


def _open_options(text: str) -> bool:
    return bool(_UNCHOSEN.search(text)) and not _CHOSEN.search(re.sub(r"[“\"'‘]√", "", text))


def _both_ways(case: Case, article: Passage, text: str) -> Hit | None:
    joined = _JOINED.search(text)
    if _CHOSEN.search(re.sub(r"[“\"'‘]√", "", text)) or (_UNCHOSEN.search(text) and not joined):
        return None
    if joined and not _UNCHOSEN.search(text):
        return hit(case, article, joined)
    arbitration, court = _ARBITRATION.search(text), _COURT.search(text)
    if not arbitration or not court or joined:
        return None
    first, last = sorted((arbitration, court), key=lambda match: match.start())
    start, end = case.span(article.at + first.start(), article.at + last.end())
    return Hit(start=start, end=end, params={"text": f"{arbitration[0]}……{court[0]}"})


def arb_institution_missing(case: Case) -> Outcome:
    """Disputes go to arbitration, but no institution is named in the article."""
    if case.is_class("EXPRO", "PPP"):
        return not_applicable("administrative_agreement")
    articles = _arbitration_articles(case)
    if not articles:
        return not_applicable("no_arbitration_clause")
    return found(*(found_hit for article, text in articles if (found_hit := _unnamed(case, article, text))))


def _unnamed(case: Case, article: Passage, text: str) -> Hit | None:
    named = any(not _NO_NAME.search(match[0]) for match in _INSTITUTION.finditer(text))
    named = named or bool(_SAID_ELSEWHERE.search(text))
    if named or _COURT.search(text) or _VAGUE.search(text) or _UNCHOSEN.search(text):
        return None
    match = _ARBITRATION.search(text)
    return hit(case, article, match) if match else None


def arb_institution_ambiguous(case: Case) -> Outcome:
    """The institution is two, or 当地, or one that a county cannot have."""
    if case.is_class("EXPRO", "PPP"):
        return not_applicable("administrative_agreement")
    articles = _arbitration_articles(case)
    if not articles:
        return not_applicable("no_arbitration_clause")
    matches = ((article, _VAGUE.search(_SAME_BODY.sub(_blanked, text))) for article, text in articles)
    return found(*(hit(case, article, match) for article, match in matches if match))


def admin_agreement_arbitration(case: Case) -> Outcome:
    """An administrative agreement chooses arbitration."""
    severity = None
    if case.is_class("ASSET_TRANSFER"):
        if not _NATURAL_RESOURCES.search(case.text):
            return not_applicable("civil_contract")
        severity = Severity.MEDIUM
    matches = ((article, _ARBITRATION.search(text)) for article, text in _arbitration_articles(case))
    return found(*(hit(case, article, match, severity=severity) for article, match in matches if match))


RULES = (
    Rule(
        id="arb_or_litigation",
        title="或裁或审条款",
        severity=Severity.HIGH,
        check=arb_or_litigation,
        basis=(
            arbitration_interpretation("第7条"),
            *arbitration_law("第16条、第20条第2款", "第27条、第31条第2款"),
            row("法释〔2025〕15号（管辖批复）", "第四条", "V", "2025-12-31"),
        ),
        message="争议条款同时约定仲裁与诉讼（“{text}”）：关于仲裁的约定无效，诉讼管辖约定不受影响"
        "（一方申请仲裁、对方未在首次开庭前异议的除外）。请只保留一种方式。",
        suggestion="因本合同引起的或与本合同有关的争议，由甲方住所地有管辖权的人民法院管辖。"
        "（或仅保留一个确定名称的仲裁机构）",
        positive_sentences=(
            "因履行本合同发生争议的，双方可以向杭州仲裁委员会申请仲裁，也可以向有管辖权的人民法院起诉。",
            "协商不成的，任何一方均可向甲方所在地人民法院提起诉讼或申请仲裁。",
            "争议由双方提交苏州仲裁委员会仲裁。一方不愿仲裁的，由甲方所在地人民法院管辖。",
        ),
        negative_sentences=(
            "争议提交杭州仲裁委员会仲裁；一方不履行裁决的，另一方可以向人民法院申请强制执行。",
            "争议解决采用以下第（2）种方式：（1）向杭州仲裁委员会申请仲裁；（2）向甲方住所地人民法院起诉。",
            "因本合同发生的争议不得提请仲裁，由甲方所在地人民法院管辖。",
        ),
    ),
    Rule(
        id="arb_institution_missing",
        title="仲裁机构未约定",
        severity=Severity.HIGH,
        check=arb_institution_missing,
        basis=(*arbitration_law("第16条、第18条", "第27条、第29条"), arbitration_interpretation("第4条、第6条")),
        message="仲裁条款（“{text}”）未写明具体仲裁机构，达不成补充协议的，仲裁协议无效。",
        suggestion="凡因本合同引起的或与本合同有关的争议，均提交××仲裁委员会，按照申请仲裁时该会有效的仲裁规则仲裁。",
        positive_sentences=(
            "争议协商不成的，提交仲裁解决，裁决为终局。",
            "双方同意将争议提交有关仲裁机构仲裁。",
            "因本合同发生的一切纠纷，双方约定申请仲裁委员会仲裁。",
        ),
        negative_sentences=(
            "争议提交中国国际经济贸易仲裁委员会，按照申请仲裁时有效的仲裁规则在北京仲裁。",
            "争议提交深圳国际仲裁院仲裁。",
            "争议由甲方所在地有管辖权的人民法院管辖，双方均不申请仲裁。",
        ),
    ),
    Rule(
        id="arb_institution_ambiguous",
        title="仲裁机构约定不明",
        severity=Severity.HIGH,
        check=arb_institution_ambiguous,
        basis=(
            arbitration_interpretation("第3条、第5条、第6条"),
            *arbitration_law("第18条、第10条", "第13条、第27条、第29条"),
        ),
        message="仲裁机构约定不唯一或无法确定（“{text}”），仲裁协议有被认定无效的风险。",
        suggestion="写明唯一机构全称，例如“杭州仲裁委员会”。",
        positive_sentences=(
            "争议提交北京仲裁委员会或上海仲裁委员会仲裁。",
            "发生争议的，提交甲方所在地的仲裁委员会仲裁。",
            "协商不成的，由合同签订地仲裁部门提请仲裁解决。",
        ),
        negative_sentences=(
            "争议提交北京仲裁委员会（北京国际仲裁中心）仲裁。",
            "争议提交广州仲裁委员会仲裁，仲裁地为广州。",
            "争议由合同签订地人民法院管辖，双方不提请当地仲裁委员会仲裁。",
        ),
    ),
    Rule(
        id="admin_agreement_arbitration",
        title="行政协议约定仲裁",
        severity=Severity.HIGH,
        check=admin_agreement_arbitration,
        categories=("EXPRO", "PPP", "ASSET_TRANSFER"),
        basis=(
            row("行政协议规定（法释〔2019〕17号）", "第2条、第26条", "V", "2020-01-01"),
            row("行政诉讼法", "第12条第1款第11项", "V", "2015-05-01"),
            row("仲裁法（2025修订）", "第3条第2款第2项", "V", "2026-03-01"),
            row("行政复议法实施条例（2026）", "第10条", "V", "2026-07-01"),
        ),
        message="本协议属于或可能属于行政协议，约定的仲裁条款（“{text}”）无效；自然资源使用权出让请律师确认。",
        suggestion="因本协议发生争议的，可以依法申请行政复议，或者向有管辖权的人民法院提起行政诉讼。",
        positive_sentences=(
            "［EXPRO］因本协议发生的争议，提交衢州仲裁委员会仲裁。",
            "［PPP］双方同意由项目所在地的宁波仲裁委员会仲裁解决争议。",
            "［ASSET_TRANSFER］采矿权出让人与受让人发生争议的，向衢州仲裁委员会申请仲裁。",
        ),
        negative_sentences=(
            "［EXPRO］对本协议有争议的，可以依法向人民法院提起行政诉讼。",
            "［GOODS］争议提交宁波仲裁委员会仲裁。",
            "［PPP］本协议争议不得提请仲裁，依法申请行政复议。",
        ),
    ),
)
