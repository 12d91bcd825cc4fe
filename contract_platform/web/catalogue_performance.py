"""Texts about what happens to a contract after its signature: amendments, payments, ends, disputes, the archive."""

from typing import Final

from contract_platform.domain.labels import Words

PERFORMANCE: Final[dict[str, Words]] = {
    # contracts that hang on another one
    "relation_missing": (
        "请选择与原合同的关系：补充、变更、续签、订单或解除",
        "Say what it is to the original: supplement, change, renewal, call-off or termination",
    ),
    "amendment_incomplete": (
        "请写明原因；补充、变更还须写明涉及的条款和与原合同的关系",
        "Give the reason; a supplement or change also names the clauses and what stays in force",
    ),
    "amendment_not_found": (
        "本合同不是补充或变更协议，请在该协议的页面登记",
        "This contract is no supplement or change; open the one it is about",
    ),
    "derive_from_original": (
        "补充、变更协议应从原合同发起，请打开原合同办理",
        "Open the original contract: supplements and changes hang on it, not on one another",
    ),
    "original_not_in_force": (
        "原合同当前为“{state}”，不能据此签订本协议；请核对原合同状态",
        "The original is “{state}”, so nothing can hang on it now; check the original contract",
    ),
    "not_a_framework": (
        "只有框架协议可以下订单；本合同如为框架协议，请更正采购方式或审查规则类别",
        "Orders are called off under framework agreements only; correct the procurement method if this is one",
    ),
    "supplements_over_cap": (
        "补充累计 {added} 元，超过原合同的 {percent}%（{cap} 元），不得签订；请调减，确有依据的由单位负责人登记",
        "Supplements add {added}, over {percent} % of the original ({cap}); reduce them, or the unit's head states why",
    ),
    "call_offs_over_ceiling": (
        "订单累计 {called} 元，超过框架协议最高限额 {ceiling} 元；请调减订单或先变更框架协议",
        "Orders come to {called}, over the ceiling of {ceiling}; reduce the order or change the framework",
    ),
    "call_off_outside_term": (
        "订单应在框架协议有效期（{from} 至 {to}）内签订；期满请续签框架协议",
        "Orders are signed while the framework lasts ({from} to {to}); renew the framework first",
    ),
    "basis_missing": ("请写明法定依据", "State the lawful ground"),
    "signed_already": (
        "已经签订，不再登记依据；如有错误请按更正程序办理",
        "It is signed; a mistake is corrected, not added to",
    ),
    # what either side owes
    "payment_amount_missing": ("请填写本次金额", "Give the amount of this payment"),
    "payment_over_amount": (
        "本次金额超过未付（未收）余额 {left} 元，请核对",
        "The amount is more than the {left} still open; check it",
    ),
    "payment_not_found": (
        "请选择本事项下尚未冲销的一笔款项",
        "Choose a payment of this obligation that was not cancelled before",
    ),
    "sme_payment_too_late": (
        "约定 {days} 日付款超过法定上限 {most} 日；请按交付或验收之日起不超过 {most} 日填写",
        "{days} days to pay are more than the law's {most}; state at most {most} days after delivery or acceptance",
    ),
    "plan_size": (
        "按所填起止日期将产生 {count} 期，应在 1 至 {most} 期之间；请核对起止日期和间隔",
        "These days give {count} instalments, not 1 to {most}; check the days and the interval",
    ),
    # disputes
    "dispute_not_found": ("没有找到该争议，请从争议台账重新打开", "No such dispute; open it from the list of disputes"),
    "disputestage_not_found": (
        "没有找到该程序环节，请刷新争议页面",
        "No such step; reload the dispute",
    ),
    "dispute_incomplete": (
        "请填写争议名称、事由和对方当事人",
        "Name the dispute, what it is about, and the other side",
    ),
    "dispute_stage_incomplete": ("请选择程序环节", "Choose where the dispute is dealt with"),
    "service_day_missing": (
        "请填写送达（收到）日期，期限从该日次日起算",
        "Give the day of service; the period counts from the day after",
    ),
    "stage_not_found": (
        "请选择本争议下尚未办结的一个程序环节",
        "Choose a step of this dispute that has not ended",
    ),
    "day_in_the_future": ("日期不得晚于今天，请更正", "The day lies in the future; correct it"),
    "dispute_outcome_missing": ("请选择结案结果", "Choose how the dispute ended"),
    "dispute_evidence_missing": (
        "请先上传裁判文书、调解书、和解协议或撤诉裁定",
        "Upload the judgment, settlement or order of withdrawal first",
    ),
    "dispute_stages_open": (
        "还有程序环节没有登记结果，请逐项登记后再结案",
        "Some steps have no result yet; enter it for each, then resolve",
    ),
    "disputes_open": (
        "还有 {count} 件争议未结案，请先结案",
        "{count} disputes are open; resolve them first",
    ),
    # how a contract ends
    "completion_unproven": (
        "请上传验收报告或结清证明后再办理验收结清",
        "Upload the acceptance report or the proof of settlement first",
    ),
    "end_unproven": (
        "请上传解除通知、解除协议或裁判文书后再登记",
        "Upload the notice, the agreement or the judgment first",
    ),
    "end_day_impossible": ("请填写日期，且不得晚于今天", "Give the day, not later than today"),
    "ground_missing": ("请选择依据（协商、约定、法定或公共利益）", "Choose the ground"),
    "termination_agreement_missing": (
        "协商解除须先在“补充与关联”页发起并签订解除协议；单方解除请选择约定或法定解除",
        "An agreed end needs a signed termination agreement first; else choose another ground",
    ),
    "judgment_incomplete": ("请填写裁判机关和裁判结果", "Name who decided, and what"),
    "term_end_not_disposed": (
        "租赁到期未处置，请先在合同的“终止与评价”页登记续签、收回、重新招租或起诉",
        "Nobody has seen to the end of the lease; record it on the contract's page first",
    ),
    "term_end_unproven": (
        "处置方式“{way}”缺少证明材料，请按下列提示补充",
        "“{way}” lacks its proof; see below",
    ),
    "renewal_not_signed": (
        "请选择已签订的续签合同；未签订的请先办理签订",
        "Choose the signed renewal; sign it first",
    ),
    "handover_slip_missing": ("请上传收回（移交）交接清单", "Upload the handover slip"),
    "reletting_unproven": ("请上传招租公告、成交通知或新租赁合同", "Upload the notice of letting or the new lease"),
    "suit_missing": (
        "请选择已进入诉讼、仲裁程序的争议；没有的请先在“争议”页登记",
        "Choose a dispute that is before a court or arbitrators; record it first",
    ),
    "no_term_to_end": (
        "只有履行中的出租合同需要登记到期处置",
        "Only leases in performance need this",
    ),
    "settlements_open": (
        "还有 {count} 项结算未了结，请先办结结算",
        "{count} settlements are open; close them first",
    ),
    "red_alerts_open": (
        "还有 {count} 项红色预警未销号，请先处置并销号",
        "{count} red alerts are open; dispose of them first",
    ),
    "archive_unfit": (
        "四性检测不通过，不得归档：请在“文书”页查看不通过的检测项，联系系统管理员恢复原件后再归档",
        "The four-property check failed; see the failed parts under documents and have the files restored first",
    ),
    "archive_not_closed": (
        "合同当前为“{state}”，归档后才能下载归档信息包；撤回、终止、不予受理的可下载审查卷",
        "The contract is “{state}”; its package is there once it is archived, withdrawn, abandoned or not accepted",
    ),
    "settlement_not_found": ("没有找到该结算，请刷新合同页面", "No such settlement; reload the contract"),
    "settlement_incomplete": (
        "请选择由谁给付，并写明结算内容和依据",
        "Say who owes, and what was settled on what basis",
    ),
    "settlement_amount_wrong": (
        "有应付款的须填写金额；互不欠付的金额应为零，请核对",
        "Give the amount that is owed; where nobody owes it is nothing",
    ),
    "settlement_evidence_missing": (
        "请上传付款、收款凭证或双方互不欠付的书面确认",
        "Upload the voucher, or the statement that nobody owes anything",
    ),
    "own_settlement": (
        "登记结算的人不能自行了结，请由单位负责人中的其他人办理",
        "Whoever agreed the settlement does not close it; another head of the unit does",
    ),
    "evaluation_text_missing": ("请填写评价说明", "Say why"),
    "suspension_not_found": ("没有找到该中止记录，请刷新合同页面", "No such suspension; reload the contract"),
    "judgment_not_found": ("没有找到该裁判记录，请刷新合同页面", "No such judgment; reload the contract"),
    "termend_not_found": ("没有找到该到期处置记录，请刷新合同页面", "No such record; reload the contract"),
    "evaluation_not_found": ("没有找到该评价，请刷新合同页面", "No such evaluation; reload the contract"),
}
