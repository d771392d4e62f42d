import { z } from 'zod'
import { Scope } from './network.schema.ts'

/** A number that may be unknown (null) or hidden because it is about too few people. `n`: people or ties it rests on. */
export const Scalar = z.object({
  code: z.string(),
  value: z.number().nullable(),
  n: z.int().nullable(),
  hidden: z.boolean(),
})
export type Scalar = z.infer<typeof Scalar>

/** Head-counts that add up to `total`; a hidden one is null. `people`: distinct people behind a row, so that few are seen to be few. */
export const CountRow = z.object({ key: z.string(), count: z.int().nullable() })
export const CountTable = z.object({ code: z.string(), rows: z.array(CountRow), total: z.int().nullable() })
export type CountTable = z.infer<typeof CountTable>

/** Ties between groups: cell (row, column) is in `cells[row * keys.length + column]`, the same both ways; hidden ones are null. */
export const Mixing = z.object({
  code: z.string(),
  keys: z.array(z.string()),
  cells: z.array(z.int().nullable()),
  /** Ties with an end whose group is not known. */
  unknown: z.int().nullable(),
})
export type Mixing = z.infer<typeof Mixing>

/** How long ties live, by where they were born; months, survival as a share. */
export const Survival = z.object({
  origin: z.string(),
  n: z.int().nullable(),
  ended: z.int().nullable(),
  /** The month by which half are gone; null while more than half live on. */
  median: z.number().nullable(),
  hidden: z.boolean(),
  steps: z.array(
    z.object({
      month: z.number(),
      atRisk: z.int(),
      survival: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
  ),
})
export type Survival = z.infer<typeof Survival>

/** The same people at their first conversation and at the latest one. */
export const Change = z.object({
  code: z.string(),
  n: z.int().nullable(),
  missing: z.int().nullable(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  change: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  hidden: z.boolean(),
})
export type Change = z.infer<typeof Change>
export const ChangeGroup = z.object({
  kind: z.enum(['all', 'district', 'pactKind']),
  key: z.string(),
  rows: z.array(Change),
})
export type ChangeGroup = z.infer<typeof ChangeGroup>

/** Everything measured of one snapshot. No row of it is about one person. */
export const Figures = z.object({
  people: z.int().nullable(),
  scalars: z.array(Scalar),
  tables: z.array(CountTable),
  mixing: z.array(Mixing),
  survival: z.array(Survival),
  change: z.array(ChangeGroup),
})
export type Figures = z.infer<typeof Figures>

export const FiguresReply = z.object({
  /** `counting`: a worker is at it; ask again in a second. */
  state: z.enum(['ready', 'counting']),
  scope: Scope,
  name: z.string(),
  day: z.iso.date(),
  from: z.iso.date(),
  figures: Figures.nullable(),
  names: z.object({
    towns: z.record(z.string(), z.string()),
    districts: z.record(z.string(), z.string()),
    pactKinds: z.record(z.string(), z.string()),
  }),
  definition: z.object({
    version: z.int(),
    text: z.string(),
    bonding: z.array(z.string()),
    linking: z.array(z.string()),
    linkingBodies: z.array(z.string()),
  }),
  /** What the figures were counted from: the same fingerprint, the same figures. */
  fingerprint: z.string(),
  /** Numbers under this are hidden from this reader; null where nothing is hidden. */
  least: z.int().nullable(),
  /** May ask who the fragile ties hang on. */
  mayName: z.boolean(),
})
export type FiguresReply = z.infer<typeof FiguresReply>

/** A tie or a person whose loss splits the network: who they are, for whoever may open their cases. */
export const Fragile = z.object({
  bridges: z.array(z.object({ a: z.string(), b: z.string(), cut: z.int() })),
  linchpins: z.array(z.object({ name: z.string(), caseId: z.string().nullable(), pieces: z.int(), cut: z.int() })),
})
export type Fragile = z.infer<typeof Fragile>
