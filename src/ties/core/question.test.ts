import { describe, expect, test } from 'vitest'
import type { Answer, Question } from './question.schema.ts'
import { answerQuestion, endOf } from './question.ts'

const aQuestion = (more: Partial<Question> = {}): Question => ({
  id: 'q',
  districtId: 'd',
  kind: 'met',
  aId: 'a',
  bId: 'b',
  tieId: null,
  occasionKind: 'hours',
  occasionId: 'o',
  times: 3,
  firstDay: '2026-03-01',
  lastDay: '2026-05-01',
  state: 'open',
  aAnswer: null,
  bAnswer: null,
  ...more,
})
const outcomeOf = (question: Question, end: 'a' | 'b', answer: Answer): [string, string] => {
  const answered = answerQuestion(question, end, answer)
  return answered.ok ? [answered.value.question.state, answered.value.effect] : ['turned down', answered.refusal.code]
}

describe('a question from the registers', () => {
  test.each<[string, Partial<Question>, 'a' | 'b', Answer, [string, string]]>([
    ['the first yes ties this end to the other’s initials', {}, 'a', 'yes', ['open', 'half']],
    ['the second yes joins the two', { aAnswer: 'yes' }, 'b', 'yes', ['confirmed', 'whole']],
    ['whichever end is first', { bAnswer: 'yes' }, 'a', 'yes', ['confirmed', 'whole']],
    ['a refusal closes it', {}, 'b', 'no', ['refused', 'none']],
    ['and leaves what the other said as it is', { aAnswer: 'yes' }, 'b', 'no', ['refused', 'none']],
    [
      'a yes after the other’s no is kept as one’s own',
      { bAnswer: 'no', state: 'refused' },
      'a',
      'yes',
      ['refused', 'half'],
    ],
    ['the same answer again changes nothing', { aAnswer: 'yes' }, 'a', 'yes', ['open', 'none']],
    ['a yes is not taken back by a no', { aAnswer: 'yes' }, 'a', 'no', ['turned down', 'ties.answeredAlready']],
    ['nor a no by a yes', { aAnswer: 'no', state: 'refused' }, 'a', 'yes', ['turned down', 'ties.answeredAlready']],
  ])('%s', (_name, more, end, answer, expected) => expect(outcomeOf(aQuestion(more), end, answer)).toEqual(expected))

  test('has two ends and no third', () =>
    expect(['a', 'b', 'c'].map((id) => endOf(aQuestion(), id))).toEqual(['a', 'b', undefined]))
})

describe('a claim that a third party is somebody', () => {
  const claim = aQuestion({ kind: 'claim', tieId: 't', aAnswer: 'yes' })
  test('links them by their own yes alone', () => expect(outcomeOf(claim, 'b', 'yes')).toEqual(['confirmed', 'whole']))
  test('and by nothing when they say no', () => expect(outcomeOf(claim, 'b', 'no')).toEqual(['refused', 'none']))
})
