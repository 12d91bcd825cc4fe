"""A contract draft made for the test, as a unit would write it."""

from io import BytesIO

from docx import Document

NAME = "望澜区政务档案数字化加工服务合同"
LINES = (
    "合同编号：",
    "甲方（采购人）：望澜区大数据管理局",
    "乙方（供应商）：望澜示例档案服务有限公司",
    "根据《中华人民共和国民法典》等法律法规的规定，甲乙双方协商一致，订立本合同。",
    "第一条 合同标的",
    "乙方为甲方提供政务档案数字化加工服务，具体内容以附件为准。",
    "第二条 合同金额",
    "合同总金额为人民币壹仟贰佰万元整（¥12,000,000.00），含税。",
    "第三条 付款方式",
    "合同签订后10个工作日内，甲方支付合同总金额的70%作为预付款；验收合格后10个工作日内支付剩余30%。",
    "第四条 履行期限",
    "本合同履行期限自2026年12月1日起至2027年11月30日止。",
    "第五条 验收",
    "乙方提交验收申请后，甲方应在合理期限内组织验收，逾期未组织验收的，视为验收合格。",
    "第六条 违约责任",
    "乙方逾期交付的，每逾期一日按合同总金额的万分之一支付违约金，违约金总额不超过合同总金额的1%。",
    "第七条 争议解决",
    "因本合同发生的争议，双方协商不成的，提交乙方所在地人民法院诉讼解决。",
    "第八条 生效",
    "本合同自双方签字盖章之日起生效，一式四份，双方各执两份。",
)


def docx(*, advance: str = "70%") -> bytes:
    """The draft as a docx file; ``advance`` is the share paid in advance."""
    document = Document()
    document.add_heading(NAME, level=0)
    for line in LINES:
        document.add_paragraph(line.replace("70%", advance))
    target = BytesIO()
    document.save(target)
    return target.getvalue()
