import type { Tx } from '../../platform/server/tx.ts'
import { duesOf, type PactView } from '../core/schedule.ts'
import * as store from './due.store.ts'
import { readPlan } from './shelf.store.ts'

/** Brings what is to be measured in line with a pact as it stands now: call it after every change of its state or term. */
export const scheduleMeasures = async (tx: Tx, pact: PactView): Promise<void> => {
  if (pact.signedOn === null) return
  const plan = await readPlan(tx)
  const dues = duesOf(pact, plan).flatMap((due) => plan.battery.map((instrument) => ({ ...due, instrument })))
  await store.cancelOthers(tx, pact, dues)
  // nothing is asked for a day that has gone by: not of a new instrument, not of a pact that was suspended over it
  await store.putDues(
    tx,
    pact,
    dues.filter(({ due }) => due >= tx.today),
  )
}

/** The person does not want to be asked after the end: T3 is no longer asked for. */
export const cancelLastMeasures = (tx: Tx, pact: Pick<PactView, 'id' | 'districtId'>): Promise<void> =>
  store.cancelDues(tx, pact, 'T3')
