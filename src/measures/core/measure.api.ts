import { z } from 'zod'
import { Done, endpoint, Id } from '../../platform/core/contract.ts'
import { AnswersOf, MeasureMoment, MeasureState, Present, Rater, ScoreOf } from './measure.schema.ts'

const params = z.object({ measureId: Id })

/** One instrument asked once; `scores` is null while it is open, and for whoever may not read it. */
export const MeasureRow = z.object({
  id: Id,
  occasionId: Id,
  instrument: z.string(),
  definition: z.int(),
  rater: Rater,
  moment: MeasureMoment,
  state: MeasureState,
  heldOn: z.iso.date(),
  present: z.array(Present),
  by: z.string(),
  scores: z.array(ScoreOf).nullable(),
  /** Why there are no results to read, when it is done. */
  hidden: z.enum(['notYours', 'apart']).nullable(),
  /** Whether the person finds it on their own page. */
  shared: z.boolean(),
})
export type MeasureRow = z.infer<typeof MeasureRow>

export const DueRow = z.object({
  id: Id,
  pactNumber: z.string(),
  instrument: z.string(),
  moment: MeasureMoment,
  due: z.iso.date(),
  late: z.boolean(),
})
export type DueRow = z.infer<typeof DueRow>

/** Everything measured with one person, and what is still to be. */
export const MeasureSheet = z.object({
  personLabel: z.string(),
  canMeasure: z.boolean(),
  /** For each instrument: the languages it can be asked in, or why it cannot. */
  instruments: z.array(
    z.object({
      code: z.string(),
      languages: z.array(z.string()),
      why: z.enum(['off', 'noTexts', 'tooYoung', 'ageUnknown']).nullable(),
    }),
  ),
  dues: z.array(DueRow),
  rows: z.array(MeasureRow),
  /** Private tasks of the reader about this person. */
  tasks: z.array(z.object({ id: Id, due: z.iso.date() })),
})
export type MeasureSheet = z.infer<typeof MeasureSheet>

/** One measure while it is being asked. */
export const MeasureForm = z.object({
  id: Id,
  caseId: Id,
  personLabel: z.string(),
  instrument: z.string(),
  definition: z.int(),
  language: z.string(),
  texts: z.record(z.string(), z.string()),
  rater: Rater,
  moment: MeasureMoment,
  state: MeasureState,
  answers: AnswersOf,
  revision: z.int(),
  /** The two views, once both are there and it is time to agree. */
  views: z.object({ person: AnswersOf, worker: AnswersOf }).nullable(),
})
export type MeasureForm = z.infer<typeof MeasureForm>

export const StartMeasure = z.object({
  caseId: Id,
  instrument: z.string().max(12),
  moment: MeasureMoment,
  rater: Rater.default('person'),
  language: z.string().regex(/^[a-z]{2}$/),
  present: z.array(Present).max(6).default([]),
})
export type StartMeasure = z.output<typeof StartMeasure>

export const measureApi = {
  list: endpoint({
    name: 'measures.list',
    method: 'GET',
    path: '/measures',
    permission: 'signedIn',
    journal: 'read',
    summary: 'What was measured with the person of a case and what is due; results for whoever may read them',
    query: z.object({ caseId: Id }),
    reply: MeasureSheet,
  }),
  start: endpoint({
    name: 'measures.start',
    method: 'POST',
    path: '/measures',
    permission: 'cases.work',
    journal: 'write',
    summary: 'Begins to ask an instrument; minors are not asked, nor is anything without texts',
    body: StartMeasure,
    reply: z.object({ id: Id }),
  }),
  open: endpoint({
    name: 'measures.open',
    method: 'GET',
    path: '/measures/:measureId',
    permission: 'cases.work',
    journal: 'none',
    summary: 'A measure being asked, with its words and the answers so far',
    params,
    reply: MeasureForm,
  }),
  answer: endpoint({
    name: 'measures.answer',
    method: 'PUT',
    path: '/measures/:measureId/answers/:item',
    permission: 'cases.work',
    journal: 'write',
    summary: 'Keeps the answer to one item; null when the person would rather not answer it',
    params: params.extend({ item: z.string().max(40) }),
    body: z.object({ answer: z.string().max(40).nullable(), revision: z.int() }),
    reply: z.object({ revision: z.int() }),
  }),
  finish: endpoint({
    name: 'measures.finish',
    method: 'POST',
    path: '/measures/:measureId/finish',
    permission: 'cases.work',
    journal: 'write',
    summary: 'Ends a measure and computes its results by its definition',
    params,
    body: z.object({ revision: z.int() }),
    reply: Done,
  }),
  stop: endpoint({
    name: 'measures.stop',
    method: 'POST',
    path: '/measures/:measureId/stop',
    permission: 'cases.work',
    journal: 'write',
    summary: 'Stops a measure: the person would rather not, or it was begun by mistake; no reason is asked',
    params,
    body: z.object({ because: z.enum(['refused', 'mistake']) }),
    reply: Done,
  }),
  share: endpoint({
    name: 'measures.share',
    method: 'PUT',
    path: '/measures/:measureId/shared',
    permission: 'cases.work',
    journal: 'write',
    summary: 'Shows a result on the person’s own page, or takes it away; by whoever may read it',
    params,
    body: z.object({ shared: z.boolean() }),
    reply: Done,
  }),
  refuse: endpoint({
    name: 'measures.refuse',
    method: 'POST',
    path: '/measures/dues/:dueId/refuse',
    permission: 'cases.work',
    journal: 'write',
    summary: 'The person would rather not be asked this time; no reason is asked',
    params: z.object({ dueId: Id }),
    reply: Done,
  }),
  talked: endpoint({
    name: 'measures.talked',
    method: 'POST',
    path: '/measures/tasks/:taskId/done',
    permission: 'cases.work',
    journal: 'write',
    summary: 'The tutor did a private task of theirs',
    params: z.object({ taskId: Id }),
    reply: Done,
  }),
}
