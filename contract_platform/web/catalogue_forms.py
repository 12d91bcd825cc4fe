"""Texts about official documents and their templates."""

from typing import Final

from contract_platform.domain.labels import Words

FORMS: Final[dict[str, Words]] = {
    "paper_not_found": ("没有找到该文书，请刷新页面", "There is no such document; reload the page"),
    "formtemplate_not_found": ("没有找到该模板，请刷新页面", "There is no such template; reload the page"),
    "paper_not_ready": (
        "现在还不能预览“{form}”，请在相应环节再试",
        "“{form}” cannot be previewed yet; try again at its step",
    ),
    "paper_has_no_pdf": ("该文书没有 PDF 版，请下载 Word 版", "This document has no PDF; take the Word file"),
    "form_not_replaced": (
        "“{form}”使用的就是默认模板，无需恢复",
        "“{form}” uses the template that ships already; there is nothing to restore",
    ),
    "form_unreadable": (
        "无法读取该模板：{cause}。请用 Word 另存为 docx 后重新上传",
        "The template cannot be read: {cause}. Save it from Word as docx and upload it again",
    ),
    "form_not_word": (
        "该文件不是 Word 文档，请用 Word 另存为 docx 后上传",
        "This is no Word document; save it from Word as docx and upload that",
    ),
    "form_too_large": (
        "模板超过 {mb} MB，请删去图片等内容后上传",
        "The template exceeds {mb} MB; remove pictures and upload it",
    ),
    "form_active_content": (
        "模板含有宏或嵌入的对象，不能使用；请去除后另存为 docx",
        "The template holds macros or embedded objects; remove them and save it as docx",
    ),
    "form_external_link": (
        "模板含有指向外部的链接（{links}），请取消链接后上传",
        "The template links to the outside ({links}); remove the links and upload it",
    ),
    "form_field": (
        "模板含有页码以外的域（{fields}），请改为文字或占位符后上传",
        "The template has fields other than page numbers ({fields}); replace them by text or placeholders",
    ),
    "form_language": (
        "模板中的占位符只能是取值、列表循环和条件判断，不能使用“{word}”，请改写",
        "Placeholders are values, lists and conditions only, not “{word}”; rewrite them",
    ),
    "form_syntax": (
        "模板中的占位符不完整（{detail}），请检查大括号和循环、条件的结尾",
        "A placeholder is not complete ({detail}); check the braces and the ends of lists and conditions",
    ),
    "form_placeholder_unknown": (
        "模板中有本文书没有的占位符：{names}，请对照占位符清单修改",
        "This form has no placeholders {names}; correct them by the list",
    ),
    "form_without_placeholders": (
        "模板中没有任何占位符，填不进合同信息，请对照占位符清单添加",
        "The template has no placeholder, nothing would be filled in; add some from the list",
    ),
    "form_not_set": (
        "文档含有{parts}，无法生成 PDF；请在模板中改为普通段落和表格，或下载 Word 版打印",
        "The document holds {parts}, so there is no PDF; use paragraphs and tables, or print the Word file",
    ),
    "form_fonts_missing": (
        "服务器缺少公文字体（{fonts}），无法生成 PDF；请下载 Word 版，并告知系统管理员",
        "The fonts {fonts} are missing, so there is no PDF; take the Word file and tell the administrator",
    ),
    "form_sign_missing": (
        "现有字体没有“{sign}”（{code}）字，无法生成 PDF；请下载 Word 版，或由系统管理员补充字体",
        "No font has the sign “{sign}” ({code}), so there is no PDF; take the Word file, or have a font added",
    ),
}
