import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { openWord, whyNotAskLeave, whyNotSayDone } from '../core/own.word.ts'
import type { Pact } from '../core/pact.schema.ts'
import { listMarks } from './follow.store.ts'
import { journalPact } from './pact.journal.ts'
import { writable } from './pact.reach.ts'
import { findPact } from './pact.store.ts'
import { findVersion } from './version.store.ts'
import { addWord, listWords, setWordAside } from './word.store.ts'

/** The person's own pact, held until the transaction ends: of two clicks the second finds what the first said. */
const ownHeld = async (tx: Tx, pactId: string): Promise<Pact | undefined> => {
  const pact = (await findPact(tx, pactId, true))?.pact
  return tx.actor.kind === 'person' && pact?.personId === tx.actor.id ? pact : undefined
}

/** On their own page the person says that a commitment of theirs is done. Their tutor looks at it and marks it. */
export const sayDone = async (tx: Tx, pactId: string, itemId: string): Promise<Outcome<null>> => {
  const pact = await ownHeld(tx, pactId)
  if (!pact) return unknown()
  if (openWord(await listWords(tx, pact), { itemId })) return done(null)
  const version = await findVersion(tx, pact, 'inForce')
  const commitment = version?.content.commitments.find(({ id }) => id === itemId)
  const why = whyNotSayDone(commitment, { pact, marks: await listMarks(tx, pact), today: tx.today })
  if (why) return refuse('conflict', why.code)
  await addWord(tx, pact, { kind: 'done', itemId, text: '' })
  await journalPact(tx, pact, { act: 'pacts.ownDone', changed: { itemId } })
  return done(null)
}

/** On their own page the person asks to leave the pact. It does not end by this: the tutor records it by the table of moves. */
export const askLeave = async (tx: Tx, pactId: string, text: string): Promise<Outcome<null>> => {
  const pact = await ownHeld(tx, pactId)
  if (!pact) return unknown()
  if (openWord(await listWords(tx, pact), 'withdraw')) return done(null)
  const why = whyNotAskLeave(pact)
  if (why) return refuse('conflict', why.code)
  await addWord(tx, pact, { kind: 'withdraw', itemId: null, text })
  await journalPact(tx, pact, { act: 'pacts.ownAskLeave' })
  return done(null)
}

/** Talked over with the person, who goes on: the answer is read on their own page. */
export const answerWord = async (
  tx: Tx,
  { pactId, wordId }: { pactId: string; wordId: string },
  { answer }: { answer: string },
): Promise<Outcome<typeof isDone>> => {
  const found = await writable(tx, pactId)
  if (!found.ok) return found
  const { pact } = found.value.kept
  const word = (await listWords(tx, pact)).find(({ id }) => id === wordId)
  if (!word) return unknown()
  if (!(await setWordAside(tx, pact, { id: wordId, answer }))) return refuse('conflict', 'pacts.word.answered')
  await journalPact(tx, pact, { act: 'pacts.answerWord', changed: { kind: word.kind, answer } })
  return done(isDone)
}
