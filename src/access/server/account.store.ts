import { sql } from 'kysely'
import type { Language } from '../../platform/core/words.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { AccountChange, AccountRow, DistrictRow, HandOver, NewAccount } from '../core/account.schema.ts'

export type Account = Omit<AccountRow, 'grants'> & {
  readonly createdAt: string
  readonly leftAt: string | null
  readonly oidcSubject: string | null
}

type Row = {
  id: string
  name: string
  email: string
  job_title: string
  language: string
  state: string
  second_factor: string
  oidc_subject: string | null
  created_at: string
  left_at: string | null
}

/** The checks of the table keep language, state and second factor within their words. */
const toAccount = (row: Row): Account => ({
  id: row.id,
  name: row.name,
  email: row.email,
  jobTitle: row.job_title,
  language: row.language as Language,
  state: row.state as Account['state'],
  secondFactor: row.second_factor as Account['secondFactor'],
  oidcSubject: row.oidc_subject,
  createdAt: row.created_at,
  leftAt: row.left_at,
})

type By = { readonly id: string } | { readonly email: string } | { readonly oidcSubject: string }

export const findAccount = async (tx: Tx, by: By): Promise<Account | undefined> => {
  const row = await tx.db
    .selectFrom('account')
    .selectAll()
    .$if('id' in by, (query) => query.where('id', '=', 'id' in by ? by.id : ''))
    .$if('email' in by, (query) =>
      query.where(sql`lower(email)`, '=', 'email' in by ? by.email.trim().toLowerCase() : ''),
    )
    .$if('oidcSubject' in by, (query) => query.where('oidc_subject', '=', 'oidcSubject' in by ? by.oidcSubject : ''))
    .executeTakeFirst()
  return row && toAccount(row)
}

/** False when the address is taken. */
export const addAccount = async (tx: Tx, id: string, account: NewAccount): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('account')
    .values({
      id,
      email: account.email.trim().toLowerCase(),
      name: account.name,
      job_title: account.jobTitle,
      language: account.language,
      state: 'invited',
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type Change = Partial<AccountChange> & {
  readonly state?: Account['state']
  readonly secondFactor?: Account['secondFactor']
  readonly oidcSubject?: string
  readonly leftAt?: string
}

/** Changes what is named and leaves the rest. */
export const saveAccount = async (tx: Tx, id: string, change: Change): Promise<void> => {
  const named = {
    name: change.name,
    job_title: change.jobTitle,
    language: change.language,
    state: change.state,
    second_factor: change.secondFactor,
    oidc_subject: change.oidcSubject,
    left_at: change.leftAt,
  }
  const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
  await tx.db.updateTable('account').set(given).where('id', '=', id).execute()
}

export type AccountFilter = {
  readonly search?: string | undefined
  readonly districtId?: string | undefined
  readonly organisationId?: string | undefined
  readonly role?: string | undefined
  readonly state?: string | undefined
  readonly limit: number
  readonly offset: number
}

const like = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

const holds = (tx: Tx, filter: AccountFilter) =>
  tx.db
    .selectFrom('account_role as g')
    .select('g.id')
    .where('g.account_id', '=', sql.ref<string>('account.id'))
    .where('g.ended_at', 'is', null)
    .$if(!!filter.districtId, (query) => query.where('g.district_id', '=', filter.districtId ?? ''))
    .$if(!!filter.organisationId, (query) => query.where('g.organisation_id', '=', filter.organisationId ?? ''))
    .$if(!!filter.role, (query) => query.where('g.role_code', '=', filter.role ?? ''))

/** A page of accounts by name, and how many there are in all. */
export const listAccounts = async (tx: Tx, filter: AccountFilter): Promise<{ rows: Account[]; total: number }> => {
  const byRole = filter.districtId || filter.organisationId || filter.role
  const found = tx.db
    .selectFrom('account')
    .$if(!!filter.state, (query) => query.where('account.state', '=', filter.state ?? ''))
    .$if(!!filter.search, (query) =>
      query.where((where) =>
        where.or([
          where(sql`lower(account.name)`, 'like', like(filter.search ?? '')),
          where(sql`lower(account.email)`, 'like', like(filter.search ?? '')),
        ]),
      ),
    )
    .$if(!!byRole, (query) => query.where((where) => where.exists(holds(tx, filter))))
  const rows = await found
    .selectAll('account')
    .orderBy(sql`lower(account.name)`)
    .orderBy('account.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const counted = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirst()
  return { rows: rows.map(toAccount), total: Number(counted?.total ?? 0) }
}

export const listDistricts = (tx: Tx): Promise<DistrictRow[]> =>
  tx.db
    .selectFrom('district')
    .select(['id', 'code', 'name', 'seat'])
    .where('state', '=', 'active')
    .orderBy('name')
    .execute()

/** Open cases in hand, per district. */
export const casesInHand = async (tx: Tx, accountId: string): Promise<HandOver[]> => {
  const { rows } = await sql<HandOver>`select h.district_id as "districtId", d.name as "districtName", h.cases
    from app.cases_in_hand(${accountId}) h join district d on d.id = h.district_id order by d.name`.execute(tx.db)
  return rows
}

/** Active bodies whose name holds a text. */
export const searchBodies = (tx: Tx, search: string): Promise<{ id: string; name: string }[]> =>
  tx.db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('active', '=', true)
    .where(sql`lower(name)`, 'like', like(search))
    .orderBy('name')
    .limit(20)
    .execute()
