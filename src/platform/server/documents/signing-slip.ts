import { SigningSlipPaper } from '../../core/documents.schema.ts'
import { dateAndTime } from '../../core/words.ts'
import { type Printed, print, wordingIn } from './documents.ts'
import { qrDrawing } from './qr.ts'
import template from './templates/signing-slip.typ?raw'

/** A slip at the top of an A4, to cut off, with the one-time code of one signer. */
export const signingCodeSlip = (input: SigningSlipPaper): Promise<Printed> => {
  const paper = SigningSlipPaper.parse(input)
  const { name, number, version, code, expires, link, language } = paper
  const word = wordingIn(language)
  const body = {
    code,
    for: word('slipFor', { name, number, version }),
    once: word('slipOnce', { at: dateAndTime(language, expires) }),
  }
  return print({ template, paper, title: word('slipTitle'), body, art: { qr: link ? qrDrawing(link) : null } })
}
