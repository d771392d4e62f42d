import { describe, expect, test } from 'vitest'
import { OwnerKind, PaymentState, Side } from './content.schema.ts'
import { contentWords } from './content.words.ts'
import { followWords } from './follow.words.ts'
import { Closure, OtherOutcome, PactState, Review, ReviewDecision, WorkOutcome } from './pact.schema.ts'
import { allPactMoves } from './pact.ts'
import { pactWords } from './pact.words.ts'
import { CommitmentState } from './progress.schema.ts'
import { reasonWords } from './reasons.words.ts'
import { SignatureMethod, SignerRole, VersionState } from './version.schema.ts'
import { allVersionMoves } from './version.ts'

const catalogues = [contentWords, followWords, pactWords, reasonWords]
const keys = catalogues.flatMap(({ it }) => Object.keys(it))
const named: [string, readonly string[]][] = [
  ['state', PactState.options],
  ['move', allPactMoves],
  ['opens', allPactMoves],
  ['side', Side.options],
  ['ownSide', Side.options],
  ['sentence.is', PactState.options],
  ['owner', OwnerKind.options],
  ['payment', PaymentState.options],
  ['commitment', CommitmentState.options],
  ['ladder', ['0', '1', '2', '3', '4']],
  ['version', VersionState.options],
  ['versionMove', allVersionMoves],
  ['versionOpens', allVersionMoves],
  ['signer', SignerRole.options],
  ['method', SignatureMethod.options],
  ['review', Review.shape.kind.options],
  ['decision', ReviewDecision.options],
  ['goals', Closure.shape.goals.options],
  ['work', WorkOutcome.options],
  ['outcome', OtherOutcome.options],
]

/** The names in braces of a phrase, whichever its plural form. */
const holes = (phrase: unknown): string[] => [...new Set(JSON.stringify(phrase).match(/\{\w+\}/g))].sort()

describe('the words of pacts', () => {
  test.each(named)('name every %s', (group, codes) => {
    for (const code of codes) expect(keys).toContain(`pacts.${group}.${code}`)
  })
  test('no key is in two catalogues', () => expect(new Set(keys).size).toBe(keys.length))
  test('Italian and English fill in the same things', () => {
    for (const { it, en } of catalogues) {
      const english: Readonly<Record<string, unknown>> = en
      for (const [key, phrase] of Object.entries(it)) expect([key, holes(english[key])]).toEqual([key, holes(phrase)])
    }
  })
})
