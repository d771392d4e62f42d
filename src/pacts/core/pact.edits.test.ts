import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCommitment, aContent, aGoal, sampleId } from './content.sample.ts'
import { PactContent } from './content.schema.ts'
import { canonicalText } from './pact.canonical.ts'
import { applyEdits, type Edit, Edits } from './pact.edits.ts'

const content = aContent()
const goal = content.goals[0] ?? aGoal()
const words = `goals/${goal.id}/words`
const edit = (path: string, base: Edit['base'], value: Edit['value']): Edit => ({ path, base, value })

describe('two people edit the same pact', () => {
  test('different fields both stay', () => {
    const first = applyEdits(content, [edit(words, goal.words, 'Voglio parlare con tutti.')])
    const second = applyEdits(first.content, [edit(`goals/${goal.id}/expectedResult`, goal.expectedResult, 'Parla.')])
    expect(second.content.goals[0]).toMatchObject({ words: 'Voglio parlare con tutti.', expectedResult: 'Parla.' })
    expect(second.conflicts).toEqual([])
  })
  test('the same field keeps the first text and gives back both', () => {
    const first = applyEdits(content, [edit('purpose', content.purpose, 'Il testo di Sara')])
    expect(applyEdits(first.content, [edit('purpose', content.purpose, 'Il testo di Luca')])).toEqual({
      content: first.content,
      applied: [],
      conflicts: [{ path: 'purpose', base: content.purpose, mine: 'Il testo di Luca', theirs: 'Il testo di Sara' }],
      refused: [],
    })
  })
  test('the same text written twice, as a double click does, is no conflict', () => {
    const twice = edit('purpose', content.purpose, 'Lo stesso')
    expect(applyEdits(applyEdits(content, [twice]).content, [twice])).toMatchObject({
      applied: ['purpose'],
      conflicts: [],
    })
  })
  test('a conflict in one field does not hold back the others', () => {
    const merged = applyEdits(content, [
      edit('purpose', 'vecchio', 'nuovo'),
      edit('ifNotKept', content.ifNotKept, 'Ne parliamo.'),
    ])
    expect(merged).toMatchObject({
      applied: ['ifNotKept'],
      content: { ifNotKept: 'Ne parliamo.', purpose: content.purpose },
    })
  })
})

describe('items', () => {
  const added = aCommitment({ id: sampleId(299), text: 'andare al corso' })
  const step = { id: sampleId(199), text: 'Invitare una mamma a casa', due: null, doneOn: null }
  test('two people each add one: both stay', () => {
    const mine = edit(`commitments/${added.id}`, null, added)
    const other = aCommitment({ id: sampleId(298) })
    const first = applyEdits(content, [edit(`commitments/${other.id}`, null, other)])
    expect(applyEdits(first.content, [mine]).content.commitments).toHaveLength(5)
  })
  test('a step is added inside a goal, and its text edited right after', () => {
    const path = `goals/${goal.id}/steps/${step.id}`
    const merged = applyEdits(content, [edit(path, null, step), edit(`${path}/text`, step.text, 'Invitare Rosa')])
    expect(merged.content.goals[0]?.steps.at(-1)?.text).toBe('Invitare Rosa')
  })
  test('one is taken out when nobody touched it', () =>
    expect(applyEdits(content, [edit(`goals/${goal.id}`, goal, null)]).content.goals).toEqual([]))
  test('one that somebody edited meanwhile is not taken out in silence', () => {
    const first = applyEdits(content, [edit(words, goal.words, 'Cambiato')])
    const merged = applyEdits(first.content, [edit(`goals/${goal.id}`, goal, null)])
    expect(merged.content).toEqual(first.content)
    expect(merged.conflicts).toMatchObject([{ mine: null, theirs: { words: 'Cambiato' } }])
  })
  test('words written into one that was taken out meanwhile come back', () => {
    const first = applyEdits(content, [edit(`goals/${goal.id}`, goal, null)])
    expect(applyEdits(first.content, [edit(words, goal.words, 'Le mie parole')]).conflicts).toEqual([
      { path: words, base: goal.words, mine: 'Le mie parole', theirs: null },
    ])
  })
  test('so does a step added to a goal that was taken out meanwhile', () => {
    const first = applyEdits(content, [edit(`goals/${goal.id}`, goal, null)])
    const merged = applyEdits(first.content, [edit(`goals/${goal.id}/steps/${step.id}`, null, step)])
    expect(merged).toMatchObject({ applied: [], conflicts: [{ mine: step, theirs: null }] })
  })
  test('taken out twice is taken out', () => {
    const out = edit(`goals/${goal.id}`, goal, null)
    expect(applyEdits(content, [out, out])).toMatchObject({ conflicts: [], refused: [] })
  })
  test('cannot take the place of another', () =>
    expect(applyEdits(content, [edit(`commitments/${sampleId(297)}`, null, added)]).refused).toMatchObject([
      { code: 'pacts.edit.value', value: added },
    ]))
  test('one too many comes back instead of being cut', () => {
    const full = aContent({ goals: Array.from({ length: 20 }, (_, n) => aGoal({ id: sampleId(800 + n) })) })
    const one = aGoal({ id: sampleId(899) })
    const merged = applyEdits(full, [edit(`goals/${one.id}`, null, one)])
    expect(merged.content.goals).toHaveLength(20)
    expect(merged.refused).toEqual([{ path: `goals/${one.id}`, value: one, code: 'pacts.edit.value' }])
  })
})

describe('hostile edits', () => {
  test.each([
    '__proto__/polluted',
    'constructor/prototype/polluted',
    'goals/__proto__/polluted',
    `goals/${goal.id}/__proto__/polluted`,
    `goals/${goal.id}/constructor`,
    'goals/length',
    'goals',
    'term',
    'toString',
    '',
    '/',
    'purpose/0',
    `goals/${goal.id}/id`,
    `goals/${goal.id}/words/0`,
    'state',
  ])('"%s" changes nothing', (path) => {
    const merged = applyEdits(content, [edit(path, null, 'x')])
    expect(merged.content).toEqual(content)
    expect(merged.applied).toEqual([])
    expect(Object.keys(Object.prototype)).toEqual([])
    expect('polluted' in {}).toBe(false)
  })
  test.each([
    ['too long', 'purpose', 'x'.repeat(2001)],
    ['of another type', 'purpose', 7],
    ['a list', 'purpose', ['x']],
    ['an object', 'term/start', { $ne: null }],
    ['not a day', 'term/start', '2026-02-30'],
    ['unprintable', 'purpose', 'a\u0000b'],
    ['half a character', 'purpose', '\ud83d'],
  ])('a value that is %s comes back', (_, path, value) => {
    const base = path === 'purpose' ? content.purpose : content.term.start
    expect(applyEdits(content, [edit(path, base, value)])).toEqual({
      content,
      applied: [],
      conflicts: [],
      refused: [{ path, value, code: 'pacts.edit.value' }],
    })
  })
  test('an item with a field of its own invention is refused', () => {
    const item: Edit['value'] = JSON.parse(
      `{"id":"${sampleId(9)}","__proto__":{"polluted":1},"text":"x","due":null,"doneOn":null,"more":1}`,
    )
    expect(applyEdits(content, [edit(`goals/${goal.id}/steps/${sampleId(9)}`, null, item)]).applied).toEqual([])
    expect('polluted' in {}).toBe(false)
  })
  test('more than two hundred at once are not read', () =>
    expect(Edits.safeParse(Array.from({ length: 201 }, () => edit('purpose', '', ''))).success).toBe(false))
})

/** Every text field of the sample, with what stands there. */
const fields: [string, string][] = [
  ['purpose', content.purpose],
  ['ifNotKept', content.ifNotKept],
  [words, goal.words],
  [`goals/${goal.id}/expectedResult`, goal.expectedResult],
  ...goal.steps.map((step): [string, string] => [`goals/${goal.id}/steps/${step.id}/text`, step.text]),
  ...content.commitments.map((one): [string, string] => [`commitments/${one.id}/text`, one.text]),
  ...content.giveBack.map((one): [string, string] => [`giveBack/${one.id}/tasks`, one.tasks]),
]
const someText = fc.string({ maxLength: 40, unit: 'grapheme' })
const someEdits = fc
  .uniqueArray(fc.tuple(fc.nat(fields.length - 1), someText), { selector: ([n]) => n, maxLength: fields.length })
  .map((pairs) => pairs.flatMap(([n, value]) => fields.slice(n, n + 1).map(([path, base]) => edit(path, base, value))))

describe('whatever is written', () => {
  test('edits of different fields give the same text in either order', () =>
    fc.assert(
      fc.property(someEdits, fc.nat(10), (edits, cut) => {
        const [one, two] = [edits.slice(0, cut), edits.slice(cut)]
        const there = applyEdits(applyEdits(content, one).content, two)
        const back = applyEdits(applyEdits(content, two).content, one)
        expect(canonicalText(there.content)).toBe(canonicalText(back.content))
        expect(there.conflicts).toEqual([])
      }),
    ))
  test('no text is lost: it is in the pact, in a conflict, or comes back refused', () =>
    fc.assert(
      fc.property(someEdits, someEdits, (theirs, mine) => {
        const now = applyEdits(content, theirs).content
        const merged = applyEdits(now, mine)
        const kept = canonicalText([
          merged.content,
          merged.conflicts.map((one) => one.mine),
          merged.refused.map((one) => one.value),
        ])
        for (const { value } of mine) expect(kept).toContain(canonicalText(value))
        for (const { path, base, mine: text, theirs: other } of merged.conflicts) {
          expect([path, base]).toEqual(fields.find(([field]) => field === path))
          expect(canonicalText(text)).not.toBe(canonicalText(other))
        }
        expect(merged.applied.length + merged.conflicts.length + merged.refused.length).toBe(mine.length)
        expect(PactContent.safeParse(merged.content).success).toBe(true)
      }),
    ))
})
