import type { Selectable } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DB } from '../../../database/schema.ts'
import { notBefore } from '../../platform/core/day.ts'
import { transact } from '../../platform/server/transact.ts'
import { NewTie } from '../../ties/core/tie.schema.ts'
import { whyNotTie } from '../../ties/core/tie.ts'
import { Alter, type Link, ResourceAnswers } from '../../ties/core/wave.schema.ts'
import {
  resourceCounts,
  sinceOf,
  strengthOf,
  tidyLinks,
  whyNotAlter,
  whyNotDone,
  whyNotHeldOn,
} from '../../ties/core/wave.ts'
import { suggestTies } from '../../ties/server/tie.jobs.ts'
import { type DemoHouse, openDemo } from './demo.sample.ts'

let house: DemoHouse
type Rows<K extends keyof DB> = Selectable<DB[K]>[]
type Row<K extends keyof DB> = Rows<K>[number]
const all = <K extends keyof DB>(table: K, rest = ''): Promise<Rows<K>> => house.ask(`select * from ${table} ${rest}`)

type Told = { readonly wave: Row<'wave'>; readonly alters: readonly Alter[]; readonly links: readonly Link[] }
let told: Told[]
let ties: Map<string, Row<'tie'>>
let cases: Map<string, Row<'case_file'>>
let persons: Map<string, Row<'person'>>
/** What may be the birthplace of a tie, by case: the day from which it may be told. */
let occasions: Map<string, string>

const toAlter = (row: Row<'wave_alter'>): Alter =>
  Alter.parse({
    ...{
      id: row.id,
      tieId: row.tie_id,
      change: row.change,
      label: row.label,
      kind: row.kind,
      closeness: row.closeness,
    },
    ...{
      angle: row.angle,
      often: row.often,
      helps: row.helps,
      direction: row.direction,
      since: row.since,
      until: row.until,
    },
    ...{ origin: { kind: row.origin_kind, id: row.origin_id }, setting: row.setting },
  })

const occasionsOf = (): Promise<{ key: string; day: string }[]> =>
  house.ask(`
    select case_id || ' pact ' || id as key, created_at::date as day from pact
    union all select case_id || ' hours ' || id, day from shift where state <> 'cancelled'
    union all select id || ' referral ' || referral_id, opened_on from case_file where referral_id is not null`)

beforeAll(async () => {
  house = await openDemo()
  const alters = Map.groupBy(await all('wave_alter', 'order by place'), (row) => row.wave_id)
  const links = Map.groupBy(await all('wave_link', 'order by a_id, b_id'), (row) => row.wave_id)
  told = (await all('wave', 'order by opened_at, id')).map((wave) => ({
    wave,
    alters: (alters.get(wave.id) ?? []).map(toAlter),
    links: (links.get(wave.id) ?? []).map((row): Link => [row.a_id, row.b_id]),
  }))
  ties = new Map((await all('tie')).map((row) => [row.id, row]))
  cases = new Map((await all('case_file')).map((row) => [row.id, row]))
  persons = new Map((await all('person')).map((row) => [row.id, row]))
  occasions = new Map((await occasionsOf()).map(({ key, day }) => [key, day]))
})
afterAll(() => house.close())

const done = (): Told[] => told.filter(({ wave }) => wave.state === 'done')
const isNew = ({ change }: Alter): boolean => change === 'new'
const before = ({ wave }: Told): Told | undefined => told.find((one) => one.wave.id === wave.after_id)

/** Why the product would not have let an alter be told so, in the words of its own rules. */
const whyNot = ({ wave, alters }: Told, alter: Alter): string | null =>
  whyNotAlter(isNew(alter) ? { ...alter, tieId: null } : alter, {
    heldOn: wave.held_on,
    person: persons.get(wave.person_id)?.given_name ?? '',
    others: alters.filter(({ id }) => id !== alter.id),
    kept: isNew(alter) ? null : alter,
    isOccasion: ({ kind, id }) => (occasions.get(`${wave.case_id} ${kind} ${id}`) ?? '9999') <= wave.held_on,
  })

describe('every conversation about ties', () => {
  test('follows the last one that was ended, on a day that may be', () => {
    for (const one of told) {
      const last = before(one)
      expect(one.wave.number).toBe(
        1 + told.filter(({ wave }) => wave.person_id === one.wave.person_id && wave.number < one.wave.number).length,
      )
      expect(whyNotHeldOn(one.wave.held_on, { after: last?.wave.held_on ?? null, today: house.today })).toBeNull()
      expect(one.wave.held_on >= (cases.get(one.wave.case_id)?.opened_on ?? '9999')).toBe(true)
      if (last) expect([last.wave.state, last.wave.person_id]).toEqual(['done', one.wave.person_id])
    }
  })

  test('tells nobody whom the rules would not let be told, and no name', () => {
    const kept = told.filter(({ wave }) => wave.labels_erased_at === null)
    expect(kept.flatMap((one) => one.alters.flatMap((alter) => whyNot(one, alter) ?? []))).toEqual([])
    const erased = told.filter(({ wave }) => wave.labels_erased_at !== null)
    expect(erased.length).toBeGreaterThan(20)
    expect(erased.flatMap(({ alters }) => alters.filter(({ label }) => label !== ''))).toEqual([])
  })

  test('could be ended where it was, with links that the rules tidy no further', () => {
    for (const { wave, alters, links } of told) {
      const ids = alters.map(({ id }) => id)
      expect(tidyLinks(links, ids)).toEqual({ ok: true, value: links })
      if (wave.state === 'done') expect(whyNotDone({ state: 'open' }, alters)).toEqual({ ok: true, value: null })
    }
  })

  test('keeps whom one could ask for a hand sealed, and beside it no more than how many', () => {
    for (const { wave } of told) {
      if (wave.resources_sealed === null) continue
      const text = house.services.secrets.open('wave.resources', wave.id, wave.resources_sealed)
      const { asked, had } = resourceCounts(ResourceAnswers.parse(JSON.parse(text)))
      expect([asked, had]).toEqual([wave.resources_asked, wave.resources_had])
    }
    expect(done().filter(({ wave }) => wave.resources_asked !== 10)).toEqual([])
  })

  test('begins with every tie that the person told or said yes to and that was alive, and with no other', () => {
    for (const { wave, alters } of told.filter(({ wave: { state } }) => state !== 'refused')) {
      const gone = new Map(
        done().flatMap((one) =>
          one.alters.flatMap((alter) => (alter.change === 'gone' ? [[alter.tieId, one.wave.opened_at] as const] : [])),
        ),
      )
      const isAsked = (tie: Row<'tie'>): boolean => {
        const isTheirs =
          (tie.a_id === wave.person_id && tie.person_id === wave.person_id) ||
          (tie.b_id === wave.person_id && tie.b_said_at !== null && tie.b_said_at < wave.opened_at)
        const isOver = tie.until !== null && (gone.get(tie.id) ?? '') < wave.opened_at
        const isErased = tie.labels_erased_at !== null && tie.labels_erased_at < wave.opened_at
        return isTheirs && tie.recorded_at < wave.opened_at && !isOver && !isErased
      }
      const asked = [...ties.values()].filter(isAsked).map(({ id }) => id)
      expect(
        alters
          .filter((alter) => !isNew(alter))
          .map(({ tieId }) => tieId)
          .sort(),
      ).toEqual(asked.sort())
    }
  })
})

const turned = { gives: 'receives', receives: 'gives', mutual: 'mutual' } as const
const stateOf = ({ kind, strength, often, helps, direction }: Row<'tie'>) => ({
  kind,
  strength,
  often,
  helps,
  direction,
})

/** How a tie stands after a telling. */
const toldState = (tie: Row<'tie'>, alter: Alter, personId: string) => ({
  kind: alter.kind,
  strength: alter.closeness === null ? null : strengthOf(alter.closeness),
  often: alter.often,
  helps: alter.helps,
  direction: tie.b_id === personId ? turned[alter.direction] : alter.direction,
})

/** Whether it ended after it was written down. */
const toldLater = ({ until, recorded_at }: Row<'tie'>): boolean => until !== null && until > recorded_at.slice(0, 10)

describe('every tie', () => {
  test('that a conversation made began when it was told to begin, of that person, by that very word', () => {
    const tellings = done().flatMap(({ wave, alters }) => alters.filter(isNew).map((alter) => ({ wave, alter })))
    for (const { wave, alter } of tellings) {
      const tie = ties.get(alter.tieId ?? '')
      const caseOpenedOn = cases.get(wave.case_id)?.opened_on ?? ''
      expect([tie?.case_id, tie?.a_id, tie?.recorded_at]).toEqual([wave.case_id, wave.person_id, wave.done_at])
      expect(tie?.since).toBe(sinceOf(alter, { heldOn: wave.held_on, caseOpenedOn }))
      expect([tie?.origin_kind, tie?.origin_id]).toEqual([alter.origin.kind, alter.origin.id])
    }
    const named = tellings.filter(({ wave }) => wave.labels_erased_at === null)
    const words = named.map(({ alter }) => ({ tie: ties.get(alter.tieId ?? ''), alter }))
    expect(words.filter(({ tie, alter }) => tie?.setting !== alter.setting)).toEqual([])
    expect(words.filter(({ tie, alter }) => tie?.b_kind === 'alter' && tie.b_label !== alter.label)).toEqual([])
  })

  test('stands as it was last told, and is over where somebody told that it is', () => {
    const tellings = done().flatMap(({ wave, alters }) => alters.map((alter) => ({ wave, alter })))
    const asked = tellings.filter(({ alter }) => alter.change !== 'unasked')
    const last = new Map(asked.filter(({ alter }) => alter.change !== 'gone').map((one) => [one.alter.tieId, one]))
    const gone = new Map(asked.filter(({ alter }) => alter.change === 'gone').map((one) => [one.alter.tieId, one]))
    expect([last.size > 2000, gone.size > 250]).toEqual([true, true])
    for (const tie of ties.values()) {
      const [telling, end] = [last.get(tie.id), gone.get(tie.id)]
      if (telling) expect(stateOf(tie)).toEqual(toldState(tie, telling.alter, telling.wave.person_id))
      if (end) expect(tie.until).toBe(notBefore(end.alter.until ?? end.wave.held_on, tie.since))
      else expect(toldLater(tie)).toBe(false)
    }
  })

  test('that a worker wrote down could have been recorded by the product', async () => {
    const made = new Set(done().flatMap(({ alters }) => alters.filter(isNew).map(({ tieId }) => tieId)))
    const asked = new Set((await all('tie_question', `where kind = 'met'`)).map(({ tie_id }) => tie_id))
    const noted = [...ties.values()].filter(({ id }) => !made.has(id) && !asked.has(id))
    expect(noted.length).toBeGreaterThan(400)
    const wrong = noted.map((row) =>
      whyNotTie(
        NewTie.parse({
          a: { kind: row.a_kind, id: row.a_id, label: row.a_label },
          b: { kind: row.b_kind, id: row.b_id, label: row.b_label },
          ...{ kind: row.kind, strength: row.strength, frequency: row.frequency, direction: row.direction },
          ...{
            since: row.since,
            until: toldLater(row) ? null : row.until,
            evidence: row.evidence,
            setting: row.setting,
          },
          origin: { kind: row.origin_kind, id: row.origin_id },
        }),
        row.recorded_at.slice(0, 10),
      ),
    )
    expect(wrong.filter((code) => code !== null)).toEqual([])
  })

  test('names no third party after the last follow-up', async () =>
    expect(
      await house.count(
        `tie where labels_erased_at is not null and b_kind = 'alter' and b_label || setting || frequency <> ''`,
      ),
    ).toBe(0))

  test('between two persons is there once, and both have a record in the same district', async () => {
    expect(
      await house.count(
        `(select least(a_id, b_id), greatest(a_id, b_id) from tie where a_kind = 'person' and b_kind = 'person' group by 1, 2 having count(*) > 1) x`,
      ),
    ).toBe(0)
    expect(
      await house.count(
        `tie t where t.b_kind = 'person' and not exists (select 1 from person p where p.district_id = t.district_id and p.id = t.b_id)`,
      ),
    ).toBe(0)
  })
})

describe('every question about a tie', () => {
  test('joined two persons where both said yes, and nobody else', async () => {
    const joined = `exists (select 1 from tie t where t.district_id = q.district_id and t.id = q.tie_id and t.evidence = 'saidByBoth'
      and least(t.a_id, t.b_id) = least(q.a_id, q.b_id) and greatest(t.a_id, t.b_id) = greatest(q.a_id, q.b_id))`
    expect(
      await house.count(`tie_question q where (q.a_answer = 'yes' and q.b_answer = 'yes') <> (q.state = 'confirmed')`),
    ).toBe(0)
    expect(await house.count(`tie_question q where q.state = 'confirmed' and not ${joined}`)).toBe(0)
    expect(await house.count(`tie_question q where q.state <> 'confirmed' and ${joined}`)).toBe(0)
  })

  test('of the registers names two who were at the same host on three days', async () =>
    expect(
      await house.count(
        `tie_question q where q.kind = 'met' and 3 > (select count(distinct x.day) from shift x join shift y
           on y.district_id = x.district_id and y.host_organisation_id = x.host_organisation_id and y.day = x.day and y.state = 'confirmed'
         where x.district_id = q.district_id and x.state = 'confirmed' and x.host_organisation_id = q.occasion_id
           and x.person_id = q.a_id and y.person_id = q.b_id and x.day between q.first_day and q.last_day)`,
      ),
    ).toBe(0))

  test('leaves some pairs for the registers to ask about the next night, each once', async () => {
    const asked = await house.count('tie_question')
    const suggest = () => transact(house.services, { by: 'system' }, ({ tx }) => suggestTies(tx, {}))
    await suggest()
    const now = await house.count('tie_question')
    expect(now - asked).toBeGreaterThan(5)
    await suggest()
    expect(await house.count('tie_question')).toBe(now)
  })
})
