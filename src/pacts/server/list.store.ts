import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
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

const anyOf = (ids: readonly string[]): RawBuilder<string> => sql<string>`any (${[...ids]}::uuid[])`

const asked = (tx: Tx, eb: Eb, query: PactQuery): Expression<SqlBool>[] => {
  const q = query.q?.trim()
  return [
    ...(query.state ? [eb('pact.state', '=', query.state)] : []),
    ...(query.kind ? [eb('pact.kind', '=', query.kind)] : []),
    ...(query.tutorId ? [eb('pact.tutor_id', '=', query.tutorId)] : []),
    ...(query.mine ? [eb('pact.tutor_id', '=', tx.actor.id)] : []),
    ...(query.municipality ? [eb('pact.municipality_istat', '=', query.municipality)] : []),
    ...(query.personId ? [sql<SqlBool>`pact.person_id = any(app.with_joined(${query.personId}))`] : []),
    ...(query.caseId ? [eb('pact.case_id', '=', query.caseId)] : []),
    ...(query.due === 'late' ? [eb('pact.next_due', '<', tx.today)] : []),
    ...(query.due === 'due' ? [eb('pact.next_due', '<=', addDays(tx.today, soonDays))] : []),
    ...(q ? [eb(/\d/.test(q) ? 'pact.number' : 'pact.person_label', 'ilike', pattern(q))] : []),
  ]
}

/** Districts, and what a pact of theirs must be beside what was asked for. */
type Share = {
  readonly districts: readonly string[]
  readonly only: (eb: Eb) => Expression<SqlBool>[]
  /** What its pacts are counted from: the policy is asked for every row of `pact`, once a district in `pact_wide`. */
  readonly from: 'pact' | 'pact_wide'
}

/**
 * What the policies allow, said once more in shares that do not overlap: districts seen whole, there nothing but one's own
 * cases, and the panel's agenda. Each share has an index of its own to walk; the policies alone cannot use one.
 */
const sharesOf = ({ actor, districts }: Tx, { districtId }: PactQuery): Share[] => {
  const wanted = districts.filter((id) => !districtId || id === districtId)
  const wide = districtsWith(actor, 'cases.all', wanted)
  const rest = wanted.filter((id) => !wide.includes(id))
  const panel = districtsWith(actor, 'pacts.review', rest)
  const own = (eb: Eb): Expression<SqlBool> => eb('pact.case_id', '=', anyOf(actor.cases))
  const shares: Share[] = [
    { districts: wide, only: () => [], from: 'pact_wide' },
    { districts: actor.cases.length > 0 ? rest : [], only: (eb) => [own(eb)], from: 'pact' },
    { districts: panel, only: (eb) => [eb('pact.before_panel', '=', true), eb.not(own(eb))], from: 'pact' },
  ]
  return shares.filter((share) => share.districts.length > 0)
}

const columns = [
  'pact.id',
  'pact.district_id',
  'pact.number',
  'pact.kind',
  'pact.person_label',
  'pact.tutor_id',
  'pact.partner_organisation_id',
  'pact.municipality_istat',
  'pact.state',
  'pact.state_since',
  'pact.kept_count',
  'pact.commitment_count',
  'pact.next_kind',
  'pact.next_due',
  'pact.next_months',
] as const

const order = {
  deadline: sql`pact.next_due asc nulls last, pact.number asc, pact.id`,
  state: sql`pact.state asc, pact.state_since desc, pact.id`,
  number: sql`pact.number desc, pact.id`,
} as const

/** The first pacts of one district: an index for each gives them in order, none gives those of several. */
const firstOf = (tx: Tx, query: PactQuery, { districtId, only }: Pick<Share, 'only'> & { districtId: string }) =>
  tx.db.selectFrom((from) =>
    from
      .selectFrom('pact')
      .select(columns)
      .where('pact.district_id', '=', districtId)
      .where((eb) => eb.and([...only(eb), ...asked(tx, eb, query)]))
      .orderBy(order[query.sort])
      .limit(query.offset + query.limit)
      .as('pact'),
  )

/**
 * A page of pacts and, beside it, how many there are: two statements that travel together, so that the page need not read
 * every row to be counted. Policies decide which, so the count is of what the reader may see.
 */
export const listPacts = async (tx: Tx, query: PactQuery): Promise<{ rows: PactRow[]; total: number }> => {
  const [first, ...others] = sharesOf(tx, query).flatMap(({ districts, only }) =>
    districts.map((districtId) => firstOf(tx, query, { districtId, only }).selectAll('pact')),
  )
  if (!first) return { rows: [], total: 0 }
  const found = others.reduce((all, one) => all.unionAll(one), first)
  const page = tx.db
    .with('found', () => found)
    .selectFrom((from) =>
      from
        .selectFrom('found as pact')
        .selectAll()
        .orderBy(order[query.sort])
        .limit(query.limit)
        .offset(query.offset)
        .as('pact'),
    )
    .innerJoin('account', 'account.id', 'pact.tutor_id')
    .innerJoin('organisation', 'organisation.id', 'pact.partner_organisation_id')
    .leftJoin('municipality', 'municipality.istat_code', 'pact.municipality_istat')
    .selectAll('pact')
    .select(['account.name as tutor', 'organisation.name as partner', 'municipality.name as town'])
    .orderBy(order[query.sort])
  const [rows, total] = await Promise.all([page.execute(), countPacts(tx, query)])
  return { rows: rows.map((row) => toRow(tx, row)), total }
}

const countPacts = async (tx: Tx, query: PactQuery): Promise<number> => {
  const counts = sharesOf(tx, query).map(({ districts, only, from }) =>
    tx.db
      // whose it is stands in the table alone
      .selectFrom(sql<DB['pact']>`${sql.table(query.personId ? 'pact' : from)}`.as('pact'))
      .where((eb) => eb.and([eb('pact.district_id', '=', anyOf(districts)), ...only(eb), ...asked(tx, eb, query)]))
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirst(),
  )
  return (await Promise.all(counts)).reduce((sum, row) => sum + Number(row?.total ?? 0), 0)
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
