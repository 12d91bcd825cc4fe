"""When a prediction says the same as the truth: digits, spaces and punctuation do not count."""

import difflib
import re
import unicodedata
from functools import cache

from tests.generated.truth import Clause, Payment

DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
ENDS = re.compile(r"^[第(\[【]+|[条章节编部分()\[\]【】、.。,:]+$")
COURT_WORDS = re.compile(r"有管辖权的|依法|的")
MIN_SHARED = 8
MIN_START = 6


@cache
def plain(text: str | None) -> str:
    """Letters and digits only, in their ordinary width."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text or "")).replace("〇", "零")


@cache
def number(label: str | None) -> str:
    """第三条, 三、 and 3. are the same; 第三章 is not."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", label or ""))
    kind = "chapter" if "章" in text else "part" if "部分" in text else ""
    text = ENDS.sub("", text)
    return kind + (str(_counted(text)) if text and set(text) <= {*DIGITS, "十", "百"} else text)


def _counted(text: str) -> int:
    total = current = 0
    for sign in text:
        if sign in DIGITS:
            current = DIGITS[sign]
        else:
            total += (current or 1) * {"十": 10, "百": 100}[sign]
            current = 0
    return total + current


def court(body: str | None) -> str:
    """A court or institution without the words that go with it."""
    return COURT_WORDS.sub("", plain(body))


def shares(first: str, second: str) -> bool:
    """Whether two quotes are about the same place: one holds the other, or they share a run of signs."""
    one, two = sorted((plain(first), plain(second)), key=len)
    if not one:
        return False
    found = difflib.SequenceMatcher(None, one, two, autojunk=False).find_longest_match()
    return found.size >= min(MIN_SHARED, len(one))


def same_start(clause: Clause, predicted: dict[str, object]) -> bool:
    """Whether a predicted clause begins as the known one does."""
    known, read = plain(clause.start), plain(str(predicted.get("start_text") or ""))
    heading = plain(clause.heading)
    need = min(len(heading) if heading else MIN_START, len(known), MIN_START)
    return len(read) >= min(need, 2) and known[:need] == read[:need]


def aligned(clauses: list[Clause], predicted: list[dict[str, object]]) -> list[tuple[int, int]]:
    """The longest one-to-one matching that keeps the order of both."""
    fits = [[_fits(clause, one) for one in predicted] for clause in clauses]
    rows, columns = len(clauses), len(predicted)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            both = best[row + 1][column + 1] + 1 if fits[row][column] else 0
            best[row][column] = max(best[row + 1][column], best[row][column + 1], both)
    pairs, row, column = [], 0, 0
    while row < rows and column < columns:
        if fits[row][column] and best[row][column] == best[row + 1][column + 1] + 1:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs


def _fits(clause: Clause, predicted: dict[str, object]) -> bool:
    return number(clause.number) == number(str(predicted.get("number") or "")) and same_start(clause, predicted)


def same_payment(known: Payment, predicted: dict[str, object]) -> bool:
    """The same share, and no other amount; or the same amount where no share is stated."""
    amount = _close(known.amount, predicted.get("amount"))
    if known.percent is None:
        return bool(amount)
    if known.percent == 100 and amount:
        return True
    return bool(_close(known.percent, predicted.get("percent"))) and amount is not False


def _close(known: float | None, predicted: object) -> bool | None:
    """None where one side says nothing."""
    if known is None or not isinstance(predicted, int | float):
        return None
    return abs(known - predicted) < 0.02
