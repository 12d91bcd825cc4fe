/** 审议、用印、签订和备案。 */
export default {
  proof: {
    choose: '请选择已上传的附件或凭证', none: '还没有附件，请上传', upload: '上传文件', minutes: '会议纪要（作为附件上传）', ruling_minutes: '裁定的会议纪要（作为附件上传）',
    ruling_note: '同意不采纳后，合同可以签订，并长期列入“未采纳仍签订”清单。', unit_says: '单位说明：{reason}', signed_as: '签约身份', authority: '{party} 的授权委托书', late: '已超过中标、成交通知书发出后的签订期限 {due}。可以登记，但须填写理由，并留下“逾期签订”标记。',
    decisions: '审议和裁定', opened: '会议纪要', letter: '授权委托书',
  },
  seals: { title: '用印记录', which: '所用印章', keeper: '印章保管人', copies: '用印份数', recorder: '登记人', count: '{count} 份' },
  marks: { title: '需要关注的签订', note: '需要关注的签订' },
}
