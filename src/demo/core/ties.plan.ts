import type { Day, Instant } from '../../platform/core/day.ts'
import { sinceOf } from '../../ties/core/wave.ts'
import { type Bond, bodyRecords, bondsPlan, kinPlan } from './bonds.plan.ts'
import { atHour, idOn, plusDays } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Home } from './home.schema.ts'
import { endedIn, erasedAt, madeFrom, revised, toAsk } from './ledger.ts'
import { meetingsPlan } from './meetings.plan.ts'
import { planMeetings } from './met.plan.ts'
import type { PlannedBody, PlannedHousehold, PlannedPerson } from './plan.schema.ts'
import { isTied, joinLater, nameOf, note, reserve, type Story, timeOf, whoOf } from './story.ts'
import { type Talk, talksPlan } from './talks.plan.ts'
import { carriedLabel, labelFor, type ToldPerson, tellWave } from './telling.plan.ts'
import type { PlannedQuestion, PlannedTie, PlannedWave } from './told.schema.ts'

export type TiesFor = {
  readonly homes: readonly Home[]
  readonly households: readonly PlannedHousehold[]
  readonly bodies: readonly PlannedBody[]
  readonly byId: ReadonlyMap<string, PlannedPerson>
  readonly today: Day
}
export type TiesPlan = {
  readonly waves: readonly PlannedWave[]
  readonly ties: readonly PlannedTie[]
  readonly questions: readonly PlannedQuestion[]
}

type Claim = { readonly tieId: string; readonly from: Home; readonly to: Home; readonly on: Day }

/** Somebody told by initials is asked whether it is them; only their own yes joins the two. */
const claim = (story: Story, { tieId, from, to, on }: Claim): void => {
  const { chance, questions } = story
  const madeAt = atHour(plusDays(on, chance.int(1, 4)), 16, chance.int(0, 3))
  const answeredAt = atHour(plusDays(on, chance.int(5, 12)), 17, chance.int(0, 3))
  const fate = chance.weighted<'confirmed' | 'refused' | 'open'>([
    ['confirmed', 92],
    ['refused', 3],
    ['open', 5],
  ])
  const isOpen = fate === 'open'
  questions.push({
    id: idOn(madeAt.slice(0, 10), chance),
    ...{ districtId: from.file.districtId, kind: 'claim', aId: from.file.personId, bId: to.file.personId, tieId },
    ...{ occasionKind: '', occasionId: null, times: 0, firstDay: null, lastDay: null, state: fate },
    ...{ aAnswer: 'yes', aAt: madeAt, madeAt, madeBy: from.pact.pact.tutorId },
    ...{ bAnswer: isOpen ? null : fate === 'confirmed' ? 'yes' : 'no', bAt: isOpen ? null : answeredAt },
  })
  if (fate === 'confirmed') joinLater(story, { tieId, to, at: answeredAt })
}

/** What of a conversation becomes ties: made, revised, ended. */
const settle = (story: Story, { home }: Talk, told: PlannedWave): PlannedWave => {
  const { ledger, chance } = story
  const at = told.touchedAt
  const { heldOn } = told.wave
  const alters = told.alters.map((alter) => {
    const tie = alter.tieId === null ? undefined : ledger.get(alter.tieId)
    if (!tie) {
      const since = sinceOf(alter, { heldOn, caseOpenedOn: home.file.openedOn })
      const id = idOn(heldOn, chance)
      ledger.set(id, madeFrom(alter, { ...whoOf(home), id, since, at, label: nameOf(home) }))
      return { ...alter, tieId: id }
    }
    if (alter.change === 'gone') ledger.set(tie.id, endedIn(tie, alter.until ?? heldOn, at))
    else if (alter.change !== 'unasked') ledger.set(tie.id, revised(tie, alter, { personId: home.file.personId, at }))
    return alter
  })
  return { ...told, alters }
}

/** The first quarter of an hour of the morning; the conversation ends within the hour. */
const morning = (day: Day, chance: Chance): Instant => {
  const [minute, second] = [chance.int(0, 15), chance.int(0, 59)].map((n) => String(n).padStart(2, '0'))
  return `${atHour(day, chance.int(7, 12), 0).slice(0, 14)}${minute}:${second}.000Z`
}
const minutesAfter = (at: Instant, minutes: number): Instant =>
  `${at.slice(0, 14)}${String(Number(at.slice(14, 16)) + minutes).padStart(2, '0')}${at.slice(16)}`

/** A conversation as it is begun. */
const bare = (
  story: Story,
  talk: Talk,
  { before, at }: { before: readonly PlannedWave[]; at: Instant },
): PlannedWave => {
  const { home, moment, heldOn, state } = talk
  const openedAt = at
  const touchedAt = state === 'refused' ? at : minutesAfter(at, 36)
  return {
    wave: {
      id: idOn(heldOn, story.chance),
      ...{ districtId: home.file.districtId, caseId: home.file.id, personId: home.file.personId },
      ...{ number: before.length + 1, moment, heldOn, state, resources: [], version: 1 },
      afterId: before.findLast(({ wave }) => wave.state === 'done')?.wave.id ?? null,
      ...{ touchedBy: home.pact.pact.tutorId, takenAt: openedAt },
      doneAt: state === 'done' ? touchedAt : null,
      labelsErasedAt: state === 'dropped' ? touchedAt : null,
    },
    ...{ openedAt, touchedAt, alters: [], links: [] },
  }
}

const otherOf = ({ a, b }: Bond, home: Home): Home => (a === home ? b : a)

/** Those whom the conversation can tell by initials of their own; the others are not told. */
const bondsToTell = (story: Story, talk: Talk, carried: readonly PlannedTie[]): (ToldPerson & { bond: Bond })[] => {
  const { home, heldOn } = talk
  const labels = carried.map(({ a, b }) => carriedLabel(a.id === home.file.personId ? b : a))
  return (story.telling.get(`${home.file.id} ${heldOn}`) ?? []).flatMap((bond) => {
    const other = otherOf(bond, home)
    const label = labelFor(nameOf(other), labels, home.one.person.givenName)
    if (label === null || isTied(story, home.file.personId, other.file.personId)) return []
    labels.push(label)
    reserve(story, home.file.personId, other.file.personId)
    return [{ bond, label, kind: bond.kind, since: bond.since, origin: bond.origin, setting: bond.setting }]
  })
}

/** Where a tie was born is told only where the product offers it: a pact of the other is a 'pact' to them alone. */
const seenFrom = (home: Home, told: ToldPerson): ToldPerson =>
  told.origin.kind === 'pact' ? { ...told, origin: { kind: 'pact', id: home.pact.pact.id } } : told

const hold = (story: Story, talk: Talk, at: Instant): void => {
  const { home, state } = talk
  const earlier = [...story.waves.values()].filter(({ wave }) => wave.caseId === home.file.id)
  const wave = bare(story, talk, { before: earlier, at })
  if (state === 'refused') return void story.waves.set(wave.wave.id, wave)
  const carried = toAsk(story.ledger.values(), home.file.personId)
  const last = earlier.findLast((one) => one.wave.state === 'done') ?? null
  const bonds = state === 'done' ? bondsToTell(story, talk, carried) : []
  const { alters, links, resources } = tellWave(story.chance.fork(wave.wave.id), {
    ...{ talk, carried, isFirst: last === null },
    before: last && { heldOn: last.wave.heldOn, alters: last.alters },
    told: bonds.map(({ bond: _, ...told }) => seenFrom(home, told)),
  })
  const version = 2 + alters.length + (links.length > 0 ? 1 : 0) + (state === 'open' ? 0 : 1)
  const isLeft = state === 'dropped'
  const kept = { ...wave.wave, version, resources: isLeft ? [] : [...resources] }
  const told = {
    ...wave,
    wave: kept,
    links,
    alters: isLeft ? alters.map((one) => ({ ...one, label: '', setting: '' })) : alters,
  }
  if (state !== 'done') return void story.waves.set(kept.id, told)
  const done = settle(story, talk, told)
  story.waves.set(kept.id, done)
  for (const { bond, label } of bonds) {
    const tieId = done.alters.find((alter) => alter.label === label && alter.change === 'new')?.tieId
    if (tieId) claim(story, { tieId, from: home, to: otherOf(bond, home), on: talk.heldOn })
  }
}

/** The labels of third parties go at the last follow-up of a pact that was lived to its end. */
const eraseIn = (story: Story, { file }: Home, at: Instant): void => {
  for (const [id, tie] of story.ledger) if (tie.caseId === file.id) story.ledger.set(id, erasedAt(tie, at))
  for (const [id, { wave, alters, ...rest }] of story.waves) {
    if (wave.caseId !== file.id || wave.labelsErasedAt !== null) continue
    const bareAlters = alters.map((alter) => ({ ...alter, label: '', setting: '' }))
    story.waves.set(id, {
      ...rest,
      alters: bareAlters,
      wave: { ...wave, labelsErasedAt: at, version: wave.version + 1 },
    })
  }
}

const toldAtMost = 4

/** Which conversation tells a bond: the first one after it began, while the other can still be asked. */
const talkFor = (bond: Bond, talks: readonly Talk[], told: ReadonlyMap<string, readonly Bond[]>): Talk | undefined =>
  talks.find(({ home, heldOn, state }) => {
    if (state !== 'done' || (home !== bond.a && home !== bond.b) || bond.since > heldOn) return false
    const other = otherOf(bond, home)
    const isThere =
      other.file.openedOn <= heldOn && other.last >= plusDays(heldOn, 14) && home.last >= plusDays(heldOn, 14)
    return isThere && (told.get(`${home.file.id} ${heldOn}`)?.length ?? 0) < toldAtMost
  })

const planBonds = (story: Story, bonds: readonly Bond[], talks: readonly Talk[]): void => {
  const inOrder = [...talks].sort((x, y) => (x.heldOn < y.heldOn ? -1 : 1))
  for (const bond of bonds) {
    const talk = talkFor(bond, inOrder, story.telling)
    if (!talk) continue
    const key = `${talk.home.file.id} ${talk.heldOn}`
    story.telling.set(key, [...(story.telling.get(key) ?? []), bond])
  }
}

/** Files that ended without a follow-up to come are forgotten by themselves after so many days. */
const keptDays = 91

/** When third parties' labels go: with the last follow-up, or a while after the file ended otherwise. */
const erasureOf = ({ end, pact }: Home, today: Day): Instant | null => {
  if (end.on === null) return null
  if (end.state === 'closed' && pact.pact.state === 'closed') return `${end.on}T15:30:00.000Z`
  const day = plusDays(end.on, keptDays)
  return day < today ? `${day}T04:40:00.000Z` : null
}

/** Ties as the demo's conversations, questions and notes made them: each by the product's own rules, in the order of time. */
export const tiesPlan = (chance: Chance, { homes, households, bodies, byId, today }: TiesFor): TiesPlan => {
  const { later, run } = timeOf()
  const story: Story = {
    chance,
    later,
    ledger: new Map(),
    waves: new Map(),
    questions: [],
    pairs: new Set(),
    telling: new Map(),
  }
  const talks = talksPlan(chance.fork('talks'), homes)
  const signed = homes.filter(({ pact }) => pact.pact.signedOn !== null)
  const kin = kinPlan(chance.fork('kin'), homes, { households, byId })
  planBonds(story, [...kin, ...bondsPlan(chance.fork('bonds'), signed)], talks)
  for (const talk of talks) {
    const at = morning(talk.heldOn, chance)
    later(at, () => hold(story, talk, at))
  }
  for (const one of bodyRecords(chance.fork('bodies'), signed, { bodies, households }))
    later(`${one.recordedOn}T16:00:00.000Z`, () => note(story, one))
  planMeetings(story, meetingsPlan(signed, today), today)
  for (const home of homes) {
    const at = erasureOf(home, today)
    if (at !== null) later(at, () => eraseIn(story, home, at))
  }
  run()
  return { waves: [...story.waves.values()], ties: [...story.ledger.values()], questions: story.questions }
}
