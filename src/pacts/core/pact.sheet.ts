import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { PactContent } from './content.schema.ts'
import { OwnWord } from './own.word.schema.ts'
import { Pact, PactState, Review, WorkOutcome } from './pact.schema.ts'
import { Mark } from './progress.schema.ts'
import { Fingerprint, Signatory, VersionState } from './version.schema.ts'

/** Why something is not open: a code among the words with what fills it in. */
export const WhyRow = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export const MoveRow = z.object({ move: z.string(), why: WhyRow.nullable() })

export const DeadlineRow = z.object({
  kind: z.enum(['sign', 'start', 'review', 'endAlert', 'end', 'finalReview', 'resume', 'followUp']),
  due: z.iso.date(),
  /** To go; negative when late. */
  days: z.int(),
  isLate: z.boolean(),
  months: z.int().optional(),
})
export type DeadlineRow = z.infer<typeof DeadlineRow>

/** One text with all it says. `editNo` grows with every saved edit. */
export const VersionText = z.object({
  id: Id,
  number: z.int(),
  state: VersionState,
  reason: z.string(),
  content: PactContent,
  contentHash: Fingerprint.nullable(),
  editNo: z.int(),
})
export type VersionText = z.infer<typeof VersionText>

/** One text among the others. `printed` is false while the PDF of a signed text is still being made. */
export const VersionHead = z.object({
  id: Id,
  number: z.int(),
  state: VersionState,
  reason: z.string(),
  createdAt: z.iso.datetime(),
  frozenAt: z.iso.datetime().nullable(),
  fingerprint: Fingerprint.nullable(),
  printed: z.boolean(),
})
export type VersionHead = z.infer<typeof VersionHead>

/**
 * `codeUntil`: a one-time code given out and not yet used; `hasImage`: a drawing or a photo is kept; `isLater`: signed when
 * the text was fixed already, so that it stands beside the fingerprint.
 */
export const SignatoryRow = Signatory.extend({
  codeUntil: z.iso.datetime().nullable(),
  hasImage: z.boolean(),
  isLater: z.boolean(),
})
export type SignatoryRow = z.infer<typeof SignatoryRow>

export const FollowUp = z.object({
  id: Id,
  months: z.int(),
  due: z.iso.date(),
  heldOn: z.iso.date().nullable(),
  reached: z.boolean().nullable(),
  personVoice: z.string(),
  stillAliveTies: z.int().nullable(),
  work: WorkOutcome.nullable(),
})
export type FollowUp = z.infer<typeof FollowUp>

export const Decision = z.object({
  id: Id,
  versionId: Id,
  decision: z.enum(['approve', 'sendBack', 'refuse']),
  minutes: z.string(),
  present: z.string(),
  decidedByName: z.string(),
  at: z.iso.datetime(),
})

export const PastMove = z.object({
  no: z.int(),
  move: z.string(),
  from: PactState,
  to: PactState,
  at: z.iso.datetime(),
  byName: z.string(),
  reason: z.string(),
})

/**
 * One pact whole. `moves` and `versionMoves` hold only what this reader may make, each with what would open it;
 * the panel gets the text on its agenda and neither marks nor signatures.
 */
export const PactSheet = z.object({
  pact: Pact,
  personLabel: z.string(),
  involved: z.array(z.object({ id: Id, label: z.string() })),
  tutorName: z.string(),
  partnerName: z.string(),
  inForce: VersionText.nullable(),
  /** A text that is being written, decided or signed. */
  pending: VersionText.nullable(),
  /** The last text when there is neither. */
  last: VersionText.nullable(),
  versions: z.array(VersionHead),
  /** Of the pending text while it is out for signing, else of the text in force. */
  signatories: z.array(SignatoryRow),
  marks: z.array(Mark),
  /** What the person said on their own page, oldest first. */
  words: z.array(OwnWord),
  reviews: z.array(Review),
  followUps: z.array(FollowUp),
  decisions: z.array(Decision),
  history: z.array(PastMove),
  deadlines: z.array(DeadlineRow),
  /** Time given so far, by give-back. */
  given: z.array(z.object({ giveBackId: Id, times: z.int(), minutes: z.int() })),
  openConflicts: z.int(),
  warnings: z.array(WhyRow),
  moves: z.array(MoveRow),
  /** Of a renegotiated text; the first one moves with its pact. */
  versionMoves: z.array(MoveRow),
  renegotiate: z.object({ why: WhyRow.nullable() }).nullable(),
  mayWrite: z.boolean(),
  mayReview: z.boolean(),
})
export type PactSheet = z.infer<typeof PactSheet>
