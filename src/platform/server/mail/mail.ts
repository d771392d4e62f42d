import { createTransport } from 'nodemailer'

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly html: string }

export type Mailer = {
  /** 'sent' when the mail server took it; 'outbox' when there is none and the mail stays to be read. Throws when it fails. */
  readonly send: (mail: Mail) => Promise<'sent' | 'outbox'>
}

/** Mails go out by SMTP when a server is set; nothing is sent otherwise. */
export const makeMailer = ({ smtpUrl, from }: { smtpUrl?: string | undefined; from: string }): Mailer => {
  if (!smtpUrl) return { send: async () => 'outbox' }
  const transport = createTransport(smtpUrl)
  return {
    send: async (mail) => {
      await transport.sendMail({ from, ...mail })
      return 'sent'
    },
  }
}
