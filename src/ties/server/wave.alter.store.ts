import { type Selectable, sql } from 'kysely'
import type { WaveAlter as AlterTable } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Alter, Link, Wave } from '../core/wave.schema.ts'

/** Where a wave lives, for the rows below it. */
type Key = Pick<Wave, 'districtId' | 'id'>

const toAlter = (row: Selectable<AlterTable>): Alter => ({
  id: row.id,
  tieId: row.tie_id,
  change: row.change as Alter['change'],
  label: row.label,
  kind: row.kind as Alter['kind'],
  closeness: row.closeness as Alter['closeness'],
  angle: row.angle,
  often: row.often as Alter['often'],
  helps: row.helps as Alter['helps'],
  direction: row.direction as Alter['direction'],
  since: row.since,
  until: row.until,
  origin: { kind: row.origin_kind as Alter['origin']['kind'], id: row.origin_id },
  setting: row.setting,
})

/** The alters of some waves, by wave, each in the place where it was told. */
export const altersIn = async (
  tx: Tx,
  districtId: string,
  waveIds: readonly string[],
): Promise<Map<string, Alter[]>> => {
  const found = new Map<string, Alter[]>(waveIds.map((id) => [id, []]))
  if (waveIds.length === 0) return found
  const rows = await tx.db
    .selectFrom('wave_alter')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('wave_id', 'in', waveIds)
    .orderBy('place')
    .execute()
  for (const row of rows) found.get(row.wave_id)?.push(toAlter(row))
  return found
}

export const altersOf = async (tx: Tx, { districtId, id }: Key): Promise<Alter[]> =>
  (await altersIn(tx, districtId, [id])).get(id) ?? []

const valuesOf = (alter: Alter) => ({
  tie_id: alter.tieId,
  change: alter.change,
  label: alter.label,
  kind: alter.kind,
  closeness: alter.closeness,
  angle: alter.angle,
  often: alter.often,
  helps: alter.helps,
  direction: alter.direction,
  since: alter.since,
  until: alter.until,
  origin_kind: alter.origin.kind,
  origin_id: alter.origin.id,
  setting: alter.setting,
})

/** Adds alters in the first places that are free. */
export const addAlters = async (tx: Tx, wave: Wave, alters: readonly Alter[]): Promise<void> => {
  if (alters.length === 0) return
  const { rows } = await sql<{ place: number }>`
    select p.place from generate_series(1, 60) as p(place)
    where not exists (select 1 from wave_alter a where a.district_id = ${wave.districtId} and a.wave_id = ${wave.id} and a.place = p.place)
    order by 1 limit ${alters.length}`.execute(tx.db)
  await tx.db
    .insertInto('wave_alter')
    .values(
      alters.map((alter, index) => ({
        district_id: wave.districtId,
        wave_id: wave.id,
        id: alter.id,
        case_id: wave.caseId,
        person_id: wave.personId,
        place: rows[index]?.place ?? 0,
        ...valuesOf(alter),
      })),
    )
    .execute()
}

export const saveAlter = async (tx: Tx, { districtId, id }: Key, alter: Alter): Promise<void> => {
  await tx.db
    .updateTable('wave_alter')
    .set(valuesOf(alter))
    .where('district_id', '=', districtId)
    .where('wave_id', '=', id)
    .where('id', '=', alter.id)
    .execute()
}

export const removeAlter = async (tx: Tx, { districtId, id }: Key, alterId: string): Promise<void> => {
  await tx.db
    .deleteFrom('wave_link')
    .where('district_id', '=', districtId)
    .where('wave_id', '=', id)
    .where(({ or, eb }) => or([eb('a_id', '=', alterId), eb('b_id', '=', alterId)]))
    .execute()
  await tx.db
    .deleteFrom('wave_alter')
    .where('district_id', '=', districtId)
    .where('wave_id', '=', id)
    .where('id', '=', alterId)
    .execute()
}

export const linksOf = async (tx: Tx, { districtId, id }: Key): Promise<Link[]> => {
  const rows = await tx.db
    .selectFrom('wave_link')
    .select(['a_id', 'b_id'])
    .where('district_id', '=', districtId)
    .where('wave_id', '=', id)
    .orderBy('a_id')
    .orderBy('b_id')
    .execute()
  return rows.map((row): Link => [row.a_id, row.b_id])
}

export const saveLinks = async (tx: Tx, wave: Wave, links: readonly Link[]): Promise<void> => {
  await tx.db
    .deleteFrom('wave_link')
    .where('district_id', '=', wave.districtId)
    .where('wave_id', '=', wave.id)
    .execute()
  if (links.length === 0) return
  await tx.db
    .insertInto('wave_link')
    .values(
      links.map(([a, b]) => ({
        district_id: wave.districtId,
        wave_id: wave.id,
        a_id: a,
        b_id: b,
        case_id: wave.caseId,
        person_id: wave.personId,
      })),
    )
    .execute()
}
