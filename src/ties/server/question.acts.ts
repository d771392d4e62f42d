import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Answer, Bringer, Question, QuestionRow } from '../core/question.schema.ts'
import { answerQuestion, type End, endOf, evidenceOf } from '../core/question.ts'
import { canReadTie, canRecordTie } from '../core/tie.policy.ts'
import { answerOfAcross } from './across.acts.ts'
import { lockAcross } from './across.store.ts'
import * as store from './question.store.ts'
import { mayNotRecord, placeToWork } from './tie.reach.ts'
import { lockTie, placeOfCase } from './tie.store.ts'

/** What the person of a case is still asked. */
export const questionsOfCase = async (tx: Tx, caseId: string): Promise<Outcome<{ rows: QuestionRow[] }>> => {
  const place = await placeOfCase(tx, { caseId })
  if (!place || !canReadTie(tx.actor, place)) return unknown()
  if (!canRecordTie(tx.actor, place)) return done({ rows: [] })
  return done({ rows: await store.questionsFor(tx, place.districtId, place.personId) })
}

type Told = { readonly question: Question; readonly end: End; readonly by: Bringer }

/** The tie that the first yes makes: of this end, with the other's initials. */
const halfTie = async (tx: Tx, { question, end, by }: Told): Promise<void> => {
  const personId = end === 'a' ? question.aId : question.bId
  const originId = await store.birthOf(tx, question, personId)
  await store.bearTie(tx, question, personId, {
    id: tx.newId(),
    kind: question.occasionKind === 'hours' ? 'volunteer' : 'other',
    since: question.firstDay ?? tx.today,
    evidence: evidenceOf(by),
    originKind: originId ? 'hours' : 'other',
    originId,
  })
}

const answerWith = async (tx: Tx, told: Told, answer: Answer): Promise<Outcome<typeof isDone>> => {
  const answered = answerQuestion(told.question, told.end, answer)
  if (!answered.ok) return answered
  const { question, effect } = answered.value
  await store.saveAnswer(tx, question, told.end)
  if (effect === 'half') await halfTie(tx, { ...told, question })
  if (effect === 'whole') await store.joinTie(tx, question, told.by === 'seen' ? 'seenByWorker' : 'saidByBoth')
  return done(isDone)
}

/** One question of this district or of another: the person it is put to answers, or whoever speaks for them. */
const answerFor = async (
  tx: Tx,
  { questionId, personId, by }: { questionId: string; personId: string; by: Bringer },
  answer: Answer,
): Promise<Outcome<typeof isDone>> => {
  const question = await store.lockQuestion(tx, questionId)
  const end = question && endOf(question, personId)
  if (question && end) return answerWith(tx, { question, end, by }, answer)
  const across = await lockAcross(tx, questionId)
  if (across?.personId !== personId) return unknown()
  return by === 'seen' ? refuse('invalid', 'ties.acrossByOwnYes') : answerOfAcross(tx, across, answer)
}

/** A worker writes what the person of the case said, or that they saw it. */
export const answerForPerson = async (
  tx: Tx,
  questionId: string,
  { caseId, answer, seen }: { caseId: string; answer: Answer; seen: boolean },
): Promise<Outcome<typeof isDone>> => {
  const found = await placeToWork(tx, caseId)
  if (!found.ok) return found
  const { personId, districtId, state } = found.value
  if (state !== 'open') return refuse('conflict', 'ties.caseClosed')
  const by = seen && answer === 'yes' ? 'seen' : 'worker'
  const answered = await answerFor(tx, { questionId, personId, by }, answer)
  if (!answered.ok) return answered
  const about = { act: 'ties.answer', districtId, subject: { kind: 'tieQuestion', id: questionId }, personId, caseId }
  await writeJournal(tx, { ...about, changed: { answer, seen } })
  return answered
}

/** The person answers on their own page. */
export const answerMyself = async (tx: Tx, questionId: string, answer: Answer): Promise<Outcome<typeof isDone>> => {
  const answered = await answerFor(tx, { questionId, personId: tx.actor.id, by: 'person' }, answer)
  if (!answered.ok) return answered
  const districtId = tx.actor.districtId ?? ''
  const subject = { kind: 'tieQuestion', id: questionId }
  await writeJournal(tx, { act: 'ties.ownAnswer', districtId, subject, personId: tx.actor.id, changed: { answer } })
  return answered
}

/** Asks a person whether they are the third party of a tie. Nothing else changes: only their own yes links them. */
export const claimAlter = async (tx: Tx, tieId: string, personId: string): Promise<Outcome<{ id: string }>> => {
  const tie = await lockTie(tx, tieId)
  if (!tie || !canReadTie(tx.actor, tie)) return unknown()
  if (!canRecordTie(tx.actor, tie)) return mayNotRecord()
  const { districtId, caseId, personId: aId } = tie
  if (aId === null || (tie.a.kind !== 'alter' && tie.b.kind !== 'alter'))
    return refuse('conflict', 'ties.claimNotAlter')
  if (personId === aId) return refuse('invalid', 'ties.claimSelf')
  if (!(await store.isPersonInSight(tx, districtId, personId))) return refuse('invalid', 'ties.claimUnknown')
  const id = tx.newId()
  if (!(await store.addClaim(tx, { id, districtId, aId, bId: personId, tieId })))
    return refuse('conflict', 'ties.claimAsked')
  await writeJournal(tx, {
    act: 'ties.claim',
    districtId,
    subject: { kind: 'tieQuestion', id },
    personId: aId,
    caseId,
    changed: { tieId, personId },
  })
  return done({ id })
}
