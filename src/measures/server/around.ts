import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Instrument } from '../core/instrument.schema.ts'
import { findInstrument } from '../core/instruments.ts'
import { canMeasure, canReadResults, canSeeMeasures } from '../core/measure.policy.ts'
import type { Measure } from '../core/measure.schema.ts'
import { findMeasure, type KeptMeasure } from './measure.store.ts'
import { type MeasuredCase, placeOfCase } from './place.store.ts'

/** The case, for whoever may see what is measured in it. */
export const readable = async (tx: Tx, caseId: string, hold = false): Promise<Outcome<MeasuredCase>> => {
  const place = await placeOfCase(tx, caseId, hold)
  return place && canSeeMeasures(tx.actor, place) ? done(place) : unknown()
}

/** The case, open, for whoever may measure in it; unless only looked at, it is held open until the act is over. */
export const measurable = async (tx: Tx, caseId: string, hold = true): Promise<Outcome<MeasuredCase>> => {
  const found = await readable(tx, caseId, hold)
  if (!found.ok) return found
  if (!canMeasure(tx.actor, found.value)) return refuse('forbidden', 'measures.notOfEquipe')
  return found.value.state === 'open' ? found : refuse('conflict', 'measures.caseClosed')
}

/** Whether the actor reads the answers and results of this one. */
export const mayRead = (tx: Tx, place: MeasuredCase, one: Pick<Measure, 'instrument' | 'definition' | 'openedBy'>) =>
  canReadResults(tx.actor, place, {
    isPrivate: findInstrument(one.instrument, one.definition)?.talk !== undefined,
    openedBy: one.openedBy,
  })

export type Asking = { readonly place: MeasuredCase; readonly one: KeptMeasure; readonly instrument: Instrument }

/** A measure under way, held until the act is over. */
export const underWay = async (tx: Tx, measureId: string, lock = true): Promise<Outcome<Asking>> => {
  const one = await findMeasure(tx, measureId, lock)
  const instrument = one && findInstrument(one.instrument, one.definition)
  if (!one || !instrument) return unknown()
  const found = await measurable(tx, one.caseId, lock)
  if (!found.ok) return found
  if (!mayRead(tx, found.value, one)) return refuse('forbidden', 'measures.notYours')
  return done({ place: found.value, one, instrument })
}

/** The line of the journal: never what was answered, nor what came out. */
export const journalMeasure = (
  tx: Tx,
  place: Pick<MeasuredCase, 'districtId' | 'caseId' | 'personId'>,
  { act, id, changed = {} }: { act: string; id: string; changed?: Readonly<Record<string, unknown>> },
): Promise<void> =>
  writeJournal(tx, {
    act,
    districtId: place.districtId,
    caseId: place.caseId,
    personId: place.personId,
    subject: { kind: 'measure', id },
    changed,
  })
