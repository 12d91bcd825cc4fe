"""The signed copy against the text that was reviewed."""

import difflib
import re

from contract_platform.analysis.compact import Compact, squeeze
from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import procurement_regulation, row
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, found, hit, not_applicable, unchecked

_LINE = re.compile(r"[^。\n]+[。]?")
_TYPOGRAPHY = re.compile(r"[\s“”\"'‘’·,，.。、:：;；()（）\[\]【】—-]")
_SIGNATURE = re.compile(
    r"签字|签章|盖章|签名|公章|法定代表人|授权代表|委托代理人|开户|账号|电话|日期|签订时间|签订地点|年_?月_?日|合同编号|^编号|邮编|联系人"
)
_GRAVE = re.compile(
    r"\d|[%元]|[壹贰叁肆伍陆柒捌玖拾佰仟]|百分之|万分之|违约|赔偿|责任|付款|支付|价款|期限|日内|验收|仲裁|法院|争议|解除|担保|保证"
)
MOST_SHOWN = 20  # differences reported one by one
LONGEST_SHOWN = 60  # characters of either side in a message


def unsigned_scan_mismatch(case: Case) -> Outcome:
    """What was signed is not what was reviewed; typography, signatures and filled dates do not count."""
    reviewed = case.context.reviewed_text
    if reviewed is None:
        return unchecked("needs_reviewed_text")
    if not reviewed.strip():
        return not_applicable("reviewed_text_empty")
    before = [Passage(text=match[0], at=match.start()) for match in _LINE.finditer(Compact(reviewed).text)]
    after = [Passage(text=match[0], at=match.start()) for match in _LINE.finditer(case.text)]
    matcher = difflib.SequenceMatcher(
        None, [_plain(line.text) for line in before], [_plain(line.text) for line in after]
    )
    hits: list[Hit] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            hits += _differences(case, before[a:b], after[c:d])
        if len(hits) > MOST_SHOWN:
            break
    return found(*hits[:MOST_SHOWN])


def _plain(text: str) -> str:
    return _TYPOGRAPHY.sub("", text)


def _differences(case: Case, before: list[Passage], after: list[Passage]) -> list[Hit]:
    """One finding for a changed run of lines, none where only signatures or dates were filled in."""
    old = [line for line in before if _plain(line.text) and not _SIGNATURE.search(line.text)]
    new = [line for line in after if _plain(line.text) and not _SIGNATURE.search(line.text)]
    was, now = _text(old), _text(new)
    if _plain(was) == _plain(now):
        return []
    severity = Severity.HIGH if _GRAVE.search(_changed(was, now)) else Severity.MEDIUM
    if not was:
        detail = f"签署稿新增“{_shown(now)}”"
    elif not now:
        detail = f"签署稿删去“{_shown(was)}”"
    else:
        detail = f"审定稿“{_shown(was)}”，签署稿“{_shown(now)}”"
    if not new:
        return [Hit(params={"diff": detail}, severity=severity)]
    place = Passage(text=case.text[new[0].at : new[-1].at + len(new[-1].text)], at=new[0].at)
    return [hit(case, place, severity=severity, diff=detail)]


def _text(lines: list[Passage]) -> str:
    return "".join(line.text for line in lines)


def _changed(was: str, now: str) -> str:
    """The differing middle of two texts with a little around it."""
    first = next((n for n, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
    short = min(len(was), len(now)) - first
    last = next((n for n in range(short) if was[-1 - n] != now[-1 - n]), short)
    return "".join(text[max(0, first - 4) : len(text) - last + 4] for text in (was, now))


def _shown(text: str) -> str:
    plain = squeeze(text)
    return plain if len(plain) <= LONGEST_SHOWN else plain[:LONGEST_SHOWN] + "……"


RULES = (
    Rule(
        id="unsigned_scan_mismatch",
        title="签署稿与审定稿不一致",
        severity=Severity.HIGH,
        check=unsigned_scan_mismatch,
        basis=(
            procurement_regulation("第67条第4项"),
            row("重大行政决策程序暂行条例", "第25条（合法性审查）", "V", "2019-09-01"),
            row("肥城市政府合同管理办法（2024）、通州区行政机关合同管理办法（2023）等地方规定", "按审定稿签订", "VP"),
        ),
        message="签署版本与法制审核定稿不一致：{diff}。",
        suggestion="按审定稿重新签署，或者就变更重新送审。",
        positive_sentences=(
            "［reviewed=合同签订后支付合同总价的30%。］合同签订后支付合同总价的50%。",
            "［reviewed=第一条 标的为电脑十台。］第一条 标的为电脑十台。\n附件五 补充约定：服务期满自动延长一年。",
            "［reviewed=争议由甲方所在地人民法院管辖。乙方应在十日内交货。］争议由甲方所在地人民法院管辖。",
        ),
        negative_sentences=(
            "［reviewed=合同总价10万元。\n签订日期：____年__月__日］合同总价10万元。\n签订日期：2026年3月5日",
            "［reviewed=乙方为甲科技（集团）有限公司。］乙方为甲科技(集团)有限公司。",
            "合同签订后支付合同总价的50%。",
        ),
    ),
)
