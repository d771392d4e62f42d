import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { EquipePerson, NewMember } from '../core/case.api.ts'
import type { EquipeRole } from '../core/case.schema.ts'
import type { Place } from './case.store.ts'

/** Everybody who is or was of the equipe, those of today first. */
export const listEquipe = async (tx: Tx, { districtId, id }: Place): Promise<EquipePerson[]> => {
  const rows = await tx.db
    .selectFrom('equipe_member as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .leftJoin('organisation as o', 'o.id', 'm.organisation_id')
    .selectAll('m')
    .select(['a.name', 'a.job_title', 'o.name as body'])
    .where('m.district_id', '=', districtId)
    .where('m.case_id', '=', id)
    .orderBy(sql`m.ended_at is not null`)
    .orderBy('m.from_day')
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    jobTitle: row.job_title,
    organisationId: row.organisation_id,
    body: row.body ?? '',
    role: row.role as EquipeRole,
    from: row.from_day,
    to: row.until_day,
    endedAt: row.ended_at,
  }))
}

export const addMember = async (tx: Tx, place: Place, member: NewMember): Promise<string> => {
  const id = tx.newId()
  await tx.db
    .insertInto('equipe_member')
    .values({
      district_id: place.districtId,
      id,
      case_id: place.id,
      account_id: member.accountId,
      organisation_id: member.organisationId,
      role: member.role,
      from_day: tx.today,
    })
    .execute()
  return id
}

export const endMember = async (tx: Tx, { districtId, id }: Place): Promise<void> => {
  await tx.db
    .updateTable('equipe_member')
    .set({ until_day: tx.today, ended_at: tx.now })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export type PassedOn = { readonly pacts: number; readonly tasks: number; readonly appointments: number }

/**
 * What those who are no longer at work on a case left open goes to those who are; `goneTutor` stays, and is its tutor no more.
 * Private tasks go to the tutor of now and are not told of.
 */
export const passOn = async (tx: Tx, { districtId, id }: Place, goneTutor: string | null): Promise<PassedOn> => {
  const { rows } =
    await sql<PassedOn>`select * from app.hand_over(${districtId}, ${id}, ${goneTutor}, ${tx.now})`.execute(tx.db)
  return rows[0] ?? { pacts: 0, tasks: 0, appointments: 0 }
}

export type Colleague = {
  readonly accountId: string
  readonly name: string
  readonly jobTitle: string
  readonly organisationId: string | null
  readonly body: string
}

/** Accounts whose roles let them work on cases in a district today; of these ids, or with this in their name. */
export const colleaguesIn = async (
  tx: Tx,
  districtId: string,
  { ids, q }: { ids?: readonly string[]; q?: string },
): Promise<Colleague[]> => {
  const rows = await tx.db
    .selectFrom('account as a')
    .innerJoin('account_role as g', 'g.account_id', 'a.id')
    .innerJoin('role as r', 'r.code', 'g.role_code')
    .leftJoin('organisation as o', 'o.id', 'g.organisation_id')
    .distinctOn('a.id')
    .select(['a.id', 'a.name', 'a.job_title', 'g.organisation_id', 'o.name as body'])
    .where('a.state', '=', 'active')
    .where('g.ended_at', 'is', null)
    .where((on) => on.or([on('g.until_day', 'is', null), on('g.until_day', '>=', tx.today)]))
    .where((on) => on.or([on('g.district_id', 'is', null), on('g.district_id', '=', districtId)]))
    .where(sql<boolean>`r.permissions && '{cases.work,pacts.write,cases.breakGlass}'`)
    .$if(ids !== undefined, (query) => query.where('a.id', 'in', [...(ids ?? [])]))
    .$if(q !== undefined && q !== '', (query) =>
      query.where('a.name', 'ilike', `%${(q ?? '').replace(/[%_\\]/g, '\\$&')}%`),
    )
    .orderBy('a.id')
    .orderBy(sql`g.organisation_id is null`)
    .limit(50)
    .execute()
  return rows
    .map((row) => ({
      accountId: row.id,
      name: row.name,
      jobTitle: row.job_title,
      organisationId: row.organisation_id,
      body: row.body ?? '',
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'it'))
}

/** Ids of these that are bodies. */
export const knownBodies = async (tx: Tx, ids: readonly string[]): Promise<string[]> =>
  ids.length === 0
    ? []
    : (
        await tx.db
          .selectFrom('organisation')
          .select('id')
          .where('id', 'in', [...ids])
          .execute()
      ).map(({ id }) => id)
