import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Band, Instrument, ScoreRule } from './instrument.schema.ts'

/** What was answered to each item; null where the person would rather not, absent where nobody asked yet. */
export type Answers = Readonly<Record<string, string | null>>

/** `value` is null when more is missing than the rule allows. */
export type Score = { readonly code: string; readonly value: number | null; readonly missing: number }

type Worth = ReadonlyMap<string, number>

const pointsOf = (instrument: Instrument, answers: string, reversed: boolean): Worth => {
  const choices = instrument.answers[answers] ?? []
  const points = choices.map((choice) => choice.points)
  const ends = Math.min(...points) + Math.max(...points)
  return new Map(choices.map((choice) => [choice.code, reversed ? ends - choice.points : choice.points]))
}

/** What each answer to an item is worth. */
const worthOf = (instrument: Instrument, code: string): Worth => {
  const item = instrument.items.find((one) => one.code === code)
  return item ? pointsOf(instrument, item.answers, item.reversed ?? false) : new Map()
}

/** Why these are not answers to this instrument; undefined when they are. */
export const whyNotAnswers = (instrument: Instrument, answers: Answers): Outcome<never> | undefined => {
  for (const [item, answer] of Object.entries(answers)) {
    const worth = worthOf(instrument, item)
    if (worth.size === 0) return refuse('invalid', 'measures.itemUnknown', { item })
    if (answer !== null && !worth.has(answer)) return refuse('invalid', 'measures.answerUnknown', { item, answer })
  }
  return undefined
}

// means of thirds and twelfths are told with two decimals: the same number is read, compared and drawn
const rounded = (value: number): number => Math.round(value * 100) / 100

const scored = (instrument: Instrument, rule: ScoreRule, answers: Answers): Score => {
  const points = rule.items.flatMap((item) => worthOf(instrument, item).get(answers[item] ?? '') ?? [])
  const missing = rule.items.length - points.length
  if (missing > rule.mayMiss || points.length === 0) return { code: rule.code, value: null, missing }
  const sum = points.reduce((total, one) => total + one, 0)
  return { code: rule.code, value: rounded((rule.formula === 'sum' ? sum : sum / points.length) * rule.times), missing }
}

/** Every result of an instrument; answers that it does not know are refused. */
export const scoresOf = (instrument: Instrument, answers: Answers): Outcome<Score[]> =>
  whyNotAnswers(instrument, answers) ?? done(instrument.scores.map((rule) => scored(instrument, rule, answers)))

/** The least and the most that a result can be, everything answered. */
export const rangeOf = (instrument: Instrument, rule: ScoreRule): { readonly min: number; readonly max: number } => {
  const worths = rule.items.map((item) => [...worthOf(instrument, item).values()])
  const end = (pick: (...values: number[]) => number): number => {
    const sum = worths.reduce((total, values) => total + pick(...values), 0)
    return rounded((rule.formula === 'sum' ? sum : sum / worths.length) * rule.times)
  }
  return { min: end(Math.min), max: end(Math.max) }
}

/** How a result is read: an aid to the conversation and never a diagnosis; undefined where nobody published a way. */
export const bandOf = (rule: ScoreRule, value: number): Band | undefined =>
  rule.bands.findLast(({ from, above }) => (above ? value > from : value >= from))
