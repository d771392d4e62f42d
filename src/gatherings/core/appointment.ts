import type { Instant } from '../../platform/core/day.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Appointment, AppointmentOutcome } from './appointment.schema.ts'

/** Whether anything may still be said of it. */
export const isAwaited = ({ outcome }: Pick<Appointment, 'outcome'>): boolean => outcome === null

/** Why this cannot be said of the appointment now: who came is known only once it has begun. */
export const whyNotSay = (
  appointment: Pick<Appointment, 'outcome' | 'at'>,
  outcome: Exclude<AppointmentOutcome, 'moved'>,
  now: Instant,
): string | null => {
  if (appointment.outcome === 'moved') return 'gatherings.movedAlready'
  return outcome !== 'toldUs' && now < appointment.at ? 'gatherings.notYet' : null
}

/** Records how it went; what was said by mistake can be said anew. */
export const sayOutcome = (
  appointment: Appointment,
  said: { outcome: Exclude<AppointmentOutcome, 'moved'>; note: string },
  now: Instant,
): Outcome<Appointment> => {
  const code = whyNotSay(appointment, said.outcome, now)
  return code ? refuse('conflict', code, { at: appointment.at }) : done({ ...appointment, ...said })
}

/** Another day in its place: the old one stays as moved, or as it was told, and points to the new one. */
export const reschedule = (
  appointment: Appointment,
  to: { id: string; at: Instant; minutes: number; place: string; note: string },
  now: Instant,
): Outcome<{ old: Appointment; next: Appointment }> => {
  if (appointment.movedToId !== null) return refuse('conflict', 'gatherings.movedAlready', { at: appointment.at })
  if (appointment.outcome === 'came') return refuse('conflict', 'gatherings.held')
  if (to.at <= now) return refuse('invalid', 'gatherings.past', { at: to.at })
  const { note, ...when } = to
  const old: Appointment = {
    ...appointment,
    outcome: appointment.outcome ?? 'moved',
    movedToId: to.id,
    note: [appointment.note, note].filter((text) => text.trim() !== '').join('\n'),
  }
  return done({ old, next: { ...appointment, ...when, outcome: null, note: '' } })
}

/** An appointment and the ones it took the place of, oldest first. */
export const chainOf = (last: Appointment, all: readonly Appointment[]): Appointment[] => {
  const before = all.find((one) => one.movedToId === last.id && one.id !== last.id)
  return before === undefined
    ? [last]
    : [
        ...chainOf(
          before,
          all.filter((one) => one !== before),
        ),
        last,
      ]
}
