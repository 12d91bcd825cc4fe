"""What a recogniser typically confuses, put right where the text itself shows it; character for character.

Nothing here knows a document: a sign is changed only where another is the only one that can stand there, or where a
check character proves it.
"""

import re
from typing import Final

import msgspec

from contract_platform.documents.places import Printed

_HAN = r"\u3400-\u9fff"
_NUMERAL = "一二三四五六七八九十百零〇"
_DASH = r"[-—–_―－]"
_WIDE: Final = str.maketrans(",;:?!()", "，；：？！（）")

RULES: Final = (
    # 一 is a dash to the recogniser: in numbers of articles and items
    (re.compile(rf"(?<=第)[{_NUMERAL}]*{_DASH}[{_NUMERAL}]*(?=[章节条款项部])"), lambda m: _dashes(m[0])),
    (re.compile(rf"(?<=[（(])[{_NUMERAL}]*{_DASH}[{_NUMERAL}]*(?=[）)])"), lambda m: _dashes(m[0])),
    (re.compile(rf"^\s*[{_NUMERAL}]*{_DASH}[{_NUMERAL}]*(?=[、．])"), lambda m: _dashes(m[0])),
    (re.compile(r"^\s*=(?=[、．])|(?<=第)=(?=[章节条款项部])"), lambda m: m[0].replace("=", "二")),
    # figures among figures
    (re.compile(r"(?<=\d)[oOQD](?=[\d.,，元%％])"), lambda m: "0" * len(m[0])),
    (re.compile(r"(?<=[\d.])[lI|](?=[\d.,元%％])"), lambda m: "1" * len(m[0])),
    (re.compile(r"(?<=[\d年月])[曰旦](?=$|[^\w]|[内前后起止至以])"), lambda m: "日" * len(m[0])),
    # points of Chinese text
    (re.compile(rf"(?<=[{_HAN}）》”])[,;:?!]|(?<=\d)[,;:](?=[{_HAN}])"), lambda m: m[0].translate(_WIDE)),
    (re.compile(rf"(?<=[{_HAN}])\(|\((?=[{_HAN}])|(?<=[{_HAN}])\)|\)(?=[{_HAN}])"), lambda m: m[0].translate(_WIDE)),
    (re.compile(r"\([^()（）]{1,20}）|（[^()（）]{1,20}\)"), lambda m: m[0].translate(_WIDE)),
)


def repaired(line: Printed) -> Printed:
    """The line with what can only be a confusion put right."""
    text = line.text
    for pattern, right in RULES:
        text = pattern.sub(right, text)
    return line if text == line.text else msgspec.structs.replace(line, text=text)


def _dashes(text: str) -> str:
    return re.sub(_DASH, "一", text)
