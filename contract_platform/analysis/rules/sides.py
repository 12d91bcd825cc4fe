"""The sides of a contract under one name each: 甲方 for the government, 乙方 for the other."""

import re

from contract_platform.analysis.facts.direction import government_is_second, is_government
from contract_platform.analysis.model import PartyFact
from contract_platform.analysis.rules.passage import Passage, Shift

GOVERNMENT, OTHER = "甲方", "乙方"
MOST = 8  # characters of a role; what is longer is a name
_PARTED = re.compile(r"[（）()/、\s]+")
_PLAIN = re.compile(r"[甲乙丙丁][方]?|[\u4e00-\u9fff]?[方]|合同|协议|第[一二三]方")


def sided(text: str, parties: tuple[PartyFact, ...]) -> Passage:
    """The compact text with the two sides under one name each, and the way back."""
    names = called(parties)
    if not names:
        return Passage(text=text, at=0)
    # a role inside a longer word is another's: 受委托人, 分承包人, 其他供应商
    pattern = re.compile("(?<![受分转再被总他])(?:" + "|".join(sorted(names, key=len, reverse=True)) + ")")
    parts, shifts, end, length = list[str](), list[Shift](), 0, 0
    for match in pattern.finditer(text):
        side = names[match[0]]
        parts += text[end : match.start()], side
        length += match.start() - end + len(side)
        end = match.end()
        if end - length != (shifts[-1][1] if shifts else 0):
            shifts.append((length, end - length))
    return Passage(text="".join((*parts, text[end:])), at=0, shifts=tuple(shifts))


def called(parties: tuple[PartyFact, ...]) -> dict[str, str]:
    """What the text calls each of the first two parties, with the side it stands for."""
    first, second = sides(parties)
    names = {"甲方": first, "乙方": second} if first != GOVERNMENT and government_is_second(parties) else {}
    for party, side in zip(parties, (first, second), strict=False):
        for name in roles(party):
            names.setdefault(name, side)
    return {name: side for name, side in names.items() if name != side}


def sides(parties: tuple[PartyFact, ...]) -> tuple[str, str]:
    """The sides of the first and the second party."""
    if government_is_second(parties) or (len(parties) > 1 and only_second_is_government(parties)):
        return OTHER, GOVERNMENT
    return GOVERNMENT, OTHER


def only_second_is_government(parties: tuple[PartyFact, ...]) -> bool:
    """Whether, of two parties that are not called 甲方 and 乙方, the names tell the second as the public body."""
    if any(side in party.role for party in parties[:2] for side in ("甲", "乙")):
        return False
    return is_government(parties[1].name or "") and not is_government(parties[0].name or "")


def roles(party: PartyFact) -> tuple[str, ...]:
    """The words for a party's role that can stand for it in a sentence."""
    words = (word for text in (*party.alias, party.role) for word in _PARTED.split(text))
    return tuple(word for word in words if 1 < len(word) <= MOST and not _PLAIN.fullmatch(word))
