import type { Assessment } from '../../cases/core/assessment.schema.ts'
import { hasNeedsAndStrengths } from '../../cases/core/assessment.ts'
import type { Cover, LaterCover } from '../../hours/core/cover.schema.ts'
import { isCovered } from '../../hours/core/cover.ts'
import { addMonths, type Day } from '../../platform/core/day.ts'
import type { Params } from '../../platform/core/words.ts'
import type { GiveBack, PactContent } from './content.schema.ts'
import type { Closure, Pact, Review } from './pact.schema.ts'
import type { PactSettings } from './pact.settings.ts'
import type { PactReason } from './reasons.words.ts'
import type { PactVersion, Signatory } from './version.schema.ts'

/** Why something is not open: a key of `reasonWords` with what fills it in. */
export type Why = { readonly code: PactReason; readonly params?: Params }

/** What whoever makes the move adds to it. `reason` holds the minutes when the panel decides. */
export type Asked = {
  readonly reason?: string
  readonly until?: Day
  readonly newEnd?: Day
  readonly closure?: Closure
}

/** All that a move looks at. `version` is the text it is about; without `asked` only the button is asked for. */
export type MoveContext = {
  readonly today: Day
  readonly settings: PactSettings
  readonly version: Pick<PactVersion, 'number' | 'content' | 'contentHash'>
  readonly assessment: Assessment | null
  readonly signatories: readonly Signatory[]
  readonly reviews: readonly Review[]
  readonly laterCovers: readonly LaterCover[]
  /** Account that makes the move; null for the person and the system. */
  readonly actorId: string | null
  readonly asked?: Asked
}

export type Check = (pact: Pact, context: MoveContext) => Why | null

const need = (holds: boolean, code: PactReason, params?: Params): Why | null =>
  holds ? null : params ? { code, params } : { code }
const isBlank = (text: string): boolean => text.trim() === ''

/** Each side that has promised something, once. */
const sidesOf = ({ commitments }: PactContent): Set<string> =>
  new Set(commitments.filter((one) => !isBlank(one.text)).map((one) => one.side))

export const hasPurpose: Check = (_, { version }) => need(!isBlank(version.content.purpose), 'pacts.needs.purpose')

export const hasTwoSides: Check = (_, { version }) => {
  const sides = sidesOf(version.content)
  return need(sides.has('person') && (sides.has('services') || sides.has('community')), 'pacts.needs.twoSides')
}

export const hasGoals: Check = (_, { version: { content } }) => {
  if (content.goals.length === 0) return { code: 'pacts.needs.goal' }
  const mute = content.goals.findIndex((goal) => isBlank(goal.words))
  return need(mute < 0, 'pacts.needs.goalWords', { position: mute + 1 })
}

export const hasWholeCommitments: Check = (_, { version: { content } }) => {
  const missing = content.commitments.find(
    (one) => [one.text, one.ownerLabel, one.measure].some(isBlank) || one.due === null,
  )
  return need(missing === undefined, 'pacts.needs.wholeCommitment', { text: missing?.text ?? '' })
}

export const hasTerm: Check = (_, { version: { content }, settings }) => {
  const { start, end } = content.term
  if (start === null || end === null) return { code: 'pacts.needs.term' }
  if (end <= start) return { code: 'pacts.needs.termForward' }
  const months = settings.maxTermMonths
  return need(end <= addMonths(start, months), 'pacts.needs.termShorter', { months })
}

export const hasAssessment: Check = (_, { assessment }) =>
  need(assessment !== null && hasNeedsAndStrengths(assessment), 'pacts.needs.assessment')

export const isNotOwnTutor: Check = (pact, { actorId }) => need(actorId !== pact.tutorId, 'pacts.needs.otherThanTutor')

/** Everybody who must has signed this very text, the person (or a guardian) and the partner body among them. */
export const isSignedByAll: Check = (_, { signatories, version }) => {
  const signed = signatories.filter((one) => one.signedAt !== null && one.signedHash === version.contentHash)
  const awaited = signatories.filter((one) => one.required && !signed.includes(one))
  if (awaited.length > 0) {
    return {
      code: 'pacts.needs.signatures',
      params: { count: awaited.length, names: awaited.map((one) => one.label).join(', ') },
    }
  }
  const roles = new Set(signed.map((one) => one.role))
  const forPerson = roles.has('person') || roles.has('guardian')
  return need(version.contentHash !== null && forPerson && roles.has('partnerBody'), 'pacts.needs.bothParties')
}

export const hasStarted: Check = (pact, { today }) =>
  need(pact.startsOn !== null && pact.startsOn <= today, 'pacts.needs.startDay', { day: pact.startsOn ?? '' })

/** Covers written in the text and those brought since. */
export const coversOf = (giveBack: GiveBack, later: readonly LaterCover[]): Cover[] => [
  ...giveBack.covers,
  ...later.filter((cover) => cover.giveBackId === giveBack.id),
]

export const isInsured: Check = (_, { version: { content }, laterCovers, today }) => {
  const bare = content.giveBack.find((one) => !isCovered(coversOf(one, laterCovers), today))
  return need(bare === undefined, 'pacts.needs.cover', { what: bare?.tasks || bare?.hostLabel || '' })
}

export const mayStillExtend: Check = (pact, { settings }) => {
  if (pact.startsOn === null || pact.endsOn === null) return { code: 'pacts.needs.term' }
  if (pact.extensions >= settings.maxExtensions) {
    return { code: 'pacts.needs.fewerExtensions', params: { count: settings.maxExtensions } }
  }
  const months = settings.maxTermMonths
  return need(pact.endsOn < addMonths(pact.startsOn, months), 'pacts.needs.termShorter', { months })
}

/** A final review that decided to close: one that decided to extend does not serve a second time. */
export const hasFinalReview: Check = (_, { reviews }) => {
  const final = reviews.find((one) => one.kind === 'final' && one.heldOn !== null && one.decision === 'close')
  if (final === undefined) return { code: 'pacts.needs.finalReview' }
  return need(!isBlank(final.personVoice) && !isBlank(final.workerVoice), 'pacts.needs.bothVoices')
}

export const saysWhy: Check = (_, { asked }) => need(!isBlank(asked?.reason ?? ''), 'pacts.needs.reason')

export const saysUntil: Check = (pact, { asked, today }) => {
  const until = asked?.until
  if (until === undefined || until <= today) return { code: 'pacts.needs.until' }
  return need(pact.endsOn === null || until <= pact.endsOn, 'pacts.needs.untilBeforeEnd', { day: pact.endsOn ?? '' })
}

export const saysNewEnd: Check = (pact, { asked, settings }) => {
  const { newEnd } = asked ?? {}
  if (newEnd === undefined || pact.endsOn === null || newEnd <= pact.endsOn) return { code: 'pacts.needs.newEnd' }
  const months = settings.maxTermMonths
  const limit = addMonths(pact.startsOn ?? pact.endsOn, months)
  return need(newEnd <= limit, 'pacts.needs.termShorter', { months })
}

export const saysOutcome: Check = (pact, { asked, today }) => {
  const closure = asked?.closure
  if (closure === undefined) return { code: 'pacts.needs.closure' }
  const isIn = closure.lastDay <= today && (pact.startsOn === null || pact.startsOn <= closure.lastDay)
  return need(isIn, 'pacts.needs.lastDay')
}
