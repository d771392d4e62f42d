import type { Measure } from '../../measures/core/measure.schema.ts'
import type { Pact } from '../../pacts/core/pact.schema.ts'
import type { Day, Instant } from '../../platform/core/day.ts'
import type { Question } from '../../ties/core/question.schema.ts'
import type { Said } from '../../ties/core/survey.schema.ts'
import type { Tie } from '../../ties/core/tie.schema.ts'
import type { Alter, Link, Wave } from '../../ties/core/wave.schema.ts'

/** A tie as the register keeps it, beside what its conversations say of it. */
export type PlannedTie = Tie &
  Pick<Alter, 'often' | 'helps'> & {
    readonly aSaidAt: Instant | null
    readonly bSaidAt: Instant | null
    readonly revisedAt: Instant
  }

export type PlannedWave = {
  readonly wave: Wave
  readonly openedAt: Instant
  readonly touchedAt: Instant
  /** In the place where each was told. */
  readonly alters: readonly Alter[]
  readonly links: readonly Link[]
}

export type PlannedQuestion = Question & {
  readonly aAt: Instant | null
  readonly bAt: Instant | null
  readonly madeAt: Instant
  readonly madeBy: string | null
}

export type PlannedSurvey = {
  readonly id: string
  readonly districtId: string
  readonly year: number
  readonly openedOn: Day
  readonly closesOn: Day
  readonly closedAt: Instant | null
  readonly openedBy: string
  readonly invites: readonly { readonly organisationId: string; readonly finishedAt: Instant | null }[]
  readonly answers: readonly (Said & { readonly from: string; readonly to: string; readonly at: Instant })[]
}

export type PlannedMeasure = Measure & { readonly openedAt: Instant; readonly doneAt: Instant | null }

export type PlannedDue = {
  readonly id: string
  readonly pact: Pick<Pact, 'id' | 'districtId' | 'caseId' | 'personId'>
  readonly instrument: string
  readonly moment: 'T0' | 'T1' | 'T2' | 'T3'
  readonly due: Day
  readonly state: 'waiting' | 'done' | 'refused' | 'cancelled'
  readonly settledAt: Instant | null
}

export type PlannedClass = {
  readonly id: string
  readonly districtId: string
  readonly teacherId: string
  readonly organisationId: string | null
  readonly name: string
  readonly schoolYear: number
  readonly purpose: string
  readonly pupils: number
  readonly createdAt: Instant
  readonly waves: readonly {
    readonly number: 1 | 2
    readonly question: 'work' | 'play' | 'help'
    readonly most: number
    readonly openedAt: Instant
    readonly closesAt: Instant
    readonly answers: readonly { readonly pupil: number; readonly choices: readonly number[]; readonly at: Instant }[]
  }[]
}
