import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { Correction } from '../core/card.api.ts'

const field = 'correctionRequest.text'

export const insertCorrection = async (
  tx: Tx,
  of: { districtId: string; personId: string },
  text: string,
): Promise<string> => {
  const id = tx.newId()
  await tx.db
    .insertInto('correction_request')
    .values({
      district_id: of.districtId,
      id,
      person_id: of.personId,
      text_sealed: tx.services.secrets.seal(field, id, text),
      at: tx.now,
    })
    .execute()
  return id
}

type Asked = {
  readonly personId?: string | undefined
  readonly id?: string | undefined
  readonly state?: Correction['state'] | undefined
  readonly limit: number
  readonly offset: number
}
export type CorrectionRecord = Correction & { readonly districtId: string }

/** Requests that the reader may see: open ones first, the oldest first. */
export const listCorrections = async (tx: Tx, asked: Asked): Promise<{ rows: CorrectionRecord[]; total: number }> => {
  const rows = await tx.db
    .selectFrom('correction_request as c')
    .innerJoin('person as p', (join) =>
      join.onRef('p.district_id', '=', 'c.district_id').onRef('p.id', '=', 'c.person_id'),
    )
    .leftJoin('account as a', 'a.id', 'c.answered_by')
    .selectAll('c')
    .select(['p.family_name', 'p.given_name', 'a.name as answerer'])
    .select((one) => one.fn.countAll<number>().over().as('total'))
    .where('c.district_id', 'in', [...tx.districts])
    .$if(asked.personId !== undefined, (query) => query.where('c.person_id', '=', asked.personId ?? ''))
    .$if(asked.id !== undefined, (query) => query.where('c.id', '=', asked.id ?? ''))
    .$if(asked.state !== undefined, (query) => query.where('c.state', '=', asked.state ?? ''))
    .orderBy(sql`c.state <> 'open'`)
    .orderBy('c.at')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute()
  const toRow = (row: (typeof rows)[0]): CorrectionRecord => ({
    id: row.id,
    districtId: row.district_id,
    personId: row.person_id,
    name: `${row.given_name} ${row.family_name}`,
    text: tx.services.secrets.open(field, row.id, row.text_sealed),
    at: row.at,
    state: row.state as Correction['state'],
    answer: row.answer,
    answeredBy: row.answerer,
    answeredAt: row.answered_at,
  })
  return { rows: rows.map(toRow), total: rows[0]?.total ?? 0 }
}

/** The open request of a person with these words; whoever asks at the same time waits for the first to be written. */
export const openCorrection = async (
  tx: Tx,
  { districtId, personId }: { districtId: string; personId: string },
  text: string,
): Promise<string | undefined> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${personId}, 35))`.execute(tx.db)
  const rows = await tx.db
    .selectFrom('correction_request')
    .select(['id', 'text_sealed'])
    .where('district_id', '=', districtId)
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .execute()
  return rows.find((row) => tx.services.secrets.open(field, row.id, row.text_sealed) === text)?.id
}

/** False when somebody answered it meanwhile. */
export const saveAnswer = async (
  tx: Tx,
  of: { districtId: string; id: string },
  { state, answer }: { state: string; answer: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('correction_request')
    .set({ state, answer, answered_by: tx.actor.id, answered_at: tx.now })
    .where('district_id', '=', of.districtId)
    .where('id', '=', of.id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
