import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { BreakGlass } from '../core/case.schema.ts'
import { type Place, personLabel } from './case.store.ts'

export type Found = Place & { readonly personId: string }

/** The cases that a number or a person names in these districts: at most two, the open one first. */
export const caseToOpen = async (
  tx: Tx,
  districts: readonly string[],
  { number, personId }: { number?: string | undefined; personId?: string | undefined },
): Promise<Found[]> => {
  const { rows } = await sql<{ district_id: string; id: string; person_id: string }>`
    select * from app.case_to_open(${[...districts]}::uuid[], ${number ?? null}, ${personId ?? null})`.execute(tx.db)
  return rows.map((row) => ({ districtId: row.district_id, id: row.id, personId: row.person_id }))
}

export const addGlass = async (tx: Tx, districtId: string, glass: BreakGlass): Promise<void> => {
  await tx.db
    .insertInto('glass')
    .values({
      district_id: districtId,
      id: glass.id,
      case_id: glass.caseId,
      account_id: glass.accountId,
      reason: glass.reason,
      from_at: glass.at,
      until_at: glass.until,
    })
    .execute()
}

export type GlassOpening = {
  readonly id: string
  readonly districtId: string
  readonly caseId: string
  readonly personId: string
  readonly number: string
  readonly personLabel: string
  readonly who: string
  readonly reason: string
  readonly at: string
  readonly until: string
  readonly seenAt: string | null
  readonly seenBy: string
}

const openings = (tx: Tx, districts: readonly string[]) =>
  tx.db
    .selectFrom('glass as g')
    .innerJoin('case_file as c', (join) =>
      join.onRef('c.district_id', '=', 'g.district_id').onRef('c.id', '=', 'g.case_id'),
    )
    .leftJoin('person as p', (join) =>
      join.onRef('p.district_id', '=', 'c.district_id').onRef('p.id', '=', 'c.person_id'),
    )
    .innerJoin('account as a', 'a.id', 'g.account_id')
    .leftJoin('account as s', 's.id', 'g.seen_by')
    .where('g.district_id', 'in', districts)

/** Broken glasses of these districts, newest first. */
export const listGlass = async (
  tx: Tx,
  districts: readonly string[],
  { unseen, limit, offset }: { unseen: boolean; limit: number; offset: number },
): Promise<{ rows: GlassOpening[]; total: number }> => {
  const found = openings(tx, districts).$if(unseen, (query) => query.where('g.seen_at', 'is', null))
  const rows = await found
    .select(['g.id', 'g.district_id as districtId', 'g.case_id as caseId', 'c.person_id as personId', 'c.number'])
    .select([
      'a.name as who',
      'g.reason',
      'g.from_at as at',
      'g.until_at as until',
      'g.seen_at as seenAt',
      's.name as seenBy',
    ])
    .select(personLabel('p').as('personLabel'))
    .orderBy('g.from_at', 'desc')
    .orderBy('g.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const counted = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirst()
  return { rows: rows.map((row) => ({ ...row, seenBy: row.seenBy ?? '' })), total: Number(counted?.total ?? 0) }
}

export type SeenGlass = Place & { readonly caseId: string; readonly personId: string }

/** Marks an opening as looked into; undefined when there is none, or it was already. */
export const markGlass = async (tx: Tx, districts: readonly string[], id: string): Promise<SeenGlass | undefined> => {
  const found = await openings(tx, districts)
    .select(['g.district_id as districtId', 'g.id', 'g.case_id as caseId', 'c.person_id as personId'])
    .where('g.id', '=', id)
    .where('g.seen_at', 'is', null)
    .executeTakeFirst()
  if (!found) return undefined
  await tx.db
    .updateTable('glass')
    .set({ seen_by: tx.actor.id, seen_at: tx.now })
    .where('district_id', '=', found.districtId)
    .where('id', '=', id)
    .execute()
  return found
}
