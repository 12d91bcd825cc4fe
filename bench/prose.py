"""Seeded text with the shape of a contract: headings, clauses, amounts, dates; about 20 pages at full size."""

import random
from collections.abc import Iterator

HEADS = (
    "合同标的",
    "服务内容",
    "合同价款",
    "付款方式",
    "履行期限",
    "验收标准",
    "双方义务",
    "违约责任",
    "不可抗力",
    "争议解决",
)
SUBJECTS = ("甲方", "乙方", "双方", "乙方项目负责人", "甲方主管部门", "验收小组")
ACTS = (
    "应当在约定期限内完成",
    "有权检查并要求改正",
    "须提前书面通知对方",
    "负责提供并妥善保管",
    "不得擅自变更或者转让",
)
OBJECTS = ("全部保洁及绿化养护工作", "设备安装调试资料", "人员考勤和培训记录", "隐蔽部位的查验", "本合同附件所列货物")
ENDINGS = (
    "逾期的每日按未付款项的万分之五支付违约金。",
    "由此产生的费用由责任方承担。",
    "并形成双方签字的书面记录。",
    "具体安排以附件为准。",
)


def clauses(number: int, seed: int = 1) -> Iterator[tuple[str, list[str]]]:
    """Headings with the paragraphs below them."""
    source = random.Random(seed)
    for index in range(number):
        yield f"{HEADS[index % len(HEADS)]}（{index + 1}）", [sentence(source) for _ in range(source.randint(4, 8))]


def sentence(source: random.Random) -> str:
    """A paragraph of one to three sentences with figures in it."""
    parts = []
    for _ in range(source.randint(1, 3)):
        amount, day = source.randint(10_000, 9_999_999), source.randint(1, 28)
        parts.append(
            f"{source.choice(SUBJECTS)}{source.choice(ACTS)}{source.choice(OBJECTS)}，"
            f"涉及金额{amount:,}.00元，截止2026年{day % 12 + 1}月{day}日，{source.choice(ENDINGS)}"
        )
    return "".join(parts)
