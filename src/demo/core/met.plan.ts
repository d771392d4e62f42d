import type { Day, Instant } from '../../platform/core/day.ts'
import { atHour, idOn, plusDays } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Home } from './home.schema.ts'
import type { Meeting } from './meetings.plan.ts'
import { initialsWithStops, isTied, joinLater, nameOf, reserve, type Story, whoOf } from './story.ts'
import type { PlannedTie } from './told.schema.ts'

/** What a pair whom the registers saw together has answered so far. */
type Fate = 'confirmed' | 'refused' | 'half' | 'open'

const turnOf = ({ pact }: Home, { hostId, days }: Meeting): string | undefined =>
  pact.shifts.find((one) => one.state === 'confirmed' && one.hostOrganisationId === hostId && one.day === days[0])?.id

const halfTie = (
  meeting: Meeting,
  { id, home, other, at }: { id: string; home: Home; other: Home; at: Instant },
): PlannedTie => ({
  ...whoOf(home),
  id,
  a: { kind: 'person', id: home.file.personId, label: nameOf(home) },
  b: { kind: 'alter', id: null, label: initialsWithStops(other) },
  ...{ kind: 'volunteer', strength: null, often: '', helps: [], direction: 'mutual', frequency: '', setting: '' },
  ...{ since: meeting.days[0] ?? at.slice(0, 10), until: null, evidence: 'saidByPerson' },
  origin: { kind: 'hours', id: turnOf(home, meeting) ?? null },
  ...{ recordedAt: at, revisedAt: at, labelsErasedAt: null, aSaidAt: null, bSaidAt: null },
})

type Said = { readonly answer: 'yes' | 'no' | null; readonly at: Instant | null }

/** What the first of the two says, and the second, and when. */
const wordsOf = (chance: Chance, fate: Fate, on: Day): readonly [Said, Said] => {
  const firstAt = atHour(plusDays(on, chance.int(1, 6)), 17, chance.int(0, 3))
  const secondAt = atHour(plusDays(on, chance.int(7, 14)), 17, chance.int(0, 3))
  const silent: Said = { answer: null, at: null }
  if (fate === 'open') return [silent, silent]
  if (fate === 'refused') return [{ answer: 'no', at: firstAt }, silent]
  return [{ answer: 'yes', at: firstAt }, fate === 'confirmed' ? { answer: 'yes', at: secondAt } : silent]
}

/** The registers ask, each end answers for itself: the first yes makes its own tie, the second joins the two. */
const askMet = (story: Story, meeting: Meeting, { fate, on }: { fate: Fate; on: Day }): void => {
  const { a, b, hostId, days } = meeting
  if (isTied(story, a.file.personId, b.file.personId)) return
  reserve(story, a.file.personId, b.file.personId)
  const isAFirst = story.chance.chance(0.5)
  const [home, other] = isAFirst ? [a, b] : [b, a]
  const [first, second] = wordsOf(story.chance, fate, on)
  const saidYesAt = first.answer === 'yes' ? first.at : null
  const tieId = saidYesAt === null ? null : idOn(saidYesAt.slice(0, 10), story.chance)
  const [ofA, ofB] = isAFirst ? [first, second] : [second, first]
  story.questions.push({
    id: idOn(on, story.chance),
    ...{ districtId: a.file.districtId, kind: 'met', aId: a.file.personId, bId: b.file.personId, tieId },
    ...{ occasionKind: 'hours', occasionId: hostId, times: 3, firstDay: days[0] ?? on, lastDay: days[2] ?? on },
    ...{ state: fate === 'half' ? 'open' : fate, aAnswer: ofA.answer, aAt: ofA.at, bAnswer: ofB.answer, bAt: ofB.at },
    ...{ madeAt: `${on}T03:30:00.000Z`, madeBy: null },
  })
  if (tieId === null || saidYesAt === null) return
  story.later(
    saidYesAt,
    () => void story.ledger.set(tieId, halfTie(meeting, { id: tieId, home, other, at: saidYesAt })),
  )
  if (second.at !== null) joinLater(story, { tieId, to: other, at: second.at })
}

const openQuestions = 14

const fateOf = (chance: Chance, { at, isOld }: { at: number; isOld: boolean }): Fate | null => {
  const roll = chance.next()
  if (at < openQuestions) return at % 3 === 2 ? 'half' : 'open'
  if (!isOld || roll >= 0.74) return null
  return roll < 0.7 ? 'confirmed' : 'refused'
}

const isStillThere = ({ last, end }: Home, on: Day): boolean => end.state === 'open' && last > on

/** The youngest questions are still open; of the older ones most had a yes from both, a few a no, and some were never put. */
export const planMeetings = (story: Story, meetings: readonly Meeting[], today: Day): void => {
  const asked = meetings
    .map((meeting) => ({ meeting, on: plusDays(meeting.days[2] ?? today, 1) }))
    .filter(({ meeting: { a, b }, on }) => on < plusDays(today, -7) && isStillThere(a, on) && isStillThere(b, on))
    .sort((x, y) => (x.on < y.on ? 1 : -1))
  asked.forEach(({ meeting, on }, at) => {
    const fate = fateOf(story.chance, { at, isOld: on <= plusDays(today, -16) })
    if (fate !== null) story.later(`${on}T03:30:00.000Z`, () => askMet(story, meeting, { fate, on }))
  })
}
