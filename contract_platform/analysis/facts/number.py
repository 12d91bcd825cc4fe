"""The contract's own number; project and purchase numbers are not it."""

import re

from contract_platform.analysis.facts.source import Source
from contract_platform.analysis.model import TextFact

_NUMBER = re.compile(
    r"(?:合同|协议书?|协议)(?:登记|统一)?(?:编号|编码|编|号码|号)(?:（[^（）]{0,10}）)?：?"
    r"(?P<own>[A-Za-z0-9\u4e00-\u9fff〔〕\[\]【】（）_\-—/.]{3,40}?)(?=[\n，。；]|签|甲方|$)"
    r"|(?:^|\n)(?:编号|NO|No)[.：]{1,2}(?P<bare>[A-Za-z0-9〔〕\[\]（）\-—/.\u4e00-\u9fff]{4,40}?)(?=[\n，。；]|$)"
)
_EMPTY = re.compile(r"^[_\-—/.（）\[\]【】〔〕xX×第号年字]*$|填写|[{}]|^（|待定")


def contract_number(source: Source) -> TextFact | None:
    """The first filled number before the articles; None where the blank is empty."""
    compact = source.compact.text
    for match in _NUMBER.finditer(compact):
        group = "own" if match["own"] else "bare"
        if source.compact.at(match.start()) >= source.head_end:
            break
        value = match[group]
        if not _EMPTY.search(value) and re.search(r"\d", value):
            return TextFact(value=value, evidence=source.compact_evidence(match.start(group), match.end(group)))
    return None
