"""A clause's heading and the beginning of its text."""

import re
from collections.abc import Sequence

from contract_platform.analysis.lines import LONGEST_HEADING, Line

START_LENGTH = 12  # characters of start_text
TITLE_BEFORE_COLON = 16
TITLE_BEFORE_STOP = 12
_LEADING = re.compile(r"^([^：:。，；;、,\n]{2,16}?)\s*(?:[：:]|。|[ \u3000\xa0]{2,}|\t)")
_LISTED = re.compile(r"^([^：:。，；;,\n]{2,16}?(?<!如下)(?<!以下)(?<!下列)(?<!包括)(?<![为是]))\s*[：:]")
_REMARKED = re.compile(r"^([^：:。，；;、,（(\n]{2,12})[（(][^（）()\n]{4,80}[）)]\s*[：:]")
_SENTENCE = re.compile(r"[。；;]|，.*[，。]")
_CLOSING = "：:。.．；; \u3000\xa0\t、"
_VERBS = re.compile(
    r"为人民币|双方(?:本着|确认|均|应|可|互|共同|同意|一致|不)|予以|不承担|不负|可以|应由|应当|应于|必须|不得|有权|由[甲乙丙双]方|^[甲乙丙]方(?!(?:的|之)?(?:权利|义务|责任|承诺|违约|职责|权|声明|保证|代表|指定|名称|信息)|[（(：:、和与及]|$)|自.*起|本(?:合同|协议)(?:自|一式|未尽|由|经|有效)"
)


def heading_of(line: Line, following: Sequence[Line]) -> str:
    """The heading: the whole line where it is short, else its title before colon or stop; empty without one."""
    rest = line.rest.strip()
    if not rest:
        after = following[0] if following else None
        alone = after is not None and after.label is None and after.heading_like
        return after.text.strip(_CLOSING) if after is not None and alone else ""
    whole = rest.strip(_CLOSING)
    if (
        len(whole) <= LONGEST_HEADING
        and not _is_statement(rest, whole)
        and not _SENTENCE.search(whole)
        and not _VERBS.search(whole)
    ):
        inner = _LEADING.match(rest)
        return inner[1].strip() if inner and len(whole) > len(inner[1]) + 1 else whole
    leading = _LEADING.match(rest)
    if leading and rest[leading.end() - 1] == "。" and len(leading[1]) > TITLE_BEFORE_STOP:
        return ""
    title = leading or _REMARKED.match(rest) or _LISTED.match(rest)
    return title[1].strip() if title and not _VERBS.search(title[1]) else ""


def _is_statement(rest: str, whole: str) -> bool:
    """Whether a short line with a stop says something: a heading that has a stop has neither comma nor length."""
    return rest.endswith(("。", "；", ";")) and ("，" in whole or len(whole) > TITLE_BEFORE_STOP)


def start_text(line: Line, following: Sequence[Line]) -> str:
    """First characters of heading and body without number and white space, as a reader sees them."""
    shown = line.rest + "".join(other.block.label * other.automatic + other.text for other in following)
    return re.sub(r"\s", "", shown)[:START_LENGTH]
