import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

export const Language = z.enum(['it', 'en'])
export type Language = z.infer<typeof Language>

/** A text, or its plural forms chosen by `count` (Italian also has `many`, for millions). `{name}` is filled in. */
export type Phrase = string | { readonly one: string; readonly other: string; readonly many?: string }
export type Catalogue<K extends string = string> = Readonly<Record<Language, Readonly<Record<K, Phrase>>>>
export type Params = Readonly<Record<string, string | number>>

/** Declares the texts of a room: Italian is the source, and English lacks none of its keys. */
export const wordsOf = <const T extends Record<string, Phrase>>(
  it: T,
  en: { readonly [K in keyof T]: Phrase },
): Catalogue<keyof T & string> => ({ it, en })

const plurals: Record<Language, Intl.PluralRules> = {
  it: new Intl.PluralRules('it'),
  en: new Intl.PluralRules('en'),
}

const choose = (phrase: Phrase, language: Language, params: Params): string => {
  if (typeof phrase === 'string') return phrase
  const form = plurals[language].select(Number(params.count ?? 0))
  return (form === 'many' ? phrase.many : form === 'one' ? phrase.one : undefined) ?? phrase.other
}

export const say = <K extends string>(
  catalogue: Catalogue<K>,
  language: Language,
  key: K,
  params: Params = {},
): string => {
  const phrase = catalogue[language][key]
  return choose(phrase, language, params).replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in params ? String(params[name]) : whole,
  )
}

const locales: Record<Language, string> = { it: 'it-IT', en: 'en-GB' }
const zone = 'Europe/Rome'

/** '2026-11-24' or an instant, as '24 novembre 2026'. */
export const longDate = (language: Language, at: string): string =>
  dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }, at)

/** '2026-11-24' or an instant, as 'martedì 24 novembre'. */
export const dayName = (language: Language, at: string): string =>
  dateFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }, at)

/** '2026-11-24' or an instant, as 'novembre 2026'. */
export const monthOf = (language: Language, at: string): string =>
  dateFormat(language, { month: 'long', year: 'numeric' }, at)

/** An instant as '24 novembre 2026, 9:30' in the programme's time zone. */
export const dateAndTime = (language: Language, at: string): string =>
  dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' }, at)

/** An instant as '9:30' in the programme's time zone. */
export const timeOnly = (language: Language, at: string): string =>
  dateFormat(language, { hour: 'numeric', minute: '2-digit' }, at)

const formats = new Map<string, Intl.DateTimeFormat>()

/** Days are read at noon UTC, so that no zone moves them. */
const dateFormat = (language: Language, options: Intl.DateTimeFormatOptions, at: string): string => {
  const isDay = at.length === 10
  const key = `${language}${isDay}${JSON.stringify(options)}`
  const timeZone = isDay ? 'UTC' : zone
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone })
  formats.set(key, format)
  return format.format(Temporal.Instant.from(isDay ? `${at}T12:00:00Z` : at).epochMilliseconds)
}

/** A number in the reader's form: '1.234,5'. */
export const figure = (language: Language, value: number): string =>
  value.toLocaleString(locales[language], { useGrouping: 'always' })
