"""Every code by which analysis says why: why a rule gave no verdict, why a file has no analysis.

``REASONS`` maps a code to its Chinese and its English text. ``{name}`` in a text is filled from the parameters that
come with the code (``Coverage.params``). The text says what to do where somebody can do something.
"""

from typing import Final

_FILES: Final = {
    "scan_without_text_layer": (
        "这是扫描件，没有文字层，无法解析；可作为附件或签署件保存，或上传 docx、带文字层的 PDF",
        "A scan without text cannot be analysed; keep it as an attachment, or upload docx or a PDF with a text layer",
    ),
    "encrypted": (
        "文件已加密，请取消密码后重新上传",
        "The file is encrypted; remove the password and upload it again",
    ),
    "not_a_contract_file_type": (
        "不是合同文件类型，请上传 docx、带文字层的 PDF 或 txt",
        "Not a type of contract file; upload docx, a PDF with a text layer, or txt",
    ),
    "text_not_extractable": (
        "文件的文字无法提取（字体没有 Unicode 对照），请提供 docx 或重新导出的 PDF",
        "The text cannot be extracted (fonts without a Unicode map); provide docx or a PDF exported anew",
    ),
    "legacy_doc_not_supported": (
        "暂不解析旧版 .doc，请另存为 docx 后上传",
        "Old .doc files are not analysed; save as docx and upload that",
    ),
    "ofd_not_supported": (
        "暂不解析 OFD，可作为附件或签署件保存",
        "OFD is not analysed; keep it as an attachment or signed copy",
    ),
    "empty": ("文件没有内容，请核对后重新上传", "The file has no content; check it and upload it again"),
    "damaged": ("文件已损坏，无法打开，请重新导出后上传", "The file is damaged; export it anew and upload that"),
    "too_large": (
        "文件超出解析上限，请拆分后上传；原件可作为附件保存",
        "The file exceeds the limits of analysis; split it, or keep it as an attachment",
    ),
    "memory_exceeded": (
        "解析所需内存超过上限，请拆分文件或另存为 docx 后重试",
        "Reading needs more memory than allowed; split the file or save it as docx and try again",
    ),
    "time_exceeded": (
        "解析超时，请拆分文件或另存为 docx 后重试",
        "Reading took too long; split the file or save it as docx and try again",
    ),
    "reader_crashed": (
        "解析程序异常退出，请另存为 docx 后重试；仍失败请联系系统管理员",
        "The reader ended abnormally; save the file as docx and try again, then ask the administrator",
    ),
    "reading_failed": (
        "多次解析均未成功，请重新上传；仍失败请联系系统管理员",
        "Reading failed repeatedly; upload the file again, then ask the administrator",
    ),
}

_NOT_APPLICABLE: Final = {
    "class_not_covered": (
        "该规则不适用于此类合同（{rule_class}）",
        "The rule does not apply to contracts of class {rule_class}",
    ),
    "law_not_in_force": (
        "合同日期（{date}）不在该规则所依据法律的施行期内",
        "The law behind the rule is not in force on the contract's date {date}",
    ),
    "administrative_agreement": (
        "行政协议，由“行政协议约定仲裁”规则检查",
        "An administrative agreement: the rule on arbitration in such agreements checks it",
    ),
    "civil_contract": ("属于民事合同，不适用", "A civil contract: the rule does not apply"),
    "government_is_paid": ("政府一方为收款方，不适用", "The government side is paid: the rule does not apply"),
    "no_amount_in_words_and_figures": (
        "没有同时以大写和小写写明的金额",
        "No amount is written both in words and in figures",
    ),
    "no_arbitration_clause": ("合同没有仲裁条款", "The contract has no arbitration clause"),
    "no_payment_period": ("没有以日、月计的付款期限", "No period of payment in days or months"),
    "no_price_table": ("没有可核算的分项价格", "No itemised prices that could be added up"),
    "no_staged_payment": ("没有按比例分期付款的约定", "No payment in stages by share"),
}

_UNCHECKED: Final = {
    "amounts_and_shares_mixed": (
        "付款节点同时使用金额和比例，无法自动合计，请人工核对",
        "Payments mix amounts and shares and cannot be added up; check by hand",
    ),
    "option_unselected": (
        "争议解决等选项尚未勾选，选定后再检查",
        "An option has not been ticked yet; tick it and analyse again",
    ),
    "rule_failed": (
        "规则运行出错（{error}），其他规则不受影响；请人工核对并告知系统管理员",
        "The rule failed ({error}), the others did not; check by hand and tell the administrator",
    ),
}

REASONS: Final[dict[str, tuple[str, str]]] = {**_FILES, **_NOT_APPLICABLE, **_UNCHECKED}
