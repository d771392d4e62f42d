import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { aCommitment, aContent, aGiveBack, aGoal, sampleHash, sampleId } from './content.sample.ts'
import { PactContent } from './content.schema.ts'
import { contentWords } from './content.words.ts'
import { canonicalText, frozenText, shortFingerprint } from './pact.canonical.ts'
import { diffContents } from './pact.diff.ts'
import { aSignatory } from './pact.sample.ts'

describe('two versions side by side', () => {
  test('the same text differs in nothing', () => expect(diffContents(aContent(), aContent())).toEqual([]))
  test('say what changed, what came and what went, with the names of the fields', () => {
    const [first, second] = aContent().commitments
    const after = aContent({
      term: { start: '2026-09-03', end: '2027-06-03' },
      commitments: [
        { ...(first ?? aCommitment()), due: null },
        aCommitment({ id: sampleId(250), text: 'andare al corso' }),
      ],
    })
    expect(diffContents(aContent(), after)).toEqual([
      expect.objectContaining({
        path: `commitments/${second?.id}`,
        kind: 'removed',
        before: second?.text,
        after: null,
      }),
      expect.objectContaining({ path: `commitments/${sampleId(203)}`, kind: 'removed' }),
      {
        path: `commitments/${first?.id}/due`,
        label: 'pacts.field.commitments.due',
        kind: 'changed',
        before: '2027-03-03',
        after: null,
      },
      {
        path: `commitments/${sampleId(250)}`,
        label: 'pacts.field.commitments',
        kind: 'added',
        before: null,
        after: 'andare al corso',
      },
      { path: 'term/end', label: 'pacts.field.term.end', kind: 'changed', before: '2027-03-03', after: '2027-06-03' },
    ])
  })
  test('look inside items of items', () => {
    const goal = aGoal()
    const steps = goal.steps.map((step) => ({ ...step, doneOn: '2026-10-01' }))
    const [cover] = aGiveBack().covers
    const covers = cover ? [{ ...cover, to: '2027-12-31' }] : []
    const after = aContent({ goals: [{ ...goal, steps }], giveBack: [aGiveBack({ covers })] })
    expect(diffContents(aContent(), after).map(({ label }) => label)).toEqual([
      'pacts.field.steps.doneOn',
      'pacts.field.steps.doneOn',
      'pacts.field.covers.to',
    ])
  })

  /** Every field that the schema has, as the words name it. */
  const labelsOf = (schema: z.ZodType, place: string): string[] => {
    if (schema instanceof z.ZodArray && schema.element instanceof z.ZodType) {
      return [`pacts.field.${place.split('.').at(-1)}`, ...labelsOf(schema.element, place.split('.').at(-1) ?? '')]
    }
    if (!(schema instanceof z.ZodObject)) return [`pacts.field.${place}`]
    return Object.entries(schema.shape).flatMap(([key, inner]) =>
      key === 'id' || !(inner instanceof z.ZodType) ? [] : labelsOf(inner, place === '' ? key : `${place}.${key}`),
    )
  }
  test('every field of the schema has its words, and every word a field', () => {
    const named = Object.keys(contentWords.it).filter((key) => key.startsWith('pacts.field.'))
    expect([...new Set(labelsOf(PactContent, ''))].sort()).toEqual(named.sort())
  })
})

describe('the canonical text', () => {
  test('does not depend on the order of the fields or on how an accent is typed', () =>
    expect(canonicalText({ b: 'perche\u0301', a: [1, null, true] })).toBe(
      canonicalText({ a: [1, null, true], b: 'perch\u00e9' }),
    ))
  test('is JSON, with keys in order', () =>
    expect(canonicalText({ b: 1, a: { d: 'x', c: [] } })).toBe('{"a":{"c":[],"d":"x"},"b":1}'))
  test('means what it was made of', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value).normalize('NFC'))
        expect(canonicalText(JSON.parse(canonicalText(value)))).toBe(canonicalText(plain))
      }),
    ))
  test.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1])('%s has none', (value) =>
    expect(() => canonicalText({ value })).toThrow(TypeError),
  )
  test('of a signed version changes with each of its parts', () => {
    const version = {
      pactId: sampleId(1),
      number: 1,
      content: aContent(),
      signatories: [aSignatory(), aSignatory({ id: sampleId(502), label: 'Sara Benelli' })],
      frozenAt: '2026-09-02T09:00:00Z',
      pdfSha256: sampleHash,
    }
    const texts = [
      version,
      { ...version, number: 2 },
      { ...version, content: aContent({ purpose: 'altro' }) },
      { ...version, signatories: [aSignatory({ signedAt: '2026-09-02T08:30:01Z' })] },
      { ...version, frozenAt: '2026-09-02T09:00:01Z' },
      { ...version, pdfSha256: 'b2'.repeat(32) },
    ].map(frozenText)
    expect(new Set(texts).size).toBe(texts.length)
    expect(frozenText({ ...version, signatories: version.signatories.toReversed() })).toBe(texts[0])
  })
  test('has a fingerprint short enough to read aloud', () => expect(shortFingerprint('7f3a91c2ff')).toBe('7F3A 91C2'))
})
