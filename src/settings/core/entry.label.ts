import type { Language } from '../../platform/core/words.ts'
import type { CatalogueItem } from './settings.schema.ts'

type Labelled = Pick<CatalogueItem, 'code' | 'labelIt' | 'labelEn'>

/** An entry of a list in the reader's words, switched off or not; a code that is no entry's is told as it is. */
export const labelIn = (entries: readonly Labelled[], code: string, language: Language): string => {
  const entry = entries.find((one) => one.code === code)
  return entry ? (language === 'it' ? entry.labelIt : entry.labelEn) : code
}

/** What a form offers of a list: the entries that are on, and of the others those that a record has already. */
export const offered = <T extends Labelled & Pick<CatalogueItem, 'active'>>(
  entries: readonly T[],
  kept: readonly string[] = [],
): T[] => entries.filter(({ active, code }) => active || kept.includes(code))
