import { z } from 'zod'
import { LifeArea } from '../../cases/core/area.schema.ts'
import { Cover, LegalForm } from '../../hours/core/cover.schema.ts'
import { Id } from '../../platform/core/contract.ts'
import { line, prose } from '../../platform/core/text.ts'

/** The three sides of a pact. */
export const Side = z.enum(['person', 'services', 'community'])
export type Side = z.infer<typeof Side>

const day = z.iso.date().nullable()
const hasNoTwins = (items: readonly { id: string }[]): boolean =>
  new Set(items.map(({ id }) => id)).size === items.length
const listOf = <T extends z.ZodType<{ id: string }>>(item: T, max: number) =>
  z.array(item).max(max).refine(hasNoTwins, { error: 'pacts.sameIdTwice' })

export const Step = z.strictObject({
  id: Id,
  text: line(300),
  due: day,
  /** Done before the text was signed; later progress is a mark beside the pact. */
  doneOn: day,
})
export type Step = z.infer<typeof Step>

/** How far a goal is, 0 (not yet begun) to 4 (reached): the programme's own neutral ladder. */
export const Ladder = z.int().min(0).max(4)

export const Goal = z.strictObject({
  id: Id,
  /** In the person's own words. */
  words: line(500),
  area: LifeArea,
  expectedResult: line(500),
  ladder: Ladder,
  steps: listOf(Step, 20),
})
export type Goal = z.infer<typeof Goal>

export const OwnerKind = z.enum(['person', 'account', 'organisation', 'other'])
export type OwnerKind = z.infer<typeof OwnerKind>

export const Commitment = z.strictObject({
  id: Id,
  side: Side,
  text: line(500),
  ownerKind: OwnerKind,
  ownerId: Id.nullable(),
  ownerLabel: line(120),
  /** How one sees that it was kept. */
  measure: line(300),
  due: day,
  recurrence: line(120),
  /** A goal that was taken out since leaves the commitment without one. */
  goalId: Id.nullable(),
})
export type Commitment = z.infer<typeof Commitment>

export const PaymentState = z.enum(['none', 'planned', 'authorised', 'paid'])
export type PaymentState = z.infer<typeof PaymentState>

export const Support = z.strictObject({
  id: Id,
  /** Of the catalogue of supports in the configuration; null when written by hand. */
  catalogueId: Id.nullable(),
  label: line(200),
  side: z.enum(['services', 'community']),
  providerOrganisationId: Id.nullable(),
  providerLabel: line(120),
  quantity: z.number().min(0).max(100_000).multipleOf(0.01).nullable(),
  unit: line(40),
  /** Whole cents of euro, for the whole quantity. */
  costCents: z.int().min(0).max(100_000_000).nullable(),
  fundingSourceId: Id.nullable(),
  istatCode: line(20),
  siussRelevant: z.boolean(),
  commitmentId: Id.nullable(),
  budgetLine: line(120),
  /** At signing; later states are marks beside the pact. */
  paymentState: PaymentState,
})
export type Support = z.infer<typeof Support>

export const GiveBack = z.strictObject({
  id: Id,
  legalForm: LegalForm,
  hostOrganisationId: Id.nullable(),
  hostLabel: line(120),
  plannedHours: z.int().min(0).max(2000),
  schedule: line(200),
  tasks: prose(1000),
  whoBenefits: line(300),
  hostTutor: line(120),
  /** What the assessment says the person can bring: give-back is chosen from there. */
  chosenTalent: line(300),
  covers: listOf(Cover, 10),
})
export type GiveBack = z.infer<typeof GiveBack>

/**
 * The text of one version of a pact. A draft may be incomplete: limits are checked here, completeness by the moves.
 * Every item has its id, so that two people can edit different fields at the same time.
 */
export const PactContent = z.strictObject({
  purpose: prose(2000),
  goals: listOf(Goal, 20),
  commitments: listOf(Commitment, 60),
  supports: listOf(Support, 40),
  giveBack: listOf(GiveBack, 10),
  term: z.strictObject({ start: day, end: day }),
  reviewEveryDays: z.int().min(7).max(365),
  ifNotKept: prose(2000),
  /** Version of the privacy notice that was handed over. */
  privacyNotice: line(40),
})
export type PactContent = z.infer<typeof PactContent>

/** An empty draft. */
export const emptyContent = (reviewEveryDays: number): PactContent => ({
  purpose: '',
  goals: [],
  commitments: [],
  supports: [],
  giveBack: [],
  term: { start: null, end: null },
  reviewEveryDays,
  ifNotKept: '',
  privacyNotice: '',
})
