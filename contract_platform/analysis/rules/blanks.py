"""What is still unfinished in the file: blanks to be filled in, changes and comments nobody has settled."""

import re
from collections.abc import Iterator
from itertools import groupby

from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.model import Evidence, Revision, Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import civil_code, contract_law
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, found

_SIGNATURE = re.compile(
    r"签字|签章|盖章|签名|公章|签约代表|授权代表|委托代理人|经办人|签订日期|签订时间|签署日期|签约日期|见证|鉴证|公证|以下空白|以下无正文|^[^，。]{0,10}_?年_?月_?日$"
)
_FIELD = re.compile(r"[^，。；：:、（）()\[\]【】_＿\s]{2,16}(?=[：:为共计]?[（(]?$)")
_BEHIND = re.compile(
    r"[甲乙丙丁]方|日期|年_?月|签|章|代表|地址|住所|电话|传真|邮编|邮政编码|开户|[帐账]号|Signature|Name|Title|Date|By："
)
_CORE = frozenset({"parties", "price", "payment", "term"})
_PARTY = re.compile(r"[甲乙丙]方|采购人|供应商|发包|承包|出租|承租|委托|受托|出让|受让|买方|卖方|供方|需方|名称")
BEFORE = 30  # characters that name the field
NAMED = 5  # fields named in one message
HEAD = 3000  # characters: without articles only the beginning is taken for the parties' part


def unfilled_blanks(case: Case) -> Outcome:
    """One finding for the blanks of an article; signatures and their dates are filled in by hand and do not count."""
    counted = [blank for blank in case.facts.blanks if not _signed_by_hand(case, blank)]
    groups = [list(group) for _, group in groupby(counted, key=lambda blank: _article(case, blank))]
    graded = [(_severity(case, group), group) for group in groups]
    core = [_hit(case, group, severity) for severity, group in graded if severity is Severity.HIGH]
    others = [blank for severity, group in graded if severity is not Severity.HIGH for blank in group]
    return found(*core, *([_hit(case, others, Severity.MEDIUM)] if others else []))


def _signed_by_hand(case: Case, blank: Evidence) -> bool:
    """Signatures, and behind the articles also names, dates and addresses beside them."""
    line = _line(case, blank)
    behind = 0 < case.body[0] <= blank.start and case.top_at(blank.start) is None
    return bool(_SIGNATURE.search(line) or (behind and _BEHIND.search(line)))


def _article(case: Case, blank: Evidence) -> str:
    """Id of the top-level clause around a blank; the parts before and behind the articles are two groups."""
    clause = case.top_at(blank.start)
    return clause.id if clause else f"outside {blank.start >= case.body[1]}"


def _line(case: Case, blank: Evidence) -> str:
    """The line a blank stands in, up to a little behind it."""
    text = case.document.text
    before = text[max(0, blank.start - BEFORE) : blank.start].rsplit("\n", 1)[-1]
    behind = text[blank.end : blank.end + BEFORE // 2].split("\n", 1)[0]
    return squeeze(before + blank.quote + behind)


def _severity(case: Case, group: list[Evidence]) -> Severity:
    clause = case.top_at(group[0].start)
    if clause is not None:
        return Severity.HIGH if clause.category in _CORE else Severity.MEDIUM
    before_articles = group[0].start < (case.body[0] or HEAD)
    party = before_articles or not case.clauses
    return Severity.HIGH if party and any(_PARTY.search(_line(case, blank)) for blank in group) else Severity.MEDIUM


def _hit(case: Case, group: list[Evidence], severity: Severity) -> Hit:
    text = case.document.text
    first = group[0]
    start = first.start - len(text[max(0, first.start - BEFORE) : first.start].rsplit("\n", 1)[-1])
    fields = list(dict.fromkeys(_fields(case, group)))
    shown = "、".join(fields[:NAMED]) + ("等" if len(fields) > NAMED else "")
    named = f"（{shown}）" if shown else ""
    return Hit(start=start, end=first.end, severity=severity, params={"count": str(len(group)), "fields": named})


def _fields(case: Case, group: list[Evidence]) -> Iterator[str]:
    """What the blanks are for: the words right before them on their line, or the placeholder itself."""
    for blank in group:
        before = case.document.text[max(0, blank.start - BEFORE) : blank.start].rsplit("\n", 1)[-1]
        match = _FIELD.search(squeeze(before))
        inner = re.search(r"[\u4e00-\u9fff]{2,12}", blank.quote)
        if inner:
            yield inner[0]
        elif match:
            yield match[0]


def unresolved_revisions(case: Case) -> Outcome:
    """Tracked changes or comments are left; the text was read as if every change had been accepted."""
    first, last = (case.blocks[0].start, case.blocks[-1].end) if case.blocks else (0, 0)
    hits = [_revised(case, revision) for revision in case.document.revisions if first <= revision.start <= last]
    comments = case.document.comment_count
    return found(*hits, *([Hit(params={"detail": f"还有{comments}条批注未处理"})] if comments else []))


def _revised(case: Case, revision: Revision) -> Hit:
    """A change where it stands; a deletion is shown by the words before it, or behind it at the start of a line."""
    text = case.document.text
    start, end = revision.start, revision.end
    if start == end:
        start -= len(text[max(0, start - BEFORE) : start].rsplit("\n", 1)[-1])
    if start == end:
        end += len(text[end : end + BEFORE].split("\n", 1)[0])
    detail = f"{_DONE.get(revision.kind, '改动')}“{revision.text[:SHOWN]}”"
    return Hit(start=start if end > start else None, end=end if end > start else None, params={"detail": detail})


_DONE = {"inserted": "插入", "deleted": "删除"}
SHOWN = 40  # characters of a change in a message
RULES = (
    Rule(
        id="unfilled_blanks",
        title="空白未填",
        severity=Severity.HIGH,
        check=unfilled_blanks,
        basis=(civil_code("第470条、第510条、第511条"), contract_law("第12条、第61条、第62条")),
        message="{count}处空白未填{fields}。",
        suggestion="补充填写；不适用的划“/”或写“无”。",
        positive_sentences=(
            "合同总价为人民币______元。",
            "服务期限自____年__月__日至____年__月__日。",
            "甲方：云溪县水务局\n乙方：________\n第一条 标的\n第二条 价款",
            "第一条 价款\n合同总价为【　】元。\n第二条 付款\n甲方应在[填写天数]日内付款。",
        ),
        negative_sentences=(
            "甲方（盖章）：______ 法定代表人（签字）：______",
            "（以下空白）",
            "合同总价为人民币10万元，质保期为/。",
            "甲方（公章）：\n日期：　　年　　月　　日",
        ),
    ),
    Rule(
        id="unresolved_revisions",
        title="修订、批注未处理",
        severity=Severity.MEDIUM,
        check=unresolved_revisions,
        basis=(civil_code("第488条、第490条"), contract_law("第30条、第32条")),
        message="文件尚未定稿：{detail}；审查按接受全部修订后的文本进行，签订前应当处理完毕。",
        suggestion="逐条接受或者拒绝修订，删除批注后再定稿、签订。",
        positive_sentences=(
            "［inserted=十日］甲方应在十日内付款。",
            "［deleted=三十］甲方应在十日内付款。",
            "［comments=2］甲方应在十日内付款。",
        ),
        negative_sentences=(
            "甲方应在十日内付款。",
            "本合同经双方修订后重新签署。",
            "双方对合同的批注、修订应采用书面形式。",
        ),
    ),
)
