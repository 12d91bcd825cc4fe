"""A contract on one sheet: title, clauses, a table, a blank line, signatures under a seal."""

from tests.unit.documents.paper import Sheet

TITLE = "保洁服务采购合同"
CODE = "91350100M000100Y43"
BLANK = 70  # points
ROWS = (
    ("序号", "项目", "单位", "金额（元）"),
    ("1", "日常保洁", "年", "96,000.00"),
    ("2", "外墙清洗", "次", "24,000.00"),
)


def contract_sheet() -> Sheet:
    """The sheet before it is scanned."""
    sheet = Sheet()
    sheet.write(215, 60, TITLE, size=20, bold=True)
    y = sheet.lines(80, 110, ["甲方（采购人）：望澜区机关事务服务中心", "乙方（供应商）：望澜区清和物业服务有限公司"])
    y = sheet.lines(
        80,
        y + 8,
        [
            "第一条 服务内容",
            "    乙方为甲方办公楼提供保洁服务，包括公共区域清洁、垃圾清运和外墙清洗，",
            "服务人员不少于十二名。",
            "第二条 合同价款",
            "    合同总价为人民币壹拾贰万元整（¥120,000.00元），分项价格如下：",
        ],
    )
    y = sheet.table([80, 140, 330, 420, 515], y + 4, ROWS)
    y = sheet.lines(
        80,
        y + 12,
        [
            "第三条 合同期限",
            "    自2026年1月1日起至2026年12月31日止。",
            "第四条 争议解决",
        ],
    )
    end = sheet.write(80, y, "    因本合同发生争议的，提交")
    sheet.rule(end + 4, y + 17, end + 4 + BLANK, y + 17)
    sheet.write(end + 8 + BLANK, y, "仲裁委员会仲裁。")
    for place, label in enumerate(("方（盖章）：", "法定代表人：")):
        sheet.write(80, y + 56 + 26 * place, ("甲" if not place else "") + label)
        sheet.write(320, y + 56 + 26 * place, ("乙" if not place else "") + label)
    sheet.write(80, y + 108, f"统一社会信用代码：{CODE}")
    sheet.seal(170, y + 86, "望澜区机关事务服务中心")
    return sheet
