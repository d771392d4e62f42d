import type { Day } from '../../platform/core/day.ts'
import type { PlainIcon } from '../../platform/core/documents.schema.ts'
import { type Language, longDate, say } from '../../platform/core/words.ts'
import type { Commitment, PactContent, Side } from './content.schema.ts'
import { ownWords } from './own.words.ts'
import { commitmentState, historyOf } from './pact.progress.ts'
import { ownSentence, plainIconOf } from './plain.ts'
import type { CommitmentState, Mark } from './progress.schema.ts'

/** One commitment as its person reads it. */
export type OwnLine = {
  readonly id: string
  readonly icon: PlainIcon
  readonly sentence: string
  readonly detail: string
  readonly tone: 'calm' | 'now' | 'done' | 'late'
  readonly state: string
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

/** One side of a pact for the person's own page. */
export const ownLines = (
  language: Language,
  { content, marks, today, personId }: { content: PactContent; marks: readonly Mark[]; today: Day; personId: string },
  side: Side,
): OwnLine[] =>
  content.commitments
    .filter((one) => one.side === side && one.text.trim() !== '')
    .map((one) => {
      const state = commitmentState(one, marks, today)
      const said = historyOf('commitment', one.id, marks).at(-1)?.note ?? ''
      const isCalm = side === 'person' && (state === 'late' || state === 'notKept')
      return {
        id: one.id,
        icon: plainIconOf(one, content.goals),
        sentence: ownSentence(language, one, personId),
        detail: [one.recurrence, said]
          .map((text) => text.trim())
          .filter(Boolean)
          .join(' · '),
        tone: isCalm ? 'now' : tones[state],
        state: stateWords(language, one, state),
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
  readonly opened: readonly OwnOpened[]
  readonly call: { readonly name: string; readonly phone: string } | null
  readonly told: boolean
}

export type OwnOpened = {
  readonly at: string
  readonly who: string
  readonly body: string
  readonly sentence: string
  readonly reason: string | null
}
