import type { StateTone } from '../../platform/web/kit/State.tsx'
import type { Shift } from '../core/shift.schema.ts'

/** How a state is coloured; "told us" is never an alarm. */
export const shiftTones: Readonly<Record<Shift['state'], StateTone>> = {
  planned: 'calm',
  confirmed: 'done',
  absent: 'late',
  toldUs: 'info',
  recovered: 'done',
  cancelled: 'calm',
}
