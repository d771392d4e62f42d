import { isDone } from '../../platform/core/contract.ts'
import { addDays } from '../../platform/core/day.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { occasionFor, turnsOf, whyNotAsked } from '../core/asking.ts'
import type { Instrument } from '../core/instrument.schema.ts'
import { findInstrument } from '../core/instruments.ts'
import type { MeasureForm, StartMeasure } from '../core/measure.api.ts'
import type { Measure } from '../core/measure.schema.ts'
import { type Score, scoresOf, whyNotAnswers } from '../core/scoring.ts'
import { type LoadedTexts, textsIn } from '../core/texts.ts'
import { type Asking, journalMeasure, measurable, underWay } from './around.ts'
import { lockDue, settleDues } from './due.store.ts'
import { addMeasure, type KeptMeasure, listMeasures, saveMeasure } from './measure.store.ts'
import type { MeasuredCase } from './place.store.ts'
import { listTexts } from './shelf.store.ts'
import { addTask, finishTask } from './task.store.ts'

type Ready = { readonly instrument: Instrument; readonly revision: number; readonly occasionId: string | undefined }

const whyNotTurn = (instrument: Instrument, given: StartMeasure, all: readonly KeptMeasure[]) => {
  if (instrument.raters === 'person') return given.rater === 'person' ? undefined : 'measures.oneView'
  if (given.rater !== 'agreed') return undefined
  const occasionId = occasionFor(all, given)
  const turn = occasionId === undefined ? undefined : turnsOf(all, occasionId)[0]
  return turn === 'agreed' ? undefined : 'measures.bothFirst'
}

const ready = (
  tx: Tx,
  place: MeasuredCase,
  { given, loaded, all }: { given: StartMeasure; loaded: readonly LoadedTexts[]; all: readonly KeptMeasure[] },
): Outcome<Ready> => {
  const instrument = findInstrument(given.instrument)
  if (!instrument) return refuse('invalid', 'measures.instrumentUnknown')
  const why = whyNotAsked(instrument, place, { loaded, today: tx.today })
  if (why) return refuse('conflict', `measures.why.${why}`, { age: instrument.minAge ?? 0 })
  const texts = textsIn(instrument, given.language, loaded)
  if (!texts) return refuse('invalid', 'measures.languageUnknown')
  const turn = whyNotTurn(instrument, given, all)
  if (turn) return refuse('conflict', turn)
  const isEach = instrument.raters === 'each'
  return done({ instrument, revision: texts.revision, occasionId: isEach ? occasionFor(all, given) : undefined })
}

/** Begins to ask; a second one of the same kind waits until the first is over. */
export const startMeasure = async (tx: Tx, given: StartMeasure): Promise<Outcome<{ id: string }>> => {
  const found = await measurable(tx, given.caseId)
  if (!found.ok) return found
  const place = found.value
  const all = await listMeasures(tx, place.districtId, given.caseId)
  const start = ready(tx, place, { given, loaded: await listTexts(tx, given.instrument), all })
  if (!start.ok) return start
  const id = tx.newId()
  const added = await addMeasure(tx, {
    ...given,
    id,
    districtId: place.districtId,
    personId: place.personId,
    occasionId: start.value.occasionId ?? id,
    definition: start.value.instrument.version,
    textRevision: start.value.revision,
    state: 'open',
    answers: {},
    scores: null,
    heldOn: tx.today,
    revision: 1,
    openedBy: tx.actor.id,
  })
  if (!added) return refuse('conflict', 'measures.openAlready')
  const { instrument, moment, rater, present } = given
  await journalMeasure(tx, place, { act: 'measures.start', id, changed: { instrument, moment, rater, present } })
  return done({ id })
}

/** One measure with its words; the two views are there when it is time to agree. */
export const openMeasure = async (tx: Tx, measureId: string): Promise<Outcome<MeasureForm>> => {
  const found = await underWay(tx, measureId, false)
  if (!found.ok) return found
  const { place, one, instrument } = found.value
  const loaded = await listTexts(tx, one.instrument)
  const asked = loaded.filter(({ revision }) => revision <= one.textRevision)
  const { id, caseId, definition, language, rater, moment, state, answers, revision } = one
  return done({
    ...{ id, caseId, definition, language, rater, moment, state, answers, revision },
    instrument: one.instrument,
    personLabel: place.personLabel,
    texts: textsIn(instrument, language, asked)?.texts ?? {},
    views: one.rater === 'agreed' ? viewsIn(await listMeasures(tx, place.districtId, caseId), one) : null,
  })
}

const viewsIn = (all: readonly KeptMeasure[], { occasionId }: Measure): MeasureForm['views'] => {
  const of = (rater: Measure['rater']): Measure['answers'] =>
    all.find((one) => one.occasionId === occasionId && one.rater === rater && one.state === 'done')?.answers ?? {}
  return { person: of('person'), worker: of('worker') }
}

const toChange = async (tx: Tx, measureId: string, revision: number): Promise<Outcome<Asking>> => {
  const found = await underWay(tx, measureId)
  if (!found.ok) return found
  const { one } = found.value
  if (one.state !== 'open') return refuse('conflict', 'measures.over')
  return one.revision === revision ? found : refuse('conflict', 'platform.changedMeanwhile')
}

type At = { readonly measureId: string; readonly item: string }

/** Kept at each step: whoever is interrupted goes on from here, on any device. */
export const answerItem = async (
  tx: Tx,
  { measureId, item }: At,
  { answer, revision }: { answer: string | null; revision: number },
): Promise<Outcome<{ revision: number }>> => {
  const found = await toChange(tx, measureId, revision)
  if (!found.ok) return found
  const { place, one, instrument } = found.value
  const why = whyNotAnswers(instrument, { [item]: answer })
  if (why) return why
  await saveMeasure(tx, { ...one, answers: { ...one.answers, [item]: answer }, revision: revision + 1 })
  await journalMeasure(tx, place, { act: 'measures.answer', id: one.id, changed: { answers: revision + 1 } })
  return done({ revision: revision + 1 })
}

/** How soon a tutor is asked to talk to somebody whose result is low. */
const talkWithinDays = 2

const tellTutor = async (tx: Tx, { place, one, instrument }: Asking, scores: readonly Score[]): Promise<void> => {
  const value = scores[0]?.value
  if (!instrument.talk || value === null || value === undefined || value > instrument.talk.atMost) return
  await addTask(tx, one, { accountId: place.tutorId ?? one.openedBy, due: addDays(tx.today, talkWithinDays) })
}

/** Ends it: results by its definition, the moment of the schedule done, and the tutor's private task when they are low. */
export const finishMeasure = async (
  tx: Tx,
  measureId: string,
  { revision }: { revision: number },
): Promise<Outcome<typeof isDone>> => {
  const found = await toChange(tx, measureId, revision)
  if (!found.ok) return found
  const { place, one, instrument } = found.value
  if (Object.values(one.answers).every((answer) => answer === null))
    return refuse('conflict', 'measures.nothingAnswered')
  const scores = scoresOf(instrument, one.answers)
  if (!scores.ok) return scores
  await saveMeasure(tx, { ...one, state: 'done', scores: scores.value, heldOn: tx.today, revision: revision + 1 })
  await settleDues(tx, { ...place, moment: one.moment, instrument: one.instrument }, 'done')
  await tellTutor(tx, found.value, scores.value)
  await journalMeasure(tx, place, { act: 'measures.finish', id: one.id, changed: { state: 'done' } })
  return done(isDone)
}

/** The person would rather not, or it was begun by mistake: nothing that was answered stays, and no reason is asked. */
export const stopMeasure = async (
  tx: Tx,
  measureId: string,
  because: 'refused' | 'mistake',
): Promise<Outcome<typeof isDone>> => {
  const found = await underWay(tx, measureId)
  if (!found.ok) return found
  const { place, one } = found.value
  if (one.state !== 'open') return refuse('conflict', 'measures.over')
  const state = because === 'refused' ? 'refused' : 'dropped'
  await saveMeasure(tx, { ...one, answers: {}, state, revision: one.revision + 1 })
  if (state === 'refused') await settleDues(tx, { ...place, moment: one.moment, instrument: one.instrument }, 'refused')
  await journalMeasure(tx, place, { act: 'measures.stop', id: one.id, changed: { state } })
  return done(isDone)
}

/** The person would rather not be asked this time. */
export const refuseDue = async (tx: Tx, dueId: string): Promise<Outcome<typeof isDone>> => {
  const due = await lockDue(tx, dueId)
  if (!due) return unknown()
  const found = await measurable(tx, due.caseId)
  if (!found.ok) return found
  await settleDues(tx, due, 'refused')
  await journalMeasure(tx, found.value, { act: 'measures.refuse', id: due.id, changed: { state: 'refused' } })
  return done(isDone)
}

/** The tutor talked. The line of the journal names no person and no case: the equipe reads the case's. */
export const finishTalk = async (tx: Tx, taskId: string): Promise<Outcome<typeof isDone>> => {
  const districtId = await finishTask(tx, taskId)
  if (districtId === undefined) return unknown()
  await writeJournal(tx, { act: 'measures.talked', districtId, subject: { kind: 'task', id: taskId } })
  return done(isDone)
}
