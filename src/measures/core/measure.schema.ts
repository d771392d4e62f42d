import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'

/** 'other' is between the moments of the schedule. */
export const MeasureMoment = z.enum(['T0', 'T1', 'T2', 'T3', 'other'])
export type MeasureMoment = z.infer<typeof MeasureMoment>

/** Whose view: the person's, the worker's, or what both agreed on. */
export const Rater = z.enum(['person', 'worker', 'agreed'])
export type Rater = z.infer<typeof Rater>

export const MeasureState = z.enum(['open', 'done', 'refused', 'dropped'])

/** Who was there, beside whoever asked. */
export const Present = z.enum(['person', 'family', 'worker', 'interpreter', 'mediator', 'other'])
export type Present = z.infer<typeof Present>

/** The value is null when more answers are missing than its rule allows. */
export const ScoreOf = z.strictObject({ code: z.string(), value: z.number().nullable(), missing: z.int() })

/** One answer to each item; null where the person would rather not. */
export const AnswersOf = z.record(z.string().max(40), z.string().max(40).nullable())

/** One instrument asked once, as the register keeps it. */
export const Measure = z.strictObject({
  id: Id,
  districtId: Id,
  caseId: Id,
  personId: Id,
  /** The same for the ratings that belong together. */
  occasionId: Id,
  instrument: z.string(),
  definition: z.int(),
  language: z.string(),
  textRevision: z.int(),
  rater: Rater,
  moment: MeasureMoment,
  state: MeasureState,
  answers: AnswersOf,
  scores: z.array(ScoreOf).nullable(),
  present: z.array(Present),
  heldOn: z.iso.date(),
  revision: z.int(),
  openedBy: Id,
})
export type Measure = z.infer<typeof Measure>
