import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { AcrossQuestion } from '../core/across.schema.ts'
import type { Answer } from '../core/question.schema.ts'

export type Invite = {
  readonly id: string
  readonly districtId: string
  readonly tieId: string
  readonly caseId: string
  readonly personId: string
  readonly codeHash: string
  readonly endHash: string
  readonly expiresAt: string
}

/** The one code of a tie that may be used: those before it stop. */
export const addInvite = async (tx: Tx, invite: Invite): Promise<void> => {
  const { districtId, tieId } = invite
  await tx.db
    .updateTable('tie_invite')
    .set({ expires_at: tx.now })
    .where('district_id', '=', districtId)
    .where('tie_id', '=', tieId)
    .where('expires_at', '>', tx.now)
    .execute()
  await tx.db
    .insertInto('tie_invite')
    .values({
      district_id: districtId,
      id: invite.id,
      tie_id: tieId,
      case_id: invite.caseId,
      person_id: invite.personId,
      code_hash: invite.codeHash,
      end_hash: invite.endHash,
      made_at: tx.now,
      made_by: tx.actor.id,
      expires_at: invite.expiresAt,
    })
    .execute()
}

/** Opens the question of a code for a person; '' or why not. */
export const takeCode = async (
  tx: Tx,
  about: { readonly id: string; readonly districtId: string; readonly personId: string; readonly codeHash: string },
): Promise<'' | 'unknown' | 'sameDistrict'> => {
  const { rows } = await sql<{ why: '' | 'unknown' | 'sameDistrict' }>`
    select app.take_tie_code(${about.districtId}, ${about.personId}, ${about.codeHash}, ${about.id}, ${tx.now}) as why`.execute(
    tx.db,
  )
  return rows[0]?.why ?? 'unknown'
}

/** One question of another district; others who answer it wait. */
export const lockAcross = async (tx: Tx, id: string): Promise<AcrossQuestion | undefined> => {
  const row = await tx.db
    .selectFrom('tie_across')
    .select(['id', 'district_id', 'person_id', 'answer'])
    .where('id', '=', id)
    .where('district_id', 'in', tx.districts)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      districtId: row.district_id,
      personId: row.person_id,
      answer: row.answer === 'yes' || row.answer === 'no' ? row.answer : null,
    }
  )
}

export const saveAcross = async (tx: Tx, { districtId, id }: AcrossQuestion, answer: Answer): Promise<void> => {
  await tx.db
    .updateTable('tie_across')
    .set({ answer, answered_at: tx.now, answered_by: tx.actor.id })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Both have said yes: a row in each district. The answer must be saved. */
export const joinAcross = async (
  tx: Tx,
  { districtId, id }: AcrossQuestion,
  own: { readonly tieId: string; readonly endHash: string },
): Promise<void> => {
  await sql`select app.join_across(${districtId}, ${id}, ${own.tieId}, ${own.endHash}, ${tx.now})`.execute(tx.db)
}
