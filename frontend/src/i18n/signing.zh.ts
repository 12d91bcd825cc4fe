/** 审议、用印、签订和备案。 */
export default {
  proof: {
    choose: '请选择已上传的附件或凭证', none: '还没有附件，请上传', upload: '上传文件', minutes: '会议纪要（作为附件上传）', ruling_minutes: '裁定的会议纪要（作为附件上传）',
    ruling_note: '同意不采纳后，合同可以签订，并长期列入“未采纳仍签订”清单。', unit_says: '单位说明：{reason}', signed_as: '签约身份', authority: '{party} 的授权委托书', late: '已超过中标、成交通知书发出后的签订期限 {due}。可以登记，但须填写理由，并留下“逾期签订”标记。',
    decisions: '审议和裁定', opened: '会议纪要', letter: '授权委托书',
  },
  seals: { title: '用印记录', which: '所用印章', keeper: '印章保管人', copies: '用印份数', recorder: '登记人', count: '{count} 份' },
  filings: {
    number: '编号', receipt: '回执号', proof: '证明材料', proof_file: '证明材料（回执、公告截图、退款凭证等，必传）', done_FINANCE: '已报送', done_PUBLICATION: '已公告', done_BID_BOND: '已退还', done_ARCHIVES: '已送达',
  },
  compare: {
    signatures: '文件内的数字签名', offline: '以上传时刻为准离线核验，不查询证书是否吊销。', signer: '签署人', issuer: '颁发者', signed_at: '签名自述时间', verdict: '核验结果',
    title: '核对签署件与审定文本', reviewed_text: '审定文本', reviewed: '审定文本为', signed: '签署件为', hints: '以下内容两份文本读出的不同，请重点核对（仅供提示，以人工核对为准）',
    no_hints: '系统读出的金额、当事人、期限没有不同，仍须人工核对全文。', unread: '签署件或审定文本未能读取，请对照原件逐条核对。', differs: '不一致，登记差异…',
    differs_note: '登记后，此签署件不能确认、签订和备案，直到更换正确的签署件，或者重新送审由原审查人审查。', kind: '差异', place: '位置（如第二条）', more: '增加一处', state: '登记差异', known: '签署件与审定文本不一致：',
    stated: '{name} 于 {at} 指出。', overcome: '已由新的签署件或审定文本取代。', way: '出路：上传正确的签署件并由两人重新核对，或者“重新送审”，由原审查人审查；已签订的，由原审查人重新审查。',
    place_start: '开始日', place_end: '届满日', place_signed: '签订日',
  },
  marks: { title: '需要关注的合同', note: '需要关注的合同' },
}
