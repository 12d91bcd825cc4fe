/** Texts about pages: scans being recognised, words that are doubtful, pages beside the text. */
export default {
  pages: {
    redrawn: 'OFD 原件按文件记录的文字位置重画，只含正文文字；图片、印章、线条和页眉页脚请下载原件查看。',
    pane: '原件的页', recognised: '扫描识别', unread: '未能识别：{reason}', doubt: '识别把握 {percent}%，请对照原件',
    queued: '排队等待读取', reading: '正在读取文本', recognising: '正在识别第 {page}/{total} 页', analysing: '识别完成，正在分析条款和风险',
    recognising_note: '扫描件逐页识别，每页约几秒。可以离开本页，识别在后台继续；中断后从未完成的页接着识别。',
    failed: '第 {pages} 页未能识别，其余页继续', unread_pages: '未能识别的页：第 {pages} 页。这些页上的内容没有检查，请对照原件人工审查',
    doubts: '识别把握不大的文字 {count} 处，已用虚线标出，请对照原件核对', next_doubt: '下一处（{at}/{count}）',
  },
}
