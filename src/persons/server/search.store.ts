import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import { letterKeys, phoneticKey, searchKey } from '../core/name.ts'
import { reachOf } from '../core/person.policy.ts'
import type { Follower, PersonRow } from '../core/sheet.schema.ts'
import { fiscalIndex } from './personWrite.store.ts'

const uuids = (ids: readonly string[]): RawBuilder<unknown> => sql`${[...ids]}::uuid[]`

/** One of these, however many: told how many, the planner would plan the same question anew at each count. */
const anyOf = (ids: readonly string[]): RawBuilder<string> => sql<string>`any ((select ${uuids(ids)})::uuid[])`

type Needle = { readonly letters: RawBuilder<unknown>; readonly text: string; readonly sound: string | null }

/** What is looked for: the words, how each sounds if that differs, and their letters sorted, for neighbours swapped. */
const needleOf = (q: string): Needle => {
  const text = searchKey(q)
  const sound = text.split(' ').map(phoneticKey).join(' ').trim()
  const letters = letterKeys(q).map((key) => `%~${key} %`)
  return {
    text,
    sound: sound === text || sound === '' ? null : sound,
    letters: sql`${letters.length > 0 ? letters : null}::text[]`,
  }
}

const likest = (tx: Tx, { text, sound, letters }: Needle): RawBuilder<unknown> => {
  const likeness = sql`greatest(word_similarity(${text}, search_key), word_similarity(${sound}, search_key), case when search_key like all (${letters}) then 0.7::real end)`
  return sql`select id, ${likeness} as likeness from person
    where district_id = any (${uuids(tx.districts)}) and id = any (${uuids(tx.actor.persons)}) and merged_into is null and ${likeness} >= 0.45`
}

/** Ids by likeness of name: the whole registry of `districts`, and the actor's own persons besides. */
export const candidatesByName = async (
  tx: Tx,
  { q, districts, atMost }: { q: string; districts: readonly string[]; atMost: number },
): Promise<string[]> => {
  const needle = needleOf(q)
  const { text, sound, letters } = needle
  const registry = sql`select id, likeness from app.person_candidates(${uuids(districts)}, ${text}, ${sound}, ${letters}, ${atMost}) c`
  // a part that finds nobody is left out: asked for all the same, it would be planned anew each time
  const parts = [
    ...(districts.length > 0 ? [registry] : []),
    ...(tx.actor.persons.length > 0 ? [likest(tx, needle)] : []),
  ]
  if (parts.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id, max(likeness) as likeness from (${sql.join(parts, sql` union all `)}) found
    group by id order by likeness desc limit ${atMost}`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Ids of the person with a codice fiscale; whether the reader may see them is for the list to say. */
export const candidatesByCode = async (tx: Tx, code: string, districts: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from app.person_of_code(${uuids(districts)}, ${fiscalIndex(tx, code)}) c`.execute(tx.db)
  return rows.map(({ id }) => id)
}

export type TwinQuestion = {
  readonly districtId: string
  readonly familyName: string
  readonly givenName: string
  readonly birthDate: string | null
  readonly codiceFiscale: string | null
}

/** Ids that may be the same person, and which of them has the codice fiscale. */
export const candidatesForTwins = async (
  tx: Tx,
  asked: TwinQuestion,
): Promise<{ ids: string[]; bearer: string | null }> => {
  const index = asked.codiceFiscale ? fiscalIndex(tx, asked.codiceFiscale) : null
  const [family, given] = [phoneticKey(asked.familyName), phoneticKey(asked.givenName)]
  const { text, sound, letters } = needleOf(`${asked.familyName} ${asked.givenName}`)
  const { rows } = await sql<{ id: string; bears: boolean }>`
    select id, bool_or(bears) as bears from (
      select id, false as bears from app.person_twins(${asked.districtId}::uuid, ${family}, ${given}, ${asked.birthDate}::date, ${index}, 30) t
      union all
      select id, false from app.person_candidates(${uuids([asked.districtId])}, ${text}, ${sound}, ${letters}, 20) c
      union all
      select id, true from app.person_of_code(${uuids([asked.districtId])}, ${index}) b) found
    group by id`.execute(tx.db)
  return { ids: rows.map(({ id }) => id), bearer: rows.find(({ bears }) => bears)?.id ?? null }
}

/** Whom to ask, for people whom the reader may not open. */
export const listFollowers = async (
  tx: Tx,
  districtId: string,
  ids: readonly string[],
): Promise<Map<string, (Follower & { phone: string })[]>> => {
  const found = new Map<string, (Follower & { phone: string })[]>()
  if (ids.length === 0) return found
  const { rows } = await sql<{
    person_id: string
    name: string
    body: string
    body_phone: string
    role: Follower['role']
  }>`
    select * from app.followed_by(${districtId}::uuid, ${uuids(ids)})`.execute(tx.db)
  for (const { person_id, body_phone, ...one } of rows)
    found.set(person_id, [...(found.get(person_id) ?? []), { ...one, phone: body_phone }])
  return found
}

export type ListQuestion = {
  /** Only these, in this order; everybody by name when absent. */
  readonly ids?: readonly string[]
  readonly district?: string | undefined
  readonly municipality?: string | undefined
  readonly followed?: 'yes' | 'no' | undefined
  readonly limit: number
  readonly offset: number
}

const visible = (tx: Tx, { ids, district, municipality, followed }: ListQuestion) =>
  tx.db
    .selectFrom('person')
    .where('person.district_id', '=', anyOf(district ? [district] : tx.districts))
    .where('person.merged_into', 'is', null)
    .$if(ids !== undefined, (query) => query.where('person.id', '=', anyOf(ids ?? [])))
    .$if(municipality !== undefined, (query) => query.where('person.municipality_istat', '=', municipality ?? ''))
    .$if(followed !== undefined, (query) => query.where('person.followed', '=', followed === 'yes'))

/** What the reader may see of the list, with how many there are in all. */
export const listRows = async (tx: Tx, asked: ListQuestion): Promise<{ rows: PersonRow[]; total: number }> => {
  if (asked.ids?.length === 0) return { rows: [], total: 0 }
  const found = await visible(tx, asked)
    .leftJoin('municipality', 'municipality.istat_code', 'person.municipality_istat')
    .select(['person.id', 'person.district_id', 'family_name', 'given_name', 'birth_date', 'birth_year', 'followed'])
    .select('municipality.name as municipality')
    .select((one) => one.fn.countAll<number>().over().as('total'))
    .$if(asked.ids !== undefined, (query) => query.orderBy(sql`array_position(${uuids(asked.ids ?? [])}, person.id)`))
    .$if(asked.ids === undefined, (query) => query.orderBy('person.search_key').orderBy('person.id'))
    .limit(asked.limit)
    .offset(asked.offset)
    .execute()
  const rows = found.map((row): PersonRow => {
    const place = { id: row.id, districtId: row.district_id, followed: row.followed }
    return {
      ...place,
      familyName: row.family_name,
      givenName: row.given_name,
      birthDate: row.birth_date,
      birthYear: row.birth_year,
      municipality: row.municipality,
      whole: reachOf(tx.actor, place) === 'whole',
      followedBy: [],
    }
  })
  return { rows: await withFollowers(tx, rows), total: found[0]?.total ?? 0 }
}

const withFollowers = async (tx: Tx, rows: readonly PersonRow[]): Promise<PersonRow[]> => {
  const closed = rows.filter(({ whole }) => !whole)
  const followers = new Map<string, Follower[]>()
  for (const districtId of new Set(closed.map((row) => row.districtId))) {
    const ids = closed.filter((row) => row.districtId === districtId).map(({ id }) => id)
    for (const [id, names] of await listFollowers(tx, districtId, ids)) followers.set(id, names)
  }
  return rows.map((row) => ({ ...row, followedBy: followers.get(row.id) ?? [] }))
}
