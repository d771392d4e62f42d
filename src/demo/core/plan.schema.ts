import type { Assessment } from '../../cases/core/assessment.schema.ts'
import type { Shift } from '../../hours/core/shift.schema.ts'
import type { Asked } from '../../pacts/core/pact.checks.ts'
import type { Pact, PactState, Review } from '../../pacts/core/pact.schema.ts'
import type { PactMove } from '../../pacts/core/pact.ts'
import type { Mark } from '../../pacts/core/progress.schema.ts'
import type { PactVersion, Signatory } from '../../pacts/core/version.schema.ts'
import type { VersionMove } from '../../pacts/core/version.ts'
import type { Consent, Household, HouseholdMember, Person, PersonDetail } from '../../persons/core/person.schema.ts'
import type { Day, Instant } from '../../platform/core/day.ts'
import type { DemoAntenna, DemoBody } from './bodies.ts'
import type { Gender } from './fill.ts'
import type { DemoMunicipality, DistrictKey } from './municipalities.ts'
import type { Who } from './need.texts.ts'
import type { Sign } from './referral.texts.ts'
import type { DemoSupport } from './support.texts.ts'
import type {
  PlannedClass,
  PlannedDue,
  PlannedMeasure,
  PlannedQuestion,
  PlannedSurvey,
  PlannedTie,
  PlannedWave,
} from './told.schema.ts'

export type PlannedDistrict = {
  readonly id: string
  readonly key: DistrictKey
  readonly name: string
  readonly seat: string
}
export type PlannedBody = DemoBody & { readonly id: string; readonly districtId: string }
export type PlannedAntenna = DemoAntenna & {
  readonly id: string
  readonly districtId: string
  readonly contact: string
}

export type AccountRole =
  | 'admin'
  | 'evaluator'
  | 'intake'
  | 'socialWorker'
  | 'tutor'
  | 'panel'
  | 'coordinator'
  | 'host'
  | 'auditor'
  | 'teacher'
/** One account per role and district, and more tutors where more pacts are. `districtId` null: the whole programme. */
export type PlannedAccount = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: AccountRole
  readonly districtId: string | null
  readonly organisationId: string | null
}

/** `gender` and `who` choose the texts; they are not stored. */
export type PlannedPerson = {
  readonly person: Person
  readonly detail: PersonDetail
  readonly gender: Gender
  readonly age: number
  readonly who: Who
}
export type PlannedHousehold = { readonly household: Household; readonly members: readonly HouseholdMember[] }

export type ReferralState =
  | 'signalled'
  | 'contacted'
  | 'interviewed'
  | 'pactProposed'
  | 'sentToSocialService'
  | 'orientedToActivity'
  | 'waiting'
  | 'closed'
export type ReferralMoveKey = 'contact' | 'interview' | 'proposePact' | 'sendToService' | 'orient' | 'wait' | 'close'
export type PlannedReferral = {
  readonly id: string
  readonly districtId: string
  readonly code: string
  readonly receivedAt: Instant
  readonly channel: string
  readonly antennaId: string | null
  readonly municipalityIstat: string
  readonly ageBand: '0-17' | '18-34' | '35-64' | '65+'
  readonly text: string
  readonly signs: readonly Sign[]
  readonly urgent: boolean
  readonly knownToServices: 'yes' | 'no' | 'unknown'
  /** Without a yes there is never a person: only an anonymous contact. */
  readonly permission: 'given' | 'refused' | 'toAsk'
  readonly personId: string | null
  readonly state: ReferralState
  readonly assignedTo: string | null
  readonly firstContactDue: Day
  readonly interviewDue: Day
  readonly moves: readonly {
    readonly move: ReferralMoveKey
    readonly at: Instant
    readonly by: string
    readonly note: string
  }[]
  readonly closingReason: string | null
}

export type NoteKind = 'shared' | 'professional' | 'sealed'
export type PlannedCase = {
  readonly id: string
  readonly districtId: string
  readonly personId: string
  readonly householdId: string | null
  readonly referralId: string | null
  readonly openedOn: Day
  readonly closedOn: Day | null
  readonly equipe: readonly {
    readonly accountId: string
    readonly role: 'caseManager' | 'tutor' | 'member'
    readonly from: Day
    readonly to: Day | null
  }[]
  readonly assessments: readonly PlannedAssessment[]
  readonly notes: readonly {
    readonly id: string
    readonly kind: NoteKind
    readonly at: Instant
    readonly by: string
    readonly text: string
  }[]
  readonly appointments: readonly PlannedAppointment[]
  readonly glassBreaks: readonly {
    readonly id: string
    readonly by: string
    readonly at: Instant
    readonly reason: string
  }[]
}
/** The assessment as stored, and the line about it in the diary. */
export type PlannedAssessment = {
  readonly assessment: Assessment
  readonly summary: string
  readonly talents: readonly string[]
}
export type PlannedAppointment = {
  readonly id: string
  readonly startsAt: Instant
  readonly minutes: number
  readonly title: string
  readonly place: string
  readonly withAccount: string
  readonly state: 'planned' | 'held' | 'missed' | 'cancelled'
}

/** Moves of a pact in the order made; replayed on a fresh draft they end in the pact's state. `by` null: the system. */
export type PlannedMove = {
  readonly move: PactMove
  readonly from: PactState
  readonly to: PactState
  readonly on: Day
  readonly at: Instant
  readonly by: string | null
  readonly asked: Asked
}
/** Moves of a text of its own: a renegotiated one. */
export type PlannedVersionMove = {
  readonly versionId: string
  readonly move: VersionMove
  readonly on: Day
  readonly at: Instant
  readonly by: string | null
  readonly reason: string
}
export type PlannedFollowUp = {
  readonly id: string
  readonly months: number
  readonly due: Day
  readonly heldOn: Day | null
  readonly words: string
}
export type PlannedPact = {
  readonly pact: Pact
  readonly createdAt: Instant
  readonly moves: readonly PlannedMove[]
  readonly versions: readonly PactVersion[]
  readonly versionMoves: readonly PlannedVersionMove[]
  readonly signatories: readonly Signatory[]
  readonly marks: readonly Mark[]
  readonly reviews: readonly Review[]
  readonly shifts: readonly Shift[]
  readonly followUps: readonly PlannedFollowUp[]
}

export type DemoPlan = {
  readonly today: Day
  readonly districts: readonly PlannedDistrict[]
  readonly municipalities: readonly DemoMunicipality[]
  readonly bodies: readonly PlannedBody[]
  readonly antennas: readonly PlannedAntenna[]
  readonly accounts: readonly PlannedAccount[]
  readonly supports: readonly (DemoSupport & { readonly id: string })[]
  readonly funds: readonly { readonly id: string; readonly key: string }[]
  readonly persons: readonly PlannedPerson[]
  readonly households: readonly PlannedHousehold[]
  readonly consents: readonly Consent[]
  readonly referrals: readonly PlannedReferral[]
  readonly cases: readonly PlannedCase[]
  readonly pacts: readonly PlannedPact[]
  readonly waves: readonly PlannedWave[]
  readonly ties: readonly PlannedTie[]
  readonly questions: readonly PlannedQuestion[]
  readonly surveys: readonly PlannedSurvey[]
  readonly measures: readonly PlannedMeasure[]
  readonly dues: readonly PlannedDue[]
  readonly classes: readonly PlannedClass[]
}
