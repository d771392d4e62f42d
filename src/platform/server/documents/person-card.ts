import { PersonCardPaper } from '../../core/documents.schema.ts'
import { type Printed, print, wordingIn } from './documents.ts'
import { phoneIcon } from './icons.ts'
import { qrDrawing } from './qr.ts'
import template from './templates/person-card.typ?raw'

/** A card of 85.6 x 54 mm, two faces to fold, on one A4. It carries initials, never the name. */
export const personCard = (input: PersonCardPaper): Promise<Printed> => {
  const paper = PersonCardPaper.parse(input)
  const { initials, pin, call } = paper
  const cardOf = wordingIn(paper.language)('cardOf', { initials })
  const body = { initials, cardOf, pin: pin ?? null, call }
  return print({
    template,
    paper,
    title: cardOf,
    body,
    art: { qr: qrDrawing(paper.link), phone: phoneIcon('#8A4400') },
  })
}
