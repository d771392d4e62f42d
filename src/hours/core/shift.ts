import { type Day, type Instant, mondayOf } from '../../platform/core/day.ts'
import { done, type Outcome, type Refusal, refuse } from '../../platform/core/refusal.ts'
import type { Cover, LegalForm } from './cover.schema.ts'
import { isCovered } from './cover.ts'
import type { NewShift, Shift, ShiftState } from './shift.schema.ts'

export const shiftMoves = {
  confirm: { from: ['planned', 'absent', 'toldUs'], to: 'confirmed' },
  missed: { from: ['planned', 'confirmed'], to: 'absent' },
  tellUs: { from: ['planned', 'absent'], to: 'toldUs' },
  recover: { from: ['absent', 'toldUs'], to: 'recovered' },
  cancel: { from: ['planned'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly ShiftState[]; to: ShiftState }>
export type ShiftMove = keyof typeof shiftMoves

/** What a move on a shift looks at. `recovery` is the other shift that makes up for a missed one. */
export type ShiftContext = {
  readonly today: Day
  readonly covers: readonly Cover[]
  readonly recovery?: Pick<Shift, 'state' | 'recoversId'>
}

const isOpen = (state: ShiftState, move: ShiftMove): boolean =>
  shiftMoves[move].from.some((allowed) => allowed === state)

const whyNotConfirm = (shift: Pick<Shift, 'day'>, { today, covers }: ShiftContext): string | null => {
  if (shift.day > today) return 'hours.future'
  return isCovered(covers, shift.day) ? null : 'hours.notCovered'
}

/** The code of the reason why this move is not open, or null when it is. */
export const whyNotShift = (shift: Shift, move: ShiftMove, context: ShiftContext): string | null => {
  if (!isOpen(shift.state, move)) return 'hours.moveNotOpen'
  if (move === 'confirm') return whyNotConfirm(shift, context)
  if (move === 'missed') return shift.day > context.today ? 'hours.future' : null
  if (move !== 'recover') return null
  const { recovery } = context
  return recovery?.state === 'confirmed' && recovery.recoversId === shift.id ? null : 'hours.notRecovered'
}

/** Moves a shift; only a confirmed one carries who confirmed it. */
export const moveShift = (
  shift: Shift,
  move: ShiftMove,
  context: ShiftContext & { readonly by: string; readonly at: Instant; readonly reason: string },
): Outcome<Shift> => {
  const code = whyNotShift(shift, move, context)
  if (code) return refuse('conflict', code, { move, state: shift.state, day: shift.day })
  const confirmed = move === 'confirm'
  return done({
    ...shift,
    state: shiftMoves[move].to,
    reason: context.reason,
    confirmedBy: confirmed ? context.by : move === 'recover' ? shift.confirmedBy : null,
    confirmedAt: confirmed ? context.at : move === 'recover' ? shift.confirmedAt : null,
  })
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Why a shift cannot be planned as written: its hours must fit between its times. */
export const whyNotPlanned = ({ from, to, minutes }: NewShift): Refusal | null => {
  if (from === null || to === null) return null
  const span = minutesOf(to) - minutesOf(from)
  if (span <= 0) return { kind: 'invalid', code: 'hours.endsBeforeStart', about: { field: 'to' } }
  return minutes > span ? { kind: 'invalid', code: 'hours.moreThanSpan', about: { field: 'minutes', span } } : null
}

/** Time given so far: confirmed shifts only. `days` are the calendar days of attendance that PUC premiums are paid on. */
export const timeGiven = (shifts: readonly Shift[]): { minutes: number; times: number; days: Day[] } => {
  const given = shifts.filter((shift) => shift.state === 'confirmed')
  return {
    minutes: given.reduce((sum, shift) => sum + shift.minutes, 0),
    times: given.length,
    days: [...new Set(given.map((shift) => shift.day))].sort(),
  }
}

/** Weeks of a PUC outside 8 to 16 hours (DM 156/2023): a warning for the tutor, never a refusal. */
export const unusualWeeks = (
  shifts: readonly Shift[],
  legalForm: LegalForm,
): { monday: Day; minutes: number; tooMuch: boolean }[] => {
  if (legalForm !== 'puc') return []
  const weeks = new Map<Day, number>()
  for (const shift of shifts.filter((one) => one.state === 'planned' || one.state === 'confirmed')) {
    const monday = mondayOf(shift.day)
    weeks.set(monday, (weeks.get(monday) ?? 0) + shift.minutes)
  }
  return [...weeks]
    .map(([monday, minutes]) => ({ monday, minutes, tooMuch: minutes > 16 * 60 }))
    .filter((week) => week.tooMuch || week.minutes < 8 * 60)
    .sort((a, b) => (a.monday < b.monday ? -1 : 1))
}
