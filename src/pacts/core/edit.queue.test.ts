import { describe, expect, it } from 'vitest'
import { aCommitment, aContent, aGoal, sampleId } from './content.sample.ts'
import { failed, isStill, knownAnew, landed, openQueue, takeOut, textOf, typeInto, waitBefore } from './edit.queue.ts'
import { applyEdits } from './pact.edits.ts'

const at = '2026-11-24T08:41:00Z'
const goal = sampleId(101)
const words = `goals/${goal}/words`
const fresh = aGoal({ id: sampleId(199), words: '', steps: [] })

describe('what is typed in a draft', () => {
  it('shows at once, and waits as one edit with what the field held before', () => {
    const queue = typeInto(typeInto(openQueue(aContent()), 'purpose', 'Per'), 'purpose', 'Perché')
    expect(textOf(queue).purpose).toBe('Perché')
    expect(queue.waiting).toEqual([{ path: 'purpose', base: aContent().purpose, value: 'Perché' }])
  })

  it('waits no longer once it is back to what it was', () => {
    const queue = typeInto(typeInto(openQueue(aContent()), words, 'x'), words, aGoal().words)
    expect(isStill(queue)).toBe(true)
  })

  it('goes into the item that was just added, which is sent whole', () => {
    const added = typeInto(openQueue(aContent()), `goals/${fresh.id}`, fresh)
    const queue = typeInto(added, `goals/${fresh.id}/words`, 'Voglio studiare')
    expect(queue.waiting).toHaveLength(1)
    expect(textOf(queue).goals.at(-1)?.words).toBe('Voglio studiare')
  })

  it('goes with its item when that is taken out, and comes back whole when it is put back', () => {
    const written = typeInto(openQueue(aContent()), words, 'x')
    const out = typeInto(written, `goals/${goal}`, null)
    expect(out.waiting).toEqual([{ path: `goals/${goal}`, base: aGoal(), value: null }])
    expect(textOf(out).goals).toEqual([])
    expect(isStill(typeInto(out, `goals/${goal}`, aGoal()))).toBe(true)
  })

  it('leaves nothing behind when an item is added and taken out again before it was sent', () => {
    const added = typeInto(openQueue(aContent()), `goals/${fresh.id}`, fresh)
    expect(isStill(typeInto(added, `goals/${fresh.id}`, null))).toBe(true)
  })
})

describe('the order of a list', () => {
  const [one, two] = [aGoal(), aGoal({ id: sampleId(102) })]
  const both = aContent({ goals: [one, two] })

  it('changes by its ids and is taken by the text it was made for', () => {
    const queue = typeInto(openQueue(both), 'goals', [two.id, one.id])
    expect(textOf(queue).goals.map(({ id }) => id)).toEqual([two.id, one.id])
    expect(applyEdits(both, queue.waiting).content.goals.map(({ id }) => id)).toEqual([two.id, one.id])
    expect(isStill(typeInto(queue, 'goals', [one.id, two.id]))).toBe(true)
  })

  it('keeps an item that somebody else added meanwhile, and forgets one that is gone', () => {
    const third = aGoal({ id: sampleId(103) })
    const queue = typeInto(openQueue(both), 'goals', [two.id, one.id])
    const merged = applyEdits(aContent({ goals: [one, third] }), queue.waiting)
    expect(merged.content.goals.map(({ id }) => id)).toEqual([one.id, third.id])
    expect(merged.conflicts).toEqual([])
  })

  it('is nothing but ids: no other list can be put in its place', () => {
    expect(applyEdits(both, [{ path: 'goals', base: null, value: [7] }]).refused).toHaveLength(1)
    expect(applyEdits(both, [{ path: 'goals', base: null, value: null }]).content.goals).toHaveLength(2)
  })
})

describe('what is sent', () => {
  it('is accepted by the text it was made for, one edit after another on the same field included', () => {
    const first = takeOut(typeInto(openQueue(aContent()), 'purpose', 'uno'))
    const queue = failed(typeInto(first, 'purpose', 'due'), 'offline')
    expect(queue.waiting.map(({ base, value }) => [base, value])).toEqual([
      [aContent().purpose, 'uno'],
      ['uno', 'due'],
    ])
    const merged = applyEdits(aContent(), queue.waiting)
    expect(merged.content.purpose).toBe('due')
    expect(merged.conflicts).toEqual([])
  })

  it('becomes what the server holds, and says when', () => {
    const queue = landed(
      takeOut(typeInto(openQueue(aContent()), 'purpose', 'uno')),
      { applied: ['purpose'], refused: [] },
      at,
    )
    expect(queue.known.purpose).toBe('uno')
    expect(queue.savedAt).toBe(at)
    expect(isStill(queue)).toBe(true)
  })

  it('is kept when the server is out of reach, under what was typed meanwhile', () => {
    const queue = failed(
      typeInto(takeOut(typeInto(openQueue(aContent()), 'purpose', 'uno')), words, 'altro'),
      'offline',
    )
    expect(queue.trouble).toBe('offline')
    expect(textOf(queue).purpose).toBe('uno')
    expect(textOf(queue).goals[0]?.words).toBe('altro')
  })

  it('stays on the page when no text could hold it, until it is mended', () => {
    const path = `commitments/${aCommitment().id}/text`
    const reply = { applied: [], refused: [{ path, value: 'troppo', code: 'pacts.edit.value' }] }
    const queue = landed(takeOut(typeInto(openQueue(aContent()), path, 'troppo')), reply, at)
    expect(textOf(queue).commitments[0]?.text).toBe('troppo')
    expect(queue.known.commitments[0]?.text).toBe(aCommitment().text)
    expect(typeInto(queue, path, 'meglio').refused).toEqual([])
  })

  it('keeps what was typed over the text that somebody else changed meanwhile', () => {
    const typed = typeInto(openQueue(aContent()), words, 'mio')
    const queue = knownAnew(typed, aContent({ purpose: 'di un altro' }))
    expect(textOf(queue).purpose).toBe('di un altro')
    expect(textOf(queue).goals[0]?.words).toBe('mio')
  })

  it('is asked again after 2 seconds, then less and less often', () => {
    expect([1, 2, 3, 9].map(waitBefore)).toEqual([2000, 4000, 8000, 30_000])
  })
})
