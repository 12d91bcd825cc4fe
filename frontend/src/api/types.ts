/**
 * The records of the API by the names the pages use. Each is an alias of what the server's own description says, so a
 * drift breaks the type check; where the server only says "text" and the pages rely on certain words, they stand here.
 */
import type { components } from './schema'

type Schemas = components['schemas']
/** A record with some fields known more closely. */
type Narrow<T, Known> = Omit<T, keyof Known> & Known

export type DayUnit = 'working' | 'natural'

export type AlertLevel = Schemas['AlertLevel']
export type AnalysisState = Schemas['AnalysisState']
export type Conclusion = Schemas['Conclusion']
export type Direction = Schemas['Direction']
export type DocumentKind = Schemas['DocumentKind']
export type Level = Schemas['Severity']
export type Tier = Schemas['Tier']

export type Reason = Schemas['Reason']
export type ProblemReason = Schemas['ProblemReason']
export type Words = Schemas['Words']

export type Person = Schemas['PersonView']
export type Post = Schemas['PostView']
export type Session = Schemas['SessionView']
export type SignInStep = NonNullable<Session['step']>
export type Account = Schemas['AccountView']
export type Enrolment = Schemas['EnrolmentView']
export type Unit = Schemas['Unit']
export type Reference = Schemas['ReferenceView']

export type Party = Schemas['Party']
export type Facts = Schemas['ContractFacts']
export type Contract = Schemas['Contract']
export type ActionView = Schemas['ActionView']
export type Step = Narrow<Schemas['StepView'], { state: 'done' | 'current' | 'todo' | 'skipped' }>
export type Decision = Schemas['DecisionView']

export type Version = Schemas['Version']
export type VersionView = Schemas['VersionView']
export type DocumentView = Schemas['DocumentView']

export type Deadline = Narrow<Schemas['DeadlineView'], { unit: DayUnit }>
export type Reckoning = Narrow<Schemas['ReckoningView'], { deadline: Deadline }>

export type Filing = Schemas['Filing']
export type FilingView = Narrow<Schemas['FilingView'], { deadline: Deadline; step: Deadline | null }>
export type Obligation = Schemas['Obligation']
export type ObligationView = Narrow<Schemas['ObligationView'], { deadline: Deadline | null }>

export type OpinionItem = Schemas['OpinionItem']
export type Adoption = Schemas['Adoption']
export type Opinion = Schemas['Opinion']
export type OpinionView = Schemas['OpinionView']
export type PartySignature = Schemas['PartySignature']
export type Signing = Schemas['Signing']

export type ContractDetail = Narrow<
  Schemas['ContractDetail'],
  { steps: Step[]; deadlines: Deadline[]; filings: FilingView[]; obligations: ObligationView[] }
>

export type NewPlan = Schemas['NewPlan']
export type Plan = Narrow<Schemas['PlanView'], { obligations: ObligationView[] }>
export type Payment = Schemas['Payment']

export type NewDispute = Schemas['NewDispute']
export type DisputeStage = Narrow<Schemas['StageView'], { deadline: Deadline | null }>
export type Dispute = Narrow<Schemas['DisputeView'], { stages: DisputeStage[]; limitation: Deadline | null }>
export type ContractDisputes = Narrow<Schemas['ContractDisputes'], { disputes: Dispute[] }>
export type DisputeRow = Schemas['DisputeRow']
export type SettlementView = Schemas['SettlementView']
export type Ends = Schemas['EndsView']

export type Family = Schemas['FamilyView']
export type FamilyMember = Schemas['MemberView']
export type NewChild = Schemas['NewChild']

export type Suggestion = Schemas['FactSuggestion']
export type Material = Schemas['MaterialView']
export type FileOfContract = Schemas['FileView']
export type Inquiry = Schemas['InquiryView']
export type InquiryEntry = Schemas['InquiryEntry']
export type Consultation = Schemas['ConsultationView']
export type ConsultationEntry = Schemas['ConsultationEntry']
export type UrgencyStanding = Schemas['UrgencyView']
export type LeadTime = Narrow<Schemas['LeadTimeView'], { unit: DayUnit }>
export type Submission = Narrow<Schemas['SubmissionView'], { lead_time: LeadTime | null }>
export type Unsent = Schemas['UnsentView']
export type Exemption = Schemas['ExemptionView']
export type Duplicate = Schemas['DuplicateView']
export type Precheck = Narrow<Schemas['Precheck'], { lead_time: LeadTime | null }>

export type LegalBasis = Schemas['LegalBasis']
export type Finding = Schemas['Finding']
export type Coverage = Schemas['Coverage']
export type Block = Narrow<Schemas['Block'], { kind: 'paragraph' | 'table' }>
export type Revision = Narrow<Schemas['Revision'], { kind: 'inserted' | 'deleted' }>
export type Clause = Schemas['Clause']
export type Verdict = Narrow<Schemas['FindingVerdict'], { verdict: 'adopted' | 'rejected' }>
export type FactRow = Narrow<
  Schemas['FactRow'],
  {
    kind: 'text' | 'money' | 'date' | 'percent' | 'code' | 'method' | 'direction' | 'category'
    said: Narrow<Schemas['FactSaid'], { verdict: FactVerdict }> | null
  }
>
export type FactVerdict = 'approved' | 'rejected' | 'corrected'
export type FactList = Narrow<Schemas['FactList'], { rows: FactRow[] }>
export type AnalysisView = Narrow<Schemas['AnalysisView'], { blocks: Block[]; revisions: Revision[]; verdicts: Verdict[] }>
export type PageView = Narrow<Schemas['PageView'], { source: 'text' | 'scan' | 'blank' | 'unread' }>
export type PageLines = Schemas['PageLinesView']
export type PageBox = Schemas['PageBox']
export type Remark = Narrow<Schemas['RemarkView'], { state: 'OPEN' | 'ANSWERED' | 'RESOLVED' }>

/** A keyset page; `next` is the cursor of the page after it. */
export type Page<Row> = Narrow<Schemas['LedgerPage'], { rows: Row[] }>

export type LedgerRow = Schemas['LedgerRow']
export type TaskRow = Narrow<Schemas['TaskRow'], { unit: DayUnit }>
export type MatterRow = Narrow<Schemas['MatterRow'], { unit: DayUnit | null }>
export type InboxCounts = Schemas['InboxCounts']
export type OpenTask = Narrow<Schemas['OpenTaskView'], { day_unit: DayUnit }>
export type Statement = Schemas['EndorsementView']
export type Work = Narrow<Schemas['WorkView'], { tasks: OpenTask[] }>
export type PersonChoice = Schemas['PersonChoice']
export type TaskChoices = Schemas['TaskChoices']
export type BatchDone = Schemas['BatchDone']
export type Following = Schemas['Following']
export type Supervision = Schemas['SupervisionRow']
export type AlertRow = Narrow<Schemas['AlertRow'], { unit: DayUnit }>
export type EventRow = Schemas['EventRow']
export type Overview = Schemas['OverviewView']
export type Metric = Schemas['MetricView']
export type Correction = Schemas['CorrectionView']
export type Corrections = Schemas['CorrectionsView']
export type Correctable = Schemas['CorrectableView']
export type LedgerImport = Schemas['LedgerImportView']
export type BacklogRow = Schemas['BacklogRow']

export type UnitRow = Schemas['UnitView']
export type AccountRow = Schemas['AccountRow']
export type AccountPage = Schemas['AccountPage']
export type AccountPost = Schemas['AccountPost']
export type Issued = Schemas['IssuedPassword']
/** What a change asks for; each kind has fields of its own. */
export type ChangeBody = Partial<Record<string, unknown>> & { kind: string }
export type Change = Narrow<Schemas['ChangeRequestView'], { body: ChangeBody }>
export type WorkCalendar = Schemas['CalendarView']
export type CalendarYear = Schemas['YearView']
export type Handover = Schemas['HandoverView']
export type Delegation = Schemas['DelegationView']
export type DelegationChoices = Schemas['DelegationChoices']
export type Participants = Schemas['ParticipantsView']
export type TraceRow = Schemas['TraceRow']
