import { PlainPactPaper, Side } from '../../core/documents.schema.ts'
import { dayName, longDate, timeOnly } from '../../core/words.ts'
import { type Printed, print, type Wording, wordingIn } from './documents.ts'
import { phoneIcon, plainIcon, sideColours } from './icons.ts'
import { qrDrawing } from './qr.ts'
import template from './templates/plain-pact.typ?raw'

const titles = { person: 'plainPerson', services: 'plainServices', community: 'plainCommunity' } as const
const warm = '#8A4400'

/** The pact in plain words on exactly one A4: long texts are set smaller, then cut, and the page says so. */
export const plainPact = (input: PlainPactPaper): Promise<Printed> => {
  const paper = PlainPactPaper.parse(input)
  const word = wordingIn(paper.language)
  const body = {
    ...head(paper, word),
    sides: Side.options.map((side) => ({
      side,
      name: word(titles[side]),
      items: paper[side].map(({ text, when }) => ({ text, when: when ?? null })),
      more: Array.from({ length: paper[side].length + 1 }, (_, count) => word('plainMore', { count })),
    })),
  }
  return print({ template, paper, title: `${word('plainTitle')} ${paper.number}`, body, art: artOf(paper) })
}

const head = ({ language, at, name, goal, next, call }: PlainPactPaper, word: Wording): object => ({
  hello: word('plainHello', { name }),
  printed: longDate(language, at),
  goal: goal ?? null,
  next: next && {
    when: word('plainNextAt', { day: dayName(language, next.at), time: timeOnly(language, next.at) }),
    place: next.place,
    with: word('plainWith', { name: next.withWhom }),
  },
  call: { ...call, who: call.role ? `${call.name}, ${call.role}` : call.name, hours: call.hours ?? null },
})

const artOf = (paper: PlainPactPaper): object => ({
  icons: Side.options.map((side) => paper[side].map(({ icon }) => plainIcon(icon, sideColours[side]))),
  phone: phoneIcon(warm),
  calendar: plainIcon('calendar', warm),
  qr: paper.link ? qrDrawing(paper.link) : null,
})
