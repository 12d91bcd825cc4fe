/** Texts about official documents and their templates. */
export const paperTabs = { tab_papers: '文书' }

export const paperEvents = { paper_issued: '出具文书', paper_printed: '生成文书文件', paper_voided: '文书因取回作废' }

export const paperMenu = { forms: '文书模板' }

export default {
  forms: {
    note: '每种文书按 Word 模板填写生成。可下载当前模板，用 Word 修改文字和版式后上传；新模板由安全管理员批准后启用，已出具的文书不受影响。',
    shipped: '默认模板', own: '本局模板：{file}', since: '自 {at} 起使用', download: '下载当前模板', try: '预览（示例内容）', replace: '更换模板', restore: '恢复默认',
    choose: '选择修改后的模板（docx）', first: '请先选择文件', placeholders: '可用的占位符（{count} 个）', placeholder: '占位符', meaning: '含义', example: '示例',
    list: '列表', how: '写法：普通取值写 {value}；列表逐行写在两行逻辑之间，例如表格行 {rowStart} … {rowEnd}，段落 {parStart} … {parEnd}；按条件显示写 {ifStart} … {ifEnd}。不能使用其他语法、宏、外部链接、图片、文本框和自动编号。',
  },
  papers: {
    issued: '已出具的文书', previews: '可以预览的文书', form: '文书', number: '文号', day: '出具时间', by: '出具人', files: '文件', mark: '内容校验码',
    print: '打印（PDF）', word: '下载 Word', internal: '内部资料', voided: '已作废（取回）', times: '第{no}份', none: '还没有出具文书；受理、补正、审签、备案等环节办理后自动出具。',
    note: '文书在办理的同时出具，内容即时固定；以后下载的始终是同一份文件。打印后按需签名、用印。',
    preview_note: '预览件不具效力，每页页眉注明“预览件，未出具”。', no_pdf: '没有 PDF：{reason}', preview: '预览', of_filing: '备案：{target}',
    preview_opinion: '预览意见书', preview_hint: '按当前填写的内容生成，不保存',
  },
}
