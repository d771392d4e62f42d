import { createTransport } from 'nodemailer'

/** One letter; `html` says the same as `text`. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly html: string }

export type Mailer = {
  /** 'sent' when the mail server took it; 'outbox' when there is none and the mail stays to be read. Throws when it fails. */
  readonly send: (mail: Mail) => Promise<'sent' | 'outbox'>
}

export type MailerWish = { readonly smtpUrl?: string | undefined; readonly from: string }

const patience = 20_000

/** Mails go out by SMTP (`smtp://user:secret@host:587`, `smtps://…:465`) when a server is set; else nothing is sent. */
export const makeMailer = ({ smtpUrl, from }: MailerWish): Mailer => {
  if (!smtpUrl) return { send: async () => 'outbox' }
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // A template can never make the server read its own files or other addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ to, subject, text, html }) => {
      // As an object, so that a comma in a hand-written address never makes two of it.
      const letter = { from, to: { name: '', address: to }, subject: oneLine(subject), text, html }
      const { rejected } = await transport.sendMail({ ...letter, headers: { 'Auto-Submitted': 'auto-generated' } })
      if (rejected.length > 0) throw new Error('The mail server refused the address.')
      return 'sent'
    },
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
