import { sql } from 'kysely'
import { Permission } from '../../platform/core/permission.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { GrantRow, NewGrant, RoleChange, RoleRow } from '../core/account.schema.ts'
import type { Scope } from '../core/role.policy.ts'

const grants = (tx: Tx) =>
  tx.db
    .selectFrom('account_role as g')
    .innerJoin('role as r', 'r.code', 'g.role_code')
    .leftJoin('district as d', 'd.id', 'g.district_id')
    .leftJoin('organisation as o', 'o.id', 'g.organisation_id')
    .select([
      'g.id',
      'g.account_id as accountId',
      'g.role_code as role',
      tx.actor.language === 'en' ? 'r.name_en as roleName' : 'r.name_it as roleName',
      'g.district_id as districtId',
      'd.name as districtName',
      'g.organisation_id as organisationId',
      'o.name as organisationName',
      'g.from_day as fromDay',
      'g.until_day as untilDay',
    ])
    .where('g.ended_at', 'is', null)
    .where((where) => where.or([where('g.until_day', 'is', null), where('g.until_day', '>=', tx.today)]))
    .orderBy('g.from_day')
    .orderBy('g.id')

/** The roles that these accounts hold or will hold, in one query. */
export const listGrants = async (tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, GrantRow[]>> => {
  const rows = accountIds.length === 0 ? [] : await grants(tx).where('g.account_id', 'in', accountIds).execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, roleName: row.roleName })),
    (row) => row.accountId,
  )
}

/** Whether role, district and body exist; the scope of the role says where it may be held. */
export const findScope = async (tx: Tx, grant: NewGrant): Promise<Scope | undefined> => {
  const { rows } = await sql<{ scope: Scope }>`select r.scope from role r where r.code = ${grant.role}
    and (${grant.districtId}::uuid is null or exists (select 1 from district d where d.id = ${grant.districtId}))
    and (${grant.organisationId}::uuid is null or exists (select 1 from organisation o where o.id = ${grant.organisationId}))`.execute(
    tx.db,
  )
  return rows[0]?.scope
}

/** Undefined when the account holds this role there already. One that has run out makes room. */
export const addGrant = async (tx: Tx, accountId: string, grant: NewGrant): Promise<string | undefined> => {
  const id = tx.newId()
  await endGrants(tx, accountId, { before: tx.today })
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('account_role')
    .values({
      id,
      account_id: accountId,
      role_code: grant.role,
      district_id: grant.districtId,
      organisation_id: grant.organisationId,
      from_day: tx.today,
      until_day: grant.untilDay,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? id : undefined
}

/** Ends roles at once: one, all, or those that have run out before a day. Returns how many. */
export const endGrants = async (
  tx: Tx,
  accountId: string,
  which: { readonly only?: string; readonly before?: string } = {},
): Promise<number> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('account_role')
    .set({ ended_at: tx.now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(which.only !== undefined, (query) => query.where('id', '=', which.only ?? ''))
    .$if(which.before !== undefined, (query) => query.where('until_day', '<', which.before ?? ''))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/**
 * Active accounts, at most `limit`, that hold a permission now in a district (null: in the whole programme). The rows
 * of the roles are locked, so that two removals at once see each other.
 */
export const holdersOf = async (
  tx: Tx,
  permission: Permission,
  where: { readonly districtId?: string; readonly lock?: true } = {},
): Promise<{ id: string; name: string; email: string; language: string }[]> => {
  const rows = await tx.db
    .selectFrom('account_role as g')
    .innerJoin('role as r', 'r.code', 'g.role_code')
    .innerJoin('account as a', 'a.id', 'g.account_id')
    .select(['a.id', 'a.name', 'a.email', 'a.language'])
    .where('a.state', '=', 'active')
    .where('g.ended_at', 'is', null)
    .where('g.from_day', '<=', tx.today)
    .where((on) => on.or([on('g.until_day', 'is', null), on('g.until_day', '>=', tx.today)]))
    .where(sql<boolean>`${permission} = any (r.permissions)`)
    .$if(where.districtId !== undefined, (query) =>
      query.where((on) => on.or([on('g.district_id', 'is', null), on('g.district_id', '=', where.districtId ?? '')])),
    )
    .$if(where.lock === true, (query) => query.forUpdate('g'))
    .orderBy('a.id')
    .limit(200)
    .execute()
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

const known = new Set<string>(Permission.options)
const ofKnown = (codes: readonly string[]): Permission[] => codes.filter((one): one is Permission => known.has(one))

/** What each account holds or will hold by roles other than `code`, for the accounts named or for all who hold `code`. */
export const heldBeside = async (
  tx: Tx,
  code: string,
  accountId?: string,
): Promise<{ accountId: string; permissions: Permission[] }[]> => {
  const { rows } = await sql<{ accountId: string; permissions: string[] }>`
    select g.account_id as "accountId", array_agg(distinct one) as permissions
    from account_role g join role r on r.code = g.role_code cross join unnest(r.permissions) as one
    where g.ended_at is null and (g.until_day is null or g.until_day >= ${tx.today}::date) and g.role_code <> ${code}
      and ${accountId === undefined ? sql`g.account_id in (select account_id from account_role where role_code = ${code} and ended_at is null)` : sql`g.account_id = ${accountId}`}
    group by g.account_id`.execute(tx.db)
  return rows.map((row) => ({ accountId: row.accountId, permissions: ofKnown(row.permissions) }))
}

/** What a role permits now; nothing when there is no such role. */
export const permissionsOf = async (tx: Tx, code: string): Promise<Permission[]> => {
  const row = await tx.db.selectFrom('role').select('permissions').where('code', '=', code).executeTakeFirst()
  return ofKnown(row?.permissions ?? [])
}

export const listRoles = async (tx: Tx): Promise<RoleRow[]> => {
  const rows = await tx.db
    .selectFrom('role as r')
    .leftJoin('account_role as g', (join) => join.onRef('g.role_code', '=', 'r.code').on('g.ended_at', 'is', null))
    .select(['r.code', 'r.name_it as nameIt', 'r.name_en as nameEn', 'r.scope', 'r.permissions'])
    .select(({ fn }) => fn.count<number>('g.account_id').distinct().as('holders'))
    .groupBy(['r.code', 'r.name_it', 'r.name_en', 'r.scope', 'r.permissions'])
    .orderBy('r.name_it')
    .execute()
  return rows.map((row) => ({
    ...row,
    scope: row.scope as Scope,
    permissions: ofKnown(row.permissions),
    holders: Number(row.holders),
  }))
}

export const saveRole = async (tx: Tx, code: string, role: RoleChange): Promise<void> => {
  const values = { name_it: role.nameIt, name_en: role.nameEn, scope: role.scope, permissions: role.permissions }
  await tx.db
    .insertInto('role')
    .values({ code, ...values })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(values))
    .execute()
}
