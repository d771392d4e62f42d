import type { z } from 'zod'
import type { Day } from '../../platform/core/day.ts'
import type { Language } from '../../platform/core/words.ts'
import type { Commitment, PactContent, Side } from './content.schema.ts'
import type { OwnWord } from './own.word.schema.ts'
import { commitmentState, historyOf } from './pact.progress.ts'
import type { PactState, Review } from './pact.schema.ts'
import type { PactSheet, VersionText, WhyRow } from './pact.sheet.ts'
import { commitmentSentence } from './pact.sides.ts'
import { allPactMoves, type PactMove } from './pact.ts'
import type { CommitmentState, Mark } from './progress.schema.ts'

type WhyNot = z.output<typeof WhyRow>

/** The text that a page shows: the one that binds, else the one on its way, else the last. */
export const shownText = ({ inForce, pending, last }: PactSheet): VersionText | null => inForce ?? pending ?? last

export type CommitmentRow = {
  readonly commitment: Commitment
  readonly say: string
  readonly state: CommitmentState
  /** The last word on it, when there is one. */
  readonly mark: { readonly on: Day; readonly note: string; readonly value: string } | null
}

export const sides: readonly Side[] = ['person', 'services', 'community']

/** The three columns of a pact, each commitment as it is said and how it stands on the day. */
export const columnsOf = (
  content: PactContent,
  { marks, today, language }: { marks: readonly Mark[]; today: Day; language: Language },
): { side: Side; rows: CommitmentRow[] }[] =>
  sides.map((side) => ({
    side,
    rows: content.commitments
      .filter((one) => one.side === side)
      .map((commitment) => ({
        commitment,
        say: commitmentSentence(language, commitment),
        state: commitmentState(commitment, marks, today),
        mark: historyOf('commitment', commitment.id, marks).at(-1) ?? null,
      })),
  }))

/** Moves that end a pact or pull it back: never beside the others. */
const rare: readonly PactMove[] = ['takeBack', 'withdraw', 'interrupt', 'transfer']

/** Of the closed moves, those that a reader would look for in this state. */
const lookedFor: Partial<Record<PactState, readonly PactMove[]>> = {
  draft: ['submit'],
  toPanel: ['approve'],
  approved: ['sign'],
  signed: ['activate'],
  active: ['extend', 'close'],
  suspended: ['resume', 'close'],
  closing: ['close', 'extend'],
}

export type ClosedMove = { readonly move: PactMove; readonly why: WhyNot }
export type ArrangedMoves = {
  readonly open: readonly PactMove[]
  readonly rare: readonly PactMove[]
  readonly closed: readonly ClosedMove[]
  /** Closed ones that nobody looks for now. */
  readonly others: readonly ClosedMove[]
}

const isPactMove = (move: string): move is PactMove => allPactMoves.some((one) => one === move)

/** What can be done now, what can be done but rarely is, and what cannot and why. */
export const arrangeMoves = (
  state: PactState,
  moves: readonly { move: string; why: WhyNot | null }[],
): ArrangedMoves => {
  const known = moves.flatMap(({ move, why }) => (isPactMove(move) ? [{ move, why }] : []))
  const open = known.filter(({ why }) => why === null).map(({ move }) => move)
  const closed = known.flatMap(({ move, why }) => (why === null || why.code === 'pacts.over' ? [] : [{ move, why }]))
  const isLookedFor = ({ move }: ClosedMove): boolean => lookedFor[state]?.includes(move) ?? false
  return {
    open: open.filter((move) => !rare.includes(move)),
    rare: open.filter((move) => rare.includes(move)),
    closed: closed.filter(isLookedFor),
    others: closed.filter((one) => !isLookedFor(one)),
  }
}

/** One line of the story of a pact; `at` is an instant or a day. */
export type StoryItem =
  | {
      readonly kind: 'move'
      readonly id: string
      readonly at: string
      readonly move: string
      readonly by: string
      readonly text: string
    }
  | { readonly kind: 'review'; readonly id: string; readonly at: string; readonly review: Review }
  | { readonly kind: 'text'; readonly id: string; readonly at: string; readonly number: number; readonly text: string }
  | { readonly kind: 'word'; readonly id: string; readonly at: string; readonly word: OwnWord }
  | { readonly kind: 'tie'; readonly id: string; readonly at: string; readonly other: string; readonly setting: string }

type BornTie = { readonly id: string; readonly since: Day; readonly other: string; readonly setting: string }

const decisionsOf = ({ decisions, history }: PactSheet): StoryItem[] => {
  const told = history.map(({ at, move }) => `${at} ${move}`)
  return decisions
    .filter(({ at, decision }) => !told.includes(`${at} ${decision}`))
    .map(({ id, at, decision, decidedByName, minutes }) => ({
      kind: 'move',
      id,
      at,
      move: decision,
      by: decidedByName,
      text: minutes,
    }))
}

/** All that happened to a pact, newest first: moves, decisions of the panel, reviews, new texts and the ties born from it. */
export const storyOf = (sheet: PactSheet, ties: readonly BornTie[] = []): StoryItem[] => {
  const items: StoryItem[] = [
    ...sheet.history.map(
      ({ no, at, move, byName, reason }): StoryItem => ({
        kind: 'move',
        id: `move-${no}`,
        at,
        move,
        by: byName,
        text: reason,
      }),
    ),
    ...decisionsOf(sheet),
    ...sheet.reviews.flatMap((review): StoryItem[] =>
      review.heldOn === null ? [] : [{ kind: 'review', id: review.id, at: review.heldOn, review }],
    ),
    ...sheet.versions.flatMap(({ id, number, frozenAt, reason }): StoryItem[] =>
      frozenAt === null || number === 1 ? [] : [{ kind: 'text', id, at: frozenAt, number, text: reason }],
    ),
    ...sheet.words.map((word): StoryItem => ({ kind: 'word', id: word.id, at: word.at, word })),
    ...ties.map(({ id, since, other, setting }): StoryItem => ({ kind: 'tie', id, at: since, other, setting })),
  ]
  return items.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
