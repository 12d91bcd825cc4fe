"""Rules about what the contract refers to: its articles and annexes, numbers that jump, parties mixed up, copies."""

import re
from collections.abc import Iterator
from itertools import pairwise

from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.labels import Label, parse_label
from contract_platform.analysis.model import Clause, Severity
from contract_platform.analysis.numerals import CN_DIGITS, chinese_int
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import civil_code, contract_law, procurement_law
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, found, hit, not_applicable

_NUM = rf"(?:\d{{1,3}}|[{CN_DIGITS}]{{1,5}})"
_ARTICLE = re.compile(rf"第(?P<n>{_NUM})条")
_DECIMAL = re.compile(r"(?:本合同|本协议|第|按照?|依据|根据|见|上述)(?P<n>\d{1,2}\.\d{1,2})(?![\d.])(?:条|款|项)")
_OF_A_LAW = re.compile(
    r"(?:[》法典例定释]|条例|规定|办法|解释|细则|通则|准则|文件|须知|通用条款|专用条款|协议书|通用合同条款|专用合同条款)(?:（[^）]{0,20}）)?(?:中)?(?:的)?$"
)
_POINTED = re.compile(r"(?:上述|前述|以上|下列|上列)$")  # a list right above or below
_CONTINUED = re.compile(rf"第{_NUM}条(?:第{_NUM}[款项])?(?:[、和及与至到或，]|以及)$")
_BOND_TAKEN = re.compile(
    r"(?:扣留|没收|扣除|扣减|不予退还|不退还?)[^。；，\n]{0,10}履约保证金|履约保证金[^。；，\n]{0,6}(?:不予退还|予以没收|不退)"
)
_BOND_AGREED = re.compile(
    r"(?:缴纳|交纳|提交|提供|支付|缴存|交付|递交|转入|出具)[^。；，\n]{0,24}履约(?:保证金|担保|保函)|履约(?:保证金|担保|保函)[^。；\n]{0,8}(?:为|：|金额|数额|按|的形式|\d)|履约(?:保证金|担保|保函)[^。；\n]{0,16}(?:缴纳|交纳|提交|提供)"
)
_NUMBERED = re.compile(rf"(?<![\d.{CN_DIGITS}])(\d{{1,2}}|[{CN_DIGITS}]{{1,4}})[.、）条]")
_ANNEX = re.compile(rf"附(?:件|表|录)(?P<n>{_NUM})(?![\d年月日])")
_ANNEX_HEADING = re.compile(rf"(?:^|\n)(?:附(?:件|表|录)(?P<n>{_NUM})?[^\n。；]{{0,40}})(?=\n|$)")
_ANNEX_LISTED = re.compile(r"(?:^|\n)附(?:件|表|录)：?(?=\n|\d|[一二三四五])")
_SEE_ANNEX = re.compile(
    r"(?:详?见|参照|按照?|以)(?:本)?(?:合同|协议)?(?:的|之|后附)?(?:《[^》]{0,20}》)?附(?:件|表|录)"
)
_NO_ANNEX = re.compile(r"无附件|没有附件|附件：?(?:无|/)|如(?:有|需)")
_GRAVE_ANNEX = re.compile(r"价格|报价|技术参数|技术要求|补偿清单|清单|预算")
_COPIES = re.compile(rf"(?:一式|共)(?P<n>{_NUM})份")
_SHARES = re.compile(
    rf"(?P<who>甲乙双方|甲、乙双方|双方|甲乙丙三方|三方|各方|甲方|乙方|丙方|采购人|供应商|发包人|承包人|出租方|承租方|委托方|受托方|[^，。；、\n]{{0,12}}?)"
    rf"(?P<each>各自?)?(?:执|持|留存|保存|存档?|备案|备查|一?份?报|留)(?:有)?[^，。；、\n\d{CN_DIGITS}]{{0,6}}(?P<k>{_NUM})份"
)
_REST_OF_COPIES = re.compile(r"正本|副本|其余|余下|其他|剩余|_")
_TWO, _THREE = 2, 3
_SAME_CONSENT = re.compile(
    r"(?:^|(?<=[，。；：）①-⑳\n])|(?<=\d[、.]))(?P<p>[甲乙丙]方)(?!(?:和|与|、)[甲乙丙]方)(?:(?![甲乙丙]方|双方)[^。；\n]){0,30}?"
    r"(?:征得|取得|获得|得到|未经|经|须经|需经)(?P=p)(?:的)?(?:书面)?(?:同意|许可|批准|认可)"
)
_SAME_TARGET = re.compile(
    r"(?:^|(?<=[，。；：）①-⑳\n])|(?<=\d[、.]))(?P<p>[甲乙丙]方)(?:应当?|须|需|可以?|必须|同意|将|有权)?(?:(?![甲乙丙]方|双方)[^。；，\n]){0,12}向(?P=p)(?:支付|提供|交付|提出|出具|赔偿|承担|缴纳|交纳)"
)
_THIRD = re.compile(r"丙方(?!案)")


def crossref_missing(case: Case) -> Outcome:
    """The text refers to an article, an item or a bond that the contract does not contain."""
    return found(*_missing_articles(case), *_missing_items(case), *_missing_bond(case))


def _missing_articles(case: Case) -> Iterator[Hit]:
    tops = [clause for clause in case.clauses if clause.level == 1]
    numbers = {value for clause in tops if (value := _value(clause)) is not None}
    seen: set[int] = set()
    for match in _ARTICLE.finditer(case.text):
        value = _int(match["n"])
        if value is None or value in numbers or value in seen or value > MOST_ARTICLES or not tops:
            continue
        place = Passage(text=match[0], at=match.start())
        pointed = _POINTED.search(case.text[max(0, match.start() - 4) : match.start()])
        if not pointed and not _opens_line(case, match.start()) and not _foreign(case.text, match.start()):
            seen.add(value)
            yield hit(case, place, item=f"第{match['n']}条")


def _foreign(text: str, at: int) -> bool:
    """Whether a reference is to a statute or another document, itself or through the one before it."""
    before = text[max(0, at - 24) : at]
    while continued := _CONTINUED.search(before):
        before = text[max(0, at - len(before) + continued.start() - 24) : at - len(before) + continued.start()]
        at = at - 1
        if len(before) < 2:  # noqa: PLR2004 - nothing left to look at
            break
    return bool(_OF_A_LAW.search(before))


def _opens_line(case: Case, at: int) -> bool:
    return at == 0 or case.text[at - 1] == "\n"


def _missing_items(case: Case) -> Iterator[Hit]:
    numbers = {clause.number.strip("第条") for clause in case.clauses if "." in clause.number}
    if not numbers:
        return
    for match in _DECIMAL.finditer(case.text):
        if match["n"] not in numbers and not _foreign(case.text, match.start()):
            yield hit(case, Passage(text=match[0], at=match.start()), item=match["n"])


def _missing_bond(case: Case) -> Iterator[Hit]:
    taken = next(case.search(_BOND_TAKEN), None)
    if taken and not _BOND_AGREED.search(case.text):
        yield hit(case, *taken, item="履约保证金约定")


def _int(number: str) -> int | None:
    return int(number) if number.isdigit() else chinese_int(number)


def _label(clause: Clause) -> Label | None:
    """The label a clause's number was printed from."""
    number = clause.number
    closed = number.endswith(("）", "条", "章", "节", "分")) or "." in number
    return parse_label(number + (" 文" if closed else "、文")) if number else None


def _value(clause: Clause) -> int | None:
    label = _label(clause)
    return label.value if label else None


def numbering_gap(case: Case) -> Outcome:
    """Siblings whose numbers jump or repeat; starting again at one is no fault."""
    siblings: dict[tuple[str, str | None, str], list[tuple[Label, Clause]]] = {}
    for clause in case.clauses:
        label = _label(clause)
        if label is not None and clause.level > 0 and _typed(case, clause) and not _special(case, clause):
            parent = clause.parent if clause.level > 1 or label.kind != "article" else None
            siblings.setdefault((clause.part, parent, label.kind), []).append((label, clause))
    hits = [one for rows in siblings.values() for one in _gaps(case, rows)]
    return found(*sorted(hits, key=lambda one: one.start or 0))


def _special(case: Case, clause: Clause) -> bool:
    """Whether a clause belongs to special conditions, which take their numbers from the general ones."""
    above: Clause | None = clause
    while above is not None and above.level > 0:
        above = case.by_id.get(above.parent or "")
    return above is not None and "专用" in above.heading


def _typed(case: Case, clause: Clause) -> bool:
    """Whether the number stands in the text with its sign: automatic numbers do not jump, and 15 甲公司 is a table."""
    start, number = clause.start, clause.number
    printed = squeeze(case.document.text[start : start + len(number) + 4])
    bare = case.document.text[start + len(number) : start + len(number) + 1]
    return printed.startswith(squeeze(number)) and not (number.isdigit() and bare.isspace())


def _gaps(case: Case, rows: list[tuple[Label, Clause]]) -> Iterator[Hit]:
    for (before, earlier), (after, later) in pairwise(rows):
        step = after.value - before.value
        if step == 0 and after.value > 1:
            detail = f"“{later.number}”重复"
        elif 1 < step <= WIDEST_GAP and not _inline(case, earlier, later, before.value + 1):
            detail = f"“{earlier.number}”之后为“{later.number}”"
        else:
            continue
        yield Hit(start=later.start, end=min(later.end, later.start + SHOWN), params={"detail": detail})


def _inline(case: Case, earlier: Clause, later: Clause, value: int) -> bool:
    """Whether the missing number stands inside the paragraph of the one before it."""
    between = squeeze(case.document.text[earlier.start : later.start])
    return any(_int(match[1]) == value for match in _NUMBERED.finditer(between))


def annex_missing(case: Case) -> Outcome:
    """Annexes that the text relies on and that stand nowhere behind it."""
    mentions = [m for m in _ANNEX.finditer(case.text) if not _opens_line(case, m.start())]
    present = {_int(m["n"]) for m in _ANNEX_HEADING.finditer(case.text) if m["n"]}
    attached = bool(_ANNEX_HEADING.search(case.text) or _ANNEX_LISTED.search(case.text))
    absent = list({n: m for m in reversed(mentions) if (n := _int(m["n"])) is not None and n not in present}.values())[
        ::-1
    ]
    if absent and not (attached and not present):
        first = absent[0]
        names = "、".join(match[0] for match in absent)
        around = case.text[max(0, first.start() - 20) : first.end() + 16]
        severity = Severity.HIGH if _GRAVE_ANNEX.search(around) else None
        return found(hit(case, Passage(text=first[0], at=first.start()), severity=severity, names=names))
    vague = next(case.search(_SEE_ANNEX, _NO_ANNEX), None)
    if vague and not attached and not mentions:
        severity = Severity.HIGH if _GRAVE_ANNEX.search(vague[0].text) else None
        return found(hit(case, *vague, severity=severity, names="附件"))
    return found() if mentions or vague else not_applicable("no_annex_mentioned")


def copies_inconsistent(case: Case) -> Outcome:
    """The copies handed out are not as many as there are."""
    stated = next(((s, m) for s in case.sentences if (m := _COPIES.search(s.text))), None)
    if stated is None:
        return not_applicable("no_copies_stated")
    sentence, match = stated
    total, rest = _int(match["n"]), sentence.text[match.end() :]
    if total is None or _REST_OF_COPIES.search(sentence.text):
        return found()
    shares = list(_SHARES.finditer(rest))
    given = sum((_int(share["k"]) or 0) * _holders(case, share) for share in shares)
    complete = any(share["each"] for share in shares) or len(shares) > 1
    return found(hit(case, sentence, total=str(total), given=str(given))) if complete and given != total else found()


def _holders(case: Case, share: re.Match[str]) -> int:
    """How many parties a share of copies is for."""
    if not share["each"]:
        return 1
    if "三方" in share["who"] or (share["who"] == "各方" and len(case.facts.parties) == _THREE):
        return _THREE
    return _TWO if "双方" in share["who"] or share["who"] in {"", "各方"} else 1


def wrong_party_reference(case: Case) -> Outcome:
    """A party that needs its own consent or pays itself, or a third party nobody introduced."""
    hits = []
    for statement in case.statements:
        match = _SAME_CONSENT.search(statement.text) or _SAME_TARGET.search(statement.text)
        if match:
            hits.append(hit(case, statement, match, detail="同一方既是行为人又是对象"))
    third = next(((s, m) for s in case.sentences if (m := _THIRD.search(s.text))), None)
    introduced = any("丙方" in party.role for party in case.facts.parties) or re.search(
        r"丙方(?:（|：|）|”)", case.text
    )
    if third and not introduced and case.facts.parties:
        hits.append(hit(case, *third, detail="合同没有丙方这一当事人"))
    return found(*hits)


MOST_ARTICLES = 150  # a higher number is an article of a statute
WIDEST_GAP = 4  # a wider one is another list
SHOWN = 24  # characters of a clause shown as evidence
RULES = (
    Rule(
        id="crossref_missing",
        title="交叉引用条款不存在",
        severity=Severity.MEDIUM,
        check=crossref_missing,
        basis=(civil_code("第510条"), contract_law("第61条")),
        message="引用的{item}在合同中不存在（“{text}”）。",
        suggestion="更正引用编号，或者补充被引用的内容。",
        positive_sentences=(
            "第一条 标的\n第二条 付款\n逾期的，按第二十八条承担违约责任。\n第三条 其他",
            "一、标的\n二、价款\n三、责任\n按本合同第九条承担责任。",
            "第一条 标的\n第二条 责任\n逾期交货的，扣留全部履约保证金。\n第三条 其他",
        ),
        negative_sentences=(
            "第一条 标的\n第二条 付款\n逾期的，按第三条承担违约责任。\n第三条 违约责任",
            "第一条 标的\n第二条 责任\n依照《民法典》第五百八十五条、第五百八十六条处理。\n第三条 其他",
            "第一条 保证金\n乙方提交履约保证金5万元。\n第二条 责任\n逾期交货的，履约保证金不予退还。\n第三条 其他",
        ),
    ),
    Rule(
        id="numbering_gap",
        title="条款编号跳号、重号",
        severity=Severity.LOW,
        check=numbering_gap,
        basis=(civil_code("第142条、第466条（解释）"), contract_law("第125条")),
        message="条款编号不连续或重复：{detail}。",
        suggestion="重新编号并同步交叉引用。",
        positive_sentences=(
            "第一条 标的\n第二条 价款\n第三条 付款\n第五条 其他",
            "第一条 标的\n第二条 义务\n1．供货。\n3．培训。\n第三条 其他",
            "第一条 标的\n第二条 价款\n第二条 付款\n第三条 其他",
        ),
        negative_sentences=(
            "第一章 总则\n第一条 标的\n第二条 价款\n第二章 附则\n第三条 其他",
            "第一条 标的\n1．甲。\n2．乙。\n第二条 价款\n1．丙。\n2．丁。",
            "一、标的\n二、价款\n三、其他",
        ),
    ),
    Rule(
        id="annex_missing",
        title="引用的附件缺失",
        severity=Severity.MEDIUM,
        check=annex_missing,
        basis=(civil_code("第470条、第510条"), contract_law("第12条、第61条"), procurement_law("第43条第2款")),
        message="正文引用的{names}未附（另行上传的除外）。",
        suggestion="补充附件或删除引用。",
        positive_sentences=(
            "第一条 标的\n技术要求见附件三。\n第二条 其他\n附件一：清单\n内容\n附件二：图纸",
            "第一条 标的\n第二条 价款\n价格清单详见附件。",
            "第一条 标的\n乙方按附件1和附件2供货。\n第二条 其他",
        ),
        negative_sentences=(
            "第一条 标的\n技术要求见附件二。\n第二条 其他\n附件一：清单\n内容\n附件二：图纸",
            "第一条 标的\n第二条 其他\n本合同无附件。",
            "第一条 标的\n技术要求详见附件。\n第二条 其他\n附件：技术要求",
        ),
    ),
    Rule(
        id="copies_inconsistent",
        title="合同份数前后矛盾",
        severity=Severity.LOW,
        check=copies_inconsistent,
        basis=(civil_code("第470条"), contract_law("第12条"), procurement_law("第47条")),
        message="份数合计{given}份，与“一式{total}份”不一致。",
        suggestion="本合同一式六份，甲方三份、乙方两份，备案一份。",
        positive_sentences=(
            "本合同一式六份，甲方执三份，乙方执两份。",
            "本合同一式肆份，双方各执叁份。",
            "本协议一式五份，甲乙双方各执二份。",
        ),
        negative_sentences=(
            "本合同一式六份，甲方执三份，乙方执两份，报财政部门备案一份。",
            "本合同一式肆份，双方各执贰份，具有同等法律效力。",
            "本合同正本二份，副本四份，甲方执三份，乙方执三份，一式六份。",
        ),
    ),
    Rule(
        id="wrong_party_reference",
        title="当事人指代错误",
        severity=Severity.MEDIUM,
        check=wrong_party_reference,
        basis=(civil_code("第142条、第466条"), contract_law("第125条")),
        message="当事人指代有误（“{text}”）：{detail}。",
        suggestion="核对每一处甲方、乙方的指代，改为正确的一方。",
        positive_sentences=(
            "乙方需提前解除合同的，须事前征得乙方同意。",
            "验收合格后，甲方应向甲方支付余款。",
            "甲方：云溪县水务局\n乙方：云溪甲有限公司\n第一条 标的\n设备由丙方负责安装。\n第二条 其他",
        ),
        negative_sentences=(
            "乙方需提前解除合同的，须事前征得甲方同意。",
            "甲方应向乙方支付余款，乙方应向甲方开具发票。",
            "甲方和乙方协商后，乙方将设备交付，经乙方检测合格后甲方付款。",
        ),
    ),
)
