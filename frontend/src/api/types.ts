/** The records of the API as the pages use them: dates and instants are ISO strings, money is integer fen. */

export type Tier = 'ORDINARY' | 'MAJOR' | 'EXEMPT'
export type Direction = 'PAYABLE' | 'RECEIVABLE' | 'NONE'
export type DocumentKind = 'DRAFT' | 'SIGNED' | 'EVIDENCE' | 'ATTACHMENT'
export type AnalysisState = 'QUEUED' | 'RUNNING' | 'DONE' | 'UNREADABLE' | 'NOT_ANALYSED'
export type Conclusion = 'APPROVE' | 'APPROVE_WITH_CHANGES' | 'DISAPPROVE'
export type Level = 'HIGH' | 'MEDIUM' | 'LOW'
export type AlertLevel = 'BLUE' | 'YELLOW' | 'ORANGE' | 'RED'
export type DayUnit = 'working' | 'natural'

export interface Reason {
  code: string
  params: Record<string, unknown>
}

export interface Post {
  id: string
  role: string
  unit_id: string
  unit_name: string
}

export interface Session {
  person_id: string
  name: string
  username: string
  posts: Post[]
  permissions: string[]
  demo: boolean
}

export interface Person {
  id: string
  name: string
  roles: string[]
  units: string[]
}

export interface Party {
  role: string
  name: string
  uscc: string | null
  side: string
}

export interface Facts {
  name: string
  category: string
  rule_class: string
  direction: Direction
  signing_body_id: string
  amount_fen: number | null
  amount_reason: string | null
  amount_kind: string
  currency: string
  parties: Party[]
  procurement_method: string | null
  award_notice_date: string | null
  key_project: boolean
  planned_sign_date: string | null
  term_start: string | null
  term_end: string | null
}

export interface Contract extends Facts {
  id: string
  revision: number
  state: string
  handling_unit_id: string
  handler_id: string
  created_at: string
  secrecy_declared: boolean
  sign_date: string | null
  tier: Tier | null
  tier_rule: string | null
  profile: string
  round: number
  facts_confirmed: boolean
  contract_no: string | null
  review_no: string | null
  reviewer_id: string | null
  review_due: string | null
  draft_version_id: string | null
  approved_version_id: string | null
  signed_version_id: string | null
}

export interface Version {
  id: string
  revision: number
  document_id: string
  contract_id: string
  no: number
  filename: string
  sha256: string
  media: string
  size: number
  uploaded_by: string
  uploaded_at: string
  analysis_state: AnalysisState
  analysis_id: string | null
  unreadable: string | null
}

export interface VersionView {
  version: Version
  uploader: string
  kind: DocumentKind
}

export interface DocumentView {
  id: string
  kind: DocumentKind
  title: string
  versions: VersionView[]
}

export interface ActionView {
  action: string
  enabled: boolean
  reasons: Reason[]
  primary: boolean
}

export interface Deadline {
  name: string
  due_on: string
  unit: DayUnit
  days_left: number
  provisional: boolean
  ended_on: string | null
  suspended: boolean
}

export interface Reckoning {
  deadline: Deadline
  start: string
  days: number
  skipped: { day: string; reason: string }[]
  rule: string
  basis: string
}

export interface Filing {
  id: string
  revision: number
  target: string
  kind: string
  state: string
  due_on: string
  provisional: boolean
  submitted_at: string | null
  done_on: string | null
  number: string | null
  note: string
  evidence_version_id: string | null
  overdue: boolean
}

export interface FilingView {
  filing: Filing
  deadline: Deadline
  actions: ActionView[]
}

export interface Obligation {
  id: string
  revision: number
  kind: string
  side: string
  content: string
  state: string
  due_on: string | null
  amount_fen: number | null
  condition: string
  clause: string
  evidence_version_id: string | null
  done_on: string | null
  overdue: boolean
  note: string
}

export interface ObligationView {
  obligation: Obligation
  deadline: Deadline | null
  actions: ActionView[]
}

export interface OpinionItem {
  no: number
  clause: string
  original: string
  problem: string
  level: string
  basis: string
  suggestion: string
  binding: 'MUST' | 'SHOULD'
}

export interface Adoption {
  no: number
  choice: 'ADOPTED' | 'PARTLY' | 'NOT_ADOPTED'
  reason: string
  new_wording: string
}

export interface Opinion {
  id: string
  round: number
  version_id: string
  conclusion: Conclusion
  body: string
  items: OpinionItem[]
  drafted_at: string
  issued_at: string | null
  number: string | null
  adoption: Adoption[]
  adoption_at: string | null
}

export interface OpinionView {
  opinion: Opinion
  drafter: string
  signer: string | null
}

export interface PartySignature {
  party: string
  signatory: string
  signed_on: string
}

export interface Signing {
  id: string
  version_id: string
  sha256: string
  signatures: PartySignature[]
  confirmations: { person_id: string; at: string }[]
}

export interface Step {
  key: string
  state: 'done' | 'current' | 'todo' | 'skipped'
}

export interface ContractDetail {
  contract: Contract
  handling_unit: string
  signing_body: string
  handler: string
  reviewer: string | null
  steps: Step[]
  actions: ActionView[]
  documents: DocumentView[]
  analysis: {
    state: AnalysisState
    version_id: string
    unreadable: string | null
    high: number
    medium: number
    low: number
  } | null
  opinions: OpinionView[]
  signing: { signing: Signing; confirmed_by: string[] } | null
  can_confirm_signing: boolean
  filings: FilingView[]
  obligations: ObligationView[]
  deadlines: Deadline[]
  decisions: Decision[]
}

export interface Decision {
  action: string
  source: string
  target: string
  person: string
  role: string
  at: string
  reason: string
  round: number
}

export interface Suggestion {
  facts: Facts
  contract_number: string | null
  sources: Record<string, { quote: string; start: number; end: number; confidence: number }>
  doubts: Reason[]
}

export interface LegalBasis {
  law: string
  article: string
  provenance: string
}

export interface Finding {
  id: string
  rule: string
  severity: Level
  title: string
  message: string
  suggestion: string
  basis: LegalBasis[]
  clause_id: string | null
  clause: string | null
  block_id: string | null
  start: number | null
  end: number | null
  quote: string
}

export interface Coverage {
  verdict: 'found' | 'clear' | 'not_applicable' | 'could_not_be_checked'
  reason: string
  params: Record<string, string>
}

export interface Precheck {
  ready: boolean
  blocking: Reason[]
  risks: Finding[]
  not_checked: Record<string, Coverage>
  tier: Tier
  tier_rule: string
  tier_basis: string
  earliest_sign_date: string | null
}

export interface Block {
  id: string
  kind: 'paragraph' | 'table'
  text: string
  start: number
  label: string
  outline_level: number | null
  bold: boolean
  centered: boolean
  rows: string[][]
  page: number | null
  part: string
}

export interface Revision {
  kind: 'inserted' | 'deleted'
  start: number
  end: number
  text: string
  author: string
  at: string
}

export interface Clause {
  id: string
  number: string
  heading: string
  category: string
  level: number
  start: number
  end: number
  parent: string | null
  part: string
}

export interface Verdict {
  id: string
  revision: number
  finding_id: string
  verdict: 'adopted' | 'rejected'
  reason: string
}

export interface AnalysisView {
  version: Version
  format: string
  text_length: number
  page_count: number | null
  blocks: Block[]
  revisions: Revision[]
  comment_count: number
  notes: string[]
  category: string
  rule_class: string
  clauses: Clause[]
  findings: Finding[]
  coverage: Record<string, Coverage>
  verdicts: Verdict[]
}

export interface Remark {
  id: string
  revision: number
  version_id: string
  start: number
  end: number
  exact: string
  text: string
  by: string
  by_id: string
  at: string
  state: 'OPEN' | 'ANSWERED' | 'RESOLVED'
  replies: { by: string; at: string; text: string }[]
  resolved_by: string | null
  orphan: boolean
}

export interface Page<Row> {
  rows: Row[]
  next: string | null
  total: number
  capped: boolean
}

export interface LedgerRow {
  id: string
  name: string
  state: string
  tier: Tier | null
  category: string
  handling_unit: string
  handler: string
  counterparty: string
  direction: Direction
  amount_fen: number | null
  contract_no: string | null
  review_no: string | null
  filing_state: string | null
  filing_overdue: boolean
  sign_date: string | null
  updated_at: string
  high: number
  medium: number
  low: number
  alert: AlertLevel | null
  alert_due: string | null
  analysis_state: AnalysisState | null
}

export interface TaskRow {
  id: string
  contract_id: string
  contract_name: string
  state: string
  role: string
  subject: string
  subject_id: string
  handling_unit: string
  handler: string
  amount_fen: number | null
  high: number
  opened_at: string
  due_on: string | null
  days_left?: number | null
  unit?: DayUnit
  closed_at: string | null
}

export interface AlertRow {
  id: string
  revision: number
  contract_id: string
  contract_name: string
  contract_no: string | null
  handling_unit: string
  kind: string
  level: AlertLevel
  state: string
  title: string
  due_on: string
  unit: DayUnit
  days_left?: number | null
  provisional: boolean
  raised_at: string
  disposal: string
  subject_id: string
}

export interface EventRow {
  id: string
  type: string
  actor: string
  role: string | null
  unit: string | null
  event_time: string
  data: Record<string, unknown>
}

export interface Overview {
  year: number
  signed: number
  payable_fen: number
  receivable_fen: number
  filing_due: number
  filed_on_time: number
  filing_overdue: number
  should_review: number
  reviewed: number
  alerts: Record<string, number>
  months: { month: number; signed: number; filed: number; filed_on_time: number; filing_due: number }[]
  stages: { state: string; count: number }[]
  units: { unit_id: string; unit: string; filing_due: number; filed_on_time: number; overdue: number }[]
}

export interface Words {
  zh: string
  en: string
}

export interface Unit {
  id: string
  name: string
  short_name: string
  kind: string
  parent_id: string | null
}

export interface Reference {
  labels: Record<string, Record<string, Words>>
  categories: Record<string, Words>
  rule_classes: Record<string, Words>
  reasons: Record<string, Words>
  rules: Record<string, { title: string; severity: Level }>
  units: Unit[]
  today: string
}
