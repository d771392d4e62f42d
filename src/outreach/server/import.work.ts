import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import { enqueue, type Job } from '../../platform/server/jobs.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { transact } from '../../platform/server/transact.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { checkMapping, refusedTable } from '../core/import.refused.ts'
import { countRows, decideRows } from '../core/import.settle.ts'
import { carryOut } from './import.carry.ts'
import { planRun } from './import.plan.ts'
import * as progress from './import.progress.store.ts'
import * as store from './import.store.ts'

/** What a job is told: the list, and on whose word it is worked at, since the lines that it leaves name them. */
const Ordered = z.object({
  districtId: Id,
  importId: Id,
  by: z.object({ id: Id, name: z.string(), language: z.enum(['it', 'en']) }),
})
type Ordered = z.infer<typeof Ordered>
type Phase = 'plan' | 'carry'
const tasks = { plan: 'planImport', carry: 'carryImport' } as const

/** Has a list worked at by the queue as soon as this act is committed; an earlier order for the same list is replaced. */
export const order = async (tx: Tx, run: store.Place, phase: Phase): Promise<void> => {
  const { id, name, language } = tx.actor
  const ordered: Ordered = { districtId: run.districtId, importId: run.id, by: { id, name, language } }
  await progress.tell(tx, { ...run, phase, done: 0, total: 0, fault: null })
  await enqueue(tx, tasks[phase], ordered, { key: `import ${run.id}` })
}

type Working = {
  readonly tx: Tx
  readonly run: store.Run & { readonly rows: NonNullable<store.Run['rows']> }
  readonly tell: (phase: Phase, offset: number, total: number) => (done: number) => Promise<void>
}

/** Told in a transaction of its own: the work's own is not committed before it ends. */
const tellApart = async (tx: Tx, line: progress.Line): Promise<void> => {
  await transact(tx.services, { by: 'system' }, async (other) => {
    await progress.tell(other.tx, line)
    return done(null)
  })
}

const worker =
  (phase: Phase, work: (working: Working) => Promise<void>): Job =>
  async (tx, payload): Promise<Outcome<null>> => {
    const { districtId, importId: id, by } = Ordered.parse(payload)
    const at = { districtId, id }
    const run = await store.findRun(tx, id, { lock: true })
    const isStill = run?.state === (phase === 'plan' ? 'read' : 'carrying')
    if (!run?.rows || !isStill) return done(null)
    const tell: Working['tell'] = (what, offset, total) => (count) =>
      tellApart(tx, { ...at, phase: what, done: offset + count, total, fault: null })
    try {
      await work({ tx: await store.onWordOf(tx, by), run: { ...run, rows: run.rows }, tell })
    } catch (error) {
      await tellApart(tx, { ...at, phase, done: 0, total: 0, fault: 'outreach.importStopped' })
      throw error
    }
    return done(null)
  }

const rest = (tx: Tx, at: store.Place, fault: string | null): Promise<void> =>
  progress.tell(tx, { ...at, phase: 'rest', done: 0, total: 0, fault })

/** The dry run: looks at every row and keeps what it found, for the pages to show. */
const planList = worker('plan', async ({ tx, run, tell }) => {
  const length = run.rows.length
  if (checkMapping(run.mapping).ok) {
    const { rows, digest } = await planRun(tx, run, tell('plan', 0, length))
    await store.savePlan(tx, run, { rows, digest, counts: countRows(rows), state: 'read' })
  }
  await rest(tx, run, null)
  await writeJournal(tx, {
    act: 'imports.plan',
    districtId: run.districtId,
    subject: { kind: 'import', id: run.id },
  })
})

/** Carries out what was seen, in one transaction: all of it, or nothing; if things changed since, it is shown anew. */
const carryList = worker('carry', async ({ tx, run, tell }) => {
  const length = run.rows.length
  const subject = { districtId: run.districtId, subject: { kind: 'import', id: run.id } }
  const planned = await planRun(tx, run, tell('carry', 0, length * 2))
  if (planned.digest !== run.digest) {
    await store.savePlan(tx, run, { ...planned, counts: countRows(planned.rows), state: 'read' })
    await rest(tx, run, 'outreach.importChanged')
    return writeJournal(tx, { ...subject, act: 'imports.plan' })
  }
  const ended = await carryOut(tx, run, decideRows(planned.rows, run.decisions), tell('carry', length, length * 2))
  const counts = countRows(ended)
  const table = refusedTable({ rows: run.rows, header: run.headerRow, plan: ended, language: tx.actor.language })
  await store.endRun(tx, run, { state: 'done', counts, refused: table })
  await rest(tx, run, null)
  await writeJournal(tx, { ...subject, act: 'imports.done', changed: counts })
})

export const importJobs: Readonly<Record<string, Job>> = { [tasks.plan]: planList, [tasks.carry]: carryList }
