"""Contract texts for the walks: one shape, with the name, the sum and the advance of each story."""

from io import BytesIO

from docx import Document

from tests.browser.draft import LINES

USUAL_SUM = "壹仟贰佰万元整（¥12,000,000.00）"


def text(name: str, amount: str, *, advance: int = 30, mark: str = "") -> bytes:
    """A docx of that name and sum, the sum in words and figures, the advance in percent; ``mark`` stands above all."""
    subject = name.removesuffix("合同")
    document = Document()
    if mark:
        document.add_paragraph(mark)
    document.add_heading(name, level=0)
    for line in LINES:
        said = line.replace(USUAL_SUM, amount).replace("政务档案数字化加工服务", subject)
        document.add_paragraph(said.replace("70%", f"{advance}%").replace("剩余30%", f"剩余{100 - advance}%"))
    target = BytesIO()
    document.save(target)
    return target.getvalue()
