"""The parties: roles as written, names where they are filled in, codes, addresses and legal representatives."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from contract_platform.analysis.compact import fold
from contract_platform.analysis.facts.source import Passage, Source
from contract_platform.analysis.model import PartyFact, Record
from contract_platform.analysis.uscc import is_valid

FOLLOWING = 14  # lines after a party's line that may belong to it
LONGEST_NAME = 60
ID_LABEL = 12  # characters before a number that may call it that of an identity card
LONGEST_LABEL = 24  # characters of a line that holds nothing but a party's label
_SIDE = r"[甲乙丙丁]\s*方"
_ROLE = (
    r"采\s*购\s*(?:人|方|单位)|供\s*应\s*商|供\s*货\s*(?:方|人|单位)|成交供应商|中标人|发\s*包\s*(?:人|方|单位)|承\s*包\s*(?:人|方|单位)|分包人|建设单位|施工单位|监理人|设计人|勘察人"
    r"|委\s*托\s*(?:人|方|单位)|受\s*托\s*(?:人|方|单位)|承担单位|保证单位|出\s*租\s*(?:人|方)|承\s*租\s*(?:人|方)|出\s*让\s*(?:人|方)|受\s*让\s*(?:人|方)|转让方|转让人"
    r"|(?:房屋|土地)?征收(?:人|部门|实施单位)|被征收人|被拆迁人|拆迁人|征用土地单位|被征土地单位|实施机构|特许经营者|项目公司|贷款人|借款人|保证人|担保人|买\s*方|卖\s*方|买受人|出卖人|需\s*方|供\s*方|定作方|定作人|承揽方|承揽人"
    r"|承运方|承运人|托运方|托运人|存货方|保管方|用人单位|劳动者|聘用单位|服务方|服务单位|许可方|被许可方|让与方|资助方|受资助方|买方单位|卖方单位|开发方|研究开发方|合作方"
    r"|[\u4e00-\u9fff]{2,7}(?:单位|方|人)(?=[^\n]{0,80}以下\s*简\s*称)"
)
_LINE = re.compile(
    rf"^[•·●◆\-\s\d.、]*(?P<role>(?:{_SIDE}|{_ROLE})(?:\s*[（/]?\s*(?:{_SIDE}|{_ROLE})\s*[）]?)?(?:全称|名称|单位名称)?)"
    r"\s*(?P<note>（[^（）]{1,24}）)?\s*(?P<colon>：|为)?\s*(?P<name>.*)$"
)
_LABELLED = r"\s*+(?:（[^（）]{1,20}）)?\s*+："
_NEXT = re.compile(
    rf"(?<=\S)\s*+(?={_SIDE}{_LABELLED})|(?<=\S)\s++(?=(?:{_ROLE}){_LABELLED})|(?<=[）；])(?=(?:{_ROLE}){_LABELLED})"
)
_ALIAS = re.compile(
    rf"(?:以下\s*)?(?:统一\s*)?(?:简\s*称|称\s*为|称)\s*[：:为]?\s*[“\"'‘「]?\s*({_SIDE}|{_ROLE}|[\u4e00-\u9fff]{{1,5}}方)|（\s*({_SIDE})\s*）"
)
_CUT = re.compile(
    rf"\s{{2,}}|\t|\s+(?:{_SIDE}|{_ROLE})|[，；。;]|（\s*(?:以下|盖|公章|签|下称|简称|甲方|乙方|丙方|章)|以下简?称|(?:住所|住址|地\s*址|统一社会信用代码|法定代表人|法人代表|负责人|联系人|联系电话|电\s*话|身份证|代表人|委托代理人|开户|营业执照|签字|盖章)"
)
_LABEL = re.compile(r"(?:名称|号码|地址|日期|电话|金额|编号|概况|签字|盖章|签章)[：:]?$")
_UNFILLED = re.compile(r"^[\s_\-—/.：（）\[\]【】{}xX×＊*…]*$|填写|\{\{|^【|待定|^[甲乙丙]方$|^（.*）$")
_NAMED = re.compile(
    r"^[•·●\s]*+(?:公司|单位|企业|机构|全|姓)?\s*+名?\s*+称\s*+：\s*+(?P<name>.*)$|^[•·●\s]*+(?:公司|单位)名称\s*+：?(?P<other>.*)$"
)
_USCC = re.compile(r"(?<![0-9A-Z])([0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})(?![0-9A-Z])")
_ADDRESS = re.compile(
    r"(?:住\s*所|住\s*址|(?:注册|通讯|联系|单位)?地\s*址)(?:地)?\s*：\s*(?P<value>[^\n\t，；。]{4,60}?)(?=\s{2,}|[\t\n]|$|[，；。])"
)
_REPRESENTATIVE = re.compile(
    r"(?:法\s*定\s*代\s*表\s*人|法人代表|主要负责人|负责人)(?:（[^（）]*）)?\s*：\s*(?P<value>[\u4e00-\u9fff·]{2,4})(?=\s|$|[，；。])"
)


class _Found(Record, frozen=True, kw_only=True):
    """One mention of a party; ``key`` is what mentions of the same party share."""

    key: str
    role: str
    name: str | None
    start: int
    end: int
    following: str
    alias: tuple[str, ...] = ()
    others: tuple[tuple[int, int], ...] = ()


def parties(source: Source) -> tuple[PartyFact, ...]:
    """Parties in order of first mention; the body and the signatures fill what the cover leaves blank."""
    merged: dict[str, _Found] = {}
    head = list(_mentions(source.head))
    tail = list(_mentions(source.tail))
    if len(head) > 1:  # the signatures fill what the beginning leaves blank, they add nobody
        tail = [mention for mention in tail if any(mention.key == known.key for known in head)]
    for mention in [*head, *tail]:
        known = merged.get(mention.key)
        if known is None or (known.name is None and mention.name is not None):
            merged[mention.key] = mention if known is None else _filled(known, mention)
        elif mention.name is not None and mention.name != known.name:
            merged[mention.key] = msgspec.structs.replace(known, others=(*known.others, (mention.start, mention.end)))
    return tuple(_fact(source, mention) for mention in _distinct(list(merged.values())))


def _filled(known: _Found, mention: _Found) -> _Found:
    return _Found(
        key=known.key, role=known.role, name=mention.name, start=mention.start, end=mention.end,
        following=known.following + "\n" + mention.following, alias=known.alias,
    )  # fmt: skip


def _distinct(found: list[_Found]) -> list[_Found]:
    """Where 甲方 and 乙方 are named, a role beside them that repeats a name or has none is the cover's, not a party."""
    sides = [mention for mention in found if re.fullmatch(_SIDE, mention.key)]
    if len(sides) < 2:  # noqa: PLR2004 - a contract has two sides
        return found
    names = {mention.name for mention in sides}
    return (
        sides if all(names) or None not in names else [*sides, *()] if names != {None} else _without_sides(sides, found)
    )


def _without_sides(sides: list[_Found], found: list[_Found]) -> list[_Found]:
    """No side has a name: named roles are the parties, if there are any."""
    named = [mention for mention in found if mention not in sides and mention.name]
    return named if len(named) > 1 else sides


def _mentions(passages: Iterable[Passage]) -> Iterator[_Found]:
    rows = [piece for passage in passages for piece in _pieces(passage)]
    for number, row in enumerate(rows):
        match = _LINE.match(fold(row.text))
        if match is None or not _is_mention(match, row):
            continue
        following = [other.text for other in _own(rows[number + 1 : number + 1 + FOLLOWING])]
        yield _mention(row, match, following)


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


def _own(rows: Iterable[Passage]) -> Iterator[Passage]:
    """The lines that belong to the party before them: up to the next party."""
    for row in rows:
        match = _LINE.match(fold(row.text))
        if match is not None and _is_mention(match, row):
            return
        yield row


def _mention(row: Passage, match: re.Match[str], following: list[str]) -> _Found:
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
    side = re.search(_SIDE, match["role"]) or re.search(_SIDE, note)
    key = re.sub(r"\s", "", alias[1] or alias[2] if alias else side[0] if side else match["role"])
    if alias and not side:
        role = f"{role}（{key}）"
    at = row.text.find(name) if name else -1
    first = row.start + (at if at >= 0 else match.start("role"))
    last = first + len(name) if name and at >= 0 else row.start + len(row.text.rstrip())
    rest = "\n".join((row.text[end:], row.text, *following))
    return _Found(key=key, role=role, name=name, start=first, end=last, following=rest, alias=(key,) if alias else ())


def _shown(note: str) -> str:
    """A note as part of the role; 以下简称甲方 becomes 甲方."""
    alias = re.search(_SIDE, note)
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
    value = value.strip(" \t\u3000\xa0_＿：:，,。；;")
    if _UNFILLED.search(fold(value)) or _LABEL.search(value) or not value or len(value) > LONGEST_NAME:
        return None
    return value if re.search(r"[\u4e00-\u9fffA-Za-z]{2}", value) else None


def _fact(source: Source, found: _Found) -> PartyFact:
    block = fold(found.following)
    code = _code(re.sub(r"(?<=[0-9A-Z])[ \-](?=[0-9A-Z])", "", block.upper()))
    address, representative = _ADDRESS.search(block), _REPRESENTATIVE.search(block)
    return PartyFact(
        role=found.role,
        name=found.name,
        uscc=code,
        uscc_valid=is_valid(code) if code else None,
        alias=found.alias,
        address=_value(address),
        legal_representative=_value(representative),
        evidence=source.evidence(found.start, found.end),
        other_names=tuple(source.evidence(*span) for span in found.others),
    )


def _code(text: str) -> str | None:
    """The first code in a party's lines that is not the number of an identity card."""
    found = _USCC.finditer(text)
    return next((m[1] for m in found if "身份证" not in text[max(0, m.start() - ID_LABEL) : m.start()]), None)


def _value(match: re.Match[str] | None) -> str | None:
    value = match["value"].strip(" _") if match else ""
    return value if value and not _UNFILLED.search(value) else None
