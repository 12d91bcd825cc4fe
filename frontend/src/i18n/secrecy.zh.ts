/** Files that bear a secrecy mark. */
export default {
  quarantine: {
    title: '疑似涉密文件', none: '没有被隔离的文件', unit: '承办单位', file: '文件', marks: '密级标志', found: '发现', state: '状态', acts: '处置',
    size: '{kind}，{size}', by: '{name} 上传', asked: '{name} 申请：{reason}', decided: '{name} 决定', open_contract: '查看合同', reason: '理由',
    note: '文件带有密级标志，已对所有人关闭，平台未保留其文本。确属涉密的，申请清除；属于误报的，申请解除隔离。申请和批准须由两人先后办理，上传人不得办理。',
    warn_purge: '清除后，文件原件、文本、批注和检索内容全部删除，不可恢复；流转记录只保留哈希值、大小、办理人和理由。',
    act_request_purge: '申请清除', act_request_release: '申请解除隔离', act_approve: '批准', act_reject: '驳回', act_withdraw: '撤回申请',
    notice: '疑似涉密，已隔离', notice_files: '文件：{files}',
    notice_way: '平台不得处理国家秘密。请立即停止上传、转发该文件，并报告单位负责人和保密管理部门；由单位负责人与安全管理员共同决定清除或解除隔离。确属涉密的合同请撤件后线下办理；属于误报的，解除隔离后自动继续读取。',
    purged: '文件已清除', purged_way: '该文件已按程序清除。请上传不涉密的文本；涉密合同不得在本平台办理。',
  },
}
