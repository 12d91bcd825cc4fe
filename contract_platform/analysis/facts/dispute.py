"""How disputes are settled: arbitration, court, both or neither, and the body the contract names."""

import re

from contract_platform.analysis.choices import chosen
from contract_platform.analysis.facts.source import Source
from contract_platform.analysis.model import DisputeFact

_SENTENCE = re.compile(r"[^。\n]+")
_ARBITRATION = re.compile(r"(?<!劳动)仲裁(?!费|时效|员会?$)")
_COURT = re.compile(r"法院|起诉(?!费|状)|诉讼(?!费|时效)|诉诸法律|司法(?:程序|途径)")
_ABOUT = re.compile(
    r"争议|纠纷|争端|协商|调解|管辖|不成|裁决|仲裁条款|提请仲裁|提起诉讼|通过诉讼|(?:发生|引起)的诉讼|起诉|审理|选择"
)
_REMARK = re.compile(r"（[^（）]*）")
_COMMISSION = re.compile(r"([\u4e00-\u9fff（）]{2,16}?仲裁(?:委员会|院))")
_COURT_NAME = re.compile(r"([\u4e00-\u9fff（）、]{2,18}?(?:人民)?法院)")
_LEAD = re.compile(
    r"^.*(?:均可|可以|有权|依法|直接|提请|提交给?|递交|申请|选择|诉至|交由|报请|上交|[可向由至到为是即])"
    r"(?:该|本|其|所|以|在)?(?=.{2,}(?:仲裁|法院))"
)
_PLACE = re.compile(
    r"[所在住签订履行项目工程]{2,}地|[省市区县州盟旗镇]|中国|国际|海事|最高|[^人民有权管辖的相关]{2,}仲裁"
)
_NO_NAME = re.compile(r"填写|^(?:申请|提请|提交|选择|报请)?仲裁|(?:申请|提请|提交|或)(?:仲裁|人民法院)")
_GENERAL = re.compile(
    r"^(?:有管辖权的?|当地|所在地|相关|有关|该|国家|合同|依法|法律规定|下列|本|约定|具有管辖权的?|某|管辖|指定)*(?:人民)?(?:法院|仲裁委员会|仲裁院)$"
)
_ELSEWHERE = re.compile(
    r"请求[^，；]{0,12}(?:法院|仲裁)[^，；]{0,12}(?:减少|增加|调整|降低|撤销|变更)|被起诉|劳动争议|第三方.{0,8}(?:提起|起诉)|导致.{0,4}方被|侵权指控"
)


def dispute(source: Source) -> DisputeFact:
    """Always a fact: where nothing is said the method is none."""
    text = chosen(source.compact.text)
    arbitration = court = False
    body: tuple[int, int] | None = None
    first = last = -1
    clauses = [c for c in source.articles if c.category == "dispute_resolution" or "dispute_resolution" in c.categories]
    for match in _SENTENCE.finditer(text):
        said = match[0]
        if not (_ARBITRATION.search(said) or _COURT.search(said)) or _ELSEWHERE.search(said):
            continue
        at = source.compact.at(match.start())
        if not (_ABOUT.search(said) or any(clause.start <= at < clause.end for clause in clauses)):
            continue
        plain = _without_remarks(said)
        arbitration |= bool(_ARBITRATION.search(plain))
        court |= bool(_COURT.search(plain))
        body = body or _body(said, match.start())
        first, last = match.start() if first < 0 else first, match.end()
    method = ("both" if court else "arbitration") if arbitration else "court" if court else "none"
    evidence = source.compact_evidence(first, last) if first >= 0 else None
    name = text[body[0] : body[1]] if body and method != "none" else None
    return DisputeFact(method=method, body=name, evidence=evidence)


def _without_remarks(sentence: str) -> str:
    """What a bracket adds is an explanation, unless nothing else says anything."""
    plain = _REMARK.sub("", sentence)
    return plain if _ARBITRATION.search(plain) or _COURT.search(plain) else sentence


def _body(sentence: str, offset: int) -> tuple[int, int] | None:
    """Span of the first commission or court that has a name or a place."""
    for pattern in (_COMMISSION, _COURT_NAME):
        for match in pattern.finditer(sentence):
            lead = _LEAD.match(match[1])
            name = match[1][lead.end() :] if lead else match[1]
            before = sentence[match.end(1) - len(name) - 1 : match.end(1) - len(name)]
            if before == "_" or _NO_NAME.search(name) or _GENERAL.match(name) or not _PLACE.search(name):
                continue
            start = offset + match.end(1) - len(name)
            return start, offset + match.end(1)
    return None
