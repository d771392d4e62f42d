import type { Tx } from '../../platform/server/tx.ts'
import type { OwnWord } from '../core/own.word.schema.ts'
import type { Pact } from '../core/pact.schema.ts'
import { instant, instantOrNull } from './pact.rows.ts'
import type { Row } from './row.store.ts'

const field = 'ownWord.text'

export const toWord = (tx: Tx, row: Row<'own_word'>): OwnWord => ({
  id: row.id,
  kind: row.kind as OwnWord['kind'],
  itemId: row.item_id,
  text: row.text_sealed === null ? '' : tx.services.secrets.open(field, row.id, row.text_sealed),
  at: instant(row.at),
  state: row.state as OwnWord['state'],
  answer: row.answer,
  answeredAt: instantOrNull(row.answered_at),
})

/** What was said about a pact on its person's own page, oldest first. */
export const listWords = async (tx: Tx, pact: Pick<Pact, 'districtId' | 'id'>): Promise<OwnWord[]> => {
  const rows = await tx.db
    .selectFrom('own_word')
    .selectAll()
    .where('district_id', '=', pact.districtId)
    .where('pact_id', '=', pact.id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => toWord(tx, row))
}

export const addWord = async (
  tx: Tx,
  pact: Pact,
  { kind, itemId, text }: Pick<OwnWord, 'kind' | 'itemId' | 'text'>,
): Promise<void> => {
  const id = tx.newId()
  await tx.db
    .insertInto('own_word')
    .values({
      district_id: pact.districtId,
      id,
      pact_id: pact.id,
      case_id: pact.caseId,
      person_id: pact.personId,
      kind,
      item_id: itemId,
      text_sealed: text === '' ? null : tx.services.secrets.seal(field, id, text),
      at: tx.now,
    })
    .execute()
}

/** What was said is acted upon: the commitment is marked, or the pact ends. Without an item, all that still waits. */
export const takeWords = async (tx: Tx, pact: Pick<Pact, 'districtId' | 'id'>, itemId?: string): Promise<void> => {
  await tx.db
    .updateTable('own_word')
    .set({ state: 'taken', answered_by: tx.actor.id, answered_at: tx.now })
    .where('district_id', '=', pact.districtId)
    .where('pact_id', '=', pact.id)
    .where('state', '=', 'open')
    .$if(itemId !== undefined, (query) => query.where('item_id', '=', itemId ?? ''))
    .execute()
}

/** False when somebody answered meanwhile. */
export const setWordAside = async (
  tx: Tx,
  pact: Pick<Pact, 'districtId' | 'id'>,
  { id, answer }: { id: string; answer: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('own_word')
    .set({ state: 'setAside', answer, answered_by: tx.actor.id, answered_at: tx.now })
    .where('district_id', '=', pact.districtId)
    .where('pact_id', '=', pact.id)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
