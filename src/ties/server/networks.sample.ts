import { v7 } from 'uuid'
import { crema, type TestHouse } from '../../../bench/house.ts'

/** A person with an open case, written straight into the tables. */
export type Followed = { readonly personId: string; readonly caseId: string }

type Somebody = { district?: string; town?: string | null; born?: string | null; opened?: string }

/** Many people with a case, in one question each. */
export const manyFollowed = async (
  house: TestHouse,
  count: number,
  { district = crema, town = '019035', born = '1980-05-05', opened = '2025-01-01' }: Somebody = {},
): Promise<Followed[]> => {
  const all = Array.from({ length: count }, () => ({ personId: v7(), caseId: v7() }))
  const [persons, cases] = [all.map((one) => one.personId), all.map((one) => one.caseId)]
  await house.sql(
    `insert into person (district_id, id, family_name, given_name, family_key, given_key, search_key, municipality_istat, birth_date, created_at)
     select $1, id, 'Prova' || no, 'Amina', 'prova' || no, 'amina', 'amina prova' || no, $3, $4::date, now()
     from unnest($2::uuid[]) with ordinality as x (id, no)`,
    [district, persons, town, born],
  )
  await house.sql(
    `insert into case_file (district_id, id, person_id, number, state, opened_on)
     select $1, c, p, 'F-' || c, 'open', $4::date from unnest($2::uuid[], $3::uuid[]) as x (c, p)`,
    [district, cases, persons, opened],
  )
  return all
}

export type GivenTie = {
  readonly from: Followed
  /** Another person, a body by its id, or nobody known: a third party. */
  readonly to: Followed | string | null
  readonly kind?: string
  readonly since?: string
  readonly until?: string | null
  readonly origin?: string
  readonly originId?: string | null
  readonly direction?: string
  readonly label?: string
}

const endOf = ({ to, label = 'T.G.' }: GivenTie): { kind: string; id: string | null; label: string } => {
  if (to === null) return { kind: 'alter', id: null, label }
  return typeof to === 'string'
    ? { kind: 'organisation', id: to, label: '' }
    : { kind: 'person', id: to.personId, label: '' }
}

/** Writes ties straight into the table; gives their ids. */
export const manyTies = async (house: TestHouse, given: readonly GivenTie[], district = crema): Promise<string[]> => {
  const rows = given.map((tie) => ({
    district_id: district,
    id: v7(),
    case_id: tie.from.caseId,
    person_id: tie.from.personId,
    a_kind: 'person',
    a_id: tie.from.personId,
    b_kind: endOf(tie).kind,
    b_id: endOf(tie).id,
    b_label: endOf(tie).label,
    kind: tie.kind ?? 'friend',
    strength: 2,
    direction: tie.direction ?? 'mutual',
    since: tie.since ?? '2025-06-01',
    until: tie.until ?? null,
    evidence: 'saidByPerson',
    origin_kind: tie.origin ?? 'before',
    origin_id: tie.originId ?? null,
    recorded_by: tie.from.personId,
    recorded_at: '2025-06-01T09:00:00Z',
  }))
  await house.sql(
    `insert into tie (district_id, id, case_id, person_id, a_kind, a_id, b_kind, b_id, b_label, kind, strength, direction, since, until, evidence,
       origin_kind, origin_id, recorded_by, recorded_at)
     select district_id, id, case_id, person_id, a_kind, a_id, b_kind, b_id, b_label, kind, strength, direction, since, until, evidence,
       origin_kind, origin_id, recorded_by, recorded_at from jsonb_populate_recordset(null::tie, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
  return rows.map(({ id }) => id)
}

export type GivenAlter = {
  readonly tie: string | null
  readonly kind?: string
  readonly change?: string
  readonly closeness?: number
  readonly since?: string
}

/** A conversation that has ended; gives the ids of its alters, in their order. */
export const aDoneWave = async (
  house: TestHouse,
  of: Followed & { number: number; heldOn: string; had?: number; asked?: number; district?: string },
  alters: readonly GivenAlter[],
): Promise<string[]> => {
  const [wave, district] = [v7(), of.district ?? crema]
  await house.sql(
    `insert into wave (district_id, id, case_id, person_id, number, moment, held_on, state, resources_asked, resources_had, opened_by, opened_at, touched_by, touched_at, done_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'done', $8, $9, $4, now(), $4, now(), now())`,
    [
      district,
      wave,
      of.caseId,
      of.personId,
      of.number,
      of.number === 1 ? 'T0' : 'T1',
      of.heldOn,
      of.asked ?? null,
      of.had ?? null,
    ],
  )
  const rows = alters.map(({ tie, kind = 'friend', change = 'new', closeness = 2, since = '2025-01-01' }, at) => ({
    district_id: district,
    wave_id: wave,
    id: v7(),
    case_id: of.caseId,
    person_id: of.personId,
    tie_id: tie,
    change,
    label: 'T.G.',
    kind,
    closeness,
    since,
    origin_kind: 'before',
    place: at + 1,
  }))
  await house.sql(
    `insert into wave_alter (district_id, wave_id, id, case_id, person_id, tie_id, change, label, kind, closeness, since, origin_kind, place)
     select district_id, wave_id, id, case_id, person_id, tie_id, change, label, kind, closeness, since, origin_kind, place
     from jsonb_populate_recordset(null::wave_alter, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
  return rows.map(({ id }) => id)
}

/** Two alters of a conversation who know each other. */
export const theyKnow = async (
  house: TestHouse,
  of: Followed,
  [a, b]: readonly string[],
  district = crema,
): Promise<void> => {
  await house.sql(
    `insert into wave_link (district_id, wave_id, a_id, b_id, case_id, person_id)
     select district_id, wave_id, least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4 from wave_alter where district_id = $5 and id = $1`,
    [a, b, of.caseId, of.personId, district],
  )
}
