import { sql } from 'kysely'
import { Language } from '../../platform/core/words.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { GroundNotice } from '../core/notice.api.ts'

type Of = { readonly districtId: string; readonly personId: string }
type Receiver = {
  readonly kind: GroundNotice['kind'] | 'account'
  readonly name: string
  readonly account_id: string | null
}

/** Who has had somebody's data: bodies and districts by name, and the accounts at work on their open file. */
export const receiversOf = async (tx: Tx, { districtId, personId }: Of): Promise<Receiver[]> =>
  (await sql<Receiver>`select kind, name, account_id from app.receivers_of(${districtId}, ${personId})`.execute(tx.db))
    .rows

type Named = Pick<GroundNotice, 'kind' | 'name'>

export const addNotices = async (
  tx: Tx,
  of: Of & { readonly groundId: string },
  named: readonly Named[],
): Promise<void> => {
  if (named.length === 0) return
  await tx.db
    .insertInto('ground_notice')
    .values(
      named.map(({ kind, name }) => ({
        district_id: of.districtId,
        id: tx.newId(),
        person_id: of.personId,
        ground_id: of.groundId,
        kind,
        name,
        made_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

// a ground goes with its person when records are joined, and what is to be told goes with the ground
const ofPerson = (personId: string) => sql<boolean>`exists (select 1 from legal_ground g
  where g.district_id = ground_notice.district_id and g.id = ground_notice.ground_id and g.person_id = ${personId})`

/** Those still to be told first. */
export const listNotices = async (tx: Tx, { districtId, personId }: Of): Promise<GroundNotice[]> => {
  const rows = await tx.db
    .selectFrom('ground_notice')
    .select(['id', 'ground_id as groundId', 'kind', 'name', 'told_at as toldAt'])
    .where('district_id', '=', districtId)
    .where(ofPerson(personId))
    .orderBy(sql`told_at is not null`)
    .orderBy('made_at')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => GroundNotice.parse(row))
}

/** False when it is not there, or they were told already. */
export const saveTold = async (tx: Tx, { districtId, personId }: Of, id: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('ground_notice')
    .set({ told_at: tx.now, told_by: tx.actor.id })
    .where('district_id', '=', districtId)
    .where(ofPerson(personId))
    .where('id', '=', id)
    .where('told_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const mailsOf = async (tx: Tx, ids: readonly string[]): Promise<{ email: string; language: Language }[]> =>
  ids.length === 0
    ? []
    : (
        await tx.db
          .selectFrom('account')
          .select(['email', 'language'])
          .where('id', 'in', [...ids])
          .orderBy('id')
          .execute()
      ).map(({ email, language }) => ({ email, language: Language.parse(language) }))
