import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Assessment } from '../../cases/core/assessment.schema.ts'
import { isCovered } from '../../hours/core/cover.ts'
import { Shift } from '../../hours/core/shift.schema.ts'
import { canonicalText } from '../../pacts/core/pact.canonical.ts'
import { Pact, PactState, Review } from '../../pacts/core/pact.schema.ts'
import { defaultPactSettings } from '../../pacts/core/pact.settings.ts'
import { movePact, pactMoves } from '../../pacts/core/pact.ts'
import { Mark } from '../../pacts/core/progress.schema.ts'
import { PactVersion, Signatory } from '../../pacts/core/version.schema.ts'
import { versionMoves } from '../../pacts/core/version.ts'
import { Consent, Household, HouseholdMember, Person, PersonDetail } from '../../persons/core/person.schema.ts'
import { demoBodies } from './bodies.ts'
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
      ...plan.ties.map(({ recordedAt }) => recordedAt),
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

describe('Each tie', () => {
  test('says where it was born, or that it was there before', () => {
    expect(plan.ties.length).toBeGreaterThan(600)
    expect(plan.ties.filter(({ origin, from }) => (origin.kind === 'before') !== (from === null))).toEqual([])
  })
})
