import type { UseQueryResult } from '@tanstack/react-query'
import { caseWords } from '../../cases/core/case.words.ts'
import { shiftWords } from '../../hours/core/shift.words.ts'
import { type Day, dayOf } from '../../platform/core/day.ts'
import { type Catalogue, dateAndTime, longDate, type Params } from '../../platform/core/words.ts'
import type { Refused } from '../../platform/web/call.ts'
import { type Say, useLanguage, useWords } from '../../platform/web/language.tsx'
import { useRead } from '../../platform/web/query.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import type { CatalogueItem, CatalogueKind } from '../../settings/core/settings.schema.ts'
import { pactActWords } from '../core/act.web.words.ts'
import { contentWords } from '../core/content.words.ts'
import { followWords } from '../core/follow.words.ts'
import { pactApi } from '../core/pact.api.ts'
import type { DeadlineRow, PactSheet } from '../core/pact.sheet.ts'
import { pactPageWords } from '../core/pact.web.words.ts'
import { pactWords } from '../core/pact.words.ts'
import { reasonWords } from '../core/reasons.words.ts'
import { signPageWords } from '../core/sign.web.words.ts'
import { writePageWords } from '../core/write.web.words.ts'

const parts = [
  pactWords,
  followWords,
  contentWords,
  reasonWords,
  pactPageWords,
  pactActWords,
  signPageWords,
  writePageWords,
  caseWords,
  shiftWords,
] as const
type KeyOf<C> = C extends Catalogue<infer K> ? K : never
export type PactKey = KeyOf<(typeof parts)[number]>
type Texts = Catalogue<PactKey>['it']
const joined = (language: 'it' | 'en'): Texts => Object.assign({}, ...parts.map((part) => part[language])) as Texts
const catalogue: Catalogue<PactKey> = { it: joined('it'), en: joined('en') }

/** Every text that the pages of pacts speak with. */
export const usePactWords = (): Say<PactKey> => useWords(catalogue)

const isKey = (code: string): code is PactKey => code in catalogue.it

/** Today where the programme runs. */
export const useToday = (): Day => dayOf(new Date().toISOString())

const isDay = (value: string | number): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Says a reason that the server gave as a code; its days are written out. */
export const useWhy = (): ((why: { code: string; params?: Params | undefined }) => string) => {
  const say = usePactWords()
  const language = useLanguage()
  return ({ code, params = {} }) => {
    const told = Object.entries(params).map(([name, value]) => [name, isDay(value) ? longDate(language, value) : value])
    return isKey(code) ? say(code, Object.fromEntries(told) as Params) : code
  }
}

/** A key made of a known beginning and a code of the data. */
export const useCode = (): ((place: string, code: string) => string) => {
  const say = usePactWords()
  return (place, code) => {
    const key = `pacts.${place}.${code}`
    return isKey(key) ? say(key) : code
  }
}

/** Days and hours in the reader's language. */
export const useWhen = (): { day: (at: string) => string; moment: (at: string) => string } => {
  const language = useLanguage()
  return { day: (at) => longDate(language, at), moment: (at) => dateAndTime(language, at) }
}

/** 'Verifica, tra 3 giorni' in two parts. */
export const useDeadline = (): ((deadline: DeadlineRow) => { what: string; when: string }) => {
  const say = usePactWords()
  const nearness = ({ days, isLate }: DeadlineRow): string => {
    if (days === 0) return say('pacts.deadline.today')
    if (days > 0) return say('pacts.deadline.in', { count: days })
    return isLate ? say('pacts.deadline.late', { count: -days }) : say('pacts.deadline.past', { count: -days })
  }
  return (deadline) => ({
    what: say(`pacts.deadline.${deadline.kind}`, { months: deadline.months ?? 0 }),
    when: nearness(deadline),
  })
}

export const useSheet = (pactId: string): UseQueryResult<PactSheet, Refused> =>
  useRead(pactApi.open, { params: { pactId }, enabled: pactId !== '' })

/** The entries of a list of the configuration, and the name of each by id or code. */
export const useCatalogue = (
  kind: CatalogueKind,
): { rows: readonly CatalogueItem[]; nameOf: (idOrCode: string | null) => string } => {
  const language = useLanguage()
  const read = useRead(settingsApi.catalogue, { params: { kind } })
  const rows = read.data?.rows ?? []
  const name = (item: CatalogueItem): string => (language === 'it' ? item.labelIt : item.labelEn)
  return {
    rows: rows.filter(({ active }) => active),
    nameOf: (wanted) => {
      const found = rows.find(({ id, code }) => id === wanted || code === wanted)
      return found ? name(found) : ''
    },
  }
}

/** The name of a kind of pact: the programme's own, or the product's. */
export const useKindName = (): ((kind: string) => string) => {
  const { nameOf } = useCatalogue('pactKind')
  const code = useCode()
  return (kind) => nameOf(kind) || code('kind', kind)
}
