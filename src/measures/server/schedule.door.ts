import type { Tx } from '../../platform/server/tx.ts'
import { type Due, duesOf, type PactView, type Plan } from '../core/schedule.ts'
import * as store from './due.store.ts'
import { readPlan } from './shelf.store.ts'

type Wish = { readonly plan: Plan; readonly only?: (due: Due) => boolean }

/** Whether anything that a pact asks for changed by this plan; `only` leaves out moments that are not asked any more. */
export const bringInLine = async (tx: Tx, pact: PactView, { plan, only }: Wish): Promise<boolean> => {
  const moments = duesOf(pact, plan).filter(only ?? (() => true))
  const dues = moments.flatMap((due) => plan.battery.map((instrument) => ({ ...due, instrument })))
  const cancelled = await store.cancelOthers(tx, pact, dues)
  // nothing is asked for a day that has gone by: not of a new instrument, not of a pact that was suspended over it
  const put = await store.putDues(
    tx,
    pact,
    dues.filter(({ due }) => due >= tx.today),
  )
  return cancelled + put > 0
}

/** Brings what is to be measured in line with a pact as it stands now: call it after every change of its state or term. */
export const scheduleMeasures = async (tx: Tx, pact: PactView): Promise<void> => {
  if (pact.signedOn !== null) await bringInLine(tx, pact, { plan: await readPlan(tx) })
}

/** The person does not want to be asked after the end: T3 is no longer asked for. */
export const cancelLastMeasures = (tx: Tx, pact: Pick<PactView, 'id' | 'districtId'>): Promise<void> =>
  store.cancelDues(tx, pact, 'T3')
