import { done, type Outcome } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { isApart, whyNotAsked } from '../core/asking.ts'
import { currentInstruments } from '../core/instruments.ts'
import type { MeasureRow, MeasureSheet } from '../core/measure.api.ts'
import { canMeasure } from '../core/measure.policy.ts'
import { type LoadedTexts, languagesOf } from '../core/texts.ts'
import { journalMeasure, mayRead, readable } from './around.ts'
import { listDues } from './due.store.ts'
import { type KeptMeasure, listMeasures } from './measure.store.ts'
import type { MeasuredCase } from './place.store.ts'
import { listTexts } from './shelf.store.ts'
import { myTasks } from './task.store.ts'

const rowOf = (tx: Tx, place: MeasuredCase, { one, all }: { one: KeptMeasure; all: KeptMeasure[] }): MeasureRow => {
  const hidden = !mayRead(tx, place, one) ? 'notYours' : isEach(one) && isApart(one, all) ? 'apart' : null
  const { id, occasionId, instrument, definition, rater, moment, state, heldOn, present, by, shared } = one
  const scores = hidden === null ? one.scores : null
  return { id, occasionId, instrument, definition, rater, moment, state, heldOn, present, by, scores, hidden, shared }
}

const isEach = ({ instrument }: KeptMeasure): boolean =>
  currentInstruments.some(({ code, raters }) => code === instrument && raters === 'each')

const shelfFor = (tx: Tx, place: MeasuredCase, loaded: readonly LoadedTexts[]): MeasureSheet['instruments'] =>
  currentInstruments.map((one) => ({
    code: one.code,
    languages: languagesOf(one, loaded),
    why: whyNotAsked(one, place, { loaded, today: tx.today }) ?? null,
  }))

/** What was measured with the person of a case, what is due, and what can be asked. */
export const measureSheet = async (tx: Tx, caseId: string): Promise<Outcome<MeasureSheet>> => {
  const found = await readable(tx, caseId)
  if (!found.ok) return found
  const place = found.value
  const [all, dues, loaded, tasks] = await Promise.all([
    listMeasures(tx, place.districtId, caseId),
    listDues(tx, place.districtId, caseId),
    listTexts(tx),
    myTasks(tx, caseId),
  ])
  await journalMeasure(tx, place, { act: 'measures.list', id: caseId })
  return done({
    personLabel: place.personLabel,
    canMeasure: place.state === 'open' && canMeasure(tx.actor, place),
    instruments: shelfFor(tx, place, loaded),
    dues: dues.map(({ districtId: _d, caseId: _c, ...one }) => ({ ...one, late: one.due < tx.today })),
    rows: all.filter(({ state }) => state !== 'dropped').map((one) => rowOf(tx, place, { one, all })),
    tasks,
  })
}
