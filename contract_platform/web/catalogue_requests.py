"""Texts about requests: rights, files, and what a client has to send along."""

from typing import Final

from contract_platform.domain.labels import Words

REQUESTS: Final[dict[str, Words]] = {
    # where from
    "origin_refused": (
        "请求来自其他网站，已拒绝；请从本平台页面操作",
        "The request came from another site and was refused; act on the pages of this platform",
    ),
    # rights
    "operation_forbidden": (
        "您的岗位没有此项权限；请由有权限的岗位办理，或联系本单位系统管理员调整岗位",
        "Your posts do not allow this; ask somebody whose post does, or your administrator",
    ),
    "action_forbidden": (
        "您的岗位不能办理“{action}”；请由该环节的办理岗位操作",
        "Your posts do not allow “{action}”; it is for the post in charge of this step",
    ),
    "not_a_handler": (
        "只有承办人可以为本单位上传合同；请由所选单位的承办人办理",
        "Only a handler of the unit uploads its contracts; ask the handler of the chosen unit",
    ),
    # what a client sends along
    "revision_missing": (
        "缺少 If-Match：请带上所见记录的版本号，防止覆盖他人的修改",
        "If-Match is missing: send the revision you saw, so that nobody's change is overwritten",
    ),
    "revision_malformed": (
        'If-Match 应为带引号的整数，例如 "5"；请更正后重试',
        'If-Match must be a quoted whole number such as "5"; mend it and try again',
    ),
    "idempotency_key_missing": (
        "缺少 Idempotency-Key：请为每次新建附上一个随机值，重复发送时保持不变",
        "Idempotency-Key is missing: send a random value with each creation and the same one when you repeat it",
    ),
    "idempotency_key_malformed": (
        "Idempotency-Key 应为 1 至 200 个可见 ASCII 字符；请更正后重试",
        "Idempotency-Key must be 1 to 200 visible ASCII characters; mend it and try again",
    ),
    "request_invalid": (
        "请求内容不正确：{problems}；请更正后重试",
        "The request is wrong: {problems}; mend it and try again",
    ),
    "text_unreadable": (
        "内容含有不可保存的字符（NUL），请删除后重试",
        "The text holds a NUL character; remove it and try again",
    ),
    "span_invalid": (
        "文字范围 {start} 至 {end} 不正确，请刷新后重试",
        "There is no stretch of text from {start} to {end}; reload and try again",
    ),
    "number_too_large": (
        "数值超出可保存的范围，请核对后更正",
        "A number is larger than can be kept; check and correct it",
    ),
    "body_unreadable": (
        "请求内容不是有效的 JSON；请更正后重试",
        "The request body is not valid JSON; mend it and try again",
    ),
    "bad_cursor": ("翻页标记无效，请从第一页重新查询", "The page cursor is not valid; start again from the first page"),
    "unknown_sort": (
        "不支持按“{sort}”排序，请改用列表提供的排序方式",
        "No order called “{sort}”; use one the list offers",
    ),
    "unknown_tab": ("没有“{tab}”这个分栏，请从页面的分栏进入", "No tab called “{tab}”; use the tabs of the page"),
    "address_unknown": ("没有这个接口地址，请核对路径", "No such address; check the path"),
    "method_not_allowed": (
        "此地址不支持该请求方式，请核对接口说明",
        "This address does not take that method; see the API description",
    ),
    "body_too_large": ("请求内容过大，请精简后重试", "The request is too large; shorten it and try again"),
    "request_refused": ("请求未被接受，请核对后重试", "The request was not accepted; check it and try again"),
    # files
    "file_empty": ("文件是空的，请选择有内容的文件重新上传", "The file is empty; choose one that has content"),
    "file_too_large": (
        "文件超过 {limit_mb} MB 上限，请压缩或拆分后再传",
        "The file exceeds {limit_mb} MB; compress or split it",
    ),
    "file_type_refused": (
        "“{filename}”不是可保存的文件类型（程序、脚本和网页不予接收）；请上传文档、图片或扫描件",
        "“{filename}” is not kept (programs, scripts and web pages are not); upload a document or a scan",
    ),
    "filename_missing": ("缺少文件名，请带上原文件名重新上传", "The file name is missing; upload again with it"),
    "upload_interrupted": (
        "上传中断，文件未保存，请重新上传",
        "The upload was interrupted and nothing was kept; upload again",
    ),
    "secrecy_not_declared": (
        "请先声明本文件不含国家秘密、工作秘密；涉密文件不得在本系统处理",
        "Declare first that the file holds no state or work secrets; classified files must not be handled here",
    ),
    # the machine itself
    "internal_error": (
        "系统出错，操作未完成；请稍后重试，仍不成功请将事件编号 {incident} 告知系统管理员",
        "Something broke and nothing was done; try again later, then tell the administrator incident {incident}",
    ),
    "unavailable": ("数据库没有响应，请稍后重试", "The database does not answer; try again later"),
    "pages_not_built": (
        "页面尚未构建，请在服务器上执行 make install",
        "The pages are not built; run make install on the server",
    ),
}
