import { figure, longDate } from '../../platform/core/words.ts'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import type { Instrument, ScoreRule, Spoken } from '../core/instrument.schema.ts'
import { titleOf } from '../core/instruments.ts'
import type { MeasureRow } from '../core/measure.api.ts'
import { measurePageWords } from '../core/page.words.ts'
import { bandOf } from '../core/scoring.ts'
import { type Change, changeOf, type Point } from '../core/waves.ts'

/** A text of a definition in the reader's language. */
export const useSpoken = (): ((text: Spoken) => string) => {
  const language = useLanguage()
  return (text) => text[language]
}

/** What an instrument of the battery is called; the tie map too. */
export const useTitle = (): ((code: string) => string) => {
  const language = useLanguage()
  return (code) => titleOf(code, language)
}

type Told = Pick<MeasureRow, 'state' | 'hidden' | 'scores'>

/** One result in words: the number, how it reads, or why there is none. */
export const useResult = (): {
  value: (row: Told, score?: string) => string
  reading: (one: Instrument, row: Told, score?: string) => string
} => {
  const [say, language, spoken] = [useWords(measurePageWords), useLanguage(), useSpoken()]
  const found = (row: Told, score?: string) => row.scores?.find(({ code }) => score === undefined || code === score)
  const value = (row: Told, score?: string): string => {
    if (row.state === 'refused') return say('refused')
    if (row.hidden) return say(row.hidden === 'apart' ? 'hiddenApart' : 'hiddenYours')
    const result = found(row, score)
    if (!result) return ''
    return result.value === null ? say('notValid', { missing: result.missing }) : figure(language, result.value)
  }
  const reading = (one: Instrument, row: Told, score?: string): string => {
    const result = found(row, score)
    const rule = one.scores.find(({ code }) => code === result?.code)
    const band = rule && result?.value !== null && result ? bandOf(rule, result.value ?? 0) : undefined
    return band ? spoken(band.label) : ''
  }
  return { value, reading }
}

export const useDay = (): ((day: string) => string) => {
  const language = useLanguage()
  return (day) => longDate(language, day)
}

/** A day as 'nov 26', for the foot of a drawing. */
export const useShortDay = (): ((day: string) => string) => {
  const language = useLanguage()
  const format = new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  })
  return (day) => format.format(new Date(`${day}T12:00:00Z`))
}

/** 'Il punteggio passa da 9 a 12: più sostegno.' */
const useGoes = (): ((one: Instrument, change: Change) => string) => {
  const [say, language, spoken] = [useWords(measurePageWords), useLanguage(), useSpoken()]
  return (one, { from, to, way, means }) => {
    if (way === 'same') return say('stays', { to: figure(language, to) })
    const turn = spoken(way === 'up' ? one.up : one.down)
    const goes = say('goes', { from: figure(language, from), to: figure(language, to), way: turn })
    if (!one.change || means === undefined) return goes
    return `${goes} ${say(means ? 'means' : 'meansNot', { by: one.change.by, source: one.change.source })}`
  }
}

/** The first time, or how it went since: one sentence, with what weighs in bold. */
export const useStory = (): ((one: Instrument, rule: ScoreRule, points: readonly Point[]) => string) => {
  const [say, language, spoken, goesOf] = [useWords(measurePageWords), useLanguage(), useSpoken(), useGoes()]
  return (one, rule, points) => {
    const [last, change] = [points.at(-1), changeOf(one, points)]
    if (!last) return ''
    if (change) return goesOf(one, change)
    const band = bandOf(rule, last.value)
    return say('first', { value: figure(language, last.value), band: band ? `: ${spoken(band.label)}` : '' })
  }
}
