import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { DB, Referral as Row } from '../../../database/schema.ts'
import { searchKey } from '../../persons/core/name.ts'
import { addMonths, type Day } from '../../platform/core/day.ts'
import { readCode } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { type Referral, ReferralState } from '../core/referral.schema.ts'
import { receiptIndex, toReferral } from './referral.store.ts'

export type ListWish = {
  readonly districts: readonly string[]
  readonly state?: ReferralState | 'open' | undefined
  readonly assigned?: string | undefined
  readonly channel?: string | undefined
  readonly overdue?: boolean
  readonly urgent?: boolean
  readonly q?: string | undefined
  readonly limit: number
  readonly offset: number
}

export const openStates: readonly ReferralState[] = ['signalled', 'contacted', 'interviewed', 'waiting']

type Queue = DB & { r: Row; m: DB['municipality']; a: DB['antenna']; p: DB['person']; w: DB['account'] }
type Listing = SelectQueryBuilder<Queue, 'r' | 'm' | 'a' | 'p' | 'w', object>

const due = sql<Day | null>`case r.state when 'signalled' then r.first_contact_due when 'contacted' then r.interview_due end`
const isLate = (today: Day): Expression<SqlBool> => sql<SqlBool>`coalesce(${due} < ${today}::date, false)`

const queue = (tx: Tx): Listing =>
  tx.db
    .selectFrom('referral as r')
    .leftJoin('municipality as m', 'm.istat_code', 'r.municipality_istat')
    .leftJoin('antenna as a', (join) =>
      join.onRef('a.district_id', '=', 'r.district_id').onRef('a.id', '=', 'r.antenna_id'),
    )
    .leftJoin('person as p', (join) =>
      join.onRef('p.district_id', '=', 'r.district_id').onRef('p.id', '=', 'r.person_id'),
    )
    .leftJoin('account as w', 'w.id', 'r.assigned_to') as unknown as Listing

const matching = (tx: Tx, text: string): Expression<SqlBool> => {
  const like = `%${searchKey(text).replace(/[%_\\]/g, '')}%`
  const code = readCode(text)
  const index = code ? receiptIndex(tx, code) : ''
  return sql<SqlBool>`(lower(m.name) like ${like} or lower(a.name) like ${like} or p.search_key like ${like} or r.receipt_index = ${index})`
}

const filtered = (tx: Tx, wish: ListWish, withState: boolean): Listing =>
  queue(tx)
    .where(
      'r.district_id',
      'in',
      wish.districts.length > 0 ? [...wish.districts] : ['00000000-0000-0000-0000-000000000000'],
    )
    .$if(withState && wish.state !== undefined, (query) =>
      wish.state === 'open'
        ? query.where('r.state', 'in', [...openStates])
        : query.where('r.state', '=', wish.state ?? ''),
    )
    .$if(wish.assigned === 'nobody', (query) => query.where('r.assigned_to', 'is', null))
    .$if(wish.assigned !== undefined && wish.assigned !== 'nobody', (query) =>
      query.where('r.assigned_to', '=', wish.assigned === 'me' ? tx.actor.id : (wish.assigned ?? '')),
    )
    .$if(wish.channel !== undefined, (query) => query.where('r.channel', '=', wish.channel ?? ''))
    .$if(wish.overdue === true, (query) => query.where(isLate(tx.today)))
    .$if(wish.urgent === true, (query) => query.where('r.urgent', '=', true).where('r.state', 'in', [...openStates]))
    .$if(Boolean(wish.q?.trim()), (query) => query.where(matching(tx, wish.q ?? '')))

export type Names = {
  readonly town: string
  readonly antennaName: string | null
  readonly assigneeName: string | null
  readonly personName: string | null
}

export const listReferrals = async (tx: Tx, wish: ListWish): Promise<{ referral: Referral; names: Names }[]> => {
  const rows = await filtered(tx, wish, true)
    .selectAll('r')
    .select(['m.name as town', 'a.name as antenna_name', 'w.name as assignee_name', 'p.given_name', 'p.family_name'])
    .orderBy(sql`${due} asc nulls last`)
    .orderBy('r.received_at', 'desc')
    .orderBy('r.id')
    .limit(wish.limit)
    .offset(wish.offset)
    .execute()
  return rows.map((row) => ({ referral: toReferral(row), names: namesOf(row) }))
}

const namesOf = (row: {
  town: string | null
  antenna_name: string | null
  assignee_name: string | null
  given_name: string | null
  family_name: string | null
}): Names => ({
  town: row.town ?? '',
  antennaName: row.antenna_name,
  assigneeName: row.assignee_name,
  personName: row.family_name ? `${row.given_name} ${row.family_name}` : null,
})

export type Counts = {
  readonly counts: Readonly<Record<ReferralState, number>>
  readonly late: number
  readonly urgent: number
}

/** By state under the same filters but the state; late and urgent among those that still ask for something. */
export const countReferrals = async (tx: Tx, wish: ListWish): Promise<Counts> => {
  const rows = await filtered(tx, wish, false)
    .select([
      'r.state',
      sql<number>`count(*)`.as('number'),
      sql<number>`count(*) filter (where ${isLate(tx.today)})`.as('late'),
      sql<number>`count(*) filter (where r.urgent)`.as('urgent'),
    ])
    .groupBy('r.state')
    .execute()
  const of = (state: ReferralState): number => Number(rows.find((row) => row.state === state)?.number ?? 0)
  const open = rows.filter((row) => openStates.includes(ReferralState.parse(row.state)))
  const counts = Object.fromEntries(ReferralState.options.map((state) => [state, of(state)])) as Counts['counts']
  return {
    counts,
    late: rows.reduce((sum, row) => sum + Number(row.late), 0),
    urgent: open.reduce((sum, row) => sum + Number(row.urgent), 0),
  }
}

/** Who wrote in the last twelve months and did not want to be called: a count is all that was kept. */
export const countAnonymous = async (tx: Tx, districts: readonly string[]): Promise<number> => {
  if (districts.length === 0) return 0
  const { number } = await tx.db
    .selectFrom('anonymous_contact')
    .select(sql<number>`count(*)`.as('number'))
    .where('district_id', 'in', districts)
    .where('on_day', '>', addMonths(tx.today, -12))
    .executeTakeFirstOrThrow()
  return Number(number)
}

/**
 * Of the referrals of the last twelve months whose first contact was made or fell due, how many had it by that day. One that
 * was closed before its day, with nobody called, asked for none.
 */
export const countInTime = async (tx: Tx, districts: readonly string[]): Promise<{ asked: number; kept: number }> => {
  if (districts.length === 0) return { asked: 0, kept: 0 }
  const dayOf = (column: string) => sql<Day>`(${sql.ref(column)} at time zone 'Europe/Rome')::date`
  const uncalledUntil = sql<Day>`case state when 'signalled' then ${tx.today}::date else ${dayOf('moved_at')} end`
  const row = await tx.db
    .selectFrom('referral')
    .select([
      sql<number>`count(*) filter (where contacted_at is not null or first_contact_due < ${uncalledUntil})`.as('asked'),
      sql<number>`count(*) filter (where ${dayOf('contacted_at')} <= first_contact_due)`.as('kept'),
    ])
    .where('district_id', 'in', [...districts])
    .where(dayOf('received_at'), '>', addMonths(tx.today, -12))
    .executeTakeFirstOrThrow()
  return { asked: Number(row.asked), kept: Number(row.kept) }
}

/** The names that stand beside a referral. */
export const namesFor = async (
  tx: Tx,
  one: Referral,
): Promise<Names & { organisationName: string | null; personFollowed: boolean }> => {
  const row = await queue(tx)
    .leftJoin('organisation as o', 'o.id', 'r.organisation_id')
    .select(['m.name as town', 'a.name as antenna_name', 'w.name as assignee_name', 'p.given_name', 'p.family_name'])
    .select(['o.name as organisation_name', 'p.followed'])
    .where('r.district_id', '=', one.districtId)
    .where('r.id', '=', one.id)
    .executeTakeFirstOrThrow()
  return { ...namesOf(row), organisationName: row.organisation_name, personFollowed: row.followed === true }
}
