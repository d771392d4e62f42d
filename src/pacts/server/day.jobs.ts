import { z } from 'zod'
import { addDays, dayOf, daysBetween, notBefore } from '../../platform/core/day.ts'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import { longDate, say } from '../../platform/core/words.ts'
import { enqueue, type JobBook } from '../../platform/server/jobs.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { writeLetter } from '../../platform/server/mail/letter.ts'
import { queueMail } from '../../platform/server/outbox.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { eraseAlterLabels } from '../../ties/server/tie.door.ts'
import { actWords } from '../core/act.words.ts'
import type { PactMove } from '../core/pact.ts'
import { contextOf } from './context.ts'
import { dueMoves, dueReminders, filesWithLabels, openPacts, type Reminder } from './day.store.ts'
import { freezeLater } from './freeze.ts'
import { applyMove, textFor } from './moves.acts.ts'
import { journalPact } from './pact.journal.ts'
import { nextOf, type PactRules, pactRulesIn } from './pact.rules.ts'
import { findPact, saveNext } from './pact.store.ts'

/** What each day asks of pacts by itself: the moves that came due, deadlines reckoned anew, reminders by mail. */
const pactDay = async (tx: Tx): Promise<Outcome<null>> => {
  for (const { pactId, move } of await dueMoves(tx))
    await enqueue(tx, 'movePactByItself', { pactId, move }, { key: `movePact-${pactId}` })
  await reckonAnew(tx)
  await remind(tx)
  return done(null)
}

const Task = z.object({ pactId: z.uuid(), move: z.enum(['activate', 'resume']) })

/** Starts a signed pact on its day, once it is insured; resumes a suspended one. A move that is not open waits. */
const movePactByItself = async (tx: Tx, payload: unknown): Promise<Outcome<null>> => {
  const { pactId, move } = Task.parse(payload)
  const kept = await findPact(tx, pactId, true)
  if (!kept) return done(null)
  const { pact, lastMoveAt } = kept
  const version = await textFor(tx, pact, move satisfies PactMove)
  if (!version) return done(null)
  const at = notBefore(tx.now, lastMoveAt)
  const { settings } = await pactRulesIn(tx, pact.districtId)
  const context = await contextOf(tx, { pact, version, move, settings, today: dayOf(at) })
  const moved = await applyMove(tx, { kept, version, move, asked: {}, context, at })
  if (!moved.ok) return moved
  await journalPact(tx, pact, { act: `pacts.move.${move}`, changed: { move } })
  return done(null)
}

/** Settings may have changed since a pact was last saved. */
const reckonAnew = async (tx: Tx): Promise<void> => {
  const rules = new Map<string, PactRules>()
  let changed = 0
  for (const { pact, reviewDue, nextKind, nextDue } of await openPacts(tx)) {
    const known = rules.get(pact.districtId) ?? (await pactRulesIn(tx, pact.districtId))
    rules.set(pact.districtId, known)
    const next = nextOf(pact, { settings: known.settings, today: tx.today, reviewDue })
    if ((next?.kind ?? null) === nextKind && (next?.due ?? null) === nextDue) continue
    await saveNext(tx, pact, next)
    changed += 1
  }
  if (changed > 0) await writeJournal(tx, { act: 'pacts.day', subject: { kind: 'programme', id: tx.actor.id } })
}

const soonDays = 7

/** A week before, on the day, and once a week while it is late. */
const isDayToTell = (due: string, today: string): boolean => {
  const late = daysBetween(due, today)
  return late === -soonDays || (late >= 0 && late % soonDays === 0)
}

/** One mail to each tutor, with numbers of pacts and no name. */
const remind = async (tx: Tx): Promise<void> => {
  const due = (await dueReminders(tx, addDays(tx.today, soonDays))).filter((one) => isDayToTell(one.due, tx.today))
  const byTutor = Map.groupBy(due, ({ email }) => email)
  for (const [email, reminders] of byTutor) await queueMail(tx, { to: email, ...letterOf(tx, reminders) })
  if (byTutor.size > 0) await writeJournal(tx, { act: 'pacts.day', subject: { kind: 'programme', id: tx.actor.id } })
}

const letterOf = (tx: Tx, reminders: readonly Reminder[]) => {
  const language = reminders[0]?.language ?? 'it'
  const line = ({ number, kind, due }: Reminder): string =>
    say(actWords, language, `pacts.mail.${kind}`, { number, day: longDate(language, due) })
  return writeLetter({
    language,
    subject: say(actWords, language, 'pacts.mail.daySubject', { count: reminders.length }),
    paragraphs: [reminders.map(line).join('\n')],
    action: { label: say(actWords, language, 'pacts.mail.open'), url: `${tx.services.baseUrl}/scrivania/patti` },
    footer: say(actWords, language, 'pacts.mail.footer'),
  })
}

/** How long a file may be opened again, and a follow-up held late, before third parties' labels go by themselves. */
const keptDays = 90

/** Not every file ends with a last follow-up: whoever was named in it is forgotten all the same. */
const eraseLeftLabels = async (tx: Tx): Promise<Outcome<null>> => {
  for (const { districtId, caseId, personId } of await filesWithLabels(tx, addDays(tx.today, -keptDays))) {
    await eraseAlterLabels(tx, districtId, caseId)
    await writeJournal(tx, {
      act: 'pacts.eraseLabels',
      districtId,
      subject: { kind: 'case', id: caseId },
      personId,
      caseId,
    })
  }
  return done(null)
}

/** 4:10 UTC: before anybody comes to work. */
export const pactJobs: JobBook = {
  jobs: { pactDay, movePactByItself, freezePact: freezeLater, eraseLeftLabels },
  cron: ['10 4 * * * pactDay', '40 4 * * * eraseLeftLabels'],
}
