import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { prose } from '../../platform/core/text.ts'
import { LifeArea } from './area.schema.ts'

/** One domain of life, with the need and what the person can bring side by side. */
export const AssessedArea = z.strictObject({
  area: LifeArea,
  need: prose(2000),
  /** 0 none to 4 very strong; null when not asked. Our own neutral scale. */
  needLevel: z.int().min(0).max(4).nullable(),
  /** Talents, in the person's words. */
  canBring: prose(2000),
  /** Asked what they can bring here, and the answer was: nothing for now. */
  nothingNow: z.boolean(),
})
export type AssessedArea = z.infer<typeof AssessedArea>

export const Assessment = z.strictObject({
  id: Id,
  caseId: Id,
  areas: z
    .array(AssessedArea)
    .max(7)
    .refine((areas) => new Set(areas.map(({ area }) => area)).size === areas.length, { error: 'cases.areaTwice' }),
  startedOn: z.iso.date(),
  closedOn: z.iso.date().nullable(),
  closedBy: Id.nullable(),
  /** The day the person read it and agreed; agreeing is not receiving. */
  agreedOn: z.iso.date().nullable(),
})
export type Assessment = z.infer<typeof Assessment>
