import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Language } from '../../platform/core/words.ts'
import type { Instrument } from './instrument.schema.ts'

/** Words of an instrument in one language: of each item ('1'), of each answer ('often.5'), and 'intro' before them. */
export type Texts = Readonly<Record<string, string>>

/** Texts that an administrator loaded; `language` is a code of two letters, any that people speak. */
export type LoadedTexts = {
  readonly code: string
  readonly version: number
  readonly language: string
  readonly revision: number
  readonly texts: Texts
}

/** Every key that texts must say, in the order in which they are asked. */
export const keysOf = (instrument: Instrument): string[] => [
  ...instrument.items.map(({ code }) => code),
  ...Object.entries(instrument.answers).flatMap(([name, choices]) => choices.map(({ code }) => `${name}.${code}`)),
]

/** A file to fill in: one key on each line. */
export const emptyFile = (instrument: Instrument, texts: Texts = {}): string =>
  ['intro', ...keysOf(instrument)].map((key) => `${key} = ${texts[key] ?? ''}`.trimEnd()).join('\n')

type Line = { readonly key: string; readonly text: string; readonly at: number }

const lineOf = (line: string, at: number): Line => {
  const cut = line.indexOf('=')
  return { key: line.slice(0, Math.max(cut, 0)).trim(), text: line.slice(cut + 1).trim(), at }
}

const linesIn = (file: string): Line[] =>
  file
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, no) => ({ line: line.trim(), at: no + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, at }) => lineOf(line, at))

/** Reads 'key = words' line by line; blank lines and those that begin with # say nothing. Everything must be there, once. */
export const readTexts = (instrument: Instrument, file: string): Outcome<Texts> => {
  const lines = linesIn(file)
  const wanted = new Set(['intro', ...keysOf(instrument)])
  const odd = lines.find(({ key }) => !wanted.has(key))
  if (odd) return refuse('invalid', 'measures.texts.line', { line: odd.at, field: 'file' })
  const twice = lines.find(({ key }, no) => lines.findIndex((one) => one.key === key) !== no)
  if (twice) return refuse('invalid', 'measures.texts.twice', { line: twice.at, field: 'file' })
  const texts = Object.fromEntries(lines.filter(({ text }) => text !== '').map(({ key, text }) => [key, text]))
  const lacking = keysOf(instrument).find((key) => !(key in texts))
  return lacking ? refuse('invalid', 'measures.texts.lacking', { key: lacking, field: 'file' }) : done(texts)
}

const isOwn = (language: string): language is Language => language === 'it' || language === 'en'

/** What is asked in a language: the latest that was loaded, else our own where there are any. */
export const textsIn = (
  instrument: Instrument,
  language: string,
  loaded: readonly LoadedTexts[],
): { readonly texts: Texts; readonly revision: number } | undefined => {
  const mine = loaded
    .filter((one) => one.code === instrument.code && one.version === instrument.version && one.language === language)
    .sort((one, other) => other.revision - one.revision)[0]
  if (mine) return { texts: mine.texts, revision: mine.revision }
  const own = isOwn(language) ? instrument.texts[language] : undefined
  return own && { texts: own, revision: 0 }
}

/** Languages in which it can be asked: those of our own texts, then those that were loaded. */
export const languagesOf = (instrument: Instrument, loaded: readonly LoadedTexts[]): string[] => {
  const all = new Set([...Object.keys(instrument.texts), ...loaded.map(({ language }) => language)])
  return [...all].filter((language) => textsIn(instrument, language, loaded))
}
