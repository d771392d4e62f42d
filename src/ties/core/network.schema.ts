import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { OriginKind, TieKind } from './tie.schema.ts'

/**
 * What a network is taken of: the programme, a district, a municipality (ISTAT code), an occasion (a pact, a host's hours, later a lab),
 * the ego network of a case, or the organisations.
 */
export const ScopeKind = z.enum(['programme', 'district', 'town', 'occasion', 'person', 'organisations'])
export type ScopeKind = z.infer<typeof ScopeKind>

export const Scope = z.object({ kind: ScopeKind, id: z.string().max(60).default('') })
export type Scope = z.infer<typeof Scope>

/** Who stands at a node. `alter`: a third party, in the ego network of a case only. */
export const NodeKind = z.enum(['person', 'household', 'alter', 'public', 'thirdSector', 'firm', 'school', 'other'])
export type NodeKind = z.infer<typeof NodeKind>

/** Age in whole years at the date of the snapshot, in bands; '' where it is not known. */
export const AgeBand = z.enum(['0-17', '18-34', '35-54', '55-74', '75+', ''])
export type AgeBand = z.infer<typeof AgeBand>

export const NetworkNode = z.object({
  /** Opaque and new for every scope: it opens no record. */
  key: z.string(),
  kind: NodeKind,
  /** Name or initials where the reader may see them, else ''. */
  label: z.string(),
  age: AgeBand,
  /** ISTAT code of the municipality, '' where it is not known. */
  town: z.string(),
  /** Case of a person whom the reader may open, else null. */
  caseId: Id.nullable(),
})
export type NetworkNode = z.infer<typeof NetworkNode>

export const NetworkTie = z.object({
  /** Numbers of the two nodes in `nodes`. */
  from: z.int(),
  to: z.int(),
  /** `knows`: two alters who know each other; `together`: two organisations seen at work together. */
  kind: z.union([TieKind, z.enum(['knows', 'together'])]),
  strength: z.int().nullable(),
  direction: z.enum(['gives', 'receives', 'mutual']),
  since: z.iso.date(),
  until: z.iso.date().nullable(),
  origin: OriginKind,
  /** Name of the occasion that made it ('Patto P-2026-012'), '' where it is hidden or unknown. */
  originLabel: z.string(),
  /** Counts as a legame by the definition in force on the day. */
  counts: z.boolean(),
})
export type NetworkTie = z.infer<typeof NetworkTie>

/** A network with the life of its ties: whoever draws it chooses the day. */
export const Network = z.object({
  scope: Scope,
  name: z.string(),
  day: z.iso.date(),
  /** First and last day on which anything happens in it. */
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  nodes: z.array(NetworkNode),
  ties: z.array(NetworkTie),
  towns: z.array(z.object({ istatCode: z.string(), name: z.string() })),
  /** More nodes than can be drawn: only the first ones are here. */
  cut: z.boolean(),
  definition: z.object({ version: z.int(), text: z.string() }),
})
export type Network = z.infer<typeof Network>
