import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Correction } from '../core/card.api.ts'
import { mayCareFor } from '../core/person.policy.ts'
import {
  type CorrectionRecord,
  insertCorrection,
  listCorrections,
  openCorrection,
  saveAnswer,
} from './correction.store.ts'

type Asked = Parameters<typeof listCorrections>[1]

const toReply = ({ districtId: _, ...one }: CorrectionRecord): Correction => one

export const readCorrections = async (
  tx: Tx,
  asked: Asked,
): Promise<Outcome<{ rows: Correction[]; total: number }>> => {
  const { rows, total } = await listCorrections(tx, asked)
  return done({ rows: rows.map(toReply), total })
}

export const answerCorrection = async (
  tx: Tx,
  id: string,
  given: { state: 'done' | 'declined'; answer: string },
): Promise<Outcome<typeof isDone>> => {
  const [found] = (await listCorrections(tx, { id, limit: 1, offset: 0 })).rows
  if (!found || !mayCareFor(tx.actor, { id: found.personId, districtId: found.districtId })) return unknown()
  if (!(await saveAnswer(tx, found, given))) return refuse('conflict', 'persons.correctionAnswered')
  await writeJournal(tx, {
    act: 'persons.answerCorrection',
    districtId: found.districtId,
    subject: { kind: 'correctionRequest', id },
    personId: found.personId,
    changed: given,
  })
  return done(isDone)
}

/** The person, on their own page, asks that something be put right; the same words, while they wait, are one request. */
export const askCorrection = async (tx: Tx, text: string): Promise<Outcome<{ id: string }>> => {
  const { id: personId, districtId, kind } = tx.actor
  if (kind !== 'person' || !districtId) return unknown()
  const asked = await openCorrection(tx, { districtId, personId }, text)
  if (asked !== undefined) return done({ id: asked })
  const id = await insertCorrection(tx, { districtId, personId }, text)
  await writeJournal(tx, {
    act: 'persons.askCorrection',
    districtId,
    subject: { kind: 'correctionRequest', id },
    personId,
  })
  return done({ id })
}
