import { searchKey } from '../../persons/core/name.ts'
import type { PersonEntry } from '../../persons/core/sheet.schema.ts'
import { ageOn, type Day } from '../../platform/core/day.ts'
import type { CatalogueItem } from '../../settings/core/settings.schema.ts'
import type { AnonymousContact, ImportDraft } from './import.schema.ts'
import type { AgeBand, Living, Said, Seen } from './referral.schema.ts'

/** What may be counted of a row; a list may leave the municipality out. */
export type SeenInList = Omit<Seen, 'municipalityIstat'> & { readonly municipalityIstat: string | null }

const channels: readonly (readonly [RegExp, string])[] = [
  [/\b(cpi|centro (per l )?impiego|job centre)\b/, 'jobCentre'],
  [/\b(informagiovani|orientagiovani|youth)\b/, 'youthInfo'],
  [/\b(ic|scuola|istituto|liceo|doposcuola|school)\b/, 'school'],
  [/\b(caritas|parrocchia|oratorio|don|parish)\b/, 'parish'],
  [/\b(servizio sociale|assistente sociale|comune|social service)\b/, 'socialService'],
  [/\b(medico|mmg|asst|ats|consultorio|ospedale|gp)\b/, 'healthService'],
  [/\b(vicin[oa]|parente|figli[oa]|sorella|fratello|madre|padre|amic[oa]|neighbour)\b/, 'neighbour'],
  [/\b(lei stessa|lui stesso|se stess[oa]|autosegnalazione|spontane[oa]|self)\b/, 'self'],
  [/\b(ass|associazione|cag|coop|cooperativa|auser|acli|sindacato|association)\b/, 'association'],
]

type Entry = Pick<CatalogueItem, 'code' | 'labelIt' | 'labelEn' | 'active'>

const says = (key: string, label: string): boolean => label !== '' && ` ${key} `.includes(` ${label} `)

/** The channel that the words of a list tell: by a label of the programme's own list, else by what is usual to write; 'other' when they tell none. */
export const channelOf = (reporter: string | null, entries: readonly Entry[]): string => {
  const key = searchKey(reporter ?? '')
  const open = entries.filter(({ active }) => active)
  const named = open.find((one) => says(key, searchKey(one.labelIt)) || says(key, searchKey(one.labelEn)))
  const told = channels.find(([words, code]) => words.test(key) && open.some((one) => one.code === code))
  return named?.code ?? told?.[1] ?? 'other'
}

export const ageBandOf = (birth: Pick<ImportDraft, 'birthDate' | 'birthYear'>, on: Day): AgeBand => {
  const year = birth.birthYear
  const age = birth.birthDate ? ageOn(birth.birthDate, on) : year === null ? null : Number(on.slice(0, 4)) - year
  if (age === null || age < 0) return 'unknown'
  return age < 18 ? '0-17' : age < 35 ? '18-34' : age < 65 ? '35-64' : '65+'
}

const livingOf = ({ householdSize, minors }: Pick<ImportDraft, 'householdSize' | 'minors'>): Living => {
  if (householdSize === 1) return 'alone'
  if (minors !== null && minors > 0) return 'withChildren'
  return householdSize === null ? 'unknown' : 'withOthers'
}

/** What a row of a list says, as the outreach counts it. */
export const seenInRow = (
  row: AnonymousContact & Partial<ImportDraft>,
  on: Day,
  entries: readonly Entry[],
): SeenInList => {
  const channel = channelOf(row.reporter, entries)
  return {
    kind: channel === 'self' ? 'forMe' : 'worried',
    channel,
    municipalityIstat: row.municipalityIstat,
    ageBand: ageBandOf({ birthDate: row.birthDate ?? null, birthYear: row.birthYear ?? null }, on),
    living: livingOf(row),
    signs: [],
    urgent: row.urgent,
    knownToServices: 'unknown',
  }
}

export const saidInRow = (draft: ImportDraft): Said => ({
  text: draft.reason ?? '',
  personName: `${draft.givenName} ${draft.familyName}`.slice(0, 120),
  senderName: draft.reporter ?? '',
  phone: draft.phone ?? '',
  email: draft.email ?? '',
  callTimes: [],
  place: (draft.address ?? '').slice(0, 120),
  personKnows: true,
})

export const personInRow = (draft: ImportDraft): PersonEntry => ({
  familyName: draft.familyName,
  givenName: draft.givenName,
  sex: draft.sex,
  birthDate: draft.birthDate,
  birthYear: draft.birthYear,
  codiceFiscale: draft.fiscalCode,
  municipalityIstat: draft.municipalityIstat,
  address: draft.address,
  phones: draft.phone ? [draft.phone] : [],
  emails: draft.email ? [draft.email] : [],
})
