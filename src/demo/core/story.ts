import type { Instant } from '../../platform/core/day.ts'
import type { Bond, NotedTie } from './bonds.plan.ts'
import { atHour, idOn } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Home } from './home.schema.ts'
import { joined } from './ledger.ts'
import type { PlannedQuestion, PlannedTie, PlannedWave } from './told.schema.ts'

/** All that happens to ties, in the order of time: what one moment does, a later one finds. */
export type Story = {
  readonly chance: Chance
  readonly ledger: Map<string, PlannedTie>
  readonly waves: Map<string, PlannedWave>
  readonly questions: PlannedQuestion[]
  /** Who is tied to whom, or was asked about it. */
  readonly pairs: Set<string>
  /** Bonds that a conversation tells, by case and day. */
  readonly telling: Map<string, Bond[]>
  readonly later: (at: Instant, run: () => void) => void
}

export const nameOf = ({ one }: Home): string => `${one.person.givenName} ${one.person.familyName}`
const calledOf = ({ one }: Home): string => `${one.person.givenName} ${one.person.familyName.charAt(0)}.`
export const initialsWithStops = ({ one }: Home): string =>
  `${one.person.givenName.charAt(0)}.${one.person.familyName.charAt(0)}.`.toUpperCase()
export const whoOf = ({ file, pact }: Home) => ({
  districtId: file.districtId,
  caseId: file.id,
  personId: file.personId,
  recordedBy: pact.pact.tutorId,
})

const pairOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`)

/** Two are tied at most once, and asked about each other at most once. */
export const isTied = ({ pairs }: Story, one: string, other: string): boolean => pairs.has(pairOf(one, other))
export const reserve = ({ pairs }: Story, one: string, other: string): void => void pairs.add(pairOf(one, other))

/** A worker writes down a tie to a body. */
export const note = (story: Story, noted: NotedTie): void => {
  const { home, household, other, kind, since, until, origin, direction, frequency, setting, recordedOn } = noted
  const one = household ?? { id: home.file.personId, label: nameOf(home) }
  if (isTied(story, one.id, other.id)) return
  reserve(story, one.id, other.id)
  const at = atHour(recordedOn, 16, story.chance.int(0, 3))
  const id = idOn(recordedOn, story.chance)
  story.ledger.set(id, {
    ...whoOf(home),
    ...{ id, kind, since, until, origin, direction, frequency, setting },
    a: { kind: household ? 'household' : 'person', id: one.id, label: one.label },
    b: other,
    strength: story.chance.int(1, 3),
    ...{ often: '', helps: [], evidence: 'saidByPerson' },
    ...{ recordedAt: at, revisedAt: at, labelsErasedAt: null, aSaidAt: null, bSaidAt: null },
  })
}

/** A later yes of the other end joins the two. */
export const joinLater = (
  { ledger, later }: Story,
  { tieId, to, at }: { readonly tieId: string; readonly to: Home; readonly at: Instant },
): void =>
  later(at, () => {
    const tie = ledger.get(tieId)
    if (tie) ledger.set(tieId, joined(tie, { id: to.file.personId, called: calledOf(to) }, at))
  })

type Event = { readonly at: Instant; readonly no: number; readonly run: () => void }

/** Runs what is planned in the order of time; what happens may plan more. */
export const timeOf = (): { later: Story['later']; run: () => void } => {
  const events: Event[] = []
  let no = 0
  const isBefore = (x: Event, y: Event): boolean => x.at < y.at || (x.at === y.at && x.no < y.no)
  const later: Story['later'] = (at, run) => {
    const event = { at, run, no: no++ }
    const place = events.findLastIndex((one) => !isBefore(one, event))
    events.splice(place + 1, 0, event)
  }
  const run = (): void => {
    for (let next = events.pop(); next; next = events.pop()) next.run()
  }
  return { later, run }
}
