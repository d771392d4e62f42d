import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { line } from '../../platform/core/text.ts'
import { TieDirection, TieKind, TieOrigin } from './tie.schema.ts'

/** When the tie map is asked: at the start of a pact, half-way, at its end, six months after. */
export const Moment = z.enum(['T0', 'T1', 'T2', 'T3', 'other'])
export type Moment = z.infer<typeof Moment>

/** `dropped`: begun and left, kept without labels. `refused`: the person would rather not; nobody asks why. */
export const WaveState = z.enum(['open', 'done', 'dropped', 'refused'])
export type WaveState = z.infer<typeof WaveState>

export const Often = z.enum(['', 'daily', 'weekly', 'monthly', 'seldom'])
export type Often = z.infer<typeof Often>

export const Help = z.enum(['listening', 'practical', 'money', 'information', 'company'])
export type Help = z.infer<typeof Help>

/** What became of an alter since the wave before; `unasked` until somebody asks. */
export const Change = z.enum(['new', 'same', 'changed', 'gone', 'unasked'])
export type Change = z.infer<typeof Change>

/** 1 very close, 2 close, 3 a little far. */
export const Closeness = z.union([z.literal(1), z.literal(2), z.literal(3)])
export type Closeness = z.infer<typeof Closeness>

/** At most so many alters are told in one wave. */
export const altersAtMost = 60

/** One third party as told in one wave: initials or a nickname, never a name. */
export const Alter = z.strictObject({
  id: Id,
  /** The tie it was carried over from, or became when the wave ended. */
  tieId: Id.nullable(),
  change: Change,
  /** Longer than a label may be, so that a whole name is refused in words. */
  label: line(120),
  kind: TieKind,
  closeness: Closeness.nullable(),
  /** Degrees clockwise from the top, where the person put it on its circle. */
  angle: z.int().min(0).max(359).nullable(),
  often: Often,
  helps: z.array(Help).max(5),
  /** Seen from the person. */
  direction: TieDirection,
  since: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  origin: TieOrigin,
  /** Where it was born, in words: 'al cancello della scuola'. */
  setting: line(120),
})
export type Alter = z.infer<typeof Alter>

/** Two alters who know each other. */
export const Link = z.tuple([Id, Id])
export type Link = z.infer<typeof Link>

/** Whom one could ask for a hand: our own ten things, small and near. No names are asked. */
export const Resource = z.enum([
  'doctor',
  'child',
  'money',
  'evening',
  'online',
  'job',
  'lift',
  'repair',
  'keys',
  'letter',
])
export type Resource = z.infer<typeof Resource>

export const Have = z.enum(['yes', 'no', 'unsure'])
export type Have = z.infer<typeof Have>

export const ResourceAnswer = z.strictObject({ item: Resource, have: Have, kind: TieKind.nullable() })
export type ResourceAnswer = z.infer<typeof ResourceAnswer>
export const ResourceAnswers = z.array(ResourceAnswer).max(Resource.options.length)

/** One conversation about a person's ties. */
export const Wave = z.strictObject({
  id: Id,
  districtId: Id,
  caseId: Id,
  personId: Id,
  number: z.int().min(1).max(50),
  moment: Moment,
  /** The wave that it follows: the last one that was brought to its end. */
  afterId: Id.nullable(),
  heldOn: z.iso.date(),
  state: WaveState,
  resources: ResourceAnswers,
  version: z.int(),
  /** Who leads it, and since when. */
  touchedBy: Id,
  takenAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
  labelsErasedAt: z.iso.datetime().nullable(),
})
export type Wave = z.infer<typeof Wave>
