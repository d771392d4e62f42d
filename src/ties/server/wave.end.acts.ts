import { notBefore } from '../../platform/core/day.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Alter, Wave } from '../core/wave.schema.ts'
import { sinceOf, whyNotDone } from '../core/wave.ts'
import { altersOf } from './wave.alter.store.ts'
import { journalWave, ledWave } from './wave.reach.ts'
import { saveWave } from './wave.store.ts'
import { type CarriedTie, caseFacts, endTieIn, type Fresh, lockTies, makeTies, reviseTie } from './wave.ties.store.ts'

type Ended = { readonly made: number; readonly revised: number; readonly ended: number; readonly unasked: number }
type Carried = Alter & { readonly tieId: string }
const isCarried = (alter: Alter): alter is Carried => alter.tieId !== null

const isStill = ({ change }: Alter): boolean => change === 'same' || change === 'changed'

/** A tie that somebody noted as over while the conversation was open cannot still be there. */
const whyNotStill = (alters: readonly Alter[], ties: ReadonlyMap<string, CarriedTie>): Outcome<null> => {
  const over = alters.find((alter) => isStill(alter) && alter.tieId !== null && ties.get(alter.tieId)?.until)
  return over ? refuse('conflict', 'waves.tieEnded', { label: over.label }) : done(null)
}

const endThose = async (
  tx: Tx,
  wave: Wave,
  { gone, ties }: { gone: readonly Carried[]; ties: ReadonlyMap<string, CarriedTie> },
): Promise<number> => {
  const alive = gone.filter(({ tieId }) => ties.get(tieId)?.until === null)
  for (const { tieId, until } of alive) {
    const since = ties.get(tieId)?.since ?? wave.heldOn
    const day = until ?? wave.heldOn
    await endTieIn(tx, wave, { tieId, until: notBefore(day, since) })
  }
  return alive.length
}

/** What was told becomes ties: made, revised, ended, all or none. */
export const finishWave = async (tx: Tx, waveId: string, version: number): Promise<Outcome<Ended>> => {
  const found = await ledWave(tx, waveId)
  if (!found.ok) return found
  const wave = found.value
  if (wave.version !== version) return refuse('conflict', 'waves.stale', { version: wave.version })
  const alters = await altersOf(tx, wave)
  const ready = whyNotDone(wave, alters)
  if (!ready.ok) return ready
  const carried = alters.filter(isCarried)
  const ties = await lockTies(
    tx,
    wave,
    carried.map(({ tieId }) => tieId),
  )
  const still = whyNotStill(alters, ties)
  if (!still.ok) return still
  const { openedOn } = await caseFacts(tx, wave)
  const fresh = alters
    .filter(({ tieId }) => tieId === null)
    .map(
      (alter): Fresh => ({
        tieId: tx.newId(),
        alter,
        since: sinceOf(alter, { heldOn: wave.heldOn, caseOpenedOn: openedOn }),
      }),
    )
  await makeTies(tx, wave, fresh)
  const revised = carried.filter(isStill)
  for (const alter of revised) await reviseTie(tx, wave, alter)
  const ended = await endThose(tx, wave, { gone: carried.filter(({ change }) => change === 'gone'), ties })
  await saveWave(tx, { ...wave, state: 'done', doneAt: tx.now, version: wave.version + 1 })
  const counts = {
    made: fresh.length,
    revised: revised.length,
    ended,
    unasked: alters.filter(({ change }) => change === 'unasked').length,
  }
  await journalWave(tx, wave, { act: 'waves.finish', changed: counts })
  return done(counts)
}
