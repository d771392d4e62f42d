import { isDone } from '../../platform/core/contract.ts'
import { addDays, instantAt } from '../../platform/core/day.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { hashToken, readableCode, readCode } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { type AcrossQuestion, codeLasts } from '../core/across.schema.ts'
import { answerAcross, whyNotCode } from '../core/across.ts'
import type { Answer } from '../core/question.schema.ts'
import { isOfFile } from '../core/tie.ts'
import * as store from './across.store.ts'
import { placeToWork } from './tie.reach.ts'
import { lockTie } from './tie.store.ts'

/** What stands for a person in the other district: nothing leads back from it without the key of the installation. */
const endHashOf = ({ services }: Tx, districtId: string, personId: string): string =>
  services.secrets.blindIndex('tie.end', `${districtId} ${personId}`)

/** A code that the person of the case hands to the other, in person: nobody is searched for in another district. */
export const giveCode = async (
  tx: Tx,
  { tieId, caseId }: { tieId: string; caseId: string },
): Promise<Outcome<{ code: string; until: string }>> => {
  const found = await placeToWork(tx, caseId)
  if (!found.ok) return found
  const { districtId, personId, state } = found.value
  if (state !== 'open') return refuse('conflict', 'ties.caseClosed')
  const tie = await lockTie(tx, tieId)
  if (!tie || !isOfFile(tie, found.value)) return unknown()
  const why = whyNotCode(tie, tie.across !== null)
  if (why) return refuse('conflict', why, { until: tie.until ?? '' })
  const [id, code, until] = [tx.newId(), readableCode(), addDays(tx.today, codeLasts)]
  await store.addInvite(tx, {
    ...{ id, districtId, tieId, caseId, personId },
    codeHash: hashToken(code),
    endHash: endHashOf(tx, districtId, personId),
    expiresAt: instantAt(addDays(until, 1), '00:00'),
  })
  const subject = { kind: 'tie', id: tieId }
  await writeJournal(tx, { act: 'ties.code', districtId, subject, personId, caseId, changed: { agreed: true, until } })
  return done({ code, until })
}

type Taking = { readonly districtId: string; readonly personId: string; readonly caseId: string | null }

const take = async (
  tx: Tx,
  { act, of, code }: { act: string; of: Taking; code: string },
): Promise<Outcome<typeof isDone>> => {
  const [id, written] = [tx.newId(), readCode(code)]
  const why = written ? await store.takeCode(tx, { id, ...of, codeHash: hashToken(written) }) : 'unknown'
  if (why === 'sameDistrict') return refuse('conflict', 'ties.codeSameDistrict')
  if (why === 'unknown') return refuse('invalid', 'ties.codeUnknown')
  await writeJournal(tx, { act, ...of, subject: { kind: 'tieAcross', id } })
  return done(isDone)
}

/** A worker types the code that the person of the case was handed. */
export const takeForPerson = async (
  tx: Tx,
  { caseId, code }: { caseId: string; code: string },
): Promise<Outcome<typeof isDone>> => {
  const found = await placeToWork(tx, caseId)
  if (!found.ok) return found
  if (found.value.state !== 'open') return refuse('conflict', 'ties.caseClosed')
  const { districtId, personId } = found.value
  return take(tx, { act: 'ties.takeCode', of: { districtId, personId, caseId }, code })
}

/** The person types it on their own page. */
export const takeMyself = (tx: Tx, code: string): Promise<Outcome<typeof isDone>> => {
  const of = { districtId: tx.actor.districtId ?? '', personId: tx.actor.id, caseId: null }
  return take(tx, { act: 'ties.ownCode', of, code })
}

/** The answer of the person asked; a yes gives each district its row, a no is told to nobody. Who asks writes the journal. */
export const answerOfAcross = async (
  tx: Tx,
  question: AcrossQuestion,
  answer: Answer,
): Promise<Outcome<typeof isDone>> => {
  const answered = answerAcross(question, answer)
  if (!answered.ok) return answered
  if (!answered.value.fresh) return done(isDone)
  await store.saveAcross(tx, question, answer)
  const { districtId, personId } = question
  if (answer === 'yes')
    await store.joinAcross(tx, question, { tieId: tx.newId(), endHash: endHashOf(tx, districtId, personId) })
  return done(isDone)
}
