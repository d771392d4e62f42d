import { expect, test } from 'vitest'
import { kindsFor, questionOf } from './search.ts'

test.each([
  ['a tutor', ['cases.work', 'pacts.write', 'organisations.read'], ['persons', 'cases', 'pacts', 'organisations']],
  ['the review panel', ['pacts.review', 'organisations.read'], ['pacts', 'organisations']],
  ['an administrator', ['accounts.manage', 'organisations.read'], ['organisations']],
  ['an evaluator', ['results.read'], []],
] as const)('%s looks only through what they may open', (_, permissions, kinds) =>
  expect(kindsFor(permissions)).toEqual(kinds),
)
test.each([
  [undefined, null],
  [' a ', null],
  ['  gino   ferri ', 'gino ferri'],
  ['x'.repeat(200), 'x'.repeat(80)],
])('«%s» asks for %s', (typed, asked) => expect(questionOf(typed)).toBe(asked))
