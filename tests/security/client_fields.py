"""Fields of records that a client may send, by operation: written down on purpose, so that none is let in by accident.

A body whose description has a field that a record has too must be listed here; everything else belongs to the server.
"""

CLIENT_FIELDS: dict[str, str] = {
    "alert.act": "action note",
    "amendment.justify": "basis",
    "audit.export": "first_day last_day object_id reason text type",
    "change.decide": "action note",
    "change.request": (
        "basis form kind last_day name parent_id person_id reason role short_name unit_id username valid_from valid_to"
    ),
    "consultation.state": "conclusion id reason unit",
    "contract.act": (
        "action adoption amount_fen basis body case_no clause conclusion copies decided_on ended_on "
        "estimate_fen evidence_version_id forum from_on ground items keeper level minutes_version_id no "
        "outcome owed_by reason reviewer_id sealed_on seals signatures until_on"
    ),
    "contract.derive": "bearing clauses money name reason relation secrecy_declared",
    "contract.export_clear": "reason",
    "contract.update": (
        "amount_fen amount_kind amount_reason authorised award_notice_date budget_item category currency direction "
        "exemption exemption_reason funding_source key_project name parties planned_sign_date procurement_method "
        "procurement_no public_interest role rule_class side signing_body_id term_end term_start"
    ),
    "copy.create": "note",
    "correction.act": "action note",
    "correction.ask": "after evidence_version_id fact reason subject_id",
    "delegation.create": "first_day from_id last_day post_ids reason to_id",
    "endorsement.act": "action text",
    "dispute.act": (
        "action basis begun_on case_no days done_on evidence_version_id forum kind note outcome paid_fen period "
        "served_on"
    ),
    "dispute.open": "cause claim_fen nature opponent position title",
    "deviation.act": "action note",
    "deviation.create": "differences kind",
    "evaluation.create": "grade quality service text timeliness",
    "filing.act": "action done_on evidence_version_id note number",
    "fact.judge": "fact reason value verdict",
    "finding.judge": "reason verdict",
    "handover.act": "action note to_id",
    "handover.assign": "from_id to_id",
    "handover.offer": "reason to_id",
    "inquiry.state": "conclusion id",
    "invitation.create": "person_id reason until",
    "material.set": "reason",
    "obligation.act": "action amount_fen content done_on due_on evidence_version_id late_rate note voucher_no",
    "obligation.create": "amount_fen condition content due_on kind late_rate side",
    "obligation.plan": "amount_fen content kind late_rate side",
    "obligation.preview": "amount_fen content kind late_rate side",
    "opinion.preview": "basis body clause conclusion items level no",
    "policy_draft.publish": "reason",
    "policy_draft.save": "basis content effective_from",
    "provider.finish": "state",
    "quarantine.act": "action reason",
    "recusal.create": "person_id reason",
    "recusal.lift": "reason",
    "remark.create": "text",
    "remark.reply": "text",
    "session.create": "username",
    "supervision.act": "action text",
    "supervision.create": "demand due_on",
    "settlement.act": "action amount_fen done_on due_on evidence_version_id note owed_by terms",
    "term_end.record": "dispute_id evidence_version_id note renewal_id way",
    "task.act": "action reason to_id",
    "task.batch": "id revision to_id",
    "urgency.ask": "action reason",
    "urgency.decide": "action reason",
    "unsent.keep": "text",
}
"""Names separated by spaces."""
