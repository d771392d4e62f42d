import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { DB } from '../../../database/schema.ts'
import { districtsWith } from '../../platform/core/actor.ts'
import { addDays, daysBetween } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { PactQuery, PactRow } from '../core/pact.api.ts'
import type { DeadlineRow } from '../core/pact.sheet.ts'

type Eb = ExpressionBuilder<DB, 'pact'>

const soonDays = 14

/** A part of a name or number, with what has a meaning in a pattern taken literally. */
const pattern = (text: string): string => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`

const named = (tx: Tx, eb: Eb, query: PactQuery): Expression<SqlBool>[] => [
  ...(query.state ? [eb('pact.state', '=', query.state)] : []),
  ...(query.kind ? [eb('pact.kind', '=', query.kind)] : []),
  ...(query.tutorId ? [eb('pact.tutor_id', '=', query.tutorId)] : []),
  ...(query.mine ? [eb('pact.tutor_id', '=', tx.actor.id)] : []),
  ...(query.districtId ? [eb('pact.district_id', '=', query.districtId)] : []),
  ...(query.municipality ? [eb('pact.municipality_istat', '=', query.municipality)] : []),
  ...(query.caseId ? [eb('pact.case_id', '=', query.caseId)] : []),
]

const conditions = (tx: Tx, eb: Eb, query: PactQuery): Expression<SqlBool>[] => {
  const all = [eb('pact.district_id', 'in', [...tx.districts]), reach(tx, eb), ...named(tx, eb, query)]
  if (query.due === 'late') all.push(eb('pact.next_due', '<', tx.today))
  if (query.due === 'due') all.push(eb('pact.next_due', '<=', addDays(tx.today, soonDays)))
  const q = query.q?.trim()
  if (q) all.push(eb(/\d/.test(q) ? 'pact.number' : 'pact.person_label', 'ilike', pattern(q)))
  return all
}

/** What the policies allow, said once more with values: they alone cannot use an index. */
const reach = ({ actor, districts }: Tx, eb: Eb): Expression<SqlBool> => {
  const wide = districtsWith(actor, 'cases.all', districts)
  const panel = districtsWith(actor, 'pacts.review', districts)
  return eb.or([
    eb('pact.case_id', '=', sql<string>`any (${[...actor.cases]}::uuid[])`),
    ...(wide.length > 0 ? [eb('pact.district_id', 'in', wide)] : []),
    ...(panel.length > 0 ? [eb.and([eb('pact.before_panel', '=', true), eb('pact.district_id', 'in', panel)])] : []),
  ])
}

const order = {
  deadline: [sql`pact.next_due asc nulls last`, sql`pact.number asc`],
  state: [sql`pact.state asc`, sql`pact.state_since desc`],
  number: [sql`pact.number desc`],
} as const

/**
 * A page of pacts and, beside it, how many there are: two statements that travel together, so that the page need not read
 * every row to be counted. Policies decide which, so the count is of what the reader may see.
 */
export const listPacts = async (tx: Tx, query: PactQuery): Promise<{ rows: PactRow[]; total: number }> => {
  const found = tx.db.selectFrom('pact').where((eb) => eb.and(conditions(tx, eb, query)))
  const page = found
    .select(['pact.district_id', 'pact.id'])
    .orderBy(order[query.sort][0])
    .$if(order[query.sort].length > 1, (one) => one.orderBy(order[query.sort][1] ?? sql`pact.id`))
    .orderBy('pact.id')
    .limit(query.limit)
    .offset(query.offset)
  const whole = tx.db
    .with('page', () => page)
    .selectFrom('page')
    .innerJoin('pact', (join) =>
      join.onRef('pact.district_id', '=', 'page.district_id').onRef('pact.id', '=', 'page.id'),
    )
    .innerJoin('account', 'account.id', 'pact.tutor_id')
    .innerJoin('organisation', 'organisation.id', 'pact.partner_organisation_id')
    .leftJoin('municipality', 'municipality.istat_code', 'pact.municipality_istat')
    .selectAll('pact')
    .select(['account.name as tutor', 'organisation.name as partner', 'municipality.name as town'])
    .orderBy(order[query.sort][0])
    .$if(order[query.sort].length > 1, (one) => one.orderBy(order[query.sort][1] ?? sql`pact.id`))
    .orderBy('pact.id')
  const [rows, total] = await Promise.all([whole.execute(), countPacts(tx, query)])
  return { rows: rows.map((row) => toRow(tx, row)), total }
}

const countPacts = async (tx: Tx, query: PactQuery): Promise<number> => {
  const row = await tx.db
    .selectFrom('pact')
    .where((eb) => eb.and(conditions(tx, eb, query)))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirst()
  return Number(row?.total ?? 0)
}

type Found = {
  readonly id: string
  readonly district_id: string
  readonly number: string
  readonly kind: string
  readonly person_label: string
  readonly tutor: string
  readonly partner: string
  readonly town: string | null
  readonly state: string
  readonly state_since: string
  readonly kept_count: number
  readonly commitment_count: number
  readonly next_kind: string | null
  readonly next_due: string | null
  readonly next_months: number | null
}

const toNext = (tx: Tx, row: Found): DeadlineRow | null => {
  if (row.next_kind === null || row.next_due === null) return null
  const days = daysBetween(tx.today, row.next_due)
  const months = row.next_months === null ? {} : { months: row.next_months }
  return { kind: row.next_kind as DeadlineRow['kind'], due: row.next_due, days, isLate: days < 0, ...months }
}

const toRow = (tx: Tx, row: Found): PactRow => ({
  id: row.id,
  districtId: row.district_id,
  number: row.number,
  kind: row.kind,
  personLabel: row.person_label,
  tutorName: row.tutor,
  partnerName: row.partner,
  municipality: row.town,
  state: row.state as PactRow['state'],
  stateSince: row.state_since,
  kept: row.kept_count,
  total: row.commitment_count,
  next: toNext(tx, row),
})
