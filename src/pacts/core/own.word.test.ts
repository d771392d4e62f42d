import { describe, expect, test } from 'vitest'
import { aCommitment, sampleId } from './content.sample.ts'
import type { OwnWord } from './own.word.schema.ts'
import { isOwn, openWord, whyNotAskLeave, whyNotSayDone } from './own.word.ts'
import { anActivePact, aPact } from './pact.sample.ts'
import type { Mark } from './progress.schema.ts'

const pact = anActivePact()
const mine = aCommitment({ side: 'person', ownerKind: 'person', ownerId: pact.personId })
const about = { pact, marks: [] as Mark[], today: '2026-11-24' }
const marked = (value: 'kept' | 'notKept' | 'released' | 'planned'): Mark => ({
  id: sampleId(801),
  about: 'commitment',
  itemId: mine.id,
  value,
  on: '2026-11-20',
  at: '2026-11-20T09:00:00Z',
  by: sampleId(5),
  note: '',
})

describe('what a person says on their own page', () => {
  test('is about their own commitments, not about a sister’s or the service’s', () => {
    expect(isOwn(mine, pact.personId)).toBe(true)
    expect(isOwn({ ...mine, ownerId: sampleId(77) }, pact.personId)).toBe(false)
    expect(isOwn({ ...mine, side: 'services' }, pact.personId)).toBe(false)
  })

  test('can be that a commitment is done, also when it is late or did not work out at first', () => {
    expect(whyNotSayDone({ ...mine, due: '2026-10-01' }, about)).toBeNull()
    expect(whyNotSayDone(mine, { ...about, marks: [marked('notKept')] })).toBeNull()
  })

  test('is not said of what is settled, of another’s, or while nothing binds', () => {
    for (const value of ['kept', 'released'] as const)
      expect(whyNotSayDone(mine, { ...about, marks: [marked(value)] })?.code).toBe('pacts.own.settled')
    expect(whyNotSayDone(undefined, about)?.code).toBe('pacts.own.notYours')
    expect(whyNotSayDone({ ...mine, ownerId: sampleId(77) }, about)?.code).toBe('pacts.own.notYours')
    for (const state of ['draft', 'closed'] as const)
      expect(whyNotSayDone(mine, { ...about, pact: aPact({ state }) })?.code).toBe('pacts.own.notBinding')
  })

  test('can be that they want to leave, from the first draft to the last review', () => {
    for (const state of ['draft', 'toPanel', 'active', 'suspended', 'closing'] as const)
      expect(whyNotAskLeave({ state })).toBeNull()
    for (const state of ['closed', 'withdrawn', 'refused'] as const)
      expect(whyNotAskLeave({ state })?.code).toBe('pacts.over')
  })

  test('waits for an answer once', () => {
    const said: OwnWord = {
      ...{ id: sampleId(901), kind: 'done', itemId: mine.id, text: '', at: '2026-11-20T09:00:00Z' },
      ...{ state: 'open', answer: '', answeredAt: null },
    }
    expect(openWord([said], { itemId: mine.id })?.id).toBe(said.id)
    expect(openWord([{ ...said, state: 'taken' }], { itemId: mine.id })).toBeUndefined()
    expect(openWord([said], 'withdraw')).toBeUndefined()
    expect(openWord([{ ...said, kind: 'withdraw', itemId: null }], 'withdraw')?.id).toBe(said.id)
  })
})
