import { describe, expect, it } from 'vitest'
import { dayFromParts } from './BirthDate.tsx'
import { placeTies, rings } from './tie-layout.ts'
import { initialsOf } from './Who.tsx'
import { wordDiff } from './word-diff.ts'

describe('two versions of a text', () => {
  it('marks only the words that changed', () => {
    expect(wordDiff('il corso di mattina', 'il corso di sera')).toEqual([
      { text: 'il corso di ', kind: 'same' },
      { text: 'mattina', kind: 'removed' },
      { text: 'sera', kind: 'added' },
    ])
  })

  it('gives back both texts whole, whatever changed', () => {
    const [before, after] = ['a b  c\nd e', 'b c d\nx e f']
    const parts = wordDiff(before, after)
    const text = (gone: 'added' | 'removed'): string =>
      parts.flatMap((part) => (part.kind === gone ? [] : [part.text])).join('')
    expect([text('added'), text('removed')]).toEqual([before, after])
  })
})

describe('a typed day', () => {
  it('becomes an ISO day, nothing when empty, and null when it is no day', () => {
    expect(dayFromParts({ day: '3', month: '4', year: '1958' })).toBe('1958-04-03')
    expect(dayFromParts({ day: '', month: ' ', year: '' })).toBe('')
    expect(dayFromParts({ day: '3', month: 'aprile', year: '1958' })).toBeNull()
    expect(dayFromParts({ day: '3', month: '4', year: '58' })).toBeNull()
  })
})

describe('initials', () => {
  it('take the first and the last word, accents and apostrophes included', () => {
    expect(['Amina T.', 'Élodie', 'Rosa e Aldo M.', 'Nicolò D’Amico', 'M.B.', ''].map(initialsOf)).toEqual([
      'AT',
      'É',
      'RM',
      'NA',
      'MB',
      '',
    ])
  })
})

describe('a drawing of ties', () => {
  it('draws at most twelve, new ones first, each on its ring', () => {
    const ties = Array.from({ length: 15 }, (_, at) => ({
      id: String(at),
      name: 'A B',
      kind: at < 14 ? ('old' as const) : ('new' as const),
      closeness: 2 as const,
    }))
    const placed = placeTies(ties)
    expect(placed).toHaveLength(12)
    expect(placed[0]?.id).toBe('14')
    for (const { x, y } of placed) expect(Math.abs(Math.hypot(x - 320, y - 300) - rings[2])).toBeLessThan(1.5)
  })
})
