import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { AcrossQuestion } from './across.schema.ts'
import type { FoundTie } from './network.take.ts'
import type { Answer } from './question.schema.ts'
import type { Tie } from './tie.schema.ts'

/** The code of the reason why no code is given for a tie, or null. */
export const whyNotCode = ({ a, b, until, labelsErasedAt }: Tie, across: boolean): string | null => {
  if (a.kind !== 'alter' && b.kind !== 'alter') return 'ties.claimNotAlter'
  if (across) return 'ties.acrossAlready'
  if (until !== null) return 'ties.overAlready'
  return labelsErasedAt === null ? null : 'ties.labelsGone'
}

/** The same answer twice changes nothing; another answer than the one given is refused. */
export const answerAcross = (question: AcrossQuestion, answer: Answer): Outcome<{ fresh: boolean }> => {
  if (question.answer === answer) return done({ fresh: false })
  return question.answer === null ? done({ fresh: true }) : refuse('conflict', 'ties.answeredAlready')
}

const knownOf = ({ a, b }: FoundTie): FoundTie['a'] => (a.kind === 'alter' ? b : a)

/**
 * Where both rows of a tie across districts were taken, each end is known: the third party of one is the person of the other.
 * A row alone stays a tie with a third party.
 */
export const knownAcross = (ties: readonly FoundTie[]): readonly FoundTie[] => {
  const rows = new Map<string, FoundTie[]>()
  for (const tie of ties) if (tie.across) rows.set(tie.across, [...(rows.get(tie.across) ?? []), tie])
  return ties.map((tie) => {
    const other = rows.get(tie.across ?? '')?.find(({ id }) => id !== tie.id)
    if (!other) return tie
    const far = knownOf(other)
    return tie.a.kind === 'alter' ? { ...tie, a: far } : { ...tie, b: far }
  })
}

/** Of two rows that stand for one tie, the first. */
export const drawnOnce = (ties: readonly FoundTie[]): readonly FoundTie[] => {
  const seen = new Set<string>()
  return ties.filter(({ across }) => {
    if (!across) return true
    const isFirst = !seen.has(across)
    seen.add(across)
    return isFirst
  })
}
