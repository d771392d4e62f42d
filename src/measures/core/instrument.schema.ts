import { z } from 'zod'
import { Language } from '../../platform/core/words.ts'

/** A text of the programme itself, in its two languages. */
export const Spoken = z.record(Language, z.string())
export type Spoken = z.infer<typeof Spoken>

/** One possible answer: what is stored, and what it is worth. The order is that in which answers are offered. */
const Choice = z.strictObject({ code: z.string(), points: z.number() })

/** One question. `reversed` counts it from the other end of its answers. */
const Item = z.strictObject({ code: z.string(), answers: z.string(), reversed: z.boolean().optional() })

/** From here up (strictly above when `above`), as far as the next band begins. */
const Band = z.strictObject({ code: z.string(), from: z.number(), above: z.boolean().optional(), label: Spoken })
export type Band = z.infer<typeof Band>

/** One result: over which items, how, how many may be missing, how it is read. */
export const ScoreRule = z.strictObject({
  code: z.string(),
  label: Spoken,
  items: z.array(z.string()).min(1),
  formula: z.enum(['sum', 'mean']),
  times: z.number().default(1),
  /** So many may be missing: they count nothing in a sum, and a mean is that of what was answered. More: no result. */
  mayMiss: z.int().min(0),
  bands: z.array(Band),
})
export type ScoreRule = z.output<typeof ScoreRule>

/**
 * An instrument as data: whoever corrects a definition writes a new `version`, and what was measured keeps its own.
 * `off` says why it cannot be used; `texts` are there only where their licence allows, else they are loaded.
 */
export const Instrument = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9]{1,11}$/),
  version: z.int().min(1),
  name: z.string(),
  title: Spoken,
  /** Words for a change, in the middle of a sentence. */
  up: Spoken,
  down: Spoken,
  better: z.enum(['up', 'down']),
  /** 'person': answered with the person. 'each': person and worker apart, then what they agree on. */
  raters: z.enum(['person', 'each']),
  answers: z.record(z.string(), z.array(Choice).min(2)),
  items: z.array(Item).min(1),
  scores: z.array(ScoreRule).min(1),
  /** Least change of the first score that means something, with where it is written. */
  change: z.strictObject({ by: z.number(), source: z.string() }).optional(),
  /** At most this first score: a private task for the tutor, and nobody else is told. */
  talk: z.strictObject({ atMost: z.number(), source: z.string() }).optional(),
  /** Completed years; null where any age may answer. */
  minAge: z.int().nullable(),
  population: Spoken,
  licence: Spoken,
  /** What is known of each language, and what is not. */
  validity: Spoken,
  missingSource: Spoken,
  source: z.string(),
  off: Spoken.optional(),
  texts: z.record(z.string(), z.record(z.string(), z.string())).default({}),
})
export type Instrument = z.output<typeof Instrument>

/** As a definition is written, defaults left out. */
export type InstrumentData = z.input<typeof Instrument>
export type ScoreData = z.input<typeof ScoreRule>
