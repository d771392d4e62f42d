import { type Language, type Params, say } from '../../platform/core/words.ts'
import type { Mail } from '../../platform/server/mail/mail.ts'
import { accessMailWords } from '../core/mail.words.ts'

type Kind = 'invitation' | 'passwordReset' | 'passwordChanged' | 'secondFactorReset' | 'handOver'

const inert = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A mail in the language of who receives it: a few lines, and the link on a line of its own. */
export const mailOf = (
  to: { readonly email: string; readonly language: Language },
  kind: Kind,
  params: Params & { readonly link?: string },
): Mail => {
  const text = say(accessMailWords, to.language, `access.mail.${kind}`, params)
  const lines = [text, params.link ?? '', say(accessMailWords, to.language, 'access.mail.foot')].filter(Boolean)
  const html = lines.map((line) =>
    line === params.link
      ? `<p><a href="${inert(line)}">${inert(line)}</a></p>`
      : `<p>${inert(line).replaceAll('\n', '<br>')}</p>`,
  )
  return {
    to: to.email,
    subject: say(accessMailWords, to.language, `access.mail.${kind}Subject`, params),
    text: lines.join('\n\n'),
    html: `<!doctype html><html lang="${to.language}"><body>${html.join('\n')}</body></html>`,
  }
}
