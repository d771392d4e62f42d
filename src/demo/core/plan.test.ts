import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Assessment } from '../../cases/core/assessment.schema.ts'
import { NewClass } from '../../centers/core/class.schema.ts'
import { choicesOf } from '../../centers/core/class.ts'
import { isCovered } from '../../hours/core/cover.ts'
import { Shift } from '../../hours/core/shift.schema.ts'
import { Measure } from '../../measures/core/measure.schema.ts'
import { canonicalText } from '../../pacts/core/pact.canonical.ts'
import { Pact, PactState, Review } from '../../pacts/core/pact.schema.ts'
import { defaultPactSettings } from '../../pacts/core/pact.settings.ts'
import { movePact, pactMoves } from '../../pacts/core/pact.ts'
import { Mark } from '../../pacts/core/progress.schema.ts'
import { PactVersion, Signatory } from '../../pacts/core/version.schema.ts'
import { versionMoves } from '../../pacts/core/version.ts'
import { Consent, Household, HouseholdMember, Person, PersonDetail } from '../../persons/core/person.schema.ts'
import { Alter, Wave } from '../../ties/core/wave.schema.ts'
import { demoBodies } from './bodies.ts'
import { daysFromTo } from './calendar.ts'
import { demoMunicipalities } from './municipalities.ts'
import type { PlannedMove, PlannedPact } from './plan.schema.ts'
import { demoPlan } from './plan.ts'

const today = '2026-11-22'
const fingerprintOf = (content: unknown): string => createHash('sha256').update(canonicalText(content)).digest('hex')
const plan = demoPlan({ seed: 'fare legami', today, fingerprintOf })

const states = <T extends string>(items: readonly { state: T }[]): Set<T> => new Set(items.map(({ state }) => state))
const districtsOf = (items: readonly { districtId: string }[]): number =>
  new Set(items.map(({ districtId }) => districtId)).size

describe('The demo programme', () => {
  test('is as large as it was asked to be', () => {
    expect(plan.persons.length).toBeGreaterThanOrEqual(2000)
    expect(plan.households.length).toBeGreaterThanOrEqual(700)
    expect(plan.referrals.length).toBeGreaterThanOrEqual(600)
    expect(plan.pacts.length).toBeGreaterThanOrEqual(320)
    expect(demoMunicipalities).toHaveLength(113)
    expect(demoBodies.length).toBeGreaterThanOrEqual(40)
  })

  test('counts one of a thing as one', () => {
    const units = plan.pacts
      .flatMap(({ versions }) => versions.flatMap(({ content }) => content.supports))
      .filter(({ quantity }) => quantity === 1)
      .map(({ unit }) => unit)
    expect(units).toContain('mese')
    expect(units.filter((unit) => /^(ore|incontri|mesi|settimane|buoni|viaggi|pasti|volte)$/.test(unit))).toEqual([])
  })

  test('has pacts in every state, referrals in every state, and all three districts', () => {
    expect(states(plan.pacts.map(({ pact }) => pact))).toEqual(new Set(PactState.options))
    expect(states(plan.referrals).size).toBe(8)
    expect([districtsOf(plan.cases), districtsOf(plan.referrals)]).toEqual([3, 3])
  })

  test('is the same for the same seed, and another for another', () => {
    const again = demoPlan({ seed: 'fare legami', today, fingerprintOf })
    const other = demoPlan({ seed: 'altro', today, fingerprintOf })
    expect(fingerprintOf(again)).toBe(fingerprintOf(plan))
    expect(fingerprintOf(other)).not.toBe(fingerprintOf(plan))
  })

  test('gives every record an id of its own', () => {
    const ids = [
      ...plan.persons.map(({ person }) => person.id),
      ...plan.households.map(({ household }) => household.id),
      ...plan.referrals.map(({ id }) => id),
      ...plan.cases.flatMap(({ id, notes, appointments }) => [
        id,
        ...notes.map((one) => one.id),
        ...appointments.map((one) => one.id),
      ]),
      ...plan.pacts.flatMap(({ pact, versions, shifts, marks }) => [
        pact.id,
        ...[...versions, ...shifts, ...marks].map(({ id }) => id),
      ]),
      ...plan.ties.map(({ id }) => id),
      ...plan.waves.flatMap(({ wave, alters }) => [wave.id, ...alters.map(({ id }) => id)]),
      ...[...plan.questions, ...plan.surveys, ...plan.measures, ...plan.dues, ...plan.classes].map(({ id }) => id),
      ...plan.accounts.map(({ id }) => id),
    ]
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(plan.pacts.map(({ pact }) => pact.number)).size).toBe(plan.pacts.length)
    expect(new Set(plan.accounts.map(({ username }) => username)).size).toBe(plan.accounts.length)
  })

  test('holds small towns in which few people are met, so that small numbers must be hidden', () => {
    const perTown = new Map<string, number>()
    for (const { file, one } of plan.cases.map((file) => ({
      file,
      one: plan.persons.find(({ person }) => person.id === file.personId),
    })))
      if (file && one)
        perTown.set(one.person.municipalityIstat ?? '', (perTown.get(one.person.municipalityIstat ?? '') ?? 0) + 1)
    expect([...perTown.values()].filter((count) => count < 5).length).toBeGreaterThan(20)
    expect(perTown.get('019036')).toBeGreaterThan(20)
  })
})

describe('Every record of the demo', () => {
  test('has the shape that its room asks for', () => {
    z.array(Person).parse(plan.persons.map(({ person }) => person))
    z.array(PersonDetail).parse(plan.persons.map(({ detail }) => detail))
    z.array(Household).parse(plan.households.map(({ household }) => household))
    z.array(HouseholdMember).parse(plan.households.flatMap(({ members }) => members))
    z.array(Consent).parse(plan.consents)
    z.array(Assessment).parse(plan.cases.flatMap(({ assessments }) => assessments.map(({ assessment }) => assessment)))
    z.array(Pact).parse(plan.pacts.map(({ pact }) => pact))
    z.array(PactVersion).parse(plan.pacts.flatMap(({ versions }) => versions))
    z.array(Signatory).parse(plan.pacts.flatMap(({ signatories }) => signatories))
    z.array(Mark).parse(plan.pacts.flatMap(({ marks }) => marks))
    z.array(Review).parse(plan.pacts.flatMap(({ reviews }) => reviews))
    z.array(Shift).parse(plan.pacts.flatMap(({ shifts }) => shifts))
    z.array(Wave).parse(plan.waves.map(({ wave }) => wave))
    z.array(Alter).parse(plan.waves.flatMap(({ alters }) => alters))
    z.array(Measure).parse(plan.measures.map(({ openedAt: _, doneAt: __, ...measure }) => measure))
    z.array(NewClass).parse(
      plan.classes.map(({ name, schoolYear, purpose, pupils }) => ({ name, schoolYear, purpose, pupils })),
    )
  })

  test('leaves no slot of a text unfilled', () => {
    expect(JSON.stringify(plan).match(/\{[a-z]\w*\}/gi)).toBeNull()
  })

  test('happened before today, and within two years and a little', () => {
    const happened = [
      ...plan.persons.map(({ person }) => person.createdAt),
      ...plan.consents.map(({ givenAt }) => givenAt),
      ...plan.referrals.flatMap(({ receivedAt, moves }) => [receivedAt, ...moves.map(({ at }) => at)]),
      ...plan.cases.flatMap(({ openedOn, notes, glassBreaks, closedOn }) => [
        openedOn,
        ...(closedOn ? [closedOn] : []),
        ...[...notes, ...glassBreaks].map(({ at }) => at),
      ]),
      ...plan.cases.flatMap(({ appointments }) =>
        appointments.filter(({ state }) => state !== 'planned').map(({ startsAt }) => startsAt),
      ),
      ...plan.pacts.flatMap(({ createdAt, moves, versionMoves: ofVersions, marks }) => [
        createdAt,
        ...[...moves, ...ofVersions, ...marks].map(({ at }) => at),
      ]),
      ...plan.pacts.flatMap(({ signatories }) => signatories.flatMap(({ signedAt }) => signedAt ?? [])),
      ...plan.pacts.flatMap(({ reviews, followUps }) =>
        [...reviews, ...followUps].flatMap(({ heldOn }) => heldOn ?? []),
      ),
      ...plan.pacts.flatMap(({ shifts }) => shifts.flatMap(({ confirmedAt }) => confirmedAt ?? [])),
      ...plan.ties.flatMap(({ recordedAt, revisedAt }) => [recordedAt, revisedAt]),
      ...plan.waves.flatMap(({ openedAt, touchedAt }) => [openedAt, touchedAt]),
      ...plan.questions.flatMap(({ madeAt, aAt, bAt }) => [madeAt, aAt ?? [], bAt ?? []].flat()),
      ...plan.surveys.flatMap(({ answers, closedAt }) => [
        ...answers.map(({ at }) => at),
        ...(closedAt ? [closedAt] : []),
      ]),
      ...plan.measures.flatMap(({ openedAt, doneAt }) => [openedAt, ...(doneAt ? [doneAt] : [])]),
      ...plan.dues.flatMap(({ settledAt }) => settledAt ?? []),
      ...plan.classes.flatMap(({ waves }) => waves.flatMap(({ openedAt, closesAt }) => [openedAt, closesAt])),
    ]
    expect(happened.filter((at) => at.slice(0, 10) >= today)).toEqual([])
    expect(happened.filter((at) => at < '2024-10-01')).toEqual([])
  })
})

const freshDraft = (pact: Pact): Pact => ({
  ...pact,
  state: 'draft',
  stateSince: pact.stateSince,
  versionInForce: null,
  startsOn: null,
  endsOn: null,
  extensions: 0,
  closedOn: null,
})

/** One planned move through the table of the pacts room, as the product would make it that day. */
const replay = (one: PlannedPact, pact: Pact, { move, from, on, by, asked }: PlannedMove): Pact => {
  expect(pact.state).toBe(from)
  const [version] = one.versions
  if (!version) throw new Error(`${pact.number} has no text`)
  const assessment = plan.cases.find(({ id }) => id === pact.caseId)?.assessments[0]?.assessment ?? null
  const signatories = one.signatories.filter(({ versionId }) => versionId === version.id)
  const context = {
    today: on,
    settings: defaultPactSettings,
    version,
    assessment,
    signatories,
    reviews: one.reviews,
    laterCovers: [],
    actorId: by,
    asked,
  }
  const outcome = movePact(pact, move, context)
  if (!outcome.ok) throw new Error(`${pact.number} ${move} ${outcome.refusal.code}`)
  return outcome.value
}

describe('Each pact of the demo', () => {
  test('comes to its state by moves that the table allows', () => {
    for (const one of plan.pacts) {
      const { pact, moves } = one
      const days = moves.map(({ on }) => on)
      expect(days).toEqual([...days].sort())
      expect(moves.map(({ move }) => pactMoves[move].to)).toEqual(moves.map(({ to }) => to))
      const replayed = moves.reduce((at, move) => replay(one, at, move), freshDraft(pact))
      expect([replayed.state, replayed.stateSince, replayed.endsOn]).toEqual([pact.state, pact.stateSince, pact.endsOn])
    }
  })

  test('has at most one text in force, and moves its later texts by their table', () => {
    for (const { versions, versionMoves: made } of plan.pacts) {
      expect(versions.filter(({ state }) => state === 'inForce').length).toBeLessThanOrEqual(1)
      for (const { number, id, state } of versions.filter(({ number }) => number > 1)) {
        const ends = made.filter(({ versionId }) => versionId === id).map(({ move }) => versionMoves[move].to)
        expect([number > 1, ends.at(-1) ?? 'draft']).toEqual([true, state])
      }
    }
    expect(plan.pacts.filter(({ versions }) => versions.length > 1).length).toBeGreaterThan(15)
    expect(plan.pacts.some(({ versions }) => versions.length > 2)).toBe(true)
  })

  test('confirms no shift on a day without cover', () => {
    const confirmed = plan.pacts.flatMap(({ versions, shifts }) => {
      const given = versions.flatMap(({ content }) => content.giveBack)
      return shifts
        .filter(({ state }) => state === 'confirmed')
        .map(({ day, giveBackId }) => ({ day, covers: given.find(({ id }) => id === giveBackId)?.covers ?? [] }))
    })
    expect(confirmed.length).toBeGreaterThan(1000)
    expect(confirmed.filter(({ day, covers }) => !isCovered(covers, day))).toEqual([])
  })

  test('does not sound like the others', () => {
    const texts = plan.pacts.map(({ versions }) =>
      JSON.stringify([
        versions[0]?.content.goals.map(({ words }) => words),
        versions[0]?.content.commitments.map(({ text }) => text),
      ]),
    )
    expect(new Set(texts).size / texts.length).toBeGreaterThan(0.98)
  })
})

describe('A call for a hand', () => {
  test('without a permission is never a person', () => {
    const anonymous = plan.referrals.filter(({ permission }) => permission !== 'given')
    expect(anonymous.length).toBeGreaterThan(20)
    expect(anonymous.filter(({ personId }) => personId !== null)).toEqual([])
  })

  test('is sometimes late, sometimes urgent, and mostly in time', () => {
    const waiting = plan.referrals.filter(({ state }) => state === 'signalled')
    const late = waiting.filter(({ firstContactDue }) => firstContactDue < today)
    expect(late.length).toBeGreaterThan(2)
    expect(late.length).toBeLessThan(waiting.length / 2)
    expect(waiting.some(({ urgent }) => urgent)).toBe(true)
  })
})

describe('Ties', () => {
  test('are told twice by 250 persons with a pact, about half a year apart, and by some of them again', () => {
    const done = new Map<string, string[]>()
    for (const { wave } of plan.waves)
      if (wave.state === 'done') done.set(wave.personId, [...(done.get(wave.personId) ?? []), wave.heldOn])
    const twice = [...done.values()].filter((days) => days.length > 1)
    const signed = new Set(plan.pacts.filter(({ pact }) => pact.signedOn !== null).map(({ pact }) => pact.personId))
    expect(twice).toHaveLength(250)
    expect([...done].filter(([id, days]) => days.length > 1 && !signed.has(id))).toEqual([])
    expect(twice.filter((days) => days.length > 2).length).toBeGreaterThan(30)
    const apart = twice.map(([first = '', second = '']) => daysFromTo(first, second)).sort((a, b) => a - b)
    expect(apart[0]).toBeGreaterThanOrEqual(28)
    expect(apart[Math.floor(apart.length / 2)]).toBeGreaterThan(90)
  })

  test('are conversations in every state: ended, open, left, and refused by the person', () => {
    expect(states(plan.waves.map(({ wave }) => wave))).toEqual(new Set(['done', 'open', 'dropped', 'refused']))
    const first = plan.waves.filter(({ wave }) => wave.state === 'done' && wave.moment === 'T0')
    const counts = first.map(({ alters }) => alters.length)
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([3, 9])
  })

  test('join persons with persons, and persons with bodies, in all three districts; some are over', () => {
    const between = (kinds: readonly string[]) => plan.ties.filter(({ b }) => kinds.includes(b.kind))
    const [persons, bodies] = [between(['person']), between(['organisation', 'firm', 'school'])]
    expect(persons.length).toBeGreaterThan(380)
    expect(bodies.length).toBeGreaterThan(400)
    expect([districtsOf(persons), districtsOf(bodies)]).toEqual([3, 3])
    for (const some of [persons, bodies]) {
      expect(new Set(some.map(({ origin }) => origin.kind))).toEqual(new Set(['before', 'hours', 'pact']))
      expect(some.filter(({ until }) => until !== null).length).toBeGreaterThan(40)
    }
  })

  test('are asked about by the registers: some wait for an answer, some were confirmed, a few refused', () => {
    const met = plan.questions.filter(({ kind }) => kind === 'met')
    expect(met.filter(({ state }) => state === 'open')).toHaveLength(14)
    expect(met.filter(({ state }) => state === 'confirmed').length).toBeGreaterThan(40)
    expect(met.filter(({ state }) => state === 'refused').length).toBeGreaterThan(0)
  })
})

describe('Every district', () => {
  test('has asked its bodies three times, a year apart, ever more of whom know each other; the last time is open', () => {
    for (const { id } of plan.districts) {
      const surveys = plan.surveys.filter(({ districtId }) => districtId === id)
      expect(surveys.map(({ closedAt }) => closedAt === null)).toEqual([false, false, true])
      const shares = surveys.map(
        ({ invites }) => invites.filter(({ finishedAt }) => finishedAt !== null).length / invites.length,
      )
      expect(shares.filter((share) => share < 0.55 || share > 0.9)).toEqual([])
      const perBody = surveys.map(({ answers, invites }) => answers.length / invites.length)
      expect(perBody).toEqual([...perBody].sort((a, b) => a - b))
    }
  })

  test('has a teacher with a class that was asked twice, and one that is prepared', () => {
    for (const { id } of plan.districts) {
      const [asked, prepared] = plan.classes.filter(({ districtId }) => districtId === id)
      expect([asked?.waves.length, prepared?.waves.length]).toEqual([2, 0])
      const [first, second] = (asked?.waves ?? []).map(({ answers }) => choicesOf(answers, asked?.pupils ?? 0))
      expect([first?.mutual.length ?? 0, second?.mutual.length ?? 0].filter((pairs) => pairs < 5)).toEqual([])
      expect(first?.alone.length).toBeGreaterThan(second?.alone.length ?? 0)
    }
  })
})

describe('What is measured', () => {
  test('has results of some two hundred persons, and moments that wait, are late, or were refused', () => {
    const persons = new Set(plan.measures.map(({ personId }) => personId))
    expect([persons.size > 190, persons.size < 230]).toEqual([true, true])
    expect(new Set(plan.measures.map(({ moment }) => moment))).toEqual(new Set(['T0', 'T1', 'T2', 'T3']))
    expect(states(plan.dues)).toEqual(new Set(['waiting', 'done', 'refused', 'cancelled']))
    expect(plan.dues.some(({ state, due }) => state === 'waiting' && due < today)).toBe(true)
  })
})
