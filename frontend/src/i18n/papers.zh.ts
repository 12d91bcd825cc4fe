/** Texts about official documents and their templates. */
export const paperTabs = { tab_papers: '文书' }

export const paperEvents = { paper_issued: '出具文书', paper_printed: '生成文书文件', paper_voided: '文书因取回作废' }

export default {
  papers: {
    issued: '已出具的文书', previews: '可以预览的文书', form: '文书', number: '文号', day: '出具时间', by: '出具人', files: '文件', mark: '内容校验码',
    print: '打印（PDF）', word: '下载 Word', internal: '内部资料', voided: '已作废（取回）', times: '第{no}份', none: '还没有出具文书；受理、补正、审签、备案等环节办理后自动出具。',
    note: '文书在办理的同时出具，内容即时固定；以后下载的始终是同一份文件。打印后按需签名、用印。',
    preview_note: '预览件不具效力，每页页眉注明“预览件，未出具”。', no_pdf: '没有 PDF：{reason}', preview: '预览', of_filing: '备案：{target}',
    preview_opinion: '预览意见书', preview_hint: '按当前填写的内容生成，不保存',
  },
}
