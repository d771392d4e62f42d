import type { Texts } from '../../platform/core/clash.ts'
import { isSame } from './change.ts'
import type { PersonField, PersonValues } from './sheet.schema.ts'

const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
const orNull = (text: string | undefined): string | null => (text ?? '').trim() || null

/** The languages of which the first is the one chosen; the others known stay behind it. */
const languagesOf = (chosen: string | undefined, known: readonly string[]): string[] => {
  const first = chosen || known[0] || 'it'
  return [first, ...known.filter((one) => one !== first)].slice(0, 8)
}

const sexes = ['female', 'male', 'other', 'unknown'] as const
const ways = ['phone', 'message', 'email', 'letter', 'visit', 'throughSomeone'] as const

/** What the form says, as the API takes it; `known` is the sheet that it was opened with. */
export const entryOf = (texts: Texts, known?: PersonValues): Omit<PersonValues, 'domicile'> => {
  const year = Number(texts.birthYear)
  return {
    familyName: (texts.familyName ?? '').trim(),
    givenName: (texts.givenName ?? '').trim(),
    calledName: orNull(texts.calledName),
    sex: sexes.find((one) => one === texts.sex) ?? 'unknown',
    birthDate: orNull(texts.birthDate),
    birthYear: texts.birthDate || !year ? null : year,
    birthplace: orNull(texts.birthplace),
    birthplaceCode: orNull(texts.birthplaceCode),
    municipalityIstat: orNull(texts.municipalityIstat),
    codiceFiscale: orNull(texts.codiceFiscale),
    phones: listOf(texts.phones),
    emails: listOf(texts.emails),
    address: orNull(texts.address),
    languages: languagesOf(texts.language, known?.languages ?? []),
    interpreterNeeded: texts.interpreterNeeded === 'yes',
    preferredContact: ways.find((one) => one === texts.preferredContact) ?? null,
    preferredContactTimes: orNull(texts.preferredContactTimes),
    citizenship: orNull(texts.citizenship),
  }
}

/** Only what differs from the sheet that the form was opened with. */
export const patchOf = (texts: Texts, known: PersonValues): Partial<PersonValues> => {
  const entry = { ...known, ...entryOf(texts, known) }
  const birthYear = entry.birthDate ? Number(entry.birthDate.slice(0, 4)) : entry.birthYear
  const wanted: PersonValues = { ...entry, birthYear }
  const changed = (Object.keys(known) as PersonField[]).filter((field) => !isSame(wanted[field], known[field]))
  return Object.fromEntries(changed.map((field) => [field, wanted[field]]))
}
