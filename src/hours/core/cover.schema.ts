import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { label, line } from '../../platform/core/text.ts'

/** In what legal dress time is given to others; each has its own insurance and its own rules. */
export const LegalForm = z.enum([
  'etsVolunteering',
  'civicVolunteering',
  'puc',
  'inclusionTraineeship',
  'neighbourHelp',
  'labInitiative',
  'civicCenterHelp',
  'skillSharing',
  'other',
])
export type LegalForm = z.infer<typeof LegalForm>

/** An insurance policy and the days it holds, both included. */
export const Cover = z.strictObject({
  id: Id,
  policy: label(80),
  insurer: line(120),
  from: z.iso.date(),
  to: z.iso.date(),
})
export type Cover = z.infer<typeof Cover>

/** A cover brought after the pact was signed: the signed text stays as it is. */
export const LaterCover = Cover.extend({ giveBackId: Id })
export type LaterCover = z.infer<typeof LaterCover>
