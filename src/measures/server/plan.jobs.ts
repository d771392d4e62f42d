import { nilId } from '../../platform/core/actor.ts'
import { done } from '../../platform/core/refusal.ts'
import type { Job, JobBook } from '../../platform/server/jobs.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Plan } from '../core/schedule.ts'
import { type Asking, listAsking, saveApplied } from './plan.store.ts'
import { bringInLine } from './schedule.door.ts'
import { readPlan } from './shelf.store.ts'

/** After the end only what still waits is moved: who would rather not be asked again is not asked by a new plan. */
const isAsked =
  ({ pact, waits }: Asking) =>
  ({ moment }: { readonly moment: Asking['waits'][number] }): boolean =>
    pact.state !== 'closed' || waits.includes(moment)

/** Brings a new plan to the pacts under way. What was answered or refused stays as it is. */
export const replanMeasures: Job = async (tx) => {
  const { version, ...plan } = await readPlan(tx)
  let touched = 0
  for (const one of await listAsking(tx))
    if (await bringInLine(tx, one.pact, { plan: plan satisfies Plan, only: isAsked(one) })) touched += 1
  await saveApplied(tx, version, touched)
  await writeJournal(tx, {
    act: 'measures.replan',
    subject: { kind: 'programme', id: nilId },
    changed: { version, touched },
  })
  return done(null)
}

export const measureJobs: JobBook = { jobs: { replanMeasures }, cron: [] }
