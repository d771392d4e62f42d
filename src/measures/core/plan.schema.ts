import { z } from 'zod'
import { currentInstruments, tieMap } from './instruments.ts'
import type { Plan } from './schedule.ts'

const planned: readonly string[] = [
  tieMap,
  ...currentInstruments.filter(({ off, raters }) => !off && raters === 'person').map(({ code }) => code),
]

/** The battery and its moments as an administrator sets them. */
export const MeasurePlan = z.strictObject({
  battery: z
    .array(z.string().refine((code) => planned.includes(code), { error: 'measures.plan.unknown' }))
    .max(10)
    .refine((codes) => new Set(codes).size === codes.length, { error: 'measures.plan.twice' }),
  firstDays: z.int().min(1).max(90),
  midMonths: z.int().min(1).max(24),
  lastDays: z.int().min(0).max(90),
  afterMonths: z.int().min(1).max(24),
})

/** About ten minutes each time (field notes §4). */
export const defaultPlan: Plan = {
  battery: [tieMap, 'osss3', 'who5'],
  firstDays: 30,
  midMonths: 6,
  lastDays: 30,
  afterMonths: 6,
}
