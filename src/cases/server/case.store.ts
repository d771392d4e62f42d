import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { CaseFile } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Standing } from '../core/case.policy.ts'
import type { Case } from '../core/case.schema.ts'

/** A case and where it stands. */
export type Place = { readonly districtId: string; readonly id: string }

export type CaseRecord = Case & {
  readonly personLabel: string
  readonly householdLabel: string | null
  readonly transferredTo: string | null
  readonly handOver: string
}

/** How a person is called in lists. */
export const personLabel = (alias: string): RawBuilder<string> =>
  sql<string>`${sql.ref(`${alias}.given_name`)} || ' ' || ${sql.ref(`${alias}.family_name`)}`

type Row = Selectable<CaseFile> & { label: string | null; household: string | null }

const toRecord = (tx: Tx, row: Row): CaseRecord => ({
  id: row.id,
  districtId: row.district_id,
  personId: row.person_id,
  number: row.number,
  state: row.state as Case['state'],
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  closingReason: row.closing_reason,
  householdId: row.household_id,
  referralId: row.referral_id,
  externalRecord: row.external_record,
  personLabel: row.label ?? '',
  householdLabel: row.household,
  transferredTo: row.transferred_to,
  handOver: row.hand_over_sealed ? tx.services.secrets.open('case.handOver', row.id, row.hand_over_sealed) : '',
})

const cases = (tx: Tx) =>
  tx.db
    .selectFrom('case_file as c')
    .leftJoin('person as p', (join) =>
      join.onRef('p.district_id', '=', 'c.district_id').onRef('p.id', '=', 'c.person_id'),
    )
    .leftJoin('household as h', (join) =>
      join.onRef('h.district_id', '=', 'c.district_id').onRef('h.id', '=', 'c.household_id'),
    )
    .selectAll('c')
    .select([personLabel('p').as('label'), 'h.label as household'])
    .where('c.district_id', 'in', tx.districts)

/** For whom others wait: whoever is about to change it, or whoever writes in it and needs it to stay as it is. */
export type Lock = 'change' | 'hold'

/** The case, if the reader's policies show it; with a lock, others wait until the act ends. */
export const findCase = async (tx: Tx, id: string, lock?: Lock): Promise<CaseRecord | undefined> => {
  const row = await cases(tx)
    .where('c.id', '=', id)
    .$if(lock === 'change', (query) => query.forUpdate('c'))
    .$if(lock === 'hold', (query) => query.forShare('c'))
    .executeTakeFirst()
  return row && toRecord(tx, row)
}

/** What the actor is in the equipe at this moment, and until when a broken glass holds. */
export const standingIn = async (tx: Tx, { districtId, id }: Place): Promise<Standing & { until: string | null }> => {
  const { rows } = await sql<{ roles: string[]; until: string | null }>`
    select array(select m.role from equipe_member m where m.district_id = ${districtId} and m.case_id = ${id}
      and m.account_id = ${tx.actor.id} and m.ended_at is null and m.from_day <= ${tx.today}
      and (m.until_day is null or m.until_day >= ${tx.today})) as roles,
    (select max(g.until_at) from glass g where g.district_id = ${districtId} and g.case_id = ${id}
      and g.account_id = ${tx.actor.id} and g.from_at <= ${tx.now} and g.until_at > ${tx.now}) as until`.execute(tx.db)
  const [row] = rows
  return {
    roles: (row?.roles ?? []) as Standing['roles'],
    brokeGlass: Boolean(row?.until),
    until: row?.until ?? null,
  }
}

export type ToFollow = {
  readonly districtId: string
  readonly mergedInto: string | null
  readonly gone: boolean
  readonly followed: boolean
}

/** Where somebody is registered whom the actor wants to follow; the actor need not see the sheet. */
export const personToFollow = async (
  tx: Tx,
  districts: readonly string[],
  personId: string,
): Promise<ToFollow | undefined> => {
  const { rows } = await sql<{ district_id: string; merged_into: string | null; gone: boolean; is_followed: boolean }>`
    select * from app.person_to_follow(${[...districts]}::uuid[], ${personId})`.execute(tx.db)
  const [row] = rows
  return row && { districtId: row.district_id, mergedInto: row.merged_into, gone: row.gone, followed: row.is_followed }
}

export const isInHousehold = async (
  tx: Tx,
  districtId: string,
  link: { personId: string; householdId: string },
): Promise<boolean> =>
  (await tx.db
    .selectFrom('household_member')
    .select('id')
    .where('district_id', '=', districtId)
    .where('household_id', '=', link.householdId)
    .where('person_id', '=', link.personId)
    .where('until_day', 'is', null)
    .executeTakeFirst()) !== undefined

const isClash = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'case_file_open_once'

/** False when somebody else has begun to follow the person meanwhile. */
export const addCase = (tx: Tx, one: Case): Promise<boolean> =>
  tx.db
    .insertInto('case_file')
    .values({
      district_id: one.districtId,
      id: one.id,
      number: one.number,
      person_id: one.personId,
      household_id: one.householdId,
      referral_id: one.referralId,
      state: one.state,
      opened_on: one.openedOn,
      external_record: one.externalRecord,
    })
    .execute()
    .then(() => true)
    .catch(unlessClash)

const unlessClash = (error: unknown): false => {
  if (isClash(error)) return false
  throw error
}

/** Saves what a move changes; false as in `addCase`. */
export const saveCase = (tx: Tx, one: Case): Promise<boolean> =>
  tx.db
    .updateTable('case_file')
    .set({ state: one.state, closed_on: one.closedOn, closing_reason: one.closingReason })
    .where('district_id', '=', one.districtId)
    .where('id', '=', one.id)
    .execute()
    .then(() => true)
    .catch(unlessClash)

// The pacts stand above on the stairs: only that they have not ended is asked of their table, here and nowhere else.
const endedPacts = sql`('closed', 'refused', 'withdrawn', 'interrupted', 'transferred')`

// as app.running_pacts, which the answer to a transfer asks
const newText = sql`exists (select 1 from pact_version v where v.district_id = x.district_id and v.pact_id = x.id
  and v.state in ('draft', 'toPanel', 'signing'))`

export type Counts = Readonly<
  Record<
    | 'notes'
    | 'openTasks'
    | 'overdueTasks'
    | 'appointments'
    | 'attachments'
    | 'ties'
    | 'pacts'
    | 'openPacts'
    | 'runningPacts',
    number
  >
>

export const countsOf = async (tx: Tx, { districtId, id }: Place): Promise<Counts> => {
  const of = (table: string, more = sql`true`): RawBuilder<unknown> =>
    sql`(select count(*)::int from ${sql.table(table)} x where x.district_id = ${districtId} and x.case_id = ${id} and ${more})`
  // ties between two who are both known are told in one case and stand in both
  const ties = sql`(select count(*)::int from tie x join case_file c on c.district_id = x.district_id and c.id = ${id}
    where x.district_id = ${districtId} and x.until is null and (x.case_id = c.id or c.person_id in (x.a_id, x.b_id)))`
  const { rows } =
    await sql<Counts>`select ${of('note')} as "notes", ${of('task', sql`x.state = 'open'`)} as "openTasks",
    ${of('task', sql`x.state = 'open' and x.due < ${tx.today}`)} as "overdueTasks",
    ${of('appointment', sql`x.moved_to is null`)} as "appointments", ${of('attachment', sql`x.removed_at is null`)} as "attachments",
    ${ties} as "ties", ${of('pact')} as "pacts",
    ${of('pact', sql`x.state not in ${endedPacts}`)} as "openPacts",
    ${of('pact', sql`x.state not in ${endedPacts} and (x.state <> 'suspended' or ${newText})`)} as "runningPacts"`.execute(
      tx.db,
    )
  const [row] = rows
  if (!row) throw new Error('counting gives a row')
  return row
}
