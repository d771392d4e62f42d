import { RegisterPaper } from '../../core/documents.schema.ts'
import { dayName, timeOnly } from '../../core/words.ts'
import { type Printed, print, wordingIn } from './documents.ts'
import template from './templates/register.typ?raw'

/** The attendance register of one meeting, on one A4. */
export const registerSheet = (input: RegisterPaper): Promise<Printed> => {
  const paper = RegisterPaper.parse(input)
  const { language, from, to, title, place, leader, rows, blank } = paper
  const word = wordingIn(language)
  const times = { day: dayName(language, from), from: timeOnly(language, from), to: timeOnly(language, to) }
  const named = rows.map(({ name, note }) => ({ name, note: note ?? null }))
  const body = {
    meeting: title,
    place,
    leader,
    when: word('registerWhenText', times),
    rows: [...named, ...Array.from({ length: blank }, () => ({ name: '', note: null }))],
  }
  return print({ template, paper, title: `${word('registerTitle')}: ${title}`, body })
}
