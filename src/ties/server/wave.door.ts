import type { Language } from '../../platform/core/words.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { WaveRow } from '../core/wave.api.ts'
import { sayOwnWaves } from '../core/wave.say.ts'
import { wavesWithCounts } from './wave.read.acts.ts'
import { wavesOf } from './wave.store.ts'

/** A person's conversations about ties that are over, the oldest first, with how many were told in each. */
export const wavesOfPerson = async (tx: Tx, districtId: string, personId: string): Promise<WaveRow[]> => {
  const waves = await wavesOf(tx, districtId, personId)
  return wavesWithCounts(
    tx,
    districtId,
    waves.filter(({ state }) => state !== 'open'),
  )
}

/** 'Ad aprile avevi 4 persone vicine, a ottobre ne hai 7.' for the person's own page; '' before the first wave. */
export const ownWaveSentence = async (
  tx: Tx,
  language: Language,
  { districtId, personId }: { districtId: string; personId: string },
): Promise<string> => {
  const rows = await wavesOfPerson(tx, districtId, personId)
  return sayOwnWaves(
    language,
    rows.filter(({ state }) => state === 'done'),
  )
}
