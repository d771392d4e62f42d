import type { Language } from '../../core/words.ts'

/** A letter in plain parts. Every text is data: none of it is read as markup. */
export type Letter = {
  readonly language: Language
  readonly subject: string
  readonly greeting?: string
  readonly paragraphs: readonly string[]
  /** The one thing to do. Only http and https links are printed. */
  readonly action?: { readonly label: string; readonly url: string }
  /** A code to type, set large. */
  readonly code?: string
  readonly after?: readonly string[]
  /** Who writes and why, small, at the end. */
  readonly footer: string
}

/** The same letter as text and as HTML that every mail program shows: tables, inline styles, no images, no script. */
export const writeLetter = (letter: Letter): { subject: string; text: string; html: string } => ({
  subject: letter.subject,
  text: asText(letter),
  html: asHtml(letter),
})

const asText = ({ greeting, paragraphs, action, code, after, footer }: Letter): string =>
  [
    greeting,
    ...paragraphs,
    code,
    action && `${action.label}:\n${safeUrl(action.url)}`,
    ...(after ?? []),
    `-- \n${footer}`,
  ]
    .filter(Boolean)
    .join('\n\n')

const ink = '#17324D'
const face = "font-family:'Titillium Web',Arial,sans-serif"

const asHtml = (letter: Letter): string => {
  const { language, subject, greeting, paragraphs, action, code, after, footer } = letter
  const body = [
    greeting && paragraph(greeting),
    ...paragraphs.map(paragraph),
    code && `<p style="margin:0 0 20px;font-size:30px;font-weight:bold;letter-spacing:4px">${inert(code)}</p>`,
    action && button(action),
    ...(after ?? []).map(paragraph),
  ]
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${inert(subject)}</title></head>
<body style="margin:0;background:#FBF7F1">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background:#FFFFFF;border-top:4px solid #B35900">
<tr><td style="padding:28px 28px 8px;${face};font-size:18px;line-height:1.5;color:${ink}">
<p style="margin:0 0 20px;font-size:18px;font-weight:bold">Fare Legami</p>
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">${inert(subject)}</h1>
${body.filter(Boolean).join('\n')}
</td></tr>
<tr><td style="padding:16px 28px 24px;${face};font-size:15px;line-height:1.5;color:#455B71;border-top:1px solid #D9DEE4">${lines(footer)}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`
}

const paragraph = (text: string): string => `<p style="margin:0 0 16px">${lines(text)}</p>`

/** The address is written out too, for who reads without HTML links or distrusts them. */
const button = ({ label, url }: { label: string; url: string }): string => {
  const address = inert(safeUrl(url))
  return `<p style="margin:0 0 8px"><a href="${address}" style="display:inline-block;padding:13px 24px;background:#0066CC;color:#FFFFFF;font-weight:bold;text-decoration:none">${inert(label)}</a></p>
<p style="margin:0 0 20px;font-size:15px;word-break:break-all;color:#455B71">${address}</p>`
}

const safeUrl = (url: string): string => {
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('A letter links only to web pages.')
  return href
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const inert = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
const lines = (text: string): string => inert(text).replace(/\n/g, '<br>')
