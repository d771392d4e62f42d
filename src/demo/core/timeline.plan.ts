import type { PactState } from '../../pacts/core/pact.schema.ts'
import type { PactMove } from '../../pacts/core/pact.ts'
import type { Day } from '../../platform/core/day.ts'
import { plusDays, workday } from './calendar.ts'
import type { Chance } from './chance.ts'

/** `at`: days from the writing of the first draft. */
type Beat = { readonly move: PactMove; readonly at: number }
export type Timeline = {
  readonly createdOn: Day
  readonly moves: readonly { readonly move: PactMove; readonly on: Day }[]
  /** The day the pact starts, or is meant to. */
  readonly start: Day
}

/** How many pacts end up in each state. */
export const pactStates: readonly (readonly [PactState, number])[] = [
  ['draft', 26],
  ['toPanel', 14],
  ['approved', 18],
  ['signed', 10],
  ['active', 128],
  ['suspended', 14],
  ['closing', 16],
  ['closed', 78],
  ['refused', 8],
  ['withdrawn', 11],
  ['interrupted', 9],
  ['transferred', 8],
]

type Told = { readonly beats: Beat[]; readonly rest: number }
const last = (beats: readonly Beat[]): number => beats.at(-1)?.at ?? 0
const then = (beats: readonly Beat[], move: PactMove, gap: number): Beat[] => [
  ...beats,
  { move, at: last(beats) + gap },
]

const submitted = (c: Chance): Beat[] => {
  const first = then([], 'submit', c.int(4, 14))
  if (!c.chance(0.2)) return first
  return then(then(first, c.chance(0.75) ? 'sendBack' : 'takeBack', c.int(2, 6)), 'submit', c.int(2, 6))
}
const approved = (c: Chance): Beat[] => then(submitted(c), 'approve', c.int(2, 6))
const signed = (c: Chance): Beat[] => then(approved(c), 'sign', c.int(2, 8))
const active = (c: Chance): Beat[] => then(signed(c), 'activate', c.int(1, 9))

const pausedAndBack = (c: Chance, beats: Beat[]): Beat[] =>
  then(then(beats, 'suspend', c.int(18, 50)), 'resume', c.int(14, 35))
const extended = (c: Chance, beats: Beat[], start: number): Beat[] => [
  ...beats,
  { move: 'extend', at: start + c.int(145, 172) },
]

/** From the start to the last days: perhaps a pause, perhaps more time. */
const lived = (c: Chance): Beat[] => {
  const begun = active(c)
  const start = last(begun)
  const paused = c.chance(0.14) ? pausedAndBack(c, begun) : begun
  const longer = c.chance(0.24) ? extended(c, paused, start) : paused
  const months = longer.some(({ move }) => move === 'extend') ? 270 : 182
  return [...longer, { move: 'startClosing', at: start + months - c.int(0, 14) }]
}

const runningNow = (c: Chance): Told => {
  const begun = active(c)
  const start = last(begun)
  const since = c.int(2, 176)
  if (c.chance(0.12)) return { beats: extended(c, begun, start), rest: c.int(3, 80) }
  if (since > 95 && c.chance(0.2)) {
    const beats = pausedAndBack(c, begun)
    return { beats, rest: Math.max(2, since - (last(beats) - start)) }
  }
  return { beats: begun, rest: since }
}

const tell: Record<PactState, (c: Chance) => Told> = {
  draft: (c) =>
    c.chance(0.2)
      ? { beats: then(submitted(c), 'sendBack', c.int(2, 7)), rest: c.int(1, 12) }
      : { beats: [], rest: c.int(1, 34) },
  toPanel: (c) => ({ beats: submitted(c), rest: c.int(0, 11) }),
  approved: (c) => ({ beats: approved(c), rest: c.int(0, 14) }),
  signed: (c) => ({ beats: signed(c), rest: c.int(0, 8) }),
  active: runningNow,
  suspended: (c) => ({ beats: then(active(c), 'suspend', c.int(20, 90)), rest: c.int(2, 40) }),
  closing: (c) => ({ beats: lived(c), rest: c.int(0, 42) }),
  closed: (c) => ({ beats: then(lived(c), 'close', c.int(8, 28)), rest: Math.floor(3 + 420 * c.next() ** 1.2) }),
  refused: (c) => ({ beats: then(submitted(c), 'refuse', c.int(2, 8)), rest: c.int(5, 500) }),
  withdrawn: (c) => ({
    beats: then(c.pick([active, active, active, approved, submitted])(c), 'withdraw', c.int(6, 80)),
    rest: c.int(5, 480),
  }),
  interrupted: (c) => ({
    beats: then(c.chance(0.3) ? then(active(c), 'suspend', c.int(30, 60)) : active(c), 'interrupt', c.int(30, 100)),
    rest: c.int(5, 420),
  }),
  transferred: (c) => ({ beats: then(active(c), 'transfer', c.int(20, 120)), rest: c.int(5, 420) }),
}

/** When a pact in that state today was written, moved and started; everything before today, on working days. */
export const timelineOf = (chance: Chance, state: PactState, today: Day): Timeline => {
  const { beats, rest } = tell[state](chance)
  const span = last(beats)
  const created = plusDays(today, -1 - Math.min(rest, 728 - span) - span)
  const moves = beats.map(({ move, at }) => ({ move, on: workday(plusDays(created, at)) }))
  const begun = moves.find(({ move }) => move === 'activate')?.on
  const meant = plusDays(isAhead(state) ? today : created, isAhead(state) ? chance.int(3, 25) : 45)
  return { createdOn: workday(created), moves, start: begun ?? meant }
}

const isAhead = (state: PactState): boolean => ['draft', 'toPanel', 'approved', 'signed'].includes(state)
