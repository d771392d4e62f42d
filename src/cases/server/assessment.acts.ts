import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { type AssessedArea, Assessment } from '../core/assessment.schema.ts'
import { closeAssessment } from '../core/assessment.ts'
import { canWriteCase } from '../core/case.policy.ts'
import type { AssessmentSheet } from '../core/diary.api.ts'
import { about, type Opened, openFor, openToWrite } from './opened.ts'
import * as store from './work.store.ts'

export const readAssessment = async (
  tx: Tx,
  caseId: string,
): Promise<Outcome<{ assessment: AssessmentSheet | null }>> => {
  const opened = await openFor(tx, caseId)
  if (!opened.ok) return opened
  const { one, standing } = opened.value
  const found = await store.latestAssessment(tx, one)
  await writeJournal(tx, {
    act: 'cases.assessment',
    ...about(one),
    subject: { kind: 'assessment', id: found?.id ?? one.id },
  })
  const canWrite = canWriteCase(tx.actor, one, standing)
  return done({ assessment: found ? { ...found, canWrite } : null })
}

/** A new reading begins from what the last one says; while one is open there is no second. */
export const startAssessment = async (tx: Tx, caseId: string): Promise<Outcome<{ id: string }>> => {
  const opened = await openToWrite(tx, caseId)
  if (!opened.ok) return opened
  const { one } = opened.value
  const last = await store.latestAssessment(tx, one)
  if (last && last.closedOn === null) return refuse('conflict', 'cases.assessment.openAlready')
  const fresh = { id: tx.newId(), caseId, areas: last?.areas ?? [], startedOn: tx.today }
  await store.addAssessment(tx, one, { ...fresh, closedOn: null, closedBy: null, agreedOn: null })
  await writeJournal(tx, {
    act: 'cases.startAssessment',
    ...about(one),
    subject: { kind: 'assessment', id: fresh.id },
    changed: { startedOn: tx.today },
  })
  return done({ id: fresh.id })
}

type At = { readonly caseId: string; readonly assessmentId: string }

/** The assessment as it was read by the writer, held until the act is over. */
const toWrite = async (
  tx: Tx,
  { caseId, assessmentId }: At,
  version: number | null,
): Promise<Outcome<{ opened: Opened; found: store.KeptAssessment }>> => {
  const opened = await openToWrite(tx, caseId)
  if (!opened.ok) return opened
  const found = await store.lockAssessment(tx, opened.value.one, assessmentId)
  if (!found) return unknown()
  if (version !== null && found.version !== version) return refuse('conflict', 'platform.changedMeanwhile')
  return done({ opened: opened.value, found })
}

const keep = async (
  tx: Tx,
  { one }: Opened,
  { next, act, changed }: { next: Assessment; act: string; changed: Readonly<Record<string, unknown>> },
): Promise<void> => {
  await store.saveAssessment(tx, one.districtId, next)
  await writeJournal(tx, { act, ...about(one), subject: { kind: 'assessment', id: next.id }, changed })
}

export const saveDraft = async (
  tx: Tx,
  at: At,
  { version, areas }: { version: number; areas: AssessedArea[] },
): Promise<Outcome<{ version: number }>> => {
  const ready = await toWrite(tx, at, version)
  if (!ready.ok) return ready
  const { opened, found } = ready.value
  if (found.closedOn !== null) return refuse('conflict', 'cases.assessment.closed', { on: found.closedOn })
  if (!Assessment.shape.areas.safeParse(areas).success) return refuse('invalid', 'cases.areaTwice')
  const changed = Object.fromEntries(areas.map((one) => [one.area, one]))
  await keep(tx, opened, { next: { ...found, areas }, act: 'cases.saveAssessment', changed })
  return done({ version: version + 1 })
}

export const closeTheAssessment = async (tx: Tx, at: At, version: number): Promise<Outcome<{ version: number }>> => {
  const ready = await toWrite(tx, at, version)
  if (!ready.ok) return ready
  const { opened, found } = ready.value
  const closed = closeAssessment(found, { on: tx.today, by: tx.actor.id })
  if (!closed.ok) return closed
  await keep(tx, opened, { next: closed.value, act: 'cases.closeAssessment', changed: { closedOn: tx.today } })
  return done({ version: version + 1 })
}

/** The person read it and agreed, on a day between its closing and today. */
export const agreeAssessment = async (tx: Tx, at: At, on: string): Promise<Outcome<typeof isDone>> => {
  const ready = await toWrite(tx, at, null)
  if (!ready.ok) return ready
  const { opened, found } = ready.value
  if (found.closedOn === null) return refuse('conflict', 'cases.assessment.closeFirst')
  if (on < found.closedOn || on > tx.today) return refuse('invalid', 'cases.assessment.agreedWhen')
  await keep(tx, opened, { next: { ...found, agreedOn: on }, act: 'cases.agreeAssessment', changed: { agreedOn: on } })
  return done(isDone)
}
