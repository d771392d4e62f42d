import type { Day } from '../../platform/core/day.ts'
import type { Commitment } from './content.schema.ts'
import type { OwnWord } from './own.word.schema.ts'
import type { Why } from './pact.checks.ts'
import { commitmentState } from './pact.progress.ts'
import type { Pact } from './pact.schema.ts'
import { isBinding, pactMoves } from './pact.ts'
import type { Mark } from './progress.schema.ts'

/** A commitment of the person's own, and not of somebody else of the household. */
export const isOwn = ({ side, ownerId }: Pick<Commitment, 'side' | 'ownerId'>, personId: string): boolean =>
  side === 'person' && (ownerId === null || ownerId === personId)

type About = {
  readonly pact: Pick<Pact, 'state' | 'personId'>
  readonly marks: readonly Mark[]
  readonly today: Day
}

/** Why a person cannot say of a commitment that it is done, or null when they can. */
export const whyNotSayDone = (commitment: Commitment | undefined, { pact, marks, today }: About): Why | null => {
  if (!isBinding(pact.state)) return { code: 'pacts.own.notBinding' }
  if (!commitment || !isOwn(commitment, pact.personId)) return { code: 'pacts.own.notYours' }
  const state = commitmentState(commitment, marks, today)
  return state === 'kept' || state === 'released' ? { code: 'pacts.own.settled' } : null
}

/** Why a person cannot ask to leave: only a pact that is over cannot be left. The move itself is their tutor's to record. */
export const whyNotAskLeave = ({ state }: Pick<Pact, 'state'>): Why | null =>
  pactMoves.withdraw.from.includes(state as (typeof pactMoves.withdraw.from)[number]) ? null : { code: 'pacts.over' }

/** The word that waits for an answer: about one commitment, or about leaving. */
export const openWord = (words: readonly OwnWord[], about: { itemId: string } | 'withdraw'): OwnWord | undefined =>
  words.find(
    ({ state, kind, itemId }) =>
      state === 'open' && (about === 'withdraw' ? kind === 'withdraw' : kind === 'done' && itemId === about.itemId),
  )
