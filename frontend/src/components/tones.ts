/** Which colour supports which word; the word always stands beside it. */
const stateTones: Record<string, string> = {
  DRAFTING: 'grey', UNIT_REVIEW: 'blue', UNIT_COSIGNING: 'blue', FORWARDING: 'blue', SUBMITTED: 'blue',
  NOT_ACCEPTED: 'red', SUPPLEMENTING: 'orange', UNDER_REVIEW: 'blue', CONSULTING: 'blue', SIGNING_OFF: 'blue',
  AMENDING: 'orange', CONFIRMING: 'blue', ESCALATED: 'orange', AWAITING_DECISION: 'orange', READY_TO_SIGN: 'orange',
  SIGNING: 'orange', PERFORMING: 'green', SUSPENDED: 'orange', COMPLETED: 'green', TERMINATED: 'red', VOIDED: 'red',
  DUE: 'orange', FILING_SUBMITTED: 'blue', CORRECTING: 'orange', FILED: 'green', REPORTED: 'green',
  PROPOSED: 'yellow', PLANNED: 'grey', EVIDENCED: 'blue', ACCEPTED: 'green', BREACHED: 'red',
  RAISED: 'red', ACKNOWLEDGED: 'orange', DISPOSED: 'blue', CLOSED: 'green', RETURNED: 'orange', OPEN: 'orange',
  ANSWERED: 'blue', RESOLVED: 'green', APPROVE: 'green', APPROVE_WITH_CHANGES: 'orange', DISAPPROVE: 'red',
  QUEUED: 'grey', RUNNING: 'blue', DONE: 'green', UNREADABLE: 'orange', HIGH: 'red', MEDIUM: 'yellow', LOW: 'blue',
  GIVEN: 'green', MISSING: 'red', NORMAL: 'green', ABNORMAL: 'red', FIT: 'green', FIT_WITH_MEASURES: 'orange', UNFIT: 'red',
  ADOPTED: 'green', PARTLY: 'orange', NOT_ADOPTED: 'red', PENDING: 'orange', CONFIRMED: 'green', REFUSED: 'red',
  UNREVIEWED: 'red', EMERGENCY: 'orange', HISTORIC: 'blue', ASKED: 'orange', AGREED: 'green', REMARKED: 'yellow', OBJECTED: 'red', ISSUED: 'orange',
  RED: 'red', ORANGE: 'orange', YELLOW: 'yellow', BLUE: 'blue',
}

export function toneOf(member: string): string {
  return stateTones[member] ?? 'grey'
}
