import { sql } from 'kysely'
import { nilId } from '../../platform/core/actor.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { JournalRow, Verdict } from '../core/journal.api.ts'

export type JournalFilter = {
  readonly personId?: string | undefined
  readonly actorId?: string | undefined
  readonly actor?: string | undefined
  readonly act?: string | undefined
  readonly districtId?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly limit: number
  readonly offset: number
}
export type Line = Omit<JournalRow, 'sentence'>

/** Midnight of the programme's clock at the start of a day. */
const startOf = (day: string, later = 0) =>
  sql<string>`((${day}::date + ${later}::int)::timestamp at time zone 'Europe/Rome')`

/** Lines of the districts whose journal the actor reads (`mine`), newest first, and how many there are. */
export const listJournal = async (
  tx: Tx,
  mine: readonly string[],
  filter: JournalFilter,
): Promise<{ rows: Line[]; total: number }> => {
  if (mine.length === 0) return { rows: [], total: 0 }
  const found = tx.db
    .selectFrom('journal as j')
    .where('j.district_id', 'in', mine)
    .$if(!!filter.districtId, (query) => query.where('j.district_id', '=', filter.districtId ?? ''))
    .$if(!!filter.personId, (query) => query.where('j.person_id', '=', filter.personId ?? ''))
    .$if(!!filter.actorId, (query) => query.where('j.actor_id', '=', filter.actorId ?? ''))
    .$if(!!filter.actor, (query) =>
      query.where(
        sql`lower(j.actor_name)`,
        'like',
        `%${(filter.actor ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`,
      ),
    )
    .$if(!!filter.act, (query) => query.where('j.act', '=', filter.act ?? ''))
    .$if(!!filter.from, (query) => query.where('j.at', '>=', startOf(filter.from ?? '')))
    .$if(!!filter.to, (query) => query.where('j.at', '<', startOf(filter.to ?? '', 1)))
  const rows = await found
    .leftJoin('organisation as o', 'o.id', 'j.organisation_id')
    .select(['j.id', 'j.at', 'j.act', 'j.fields', 'j.reason'])
    .select(['j.actor_kind as actorKind', 'j.actor_id as actorId', 'j.actor_name as actorName'])
    .select(['j.subject_kind as subjectKind', 'j.subject_id as subjectId', 'j.person_id as personId'])
    .select(['j.case_id as caseId', 'j.district_id as districtId', 'o.name as organisationName'])
    .orderBy('j.at', 'desc')
    .orderBy('j.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const counted = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirst()
  const lines = rows.map((row) => ({ ...row, districtId: row.districtId === nilId ? null : row.districtId }))
  return { rows: lines, total: Number(counted?.total ?? 0) }
}

const question = `select broken_no as "brokenNo", broken_entry as "brokenEntry", held, waiting, stray from app.verify_journal()`

/** Walks the sealed chain inside an act; the command line has its own way, which seals first. */
export const verifyInside = async (tx: Tx): Promise<Verdict | undefined> =>
  (await sql.raw<Verdict>(question).execute(tx.db)).rows[0]
