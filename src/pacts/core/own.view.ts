import type { Day } from '../../platform/core/day.ts'
import type { PlainIcon } from '../../platform/core/documents.schema.ts'
import { type Language, longDate, say } from '../../platform/core/words.ts'
import type { Commitment, PactContent, Side } from './content.schema.ts'
import type { OwnWord } from './own.word.schema.ts'
import { openWord, whyNotSayDone } from './own.word.ts'
import { ownWords } from './own.words.ts'
import { commitmentState, historyOf } from './pact.progress.ts'
import type { Pact } from './pact.schema.ts'
import { ownSentence, plainIconOf } from './plain.ts'
import type { CommitmentState, Mark } from './progress.schema.ts'

/** One commitment as its person reads it. */
export type OwnLine = {
  readonly id: string
  readonly icon: PlainIcon
  readonly sentence: string
  readonly detail: string
  readonly tone: 'calm' | 'now' | 'done' | 'late' | 'info'
  readonly state: string
  /** The person can say here that it is done. */
  readonly canSay: boolean
}

const tones: Record<CommitmentState, OwnLine['tone']> = {
  planned: 'now',
  kept: 'done',
  late: 'late',
  notKept: 'late',
  released: 'calm',
}

/** What is late on the person's side is talked over, on ours it is excused. */
const stateWords = (language: Language, { side, due }: Commitment, state: CommitmentState): string => {
  const day = due === null ? '' : longDate(language, due)
  const isMine = side === 'person'
  switch (state) {
    case 'planned':
      return due === null ? '' : say(ownWords, language, 'pacts.own.by', { day })
    case 'kept':
      return say(ownWords, language, 'pacts.own.kept')
    case 'late':
      return say(ownWords, language, isMine ? 'pacts.own.wasBy' : 'pacts.own.weAreLate', { day })
    case 'notKept':
      return say(ownWords, language, isMine ? 'pacts.own.notKept' : 'pacts.own.weDidNot')
    case 'released':
      return say(ownWords, language, 'pacts.own.released')
  }
}

type OwnText = {
  readonly content: PactContent
  readonly marks: readonly Mark[]
  readonly words: readonly OwnWord[]
  readonly today: Day
  readonly pact: Pick<Pact, 'state' | 'personId'>
}

/** One side of a pact for the person's own page. */
export const ownLines = (language: Language, { content, marks, words, today, pact }: OwnText, side: Side): OwnLine[] =>
  content.commitments
    .filter((one) => one.side === side && one.text.trim() !== '')
    .map((one) => {
      const state = commitmentState(one, marks, today)
      const said = historyOf('commitment', one.id, marks).at(-1)?.note ?? ''
      const isSaid = openWord(words, { itemId: one.id }) !== undefined
      const isCalm = side === 'person' && (state === 'late' || state === 'notKept')
      return {
        id: one.id,
        icon: plainIconOf(one, content.goals),
        sentence: ownSentence(language, one, pact.personId),
        detail: [one.recurrence, said]
          .map((text) => text.trim())
          .filter(Boolean)
          .join(' · '),
        tone: isSaid ? 'info' : isCalm ? 'now' : tones[state],
        state: isSaid ? say(ownWords, language, 'pacts.own.saidDone') : stateWords(language, one, state),
        canSay: !isSaid && whyNotSayDone(one, { pact, marks, today }) === null,
      }
    })

/** All that the person's own page shows. */
export type OwnView = {
  readonly name: string
  readonly today: Day
  readonly state: 'none' | 'draft' | 'binding' | 'suspended' | 'over'
  readonly meeting: {
    readonly id: string
    readonly at: string
    readonly place: string
    readonly withWhom: string
  } | null
  readonly sides: Readonly<Record<Side, readonly OwnLine[]>>
  /** What giving made possible, in sentences. */
  readonly given: readonly string[]
  readonly met: readonly { readonly id: string; readonly name: string; readonly text: string }[]
  /** Questions about ties that wait for the person's own answer. */
  readonly asked: number
  /** Results that a worker chose to show. */
  readonly measured: number
  readonly opened: readonly OwnOpened[]
  readonly call: { readonly name: string; readonly phone: string } | null
  /** What the person has just said: 'done', 'leave', or that they cannot come. */
  readonly told: string | null
  readonly pactId: string | null
  /** Of leaving: it can be asked, it was asked and waits, or what was answered to the last time. */
  readonly leaving: { readonly canAsk: boolean; readonly asked: boolean; readonly answer: string }
  /** Pacts and times that are over, of this record and of one that was joined to it. */
  readonly before: readonly OwnBefore[]
}

/** `pactId` is null for a time in which the person was followed. */
export type OwnBefore = {
  readonly id: string
  readonly pactId: string | null
  readonly number: string
  readonly from: Day | null
  readonly to: Day | null
}

export type OwnOpened = {
  readonly at: string
  readonly who: string
  readonly body: string
  readonly sentence: string
  readonly reason: string | null
}
