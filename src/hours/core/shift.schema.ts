import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { line } from '../../platform/core/text.ts'

export const ShiftId = Id
export type ShiftId = z.infer<typeof ShiftId>

/** `toldUs`: could not come and said so; never counted as an absence. `recovered`: missed, and made up for by another shift. */
export const ShiftState = z.enum(['planned', 'confirmed', 'absent', 'toldUs', 'recovered', 'cancelled'])
export type ShiftState = z.infer<typeof ShiftState>

/** Time of day, '09:30'. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const shift = {
  pactId: Id,
  giveBackId: Id,
  hostOrganisationId: Id.nullable(),
  day: z.iso.date(),
  from: TimeOfDay.nullable(),
  to: TimeOfDay.nullable(),
  minutes: z.int().min(15).max(720),
  /** The missed shift that this one makes up for. */
  recoversId: Id.nullable(),
}

/**
 * One turn of give-back on one calendar day. Given time is told, never owed:
 * no rule about a right, a support or the state of a pact may read shifts, and no money is computed from them.
 */
export const Shift = z.strictObject({
  id: ShiftId,
  districtId: Id,
  ...shift,
  state: ShiftState,
  confirmedBy: Id.nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  reason: line(500),
})
export type Shift = z.infer<typeof Shift>

export const NewShift = z.strictObject(shift)
export type NewShift = z.infer<typeof NewShift>
