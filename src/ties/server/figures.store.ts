import { sql } from 'kysely'
import type { Day } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { RawFigures } from '../core/figures.ts'
import type { FoundWave } from '../core/figures.waves.ts'
import type { ScopeKind } from '../core/network.schema.ts'
import type { FoundLink } from '../core/network.take.ts'
import type { Place } from './network.store.ts'

export type FiguresOf = {
  readonly districtId: string
  readonly kind: ScopeKind
  readonly id: string
  readonly day: Day
  readonly from: Day
}

/** A fingerprint of all that figures between two days are counted from, district by district in the order of their ids. */
export const networkState = async (
  tx: Tx,
  districts: readonly string[],
  { day, from }: { day: Day; from: Day },
): Promise<string> => {
  const { rows } = await sql<{ state: string }>`
    select state from app.network_state(${[...districts]}::uuid[], ${day}::date, ${from}::date) order by district_id`.execute(
    tx.db,
  )
  return rows.map(({ state }) => state).join(' ')
}

/** Figures that were counted from the same records. */
export const findFigures = async (tx: Tx, of: FiguresOf, fingerprint: string): Promise<RawFigures | undefined> => {
  const row = await tx.db
    .selectFrom('network_figures')
    .select('figures')
    .where('district_id', '=', of.districtId)
    .where('scope_kind', '=', of.kind)
    .where('scope_id', '=', of.id)
    .where('day', '=', of.day)
    .where('from_day', '=', of.from)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row && (row.figures as unknown as RawFigures)
}

/** Keeps figures beside what they were counted from; those of the same scope that nobody counted for three months go. */
export const keepFigures = async (
  tx: Tx,
  of: FiguresOf,
  counted: { fingerprint: string; figures: RawFigures },
): Promise<void> => {
  await sql`
    insert into network_figures (district_id, scope_kind, scope_id, day, from_day, fingerprint, figures, counted_at)
    values (${of.districtId}, ${of.kind}, ${of.id}, ${of.day}, ${of.from}, ${counted.fingerprint}, ${JSON.stringify(counted.figures)}::jsonb, ${tx.now})
    on conflict (district_id, scope_kind, scope_id, day, from_day)
    do update set fingerprint = excluded.fingerprint, figures = excluded.figures, counted_at = excluded.counted_at`.execute(
    tx.db,
  )
  await sql`delete from network_figures where district_id = ${of.districtId} and scope_kind = ${of.kind} and scope_id = ${of.id}
    and counted_at < ${tx.now}::timestamptz - interval '90 days'`.execute(tx.db)
}

const ofPeople = ({ town, personId }: Place) => {
  if (personId !== undefined) return sql`and w.person_id = ${personId}::uuid`
  if (town === undefined) return sql``
  return sql`and exists (select 1 from person p where p.district_id = w.district_id and p.id = w.person_id and p.municipality_istat = ${town})`
}

/** Conversations of a place that had ended by a day, with their alters. */
export const wavesIn = async (tx: Tx, place: Place, day: Day): Promise<FoundWave[]> => {
  if (place.bodies || place.origins) return []
  const { rows } = await sql<FoundWave>`
    select w.person_id as "personId", w.district_id as "districtId", w.number, w.held_on as "heldOn",
      w.resources_asked as asked, w.resources_had as had,
      array(select distinct k.kind from pact k where k.district_id = w.district_id and k.person_id = w.person_id and k.signed_on <= ${day}::date order by 1) as "pactKinds",
      coalesce((select jsonb_agg(jsonb_build_object('tieId', a.tie_id, 'kind', a.kind, 'change', a.change, 'closeness', a.closeness, 'since', a.since) order by a.place)
        from wave_alter a where a.district_id = w.district_id and a.wave_id = w.id), '[]') as alters
    from wave w where w.district_id = any(${[...place.districts]}::uuid[]) and w.state = 'done' and w.held_on <= ${day}::date ${ofPeople(place)}
    order by w.person_id, w.number`.execute(tx.db)
  return rows
}

/** Who knows whom, by the latest conversation of each person of a place that had ended by a day. */
export const knowsIn = async (tx: Tx, place: Place, day: Day): Promise<FoundLink[]> => {
  if (place.bodies || place.origins) return []
  const { rows } = await sql<FoundLink>`
    with last as (
      select distinct on (w.person_id) w.district_id, w.id, w.person_id, w.held_on from wave w
      where w.district_id = any(${[...place.districts]}::uuid[]) and w.state = 'done' and w.held_on <= ${day}::date ${ofPeople(place)}
      order by w.person_id, w.number desc)
    select x.tie_id as a, y.tie_id as b, last.held_on as since, null::date as until, last.person_id as of
    from last join wave_link l on l.district_id = last.district_id and l.wave_id = last.id
    join wave_alter x on x.district_id = l.district_id and x.wave_id = l.wave_id and x.id = l.a_id
    join wave_alter y on y.district_id = l.district_id and y.wave_id = l.wave_id and y.id = l.b_id
    where x.tie_id is not null and y.tie_id is not null
    order by l.wave_id, l.a_id, l.b_id`.execute(tx.db)
  return rows
}
