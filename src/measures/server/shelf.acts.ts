import type { z } from 'zod'
import { districtsWith, nilId } from '../../platform/core/actor.ts'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { enqueue } from '../../platform/server/jobs.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { programmeNow } from '../../settings/server/settings.door.ts'
import { figuresOf } from '../core/figures.ts'
import { currentInstruments, findInstrument } from '../core/instruments.ts'
import { MeasurePlan } from '../core/plan.schema.ts'
import type { Plan } from '../core/schedule.ts'
import type { shelfApi } from '../core/shelf.api.ts'
import { languagesOf, readTexts } from '../core/texts.ts'
import * as store from './shelf.store.ts'

/** Every instrument with what was loaded for it, and the plan. */
export const readShelf = async (tx: Tx): Promise<Outcome<z.output<typeof shelfApi.shelf.reply>>> => {
  const [loaded, { version, ...plan }] = [await store.listTexts(tx), await store.readPlan(tx)]
  const rows = currentInstruments.map((one) => {
    const mine = loaded.filter((texts) => texts.code === one.code && texts.version === one.version)
    return {
      code: one.code,
      languages: languagesOf(one, mine),
      loaded: mine.map(({ language, revision, permission, loadedOn, by }) => ({
        ...{ language, revision, permission, loadedOn, by },
      })),
    }
  })
  const reached = await store.readReach(tx)
  return done({ instruments: rows, plan: { ...plan, battery: [...plan.battery] }, version, reached })
}

type Given = { readonly language: string; readonly permission: string; readonly file: string }

/** Words in one language, whole; what was asked in older ones keeps them. */
export const saveTexts = async (tx: Tx, code: string, given: Given): Promise<Outcome<{ revision: number }>> => {
  const instrument = findInstrument(code)
  if (!instrument) return unknown()
  if (instrument.off) return refuse('conflict', 'measures.why.off')
  const texts = readTexts(instrument, given.file)
  if (!texts.ok) return texts
  const { language, permission } = given
  const { version } = instrument
  const revision = await store.addTexts(tx, { code, version, language, permission, texts: texts.value })
  if (revision === undefined) return refuse('conflict', 'platform.changedMeanwhile')
  await writeJournal(tx, {
    act: 'measures.saveTexts',
    subject: { kind: 'instrument', id: nilId },
    changed: { code, language, permission, texts: texts.value },
  })
  return done({ revision })
}

/** The pacts under way take up a new plan at once, each by itself and without anybody's eyes on it. */
const replan = (tx: Tx): Promise<void> => enqueue(tx, 'replanMeasures', {}, { key: 'replanMeasures' })

export const savePlan = async (
  tx: Tx,
  { version, ...plan }: Plan & { version: number },
): Promise<Outcome<typeof isDone>> => {
  if (!(await store.savePlan(tx, plan, version))) return refuse('conflict', 'platform.changedMeanwhile')
  await replan(tx)
  await writeJournal(tx, { act: 'measures.savePlan', subject: { kind: 'programme', id: nilId }, changed: { ...plan } })
  return done(isDone)
}

/** The plan as the configuration carries it away. */
export const planNow = async (tx: Tx): Promise<z.output<typeof MeasurePlan>> => {
  const { version: _, battery, ...plan } = await store.readPlan(tx)
  return { ...plan, battery: [...battery] }
}

/** A plan that comes in with a configuration; the journal of that says so. */
export const takePlan = async (tx: Tx, given: Plan): Promise<Outcome<null>> => {
  const plan = MeasurePlan.safeParse(given)
  if (!plan.success) return refuse('invalid', 'measures.plan.unfit')
  const { version } = await store.readPlan(tx)
  if (!(await store.savePlan(tx, plan.data, version))) return refuse('conflict', 'platform.changedMeanwhile')
  await replan(tx)
  return done(null)
}

/** The reader's districts as one: no breakdown, so nothing to subtract. */
export const readFigures = async (tx: Tx): Promise<Outcome<z.output<typeof shelfApi.figures.reply>>> => {
  const { rules } = await programmeNow(tx)
  const results = await store.resultsIn(tx, districtsWith(tx.actor, 'results.read', tx.districts))
  return done({ day: tx.today, least: rules.smallCell, rows: figuresOf(results, rules.smallCell) })
}
