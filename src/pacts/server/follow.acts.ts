import { cancelLastMeasures } from '../../measures/server/schedule.door.ts'
import { isDone } from '../../platform/core/contract.ts'
import { addDays } from '../../platform/core/day.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { eraseAlterLabels } from '../../ties/server/tie.door.ts'
import type { HoldFollowUp, HoldReview } from '../core/follow.api.ts'
import type { Pact, Review } from '../core/pact.schema.ts'
import type { FollowUp } from '../core/pact.sheet.ts'
import { isOver } from '../core/pact.ts'
import {
  addHeldReview,
  listFollowUps,
  listReviews,
  othersGoOn,
  setReview as putReview,
  saveFollowUp,
  saveReview,
} from './follow.store.ts'
import { whyClosed } from './mark.acts.ts'
import { journalPact } from './pact.journal.ts'
import { writable } from './pact.reach.ts'
import { nextOf, pactRulesIn } from './pact.rules.ts'
import { type KeptPact, savePact } from './pact.store.ts'

const underWay: readonly Pact['state'][] = ['active', 'suspended', 'closing']

/** Saves what a review or a follow-up changed of its pact, with what comes next. */
const keep = async (tx: Tx, kept: KeptPact, pact: Pact, reviewDue: string | null): Promise<void> => {
  const { settings } = await pactRulesIn(tx, pact.districtId)
  const next = nextOf(pact, { settings, today: tx.today, reviewDue })
  await savePact(tx, pact, { next, beforePanel: kept.beforePanel, lastMoveAt: kept.lastMoveAt, reviewDue })
}

export const scheduleReview = async (
  tx: Tx,
  pactId: string,
  { kind, due }: Pick<Review, 'kind' | 'due'>,
): Promise<Outcome<{ id: string }>> => {
  const found = await writable(tx, pactId)
  if (!found.ok) return found
  const { kept } = found.value
  const { pact } = kept
  if (isOver(pact.state)) return refuse('conflict', 'pacts.over')
  if (!underWay.includes(pact.state)) return refuse('conflict', 'pacts.review.notUnderWay')
  if (due < tx.today) return refuse('invalid', 'pacts.review.past')
  const id = await putReview(tx, pact, { kind, due })
  await keep(tx, kept, pact, kind === 'interim' ? due : kept.reviewDue)
  await journalPact(tx, pact, { act: 'pacts.scheduleReview', changed: { kind, due } })
  return done({ id })
}

const whyNotHeld = (tx: Tx, pact: Pact, review: Review, given: HoldReview): Outcome<never> | null => {
  if (review.heldOn !== null) return refuse('conflict', 'pacts.review.held')
  if (review.kind === 'final' && pact.state !== 'closing') return refuse('conflict', 'pacts.review.notClosing')
  if (given.heldOn > tx.today) return refuse('invalid', 'pacts.mark.future')
  const isMute = [given.personVoice, given.workerVoice].some((voice) => voice.trim() === '')
  return isMute ? refuse('invalid', 'pacts.needs.bothVoices') : null
}

export const holdReview = async (
  tx: Tx,
  { pactId, reviewId }: { pactId: string; reviewId: string },
  given: HoldReview,
): Promise<Outcome<{ nextDue: string | null }>> => {
  const found = await writable(tx, pactId)
  if (!found.ok) return found
  const { kept } = found.value
  if (isOver(kept.pact.state)) return refuse('conflict', 'pacts.over')
  const review = (await listReviews(tx, kept.pact)).find(({ id }) => id === reviewId)
  if (!review) return unknown()
  const why = whyNotHeld(tx, kept.pact, review, given)
  if (why) return why
  if (!(await saveReview(tx, kept.pact, reviewId, given))) return refuse('conflict', 'pacts.review.held')
  const last = kept.pact.lastReviewOn
  const pact = { ...kept.pact, lastReviewOn: last !== null && last > given.heldOn ? last : given.heldOn }
  const nextDue = review.kind === 'interim' ? await nextReview(tx, pact, given) : null
  await keep(tx, kept, pact, review.kind === 'interim' ? nextDue : kept.reviewDue)
  await journalPact(tx, pact, { act: 'pacts.holdReview', changed: { ...given } })
  return done({ nextDue })
}

/** The one after sets itself; none that would fall after the end, when the final one comes. */
const nextReview = async (tx: Tx, pact: Pact, { heldOn }: HoldReview): Promise<string | null> => {
  const due = addDays(heldOn, pact.reviewEveryDays)
  if (pact.endsOn === null || due >= pact.endsOn) return null
  await putReview(tx, pact, { kind: 'interim', due })
  return due
}

/** What was held before the end and never written down comes in with its reason; the closing day stays. */
export const addLateReview = async (
  tx: Tx,
  pactId: string,
  { late, ...given }: HoldReview & { late: string },
): Promise<Outcome<{ id: string }>> => {
  const found = await writable(tx, pactId)
  if (!found.ok) return found
  const { pact } = found.value.kept
  const closed = whyClosed(pact, late)
  if (closed) return closed
  if (given.heldOn > (pact.closedOn ?? tx.today)) return refuse('invalid', 'pacts.review.afterEnd')
  const id = await addHeldReview(tx, pact, given)
  await journalPact(tx, pact, { act: 'pacts.lateNote', changed: { ...given }, reason: late })
  return done({ id })
}

export const holdFollowUp = async (
  tx: Tx,
  { pactId, followUpId }: { pactId: string; followUpId: string },
  given: HoldFollowUp,
): Promise<Outcome<typeof isDone>> => {
  const found = await writable(tx, pactId)
  if (!found.ok) return found
  const { kept } = found.value
  const all = await listFollowUps(tx, kept.pact)
  const one = all.find(({ id }) => id === followUpId)
  if (!one) return unknown()
  if (given.heldOn > tx.today) return refuse('invalid', 'pacts.mark.future')
  if (kept.pact.closedOn !== null && given.heldOn < kept.pact.closedOn)
    return refuse('invalid', 'pacts.followUp.beforeEnd')
  if (!(await saveFollowUp(tx, kept.pact, followUpId, given))) return refuse('conflict', 'pacts.followUp.held')
  await finish(tx, kept, { all, one, given })
  const { personVoice: _, ...changed } = given
  await journalPact(tx, kept.pact, { act: 'pacts.holdFollowUp', changed })
  return done(isDone)
}

type Held = { readonly all: readonly FollowUp[]; readonly one: FollowUp; readonly given: HoldFollowUp }

const silent = { reached: false, refused: true, personVoice: '', stillAliveTies: null, work: null }

/** After the last one of the file, or when the person asks for no more, third parties' initials go. */
const finish = async (tx: Tx, kept: KeptPact, { all, one, given }: Held): Promise<void> => {
  const others = all.filter(({ id, heldOn }) => id !== one.id && heldOn === null)
  const dropped = given.refused ? others : []
  for (const { id } of dropped) await saveFollowUp(tx, kept.pact, id, { ...silent, heldOn: given.heldOn })
  if (given.refused) await cancelLastMeasures(tx, kept.pact)
  const followUpsDone = [...kept.pact.followUpsDone, one.months, ...dropped.map(({ months }) => months)]
  await keep(tx, kept, { ...kept.pact, followUpsDone: [...new Set(followUpsDone)].sort((a, b) => a - b) }, null)
  if (others.length > dropped.length || (!given.refused && (await othersGoOn(tx, kept.pact)))) return
  await eraseAlterLabels(tx, kept.pact.districtId, kept.pact.caseId)
}
