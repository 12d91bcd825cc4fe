/** Texts about the archive. */
export const archiveEvents = { archive_exported: '下载归档信息包、审查卷' }

export default {
  archive: {
    title: '四性检测', note: '归档前逐项检测。“不通过”的不能归档；“提示”的请人工核对后再归档。', property: '性质', check: '检测项', result: '结果', found: '说明',
    package: '归档信息包', review_file: '审查卷', download: '下载{name}', verify: '压缩包内附核验程序，任何一个文件被改动都能查出，不需要本平台。', later: '归档后可在此下载归档信息包。',
    field_contract_no: '合同编号', field_sign_date: '签订日期', field_parties: '当事人', field_signed_version_id: '没有签订文本', field_name: '合同名称', field_category: '类别',
  },
}
