import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { type Letter, writeLetter } from './letter.ts'
import { makeMailer } from './mail.ts'

type Post = { readonly url: string; readonly mails: ParsedMail[]; readonly envelopes: string[][] }

const servers: SMTPServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((closed) => server.close(closed))))
})

/** A real mail server on the loopback that keeps what it is given. */
const aPost = (rules: SMTPServerOptions = {}): Promise<Post> =>
  new Promise((resolve) => {
    const mails: ParsedMail[] = []
    const envelopes: string[][] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        envelopes.push(session.envelope.rcptTo.map(({ address }) => address))
        void simpleParser(stream).then((mail) => {
          mails.push(mail)
          done()
        })
      },
      ...rules,
    })
    servers.push(server)
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address()
      resolve({ url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, mails, envelopes })
    })
  })

const from = 'Fare Legami <noreply@farelegami.example.org>'
const aLetter = (changes: Partial<Letter> = {}): Letter => ({
  language: 'it',
  subject: 'La verifica del patto è martedì',
  greeting: 'Ciao Sara,',
  paragraphs: ['martedì 24 novembre alle 9:30 c’è la verifica del patto PG-2026-014.'],
  action: { label: 'Apri la verifica', url: 'https://farelegami.example.org/patti/PG-2026-014?passo=verifica&da=mail' },
  footer: 'Ricevi questa mail perché segui il patto.\nAmbito Cremasco',
  ...changes,
})

describe('a mail', () => {
  test('reaches its reader with the same words as text and as HTML', async () => {
    const { url, mails, envelopes } = await aPost()
    const mailer = makeMailer({ smtpUrl: url, from })
    expect(await mailer.send({ to: 'sara@example.org', ...writeLetter(aLetter()) })).toBe('sent')
    const [mail] = mails
    expect(envelopes).toEqual([['sara@example.org']])
    expect(mail?.subject).toBe('La verifica del patto è martedì')
    expect(mail?.from?.text).toContain('noreply@farelegami.example.org')
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail?.text).toContain('c’è la verifica del patto PG-2026-014.')
    expect(mail?.text).toContain('https://farelegami.example.org/patti/PG-2026-014?passo=verifica&da=mail')
    expect(mail?.html).toContain('lang="it"')
    expect(mail?.html).toContain('href="https://farelegami.example.org/patti/PG-2026-014?passo=verifica&amp;da=mail"')
  })

  test('waits in the outbox when no mail server is set', async () => {
    expect(await makeMailer({ from }).send({ to: 'sara@example.org', ...writeLetter(aLetter()) })).toBe('outbox')
    expect(await makeMailer({ smtpUrl: '', from }).send({ to: 'x@example.org', ...writeLetter(aLetter()) })).toBe(
      'outbox',
    )
  })

  test('that the server refuses is an error, so that it is tried again', async () => {
    const { url, mails } = await aPost({ onRcptTo: (_address, _session, done) => done(new Error('no such person')) })
    await expect(
      makeMailer({ smtpUrl: url, from }).send({ to: 'x@example.org', ...writeLetter(aLetter()) }),
    ).rejects.toThrow()
    expect(mails).toEqual([])
  })

  test('finds nobody at a server that is away, and says so', async () => {
    const { url } = await aPost()
    await new Promise<void>((closed) => servers.splice(0)[0]?.close(closed))
    await expect(
      makeMailer({ smtpUrl: url, from }).send({ to: 'x@example.org', ...writeLetter(aLetter()) }),
    ).rejects.toThrow()
  })

  test('signs in with the name and secret of its address', async () => {
    const seen: unknown[] = []
    const { url, mails } = await aPost({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        seen.push(username, password)
        done(null, { user: String(username) })
      },
    })
    const smtpUrl = url.replace('smtp://', 'smtp://posta:segreto%40@')
    await makeMailer({ smtpUrl, from }).send({ to: 'sara@example.org', ...writeLetter(aLetter()) })
    expect(seen).toEqual(['posta', 'segreto@'])
    expect(mails).toHaveLength(1)
  })

  test('goes to one reader, whatever its address and subject try to add', async () => {
    const { url, mails, envelopes } = await aPost()
    const mailer = makeMailer({ smtpUrl: url, from })
    const subject = 'Ciao\r\nBcc: altri@example.org\r\n\r\nTesto'
    await mailer.send({ to: 'sara@example.org', ...writeLetter(aLetter({ subject })) })
    await mailer
      .send({ to: 'sara@example.org, altri@example.org\r\nBcc: terzi@example.org', ...writeLetter(aLetter()) })
      .catch(() => undefined)
    expect(envelopes.flat()).not.toContain('altri@example.org')
    expect(envelopes.flat()).not.toContain('terzi@example.org')
    expect(mails[0]?.bcc).toBeUndefined()
    expect(mails[0]?.subject).toBe('Ciao Bcc: altri@example.org Testo')
  })
})

describe('a letter', () => {
  test('prints the texts of people, and never obeys them', () => {
    const { html, text } = writeLetter(aLetter({ paragraphs: ['<img src=x onerror=alert(1)> & "ciao"'] }))
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;ciao&quot;')
    expect(text).toContain('<img src=x onerror=alert(1)> & "ciao"')
  })

  test('links only to web pages', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd']) {
      expect(() => writeLetter(aLetter({ action: { label: 'Apri', url } }))).toThrow('only to web pages')
    }
  })

  test('can be read by who hears it: language, title, one heading, tables that are only layout', () => {
    const { html } = writeLetter(aLetter({ code: '482913', language: 'en' }))
    expect(html).toContain('<html lang="en">')
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/<table/g)?.length).toBe(html.match(/<table role="presentation"/g)?.length)
    expect(html).toContain('482913')
  })
})
