import { z } from 'zod'
import { Done, endpoint } from '../../platform/core/contract.ts'
import { label } from '../../platform/core/text.ts'
import { MeasurePlan } from './plan.schema.ts'

const TextRow = z.object({
  language: z.string(),
  revision: z.int(),
  permission: z.string(),
  loadedOn: z.iso.date(),
  by: z.string(),
})

const maybe = z.number().nullable()

/** A mean before and after of the same people, with a 95 % bootstrap interval of the change; hidden below the least number. */
export const FigureRow = z.object({
  instrument: z.string(),
  score: z.string(),
  after: z.enum(['T1', 'T2', 'T3']),
  /** Null: fewer than the least number, and so is everything else of the row. */
  n: z.int().nullable(),
  /** People with one of the two only; null: some, but fewer than the least number. */
  missing: z.int().nullable(),
  beforeMean: maybe,
  afterMean: maybe,
  change: maybe,
  low: maybe,
  high: maybe,
})
export type FigureRow = z.infer<typeof FigureRow>

export const shelfApi = {
  shelf: endpoint({
    name: 'measures.shelf',
    method: 'GET',
    path: '/measures/instruments',
    permission: 'settings.manage',
    journal: 'none',
    summary: 'Every instrument with the texts loaded for it, and the battery with its moments',
    reply: z.object({
      instruments: z.array(z.object({ code: z.string(), languages: z.array(z.string()), loaded: z.array(TextRow) })),
      plan: MeasurePlan,
      version: z.int(),
      /** What the last change of the plan changed in pacts under way; 'soon' while it is being done. */
      reached: z.union([z.object({ on: z.iso.date(), pacts: z.int() }), z.literal('soon')]).nullable(),
    }),
  }),
  saveTexts: endpoint({
    name: 'measures.saveTexts',
    method: 'POST',
    path: '/measures/instruments/:code/texts',
    permission: 'settings.manage',
    journal: 'write',
    summary: 'Loads the words of an instrument in one language, with the permission obtained; a new revision each time',
    params: z.object({ code: z.string().max(12) }),
    body: z.object({
      language: z.string().regex(/^[a-z]{2}$/),
      permission: label(300),
      file: z.string().max(20_000),
    }),
    reply: z.object({ revision: z.int() }),
  }),
  savePlan: endpoint({
    name: 'measures.savePlan',
    method: 'PUT',
    path: '/measures/plan',
    permission: 'settings.manage',
    journal: 'write',
    summary: 'Sets what is asked at each moment of a pact, and when',
    body: MeasurePlan.extend({ version: z.int() }),
    reply: Done,
  }),
  figures: endpoint({
    name: 'measures.figures',
    method: 'GET',
    path: '/measures/figures',
    permission: 'results.read',
    journal: 'none',
    summary: 'Means before and after with n, missing and a bootstrap interval, over the reader’s districts together',
    reply: z.object({ day: z.iso.date(), least: z.int(), rows: z.array(FigureRow) }),
  }),
}
