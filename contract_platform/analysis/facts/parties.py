"""The parties: roles as written, names where they are filled in, codes, addresses and legal representatives."""

import re
from collections.abc import Iterable

import msgspec

from contract_platform.analysis.compact import fold
from contract_platform.analysis.facts.mentions import SIDE, UNFILLED, Mention, introduced, mentions
from contract_platform.analysis.facts.source import Source
from contract_platform.analysis.model import PartyFact
from contract_platform.analysis.uscc import is_valid

SIDES = 2  # a contract has two sides at least
CODE_LABEL = 18  # characters before a number that may say what it is
_CALLED = re.compile(r"代码|执照|登记|税号|识别号")
_OTHER_NUMBER = re.compile(r"(?:身份证|账|帐|卡)[^：\s]{0,6}：?\s*$")
_USCC = re.compile(r"(?<![0-9A-Z])([0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})(?![0-9A-Z])")
_ADDRESS = re.compile(
    r"(?:住\s*所|住\s*址|(?:注册|通讯|联系|单位)?地\s*址)(?:地)?\s*：\s*(?P<value>[^\n\t，；。]{4,60}?)(?=\s{2,}|[\t\n]|$|[，；。])"
)
_REPRESENTATIVE = re.compile(
    r"(?:法\s*定\s*代\s*表\s*人|法人代表|主要负责人|负责人)(?:（[^（）]*）)?\s*：\s*(?P<value>[\u4e00-\u9fff·]{2,4})(?=\s|$|[，；。])"
)


def parties(source: Source) -> tuple[PartyFact, ...]:
    """Parties in order of first mention; the body and the signatures fill what the cover leaves blank."""
    head = list(mentions(source, source.head))
    if len(head) < SIDES:
        prose = [mention for passage in source.head for mention in introduced(passage)]
        head = prose if len(prose) >= SIDES else head
    tail = list(mentions(source, source.tail))
    merged = _merged(head)
    if len(head) > 1:  # the signatures fill what the beginning leaves blank, they add nobody
        tail = [mention for mention in tail if _known(merged, mention)]
    merged = _merged([*head, *tail])
    return tuple(_fact(source, mention) for mention in _distinct(list(merged.values())))


def _merged(found: Iterable[Mention]) -> dict[str, Mention]:
    """One mention a party: the first name counts, the lines below all of them are its own."""
    merged: dict[str, Mention] = {}
    for mention in found:
        key = _known(merged, mention) or mention.key
        known = merged.get(key)
        if known is None:
            merged[key] = mention
        elif known.name is None and mention.name is not None:
            merged[key] = _filled(known, mention)
        else:
            other = mention.name not in {None, known.name}
            others = (*known.others, (mention.start, mention.end)) if other else known.others
            following = f"{known.following}\n{mention.following}"
            merged[key] = msgspec.structs.replace(known, others=others, following=following)
    return merged


def _known(merged: dict[str, Mention], mention: Mention) -> str | None:
    """Under which key a party is known: its own, or that of the party with the same name."""
    if mention.key in merged:
        return mention.key
    return next((key for key, known in merged.items() if known.name and known.name == mention.name), None)


def _filled(known: Mention, mention: Mention) -> Mention:
    return Mention(
        key=known.key, role=known.role, name=mention.name, start=mention.start, end=mention.end,
        following=known.following + "\n" + mention.following, alias=known.alias,
    )  # fmt: skip


def _distinct(found: list[Mention]) -> list[Mention]:
    """Where 甲方 and 乙方 are named, a role beside them that repeats a name or has none is the cover's, not a party."""
    sides = [mention for mention in found if re.fullmatch(SIDE, mention.key)]
    if len(sides) < SIDES:
        return found
    names = {mention.name for mention in sides}
    return (
        sides if all(names) or None not in names else [*sides, *()] if names != {None} else _without_sides(sides, found)
    )


def _without_sides(sides: list[Mention], found: list[Mention]) -> list[Mention]:
    """No side has a name: named roles are the parties, if there are any."""
    named = [mention for mention in found if mention not in sides and mention.name]
    return named if len(named) > 1 else sides


def _fact(source: Source, found: Mention) -> PartyFact:
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
    """The first code in a party's lines: called so, or right by its check; accounts and identity cards look alike."""
    for match in _USCC.finditer(text):
        before = text[max(0, match.start() - CODE_LABEL) : match.start()].rsplit("\n", 1)[-1]
        if not _OTHER_NUMBER.search(before) and (_CALLED.search(before) or is_valid(match[1])):
            return match[1]
    return None


def _value(match: re.Match[str] | None) -> str | None:
    value = match["value"].strip(" _") if match else ""
    return value if value and not UNFILLED.search(value) else None
