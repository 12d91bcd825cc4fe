"""Where parties are named: the lines of cover, beginning and signatures, and which lines below belong to whom."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from contract_platform.analysis.compact import fold
from contract_platform.analysis.facts.source import Passage, Source
from contract_platform.analysis.model import Record

FOLLOWING = 14  # lines after a party's line that may belong to it
LONGEST_NAME = 60
LONGEST_LABEL = 24  # characters of a line that holds nothing but a party's label
SIDE = r"[甲乙丙丁]\s*方"
_ROLE = (
    r"采\s*购\s*(?:人|方|单位)|供\s*应\s*商|供\s*货\s*(?:方|人|单位)|成交供应商|中标人|发\s*包\s*(?:人|方|单位)|承\s*包\s*(?:人|方|单位)|分包人|建设单位|施工单位|监理人|设计人|勘察人"
    r"|委\s*托\s*(?:人|方|单位)|受\s*托\s*(?:人|方|单位)|承担单位|保证单位|出\s*租\s*(?:人|方)|承\s*租\s*(?:人|方)|出\s*让\s*(?:人|方)|受\s*让\s*(?:人|方)|转让方|转让人"
    r"|(?:房屋|土地)?征收(?:人|部门|实施单位)|被征收人|被拆迁人|拆迁人|征用土地单位|被征土地单位|实施机构|特许经营者|项目公司|贷款人|借款人|保证人|担保人|买\s*方|卖\s*方|买受人|出卖人|需\s*方|供\s*方|定作方|定作人|承揽方|承揽人"
    r"|承运方|承运人|托运方|托运人|存货方|保管方|用人单位|劳动者|聘用单位|服务方|服务单位|许可方|被许可方|让与方|资助方|受资助方|买方单位|卖方单位|开发方|研究开发方|合作方"
    r"|[\u4e00-\u9fff]{2,7}(?:单位|方|人)(?=[^\n]{0,80}以下\s*简\s*称)"
    r"|[\u4e00-\u9fff]{2,8}(?=\s*（\s*(?:以下)?\s*(?:简?称)?\s*[“\"]?[甲乙丙丁]\s*方)"
    r"|(?![双各对他她它][方])[\u4e00-\u9fff]{1,5}(?<!收款)(?<!付款)方(?=\s*：)|[\u4e00-\u9fff]{2,4}主体(?=\s*：)"
)
_LINE = re.compile(
    rf"^[•·●◆\-\s\d.、]*(?P<role>(?:{SIDE}|{_ROLE})(?:\s*[（/]?\s*(?:{SIDE}|{_ROLE})\s*[）]?)?(?:全称|名称|单位名称)?)"
    r"\s*(?P<note>（[^（）]{1,24}）)?\s*(?P<colon>：|为)?\s*(?P<name>.*)$"
)
_LABELLED = r"\s*+(?:（[^（）]{1,20}）)?\s*+："
_NEXT = re.compile(
    rf"(?<=\S)\s*+(?={SIDE}{_LABELLED})|(?<=\S)\s++(?=(?:{_ROLE}){_LABELLED})|(?<=[）；])(?=(?:{_ROLE}){_LABELLED})"
)
_SPACED = re.compile(
    rf"^(?P<role>{SIDE}|{_ROLE})(?P<note>（[^（）]{{1,24}}）)?(?P<colon>[ \t\u3000\xa0]+)"
    r"(?P<name>[^\s，。；：、]{2,40})$"
)
_BODY = re.compile(
    r"(?:局|厅|委员会|人民政府|办事处|办公室|公司|集团|中心|学校|大学|学院|医院|研究院|合作社|事务所|协会|基金会)$"
)
_DETAIL = re.compile(r"\s*(?:统一社会信用代码|(?:注册|通讯|联系)?地\s*址|住\s*所|住\s*址|法定代表人|负责人|身份证)")
_CALLED = re.compile(
    rf"（\s*(?:以下|下)\s*(?:简\s*称|称)(?:为)?\s*[：“\"]*\s*(?P<role>{SIDE}|{_ROLE}|[\u4e00-\u9fff]{{2,5}})[”\"]?\s*）"
)
_BEFORE_FIRST = re.compile(r"(?:[^，。；：（）]{0,24}?(?:由|兹有))?")
_BEFORE_NEXT = re.compile(r"[，、；]?\s*(?:与|和|及|以及|同)?")
PERSON = 4  # characters of the name of a natural person
_GAP = re.compile(r"\t|[ \u3000\xa0]{2,}|(?<=\S)[ \u3000\xa0](?=[^\s：]{2,16}：)")
_ALIAS = re.compile(
    rf"(?:以下\s*)?(?:统一\s*)?(?:简\s*称|称\s*为|称)\s*[：:为]?\s*[“\"'‘「]?\s*({SIDE}|{_ROLE}|[\u4e00-\u9fff]{{1,5}}方)|（\s*({SIDE})\s*）"
)
_CUT = re.compile(
    rf"\s{{2,}}|\t|\s+(?:{SIDE}|{_ROLE})|[，；。;]|（\s*(?:以下|盖|公章|签|下称|简称|甲方|乙方|丙方|章)|以下简?称|(?:住所|住址|地\s*址|统一社会信用代码|法定代表人|法人代表|负责人|联系人|联系电话|电\s*话|身份证|代表人|委托代理人|开户|营业执照|签字|盖章)"
)
_LABEL = re.compile(r"(?:名称|号码|地址|日期|电话|金额|编号|概况|签字|盖章|签章)[：:]?$")
UNFILLED = re.compile(r"^[\s_\-—/.：（）\[\]【】{}xX×＊*…]*$|填写|\{\{|^【|待定|^[甲乙丙]方$|^（.*）$")
_NAMED = re.compile(
    r"^[•·●\s]*+(?:公司|单位|企业|机构|全|姓)?\s*+名?\s*+称\s*+：\s*+(?P<name>.*)$|^[•·●\s]*+(?:公司|单位)名称\s*+：?(?P<other>.*)$"
)


class Mention(Record, frozen=True, kw_only=True):
    """One mention of a party; ``key`` is what mentions of the same party share."""

    key: str
    role: str
    name: str | None
    start: int
    end: int
    following: str
    alias: tuple[str, ...] = ()
    others: tuple[tuple[int, int], ...] = ()


def mentions(source: Source, passages: Iterable[Passage]) -> Iterator[Mention]:
    """The parties these lines name, with the lines below each; in columns every party has its own."""
    rows = [
        [piece for passage in line for piece in _pieces(passage)]
        for _, line in groupby(passages, key=lambda passage: source.line_start(passage.start))
    ]
    named = [_named(source, row, rows[at + 1] if at + 1 < len(rows) else []) for at, row in enumerate(rows)]
    for at, found in enumerate(named):
        below = rows[at + 1 : at + 1 + FOLLOWING]
        until = next((n for n, other in enumerate(named[at + 1 : at + 1 + FOLLOWING]) if other), len(below))
        places = [place for place, _ in found]
        for order, (place, match) in enumerate(found):
            last = places[order + 1] if order + 1 < len(places) else len(rows[at])
            beside = [piece.text for piece in rows[at][place + 1 : last]]
            under = [
                text for row in below[:until] for text in _column(source, row, order, _places(source, rows[at], places))
            ]
            yield _mention(rows[at][place], match, [*beside, *under])


def _named(source: Source, row: Sequence[Passage], below: Sequence[Passage]) -> list[tuple[int, re.Match[str]]]:
    """The pieces of a line that name a party, with their places in it."""
    found: list[tuple[int, re.Match[str]]] = []
    for place, piece in enumerate(row):
        text = fold(piece.text)
        match = _LINE.match(text)
        if match is not None and _is_mention(match, piece):
            found.append((place, match))
        elif piece.start < source.head_end and (spaced := _SPACED.match(text)) and _is_named(spaced, below):
            found.append((place, spaced))
    return found


def _is_named(match: re.Match[str], below: Sequence[Passage]) -> bool:
    """A role and a name parted by space only, as a table without colons looks in a PDF."""
    return bool(_BODY.search(match["name"]) or (below and _DETAIL.match(fold(below[0].text))))


def introduced(passage: Passage) -> Iterator[Mention]:
    """Parties that a sentence introduces: 由某局（以下简称“委托方”）与某公司（以下简称“开发方”）订立."""
    text = fold(passage.text)
    notes = list(_CALLED.finditer(text))
    for number, note in enumerate(notes if len(notes) > 1 else []):
        begin, pattern = (notes[number - 1].end(), _BEFORE_NEXT) if number else (0, _BEFORE_FIRST)
        lead = pattern.match(text, begin, note.start())
        name = clean_name(passage.text[lead.end() : note.start()]) if lead else None
        if lead is None or name is None or not (_BODY.search(name) or len(name) <= PERSON):
            return
        start, key = passage.start + lead.end(), re.sub(r"\s", "", note["role"])
        yield Mention(key=key, role=key, name=name, start=start, end=start + len(name), following=note[0], alias=(key,))


def _places(source: Source, row: Sequence[Passage], places: Sequence[int]) -> list[int]:
    """The columns in which the parties of a line stand, counted in tabs."""
    return [source.column(row[place].start) for place in places]


def _column(source: Source, row: Sequence[Passage], order: int, columns: Sequence[int]) -> Iterator[str]:
    """What a line below says about the party with this order: the cells under it, all where it is alone."""
    if len(columns) == 1:
        yield from (piece.text for piece in row)
        return
    cells = [cell for piece in row for cell in _cells(piece)]
    if columns[0] != columns[-1] and any(source.column(cell.start) for cell in cells):
        until = columns[order + 1] if order + 1 < len(columns) else None
        own = (cell for cell in cells if columns[order] <= source.column(cell.start) < (until or cells[-1].start))
        yield from (cell.text for cell in own)
    elif len(cells) == len(columns):
        yield cells[order].text
    elif order + 1 == len(columns):
        yield from (cell.text for cell in cells)


def _cells(passage: Passage) -> Iterator[Passage]:
    """A line set in columns is cut at its gaps and before every further label."""
    start = 0
    for gap in _GAP.finditer(fold(passage.text)):
        if passage.text[start : gap.start()].strip():
            yield Passage(text=passage.text[start : gap.start()], start=passage.start + start)
        start = gap.end()
    if passage.text[start:].strip():
        yield Passage(text=passage.text[start:], start=passage.start + start)


def _pieces(passage: Passage) -> Iterator[Passage]:
    """A line that names two parties is cut before the second."""
    start = 0
    for cut in _NEXT.finditer(fold(passage.text)):
        if cut.end() > start:
            yield Passage(text=passage.text[start : cut.start()], start=passage.start + start)
            start = cut.end()
    yield Passage(text=passage.text[start:], start=passage.start + start)


def _is_mention(match: re.Match[str], row: Passage) -> bool:
    """A label with a colon, a note that says 以下简称, or a heading of its own; not a sentence about a party."""
    rest = match["name"]
    if match["colon"] == "：":
        return len(rest) < 2 * LONGEST_NAME
    introduced = bool(_ALIAS.search(rest) or (match["note"] and "称" in match["note"]))
    alone = not rest.strip() and len(row.text) < LONGEST_LABEL and not row.text.lstrip()[:1].isdigit()
    return introduced or alone


def _mention(row: Passage, match: re.Match[str], following: list[str]) -> Mention:
    start, end = match.span("name")
    name = clean_name(row.text[start:end])
    if name is None and following:
        named = _NAMED.match(fold(following[0]))
        name = (
            clean_name(following[0][slice(*named.span("name" if named["name"] is not None else "other"))])
            if named
            else None
        )
    note = (match["note"] or "") if match["note"] else ""
    alias = _ALIAS.search(match["name"]) or _ALIAS.search(note)
    role = re.sub(r"\s", "", match["role"]) + (_shown(note) if note else "")
    side = re.search(SIDE, match["role"]) or re.search(SIDE, note)
    key = re.sub(r"\s", "", alias[1] or alias[2] if alias else side[0] if side else match["role"])
    if alias and not side:
        role = f"{role}（{key}）"
    at = row.text.find(name) if name else -1
    first = row.start + (at if at >= 0 else match.start("role"))
    last = first + len(name) if name and at >= 0 else row.start + len(row.text.rstrip())
    rest = "\n".join((row.text[end:], row.text, *following))
    return Mention(key=key, role=role, name=name, start=first, end=last, following=rest, alias=(key,) if alias else ())


def _shown(note: str) -> str:
    """A note as part of the role; 以下简称甲方 becomes 甲方."""
    alias = re.search(SIDE, note)
    if alias:
        return "（" + re.sub(r"\s", "", alias[0]) + "）"
    return "" if re.search(r"章|签|称", note) else re.sub(r"\s", "", note)


def clean_name(text: str) -> str | None:
    """A name without what follows it on the line; None where it is a blank or a placeholder."""
    value = text.strip().strip("：:")
    cut = _CUT.search(fold(value), 1) if value else None
    value = value[: cut.start()] if cut else value
    if re.match(r"\s*[_＿]", value) and not re.search(r"[_＿]\s*$", value):
        return None  # a blank before 市供电局: the name is not filled in
    value = value.strip(" \t\u3000\xa0_＿：:，,。；;（(")
    if UNFILLED.search(fold(value)) or _LABEL.search(value) or not value or len(value) > LONGEST_NAME:
        return None
    return value if re.search(r"[\u4e00-\u9fffA-Za-z]{2}", value) else None
