import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { type FoundLink, type FoundNode, type FoundTie, sectorOf } from '../core/network.take.ts'

/** Where a network is taken: within these districts, narrowed to a town, to ties born on one occasion, or to one person. */
export type Place = {
  readonly districts: readonly string[]
  readonly town?: string
  /** Ids of the occasion; of a pact, its shifts' too. */
  readonly origins?: readonly string[]
  readonly personId?: string
  /** Bodies only. */
  readonly bodies?: true
}

type TieRow = Omit<FoundTie, 'a' | 'b' | 'origin'> & {
  a_kind: FoundTie['a']['kind']
  a_id: string | null
  a_label: string
  b_kind: FoundTie['b']['kind']
  b_id: string | null
  b_label: string
  origin_kind: FoundTie['origin']['kind']
  origin_id: string | null
}

const uuids = (ids: readonly string[]): RawBuilder<string[]> => sql`${[...ids]}::uuid[]`

const within = ({ town, origins, personId, bodies }: Place): RawBuilder<unknown> => {
  if (personId !== undefined) return sql`${personId}::uuid in (t.person_id, t.a_id, t.b_id)`
  if (origins) return sql`t.origin_id = any(${uuids(origins)})`
  if (bodies)
    return sql`t.a_kind in ('organisation', 'firm', 'school') and t.b_kind in ('organisation', 'firm', 'school')`
  if (town === undefined) return sql`true`
  const here = sql`select p.id from person p where p.district_id = t.district_id and p.municipality_istat = ${town}`
  return sql`((t.a_kind = 'person' and t.a_id in (${here})) or (t.b_kind = 'person' and t.b_id in (${here})))`
}

/** Every tie of a place that had begun by a day, ended ones included. */
export const tiesIn = async (tx: Tx, place: Place, day: Day): Promise<FoundTie[]> => {
  const { rows } = await sql<TieRow>`
    select t.id, t.a_kind, t.a_id, t.a_label, t.b_kind, t.b_id, t.b_label, t.kind, t.strength, t.direction, t.since, t.until,
      t.evidence, t.origin_kind, t.origin_id, (t.recorded_at at time zone 'Europe/Rome')::date as "recordedOn", t.across
    from tie t where t.district_id = any(${uuids(place.districts)}) and t.since <= ${day}::date and ${within(place)}
    order by t.id`.execute(tx.db)
  return rows.map(({ a_kind, a_id, a_label, b_kind, b_id, b_label, origin_kind, origin_id, ...tie }) => ({
    ...tie,
    a: { kind: a_kind, id: a_id, label: a_label },
    b: { kind: b_kind, id: b_id, label: b_label },
    origin: { kind: origin_kind, id: origin_id },
  }))
}

type NodeRow = Omit<FoundNode, 'kind'> & { what: string }

/** People followed in the place: those without a single tie are part of it. */
const followedIn = ({ districts, town, personId, origins, bodies }: Place, day: Day): RawBuilder<unknown> =>
  personId !== undefined || origins || bodies
    ? sql`select null::uuid as id where false`
    : sql`select distinct c.person_id as id from case_file c join person p on p.district_id = c.district_id and p.id = c.person_id
        where c.district_id = any(${uuids(districts)}) and c.opened_on <= ${day}::date and (c.closed_on is null or c.closed_on > ${day}::date)
        ${town === undefined ? sql`` : sql`and p.municipality_istat = ${town}`}`

/** Who stands in it, as far as the reader may see them: those at an end of a tie, and those followed there on the day. */
export const nodesIn = async (
  tx: Tx,
  place: Place,
  { ids, day }: { ids: readonly string[]; day: Day },
): Promise<FoundNode[]> => {
  const districts = uuids(place.districts)
  const { rows } = await sql<NodeRow>`
    with followed as (${followedIn(place, day)}),
      asked as (select unnest(${uuids(ids)}) as id union select id from followed),
      cases as (select distinct on (c.person_id) c.person_id, c.id as case_id from case_file c join asked on asked.id = c.person_id
        where c.district_id = any(${districts}) order by c.person_id, c.state = 'open' desc, c.opened_on desc)
    select p.id, 'person' as what, p.given_name || ' ' || p.family_name as label, p.birth_date as "birthDate", p.birth_year as "birthYear",
      coalesce(p.municipality_istat, '') as town,
      k.case_id as "caseId", f.id is not null as followed
      from person p join asked using (id) left join followed f on f.id = p.id left join cases k on k.person_id = p.id where p.district_id = any(${districts}) and p.erased_at is null
    union all select h.id, 'household', h.label, null, null, coalesce(h.municipality_istat, ''), null, false
      from household h join asked using (id) where h.district_id = any(${districts})
    union all select o.id, o.kind, o.name, null, null, '', null, false from organisation o join asked using (id)`.execute(
    tx.db,
  )
  return rows.map(({ what, ...node }) => ({
    ...node,
    kind: what === 'person' || what === 'household' ? what : sectorOf(what),
  }))
}

/** Who knows whom by the latest conversation that had ended by a day, as pairs of ties. */
export const linksOf = async (tx: Tx, districtId: string, by: { personId: string; day: Day }): Promise<FoundLink[]> => {
  const { rows } = await sql<FoundLink>`
    with last as (
      select w.id, w.held_on from wave w where w.district_id = ${districtId} and w.person_id = ${by.personId} and w.state = 'done'
        and w.held_on <= ${by.day}::date order by w.number desc limit 1)
    select x.tie_id as a, y.tie_id as b, last.held_on as since, null::date as until
    from last join wave_link l on l.district_id = ${districtId} and l.wave_id = last.id
    join wave_alter x on x.district_id = l.district_id and x.wave_id = l.wave_id and x.id = l.a_id
    join wave_alter y on y.district_id = l.district_id and y.wave_id = l.wave_id and y.id = l.b_id
    where x.tie_id is not null and y.tie_id is not null`.execute(tx.db)
  return rows
}

/** The occasion of an id: its district and name, and the ids by which its ties know it. */
export const occasionOf = async (
  tx: Tx,
  id: string,
): Promise<{ districtId: string; name: string; ids: string[] } | undefined> => {
  const { rows } = await sql<{ districtId: string; name: string; ids: string[] }>`
    select p.district_id as "districtId", p.number as name,
      array[p.id] || array(select s.id from shift s where s.district_id = p.district_id and s.pact_id = p.id) as ids
      from pact p where p.district_id = any(${uuids(tx.districts)}) and p.id = ${id}::uuid
    union all (select t.district_id, '', array[${id}::uuid] from tie t
      where t.district_id = any(${uuids(tx.districts)}) and t.origin_id = ${id}::uuid limit 1)
    limit 1`.execute(tx.db)
  return rows[0]
}
