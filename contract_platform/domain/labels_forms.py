"""Words for official documents."""

from typing import Final

FORM_LABELS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "FormKind": {
        "REVIEW_SUBMISSION": ("合法性审查送审表", "Submission for review"),
        "ACCEPTANCE_NOTICE": ("受理通知书", "Notice of acceptance"),
        "SUPPLEMENT_NOTICE": ("补正通知书", "Notice to supplement"),
        "RETURN_NOTICE": ("退回通知书", "Notice of return"),
        "NON_ACCEPTANCE_NOTICE": ("不予受理通知书", "Notice of non-acceptance"),
        "REVIEW_OPINION": ("合法性审查意见书", "Legality review opinion"),
        "SIGN_OFF_SHEET": ("审查意见审签单", "Sign-off sheet"),
        "WORKING_PAPER": ("审查工作底稿", "Working paper of the review"),
        "ADOPTION_STATEMENT": ("意见采纳情况说明", "Statement of adoption"),
        "FILING_FORM": ("备案登记表", "Filing form"),
        "FILING_RECEIPT": ("备案回执", "Filing receipt"),
        "CHANGE_APPROVAL": ("合同变更（补充）审批表", "Approval of a change"),
        "TERMINATION_APPROVAL": ("合同中止/解除审批表", "Approval of suspension or rescission"),
        "ARCHIVE_CATALOGUE": ("归档目录", "Archive catalogue"),
    },
    "UnsetPart": {
        "PICTURE": ("图片", "pictures"),
        "OBJECT": ("嵌入对象", "embedded objects"),
        "TEXT_BOX": ("文本框", "text boxes"),
        "TRACKED_CHANGE": ("修订痕迹", "tracked changes"),
        "FOOTNOTE": ("脚注或尾注", "footnotes or endnotes"),
        "AUTO_NUMBER": ("自动编号", "automatic numbers"),
        "IMPORT": ("导入的文档", "imported documents"),
        "COMMENT": ("批注", "comments"),
        "SECTION": ("分节", "several sections"),
        "NESTED_TABLE": ("表格中的表格", "tables in tables"),
        "COLUMN": ("分栏", "columns"),
    },
}
