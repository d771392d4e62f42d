import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { line } from '../../platform/core/text.ts'

/** `alter`: a third party who never consented, known by initials only. */
export const EndKind = z.enum(['person', 'household', 'organisation', 'firm', 'school', 'alter'])
export type EndKind = z.infer<typeof EndKind>

/** One end of a tie. Known ends have an id; an alter has a label of initials and no id. */
export const TieEnd = z.strictObject({ kind: EndKind, id: Id.nullable(), label: line(120) })
export type TieEnd = z.infer<typeof TieEnd>

export const TieKind = z.enum([
  'kin',
  'friend',
  'neighbour',
  'colleague',
  'volunteer',
  'parish',
  'school',
  'association',
  'professional',
  'other',
])
export type TieKind = z.infer<typeof TieKind>

/** Which occasion made the tie; `before`: it was there before the programme. */
export const OriginKind = z.enum([
  'before',
  'pact',
  'lab',
  'center',
  'activity',
  'placement',
  'hours',
  'referral',
  'other',
])
export type OriginKind = z.infer<typeof OriginKind>

export const TieOrigin = z.strictObject({ kind: OriginKind, id: Id.nullable() })
export type TieOrigin = z.infer<typeof TieOrigin>

export const TieDirection = z.enum(['gives', 'receives', 'mutual'])
export type TieDirection = z.infer<typeof TieDirection>

/** How we know: one of the two said so, both did, or a worker saw it. */
export const TieEvidence = z.enum(['saidByPerson', 'saidByBoth', 'seenByWorker'])
export type TieEvidence = z.infer<typeof TieEvidence>

const tie = {
  a: TieEnd,
  b: TieEnd,
  kind: TieKind,
  /** 1 thin, 2 good, 3 strong, in the person's own view. */
  strength: z.int().min(1).max(3).nullable(),
  frequency: line(80),
  /** Seen from `a`. */
  direction: TieDirection,
  since: z.iso.date(),
  until: z.iso.date().nullable(),
  evidence: TieEvidence,
  origin: TieOrigin,
  /** Where it was born, in words: 'al cancello della scuola'. */
  setting: line(120),
}

/** A dated relation between two ends, with the occasion that made it. */
export const Tie = z.strictObject({
  id: Id,
  districtId: Id,
  caseId: Id.nullable(),
  /** Whose tie it is, when it was told within a case. */
  personId: Id.nullable(),
  ...tie,
  recordedBy: Id,
  recordedAt: z.iso.datetime(),
  /** Labels of third parties go at the last follow-up; kind, dates and origin stay. */
  labelsErasedAt: z.iso.datetime().nullable(),
})
export type Tie = z.infer<typeof Tie>

export const NewTie = z.strictObject(tie)
export type NewTie = z.infer<typeof NewTie>
