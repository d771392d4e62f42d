import type { Day } from '../../platform/core/day.ts'
import type { Moment, WaveState } from '../../ties/core/wave.schema.ts'
import { daysFromTo, earlier, later, plusDays, workday } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Home } from './home.schema.ts'

/** A conversation about ties, as it is to be held. */
export type Talk = {
  readonly home: Home
  readonly moment: Moment
  readonly heldOn: Day
  readonly state: WaveState
}

/** So many persons tell their ties twice. */
const twice = 250

const spanOf = ({ file, last }: Home): number => daysFromTo(file.openedOn, last)
const moveOn = ({ pact }: Home, name: string): Day | undefined =>
  pact.moves.findLast(({ move }) => move === name)?.on ?? undefined

/** Around the signature, once the case is open. */
const firstDay = (chance: Chance, home: Home, until: Day): Day => {
  const around = plusDays(home.pact.pact.signedOn ?? home.file.openedOn, chance.int(-6, 12))
  return later(workday(earlier(around, until)), home.file.openedOn)
}

/** About six months later, before the pact begins to close; sooner when it is younger than that. */
const secondDay = (chance: Chance, home: Home, first: Day): Day => {
  const closing = moveOn(home, 'startClosing')
  const until = closing === undefined ? home.last : earlier(plusDays(closing, -1), home.last)
  const day = workday(earlier(plusDays(first, chance.int(150, 190)), plusDays(until, -chance.int(0, 9))))
  return later(day, plusDays(first, 28))
}

/** When the pact closes, for some; and at a follow-up, for a few. */
const laterTalks = (chance: Chance, home: Home, second: Day): Talk[] => {
  const closed = moveOn(home, 'close')
  if (closed === undefined || !chance.chance(0.62)) return []
  const end = workday(plusDays(closed, -chance.int(0, 5)))
  if (end <= second || end > home.last) return []
  const third: Talk = { home, moment: 'T2', heldOn: end, state: 'done' }
  const heard = home.pact.followUps.flatMap(({ heldOn }) => heldOn ?? []).sort()
  const after = heard.find((day) => day > plusDays(end, 60) && day <= home.last)
  return after && chance.chance(0.5) ? [third, { home, moment: 'T3', heldOn: after, state: 'done' }] : [third]
}

const twoOrMore = (chance: Chance, home: Home): Talk[] => {
  const first = firstDay(chance, home, plusDays(home.last, -45))
  const second = secondDay(chance, home, first)
  return [
    { home, moment: 'T0', heldOn: first, state: 'done' },
    { home, moment: 'T1', heldOn: second, state: 'done' },
    ...laterTalks(chance, home, second),
  ]
}

/** What becomes of the first conversation with those who have told once or not at all, in turn. */
const firsts: readonly (WaveState | null)[] = ['done', 'open', 'done', 'refused', null, 'done', 'done', 'dropped', null]
/** So many first conversations, and as many later ones, are open today. */
const openAtMost = 4

const firstTalk = (chance: Chance, home: Home, state: WaveState): Talk => ({
  home,
  moment: 'T0',
  heldOn: state === 'open' ? home.last : firstDay(chance, home, home.last),
  state,
})

/** Whether it can be: nothing is open in a case that is over, and only a few say no or leave half-way. */
const canBe = (state: WaveState, { end }: Home, at: number): boolean => {
  if (state === 'open') return at < openAtMost * firsts.length && end.state === 'open'
  return state === 'done' || at < 2 * firsts.length
}

const once = (chance: Chance, homes: readonly Home[]): Talk[] =>
  homes
    .filter((home) => spanOf(home) >= 3)
    .flatMap((home, at) => {
      const state = firsts[at % firsts.length] ?? null
      return state !== null && canBe(state, home, at) ? [firstTalk(chance, home, state)] : []
    })

/** Some who told twice have begun again, and were interrupted. */
const begunAgain = (talks: readonly Talk[]): Talk[] =>
  talks
    .filter(
      ({ home, moment, heldOn }) => moment === 'T1' && home.end.state === 'open' && heldOn < plusDays(home.last, -30),
    )
    .filter(({ home }) => home.pact.pact.state === 'active')
    .slice(0, openAtMost)
    .map(({ home }): Talk => ({ home, moment: 'other', heldOn: home.last, state: 'open' }))

/** Every conversation about ties: two for 250 persons with a pact, a third and a fourth for some, one or none for the rest. */
export const talksPlan = (chance: Chance, homes: readonly Home[]): Talk[] => {
  const longest = homes
    .filter(({ pact }) => pact.pact.signedOn !== null)
    .sort((a, b) => spanOf(b) - spanOf(a) || (a.file.id < b.file.id ? -1 : 1))
  const regular = longest.slice(0, twice)
  const known = new Set(regular.map(({ file }) => file.id))
  const told = regular.flatMap((home) => twoOrMore(chance.fork(home.file.id), home))
  return [
    ...told,
    ...once(
      chance,
      homes.filter(({ file }) => !known.has(file.id)),
    ),
    ...begunAgain(told),
  ]
}
