import type { Language } from '../../platform/core/words.ts'
import { Instrument, type Spoken } from './instrument.schema.ts'
import { hardshipInstruments } from './instruments/hardship.ts'
import { ladderInstruments } from './instruments/ladder.ts'
import { lonelinessInstruments } from './instruments/loneliness.ts'
import { supportInstruments } from './instruments/support.ts'
import { wellbeingInstruments } from './instruments/wellbeing.ts'

/** Every version of every definition; older versions stay, for what was measured with them. */
export const instruments: readonly Instrument[] = [
  ...supportInstruments,
  ...wellbeingInstruments,
  ...lonelinessInstruments,
  ...hardshipInstruments,
  ...ladderInstruments,
].map((data) => Instrument.parse(data))

/** The latest version of each. */
export const currentInstruments: readonly Instrument[] = instruments.filter(
  (one) => !instruments.some((other) => other.code === one.code && other.version > one.version),
)

/** A definition; without a version, the latest. */
export const findInstrument = (code: string, version?: number): Instrument | undefined =>
  version === undefined
    ? currentInstruments.find((one) => one.code === code)
    : instruments.find((one) => one.code === code && one.version === version)

/** The tie map is asked elsewhere and is part of the battery. */
export const tieMap = 'ties'
const tieMapTitle: Spoken = { it: 'La mappa dei legami', en: 'The tie map' }

/** What a part of the battery is called. */
export const titleOf = (code: string, language: Language): string =>
  (code === tieMap ? tieMapTitle : findInstrument(code)?.title)?.[language] ?? code
