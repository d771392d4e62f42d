import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Answer, Bringer, Question } from './question.schema.ts'

export type End = 'a' | 'b'

/**
 * What an answer does to the ties. `half`: a tie of this end with the other's initials; `whole`: both said yes, so the tie joins
 * the two; `none`: nothing is written but the answer.
 */
export type Effect = 'half' | 'whole' | 'none'

export const endOf = (question: Pick<Question, 'aId' | 'bId'>, personId: string): End | undefined => {
  if (question.aId === personId) return 'a'
  return question.bId === personId ? 'b' : undefined
}

export const answerOf = (question: Pick<Question, 'aAnswer' | 'bAnswer'>, end: End): Answer | null =>
  end === 'a' ? question.aAnswer : question.bAnswer

const otherOf = (end: End): End => (end === 'a' ? 'b' : 'a')

const effectOf = (question: Question, end: End, answer: Answer): Effect => {
  if (answer === 'no') return 'none'
  if (answerOf(question, otherOf(end)) === 'yes') return 'whole'
  // of a claim the telling end has its tie already
  return question.kind === 'met' ? 'half' : 'none'
}

/**
 * One end answers. The same answer twice changes nothing; another answer than the one given is refused. Whoever answers after the
 * other's refusal is answered as if nothing had happened: what they say is theirs, and ties nobody else.
 */
export const answerQuestion = (
  question: Question,
  end: End,
  answer: Answer,
): Outcome<{ question: Question; effect: Effect }> => {
  const before = answerOf(question, end)
  if (before === answer) return done({ question, effect: 'none' })
  if (before !== null) return refuse('conflict', 'ties.answeredAlready')
  const answered = { ...question, ...(end === 'a' ? { aAnswer: answer } : { bAnswer: answer }) }
  const refused = question.state === 'refused' || answer === 'no'
  const whole = answered.aAnswer === 'yes' && answered.bAnswer === 'yes'
  const state = refused ? 'refused' : whole ? 'confirmed' : 'open'
  return done({ question: { ...answered, state }, effect: effectOf(question, end, answer) })
}

/** How a tie is known that an answer made. */
export const evidenceOf = (by: Bringer): 'saidByPerson' | 'seenByWorker' =>
  by === 'seen' ? 'seenByWorker' : 'saidByPerson'
