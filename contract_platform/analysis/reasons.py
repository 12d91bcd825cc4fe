"""Every code by which analysis says why: why a rule gave no verdict, why a file has no analysis.

``REASONS`` maps a code to its Chinese and its English text. ``{name}`` in a text is filled from the parameters that
come with the code (``Coverage.params``). The text says what to do where somebody can do something.
"""

from collections.abc import Mapping
from typing import Final

_FILES: Final = {
    "scan_without_text_layer": (
        "文件里只有图片，没有文字；请把图片另存为 PDF、jpg、png 或 tiff 上传，平台会识别其中的文字",
        "The file holds pictures and no text; upload the pictures as PDF, jpg, png or tiff and they will be recognised",
    ),
    "nothing_recognised": (
        "页面上没有识别出文字；请核对扫描是否清晰、完整，重新扫描（建议 200 dpi 以上）后上传，或上传 docx",
        "No text was recognised; check that the scan is clear and whole, scan again at 200 dpi or more, or upload docx",
    ),
    "page_illegible": (
        "页面模糊，大部分文字无法辨认；请重新扫描（建议 200 dpi 以上）后上传，或对照原件人工审查",
        "Most of the page cannot be made out; scan it again at 200 dpi or more, or review it by hand",
    ),
    "encrypted": (
        "文件已加密，请取消密码后重新上传",
        "The file is encrypted; remove the password and upload it again",
    ),
    "not_a_contract_file_type": (
        "不是合同文件类型，请上传 docx、doc、PDF、OFD、txt，或 jpg、png、tiff 扫描件",
        "Not a type of contract file; upload docx, doc, PDF, OFD, txt, or a scan as jpg, png or tiff",
    ),
    "text_not_extractable": (
        "文件的文字无法提取（字体没有 Unicode 对照），请提供 docx 或重新导出的 PDF",
        "The text cannot be extracted (fonts without a Unicode map); provide docx or a PDF exported anew",
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
    "suspected_secret": (
        "文件带有密级标志，疑似涉密，已隔离：请勿再上传，并报告单位负责人和保密管理部门",
        "The file bears a secrecy mark and was set apart: upload it nowhere else, and tell your head of unit",
    ),
    "purged": (
        "文件已按程序清除，请上传不涉密的文本",
        "The file was erased; upload a text that is not classified",
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
    "no_account_stated": ("没有写明收款账户户名", "No name of an account is stated"),
    "no_court_clause": ("没有约定向法院起诉", "No clause sends disputes to a court"),
    "no_court_named": ("没有写明具体法院", "No court is named"),
    "no_deposit": ("没有定金约定", "No earnest money is agreed"),
    "no_immovable": ("标的不是不动产或工程", "The object is neither an immovable nor works"),
    "no_payment_plan": ("没有读到由政府方付款的节点", "No payment by the government side was found"),
    "no_tax_rate": ("没有写明增值税税率", "No rate of value added tax is stated"),
    "no_construction": ("不是施工合同", "Not a contract for construction works"),
    "no_penalty": ("没有违约金或逾期责任约定", "No penalty is agreed"),
    "no_progress_payment": ("没有读到进度款比例", "No share of progress payments was found"),
    "no_warranty_term": ("没有保修期约定", "No warranty is agreed"),
    "no_agent_signs": ("没有代理人签署", "No agent signs"),
    "no_annex_mentioned": ("正文没有引用附件", "The text refers to no annex"),
    "no_copies_stated": ("没有写明份数", "The number of copies is not stated"),
    "no_development": ("不涉及成果开发", "Nothing is developed"),
    "no_personal_information": ("不涉及委托处理个人信息", "No personal information is processed for the client"),
    "no_public_data": ("不涉及政务数据或政务信息系统", "No public data or systems are involved"),
    "no_state_secret": ("不涉及国家秘密", "No state secrets are involved"),
    "no_term_with_dates": ("没有同时写明期限和起止日期", "No term is stated together with its dates"),
    "no_terms_of_art": ("没有公式或里程碑用语", "No formulas or milestones are used"),
    "one_signing_date": ("只有一处签订日期或尚未填写", "The signing date is stated once or not yet"),
    "no_consortium": ("不涉及联合体", "No consortium is involved"),
    "no_government_party": ("已写明的当事人均不是行政机关或公共机构", "No named party is a public body"),
    "no_land_use_stated": ("没有写明土地用途", "The use of the land is not stated"),
    "no_party_named": ("当事人名称尚未填写", "No party is named yet"),
    "no_performance_bond": ("没有履约保证金约定", "No performance bond is agreed"),
    "no_retention": ("没有质量保证金比例约定", "No share is kept back as quality bond"),
    "no_supplement": ("不是补充合同", "Not a supplement to another contract"),
    "no_acceptance_clause": ("没有验收约定", "Acceptance is not agreed"),
    "no_term_stated": ("没有写明期限", "No term is stated"),
    "no_uscc": ("没有填写统一社会信用代码", "No unified social credit code is given"),
    "reviewed_text_empty": ("审定稿没有文字", "The reviewed version has no text"),
    "not_a_framework": ("不是框架或意向协议", "Not a framework or letter of intent"),
    "not_purchased_service": ("不属于政府购买服务", "Not a service purchased by the government"),
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
    "award_incomplete": (
        "中标、成交信息不全或合同缺少价款、当事人，只核对了已有部分；请在登记信息中补充中标金额和供应商",
        "Award data or the contract's price or parties are incomplete; add the awarded sum and the supplier",
    ),
    "bond_height_not_stated": (
        "有履约保证金约定但没有读到金额或比例，请人工核对",
        "A performance bond is agreed but its height was not found; check by hand",
    ),
    "places_not_known": (
        "没有住所地、签订地等地点可供比对，请人工核对管辖法院",
        "No address or place to compare with; check the named court by hand",
    ),
    "pages_not_read": (
        "第 {pages} 页未能识别，相关内容可能写在这些页上；请对照原件人工核对，或重新扫描后上传",
        "Pages {pages} could not be read and may hold what the rule looks for; check them by hand or scan them again",
    ),
    "dates_missing": (
        "签订日期或履行开始日期尚未写明，填写后再检查",
        "The signing date or the beginning of performance is not stated yet",
    ),
    "text_not_chinese": (
        "合同不是中文文本，规则无法检查，请提供中文文本或者人工审查",
        "The contract is not in Chinese and the rules cannot check it; provide the Chinese text or review it by hand",
    ),
    "class_unknown": (
        "合同类别未能识别，请在要素确认中选定类别后重新检查",
        "The kind of contract is not known; choose it among the facts and analyse again",
    ),
    "needs_award": (
        "需要中标、成交信息，请在登记信息中补充",
        "Award data are needed; add them to the contract's record",
    ),
    "needs_budget": (
        "需要预算（概算）金额，请在登记信息中补充",
        "The budget is needed; add it to the contract's record",
    ),
    "needs_register": (
        "需要与本单位其他合同一并累计，单凭本合同无法判断，请核对台账",
        "Other contracts of the unit have to be counted in; check the register",
    ),
    "needs_reviewed_text": (
        "需要审定稿：上传签署件后与通过审查的文本自动比对",
        "Needs the reviewed text: a signed copy is compared with the version that passed review",
    ),
    "no_contract_amount": (
        "没有读到可比较的合同总价，请核对要素后重新检查",
        "No contract price to compare was found; check the facts and analyse again",
    ),
    "option_unselected": (
        "争议解决等选项尚未勾选，选定后再检查",
        "An option has not been ticked yet; tick it and analyse again",
    ),
    "rule_suspended": (
        "规则停用（{since} 起，原因：{why}，申请第 {number} 号），本规则未检查；请人工核对这一项",
        "The rule has been suspended since {since} ({why}; request no. {number}) and was not asked; check by hand",
    ),
    "rule_failed": (
        "规则运行出错（{error}），其他规则不受影响；请人工核对并告知系统管理员",
        "The rule failed ({error}), the others did not; check by hand and tell the administrator",
    ),
}

REASONS: Final[dict[str, tuple[str, str]]] = {**_FILES, **_NOT_APPLICABLE, **_UNCHECKED}


def explain(code: str, params: Mapping[str, str]) -> tuple[str, str]:
    """The Chinese and the English text of a code with its parameters filled in; ``KeyError`` for an unknown code."""
    chinese, english = REASONS[code]
    return chinese.format_map(params), english.format_map(params)
