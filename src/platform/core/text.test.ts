import { expect, test } from 'vitest'
import { label, line, prose, reason } from './text.ts'
import { textWords } from './text.words.ts'

test.each([
  ['two lines, with a tab', 'Ciao\n\tAmina', true],
  ['nothing', '', true],
  ['a NUL', 'a\u0000b', false],
  ['a bell', 'a\u0007b', false],
  ['half a surrogate pair', 'a\ud83d', false],
  ['a whole one', 'a🙂', true],
  ['one character too many', 'x'.repeat(21), false],
])('a text may hold %s: %s', (_, text, ok) => expect(prose(20).safeParse(text).success).toBe(ok))

test.each([
  ['line', line(20), 'uno\ndue', 'platform.text.oneLine'],
  ['label', label(20), '   ', 'platform.text.empty'],
  ['reason', reason(5, 40), `no${' '.repeat(9)}`, 'platform.text.tooShort'],
  ['prose', prose(20), '\u0000', 'platform.text.unprintable'],
])('a %s says in words why not', (_, schema, text, code) => {
  const messages = schema.safeParse(text).error?.issues.map(({ message }) => message)
  expect(messages).toEqual([code])
  expect(Object.keys(textWords.it)).toContain(code)
})
