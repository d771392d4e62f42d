import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { PactContent } from '../core/content.schema.ts'
import type { NewMark } from '../core/pact.api.ts'
import { progressOf } from '../core/pact.progress.ts'
import type { Pact } from '../core/pact.schema.ts'
import { isBinding, isOver, whyNotLate } from '../core/pact.ts'
import type { Mark } from '../core/progress.schema.ts'
import { addMark, listMarks } from './follow.store.ts'
import { journalPact } from './pact.journal.ts'
import { writable } from './pact.reach.ts'
import { saveCounts } from './pact.store.ts'
import { findVersion } from './version.store.ts'
import { takeWords } from './word.store.ts'

const idsOf = (content: PactContent, about: Mark['about']): string[] => {
  if (about === 'commitment') return content.commitments.map(({ id }) => id)
  if (about === 'goal') return content.goals.map(({ id }) => id)
  if (about === 'support') return content.supports.map(({ id }) => id)
  return content.goals.flatMap(({ steps }) => steps.map(({ id }) => id))
}

/** An ended pact takes a line only with why it comes late. */
export const whyClosed = (pact: Pact, late: string | undefined): Outcome<never> | null => {
  if (!isOver(pact.state)) return late === undefined ? null : refuse('conflict', 'pacts.late.notOver')
  if (late === undefined) return refuse('conflict', 'pacts.over')
  const why = whyNotLate(pact, late)
  return why ? refuse('invalid', why.code) : null
}

export const markItem = async (
  tx: Tx,
  pactId: string,
  { late, ...given }: NewMark,
): Promise<Outcome<{ id: string; kept: number; total: number }>> => {
  const found = await writable(tx, pactId)
  if (!found.ok) return found
  const { pact } = found.value.kept
  const closed = whyClosed(pact, late)
  if (closed) return closed
  const version = await findVersion(tx, pact, 'inForce')
  if (!version || !(isBinding(pact.state) || isOver(pact.state))) return refuse('conflict', 'pacts.mark.notSigned')
  if (given.on > tx.today) return refuse('invalid', 'pacts.mark.future')
  if (!idsOf(version.content, given.about).includes(given.itemId)) return refuse('invalid', 'pacts.mark.noItem')
  const mark: Mark = { ...given, id: tx.newId(), at: tx.now, by: tx.actor.id }
  const marks = [...(await listMarks(tx, pact)), mark]
  await addMark(tx, pact, mark)
  if (given.about === 'commitment') await takeWords(tx, pact, given.itemId)
  const { kept, total } = progressOf(version.content, marks, { today: tx.today })
  await saveCounts(tx, pact, { kept, total })
  const { about, value, on, note } = given
  await journalPact(tx, pact, { act: 'pacts.mark', changed: { about, value, on, note }, reason: late })
  return done({ id: mark.id, kept, total })
}
