import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { totpCode } from '../../src/access/server/totp.ts'
import { openBrowser, visitor } from '../browser.ts'
import { title } from './ask.steps.ts'
import { goTo, keepScreens, looksRight, passerBy, signIn } from './steps.ts'

// Who works here, what may be chosen, and what an administrator never sees.
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await keepScreens(browser, 'administrator')
  await browser.close()
})

const mayNot = (page: Page) =>
  page
    .getByText(
      /non comprende questa azione|non è tra (le cose|quelle) che puoi aprire|Qui non c’è (niente|ancora nessuno)|Qui non puoi entrare/,
    )
    .first()

/** The link of the newest mail to somebody, read in the outbox. */
const linkInOutbox = async (page: Page, email: string): Promise<string> => {
  await goTo(page, 'Posta in uscita')
  const mail = page.getByRole('listitem').filter({ hasText: email }).first()
  await mail.getByRole('button', { name: /Leggi/ }).click()
  const text = (await page.getByRole('dialog').getByText('scegli la tua password').textContent()) ?? ''
  await looksRight(page, 'posta')
  await page.keyboard.press('Escape')
  const link = /https?:\S+/.exec(text)?.[0]
  if (!link) throw new Error('the mail has no link')
  return link
}

/** Accepts an invitation in a browser of one's own: a password, then an app for the codes. */
const accept = async (link: string): Promise<Page> => {
  const { page } = await visitor(browser, inject('product').url, 390)
  await page.goto(link)
  await page.getByLabel('Password nuova').fill('quattro gatti sul tetto rosso')
  await looksRight(page, 'invito')
  await page.getByRole('button', { name: 'Salva la password' }).click()
  await page.getByRole('button', { name: 'Mostra il disegno' }).click()
  const secret = ((await page.locator('code').textContent()) ?? '').replace(/\s/g, '')
  await looksRight(page, 'secondo-passo')
  await page.getByLabel('Il codice di sei cifre').fill(totpCode(secret, new Date().toISOString()))
  await page.getByRole('button', { name: 'Collega l’app' }).click()
  await page.getByRole('navigation', { name: 'Principale' }).waitFor()
  return page
}

test('somebody is invited, comes in with a second factor, works, and at the end of the role the next click is refused', async () => {
  const email = 'irma.invitata@demo.invalid'
  const admin = await signIn(browser, 'admin')
  await goTo(admin, 'Account')
  await admin.getByRole('link', { name: 'Invita una persona' }).click()
  await admin.getByLabel('Nome e cognome').fill('Irma Invitata')
  await admin.getByLabel('Mail', { exact: true }).fill(email)
  await admin.getByLabel('Ruolo').selectOption({ label: 'Operatrice di accoglienza' })
  await admin.getByLabel('Ambito').selectOption({ label: 'Ambito Cremasco' })
  await looksRight(admin, 'invita')
  await admin.getByRole('button', { name: 'Manda l’invito' }).click()
  await title(admin, 'Irma Invitata: ruoli e accesso.').waitFor()
  const worker = await accept(await linkInOutbox(admin, email))
  await goTo(worker, 'Segnalazioni')
  await title(worker, 'aspettano una risposta').waitFor()
  await looksRight(worker, 'prima-coda')

  await goTo(admin, 'Account')
  await admin.getByLabel('Nome o mail').fill('Irma')
  await admin.getByRole('button', { name: 'Cerca', exact: true }).click()
  await admin.getByRole('link', { name: 'Irma Invitata' }).click()
  await looksRight(admin, 'account')
  await admin.getByRole('button', { name: /Togli.*Operatrice di accoglienza/ }).click()
  await admin.getByText('Ruolo tolto. Vale da subito.').waitFor()
  await admin.getByText('Nessun ruolo: non può aprire nulla.').waitFor()
  await worker.locator('main').getByRole('listitem').getByRole('link').first().click()
  await mayNot(worker).waitFor()
  expect(await worker.getByText('Che cosa ci hanno detto').count()).toBe(0)
  await looksRight(worker, 'ruolo-finito')
  await admin.context().close()
  await worker.context().close()
})

const openThing = async (page: Page, name: string): Promise<void> => {
  await goTo(page, 'Amministrazione')
  await page.locator('main').getByRole('link', { name, exact: true }).click()
}

test('a district, a body, a support and a deadline are set up; tutor and citizen see them; the configuration goes out and back', async () => {
  const admin = await signIn(browser, 'admin')
  await goTo(admin, 'Amministrazione')
  await looksRight(admin, 'amministrazione')
  await openThing(admin, 'Ambiti e comuni')
  await admin.getByRole('link', { name: 'Aggiungi un ambito' }).click()
  await admin.getByLabel('Nome dell’ambito').fill('Ambito di Prova')
  await looksRight(admin, 'ambito')
  await admin.getByRole('button', { name: 'Salva' }).click()
  await admin.getByRole('link', { name: 'Ambito di Prova' }).waitFor()
  await looksRight(admin, 'ambiti')
  await goTo(admin, 'Enti')
  await admin.getByRole('link', { name: 'Aggiungi un ente' }).click()
  await admin.getByLabel('Nome dell’ente').fill('Bottega del Tempo')
  await admin.getByLabel('Tipo', { exact: true }).selectOption({ label: 'Associazione' })
  await looksRight(admin, 'ente')
  await admin.getByRole('button', { name: 'Aggiungi l’ente' }).click()
  await title(admin, 'Bottega del Tempo').waitFor()
  await openThing(admin, 'Elenchi')
  await admin.getByRole('link', { name: 'Sostegni' }).click()
  await admin.getByRole('link', { name: 'Aggiungi una voce' }).click()
  await admin.getByLabel('Come si chiama in italiano').fill('Ripetizioni del sabato')
  await admin.getByLabel('Come si chiama in inglese').fill('Saturday lessons')
  await admin.getByLabel('Unità di misura').fill('ore')
  await admin.getByRole('button', { name: 'Salva' }).click()
  await admin.getByText('Ripetizioni del sabato').waitFor()
  await looksRight(admin, 'sostegni')

  const tutor = await signIn(browser, 'tutor.crema')
  await goTo(tutor, 'Patti')
  await tutor.getByLabel('Stato', { exact: true }).selectOption({ label: 'In bozza' })
  await tutor.getByLabel('Di chi').selectOption({ label: 'Quelli che seguo io' })
  await tutor.getByRole('button', { name: 'Filtra' }).click()
  await tutor.waitForURL((url) => url.searchParams.get('state') === 'draft')
  await tutor
    .getByRole('link', { name: /Apri il patto/ })
    .last()
    .click()
  await tutor
    .getByRole('link', { name: /Scrivi il patto|Continua a scrivere/ })
    .first()
    .click()
  await tutor.getByRole('button', { name: 'Aggiungi un sostegno' }).click()
  await tutor.getByLabel('Voce del catalogo').last().selectOption({ label: 'Ripetizioni del sabato' })
  expect(await tutor.getByLabel('Unità di misura').last().inputValue()).toBe('ore')

  await openThing(admin, 'Configurazione in un file')
  const [download] = await Promise.all([
    admin.waitForEvent('download'),
    admin.getByRole('link', { name: 'Scarica la configurazione' }).click(),
  ])
  const kept = readFileSync(await download.path(), 'utf8')
  await openThing(admin, 'Programma e scadenze')
  await looksRight(admin, 'programma')
  await admin.getByLabel('Primo contatto, se è urgente, in giorni').fill('500')
  await admin.getByRole('button', { name: 'Salva' }).click()
  await admin.getByRole('alert').getByText('Primo contatto, se è urgente: scrivi un numero da').first().waitFor()
  await admin.getByLabel('Primo contatto, se è urgente, in giorni').fill('3')
  await admin.getByRole('button', { name: 'Salva' }).click()
  await admin.getByText('Salvato.').waitFor()
  const citizen = await passerBy(browser)
  await citizen.goto('/chiedi-una-mano')
  await citizen.getByText('serve una risposta entro 3 giorni').waitFor()

  await openThing(admin, 'Configurazione in un file')
  await admin.getByLabel('File della configurazione').setInputFiles({
    name: 'configurazione.json',
    mimeType: 'application/json',
    buffer: Buffer.from(kept.replace('Ripetizioni del sabato', 'Ripetizioni della domenica')),
  })
  await admin.getByRole('button', { name: 'Mostra le differenze' }).click()
  await admin.getByRole('heading', { name: '2 differenze' }).waitFor()
  await admin.getByText('Ripetizioni della domenica', { exact: true }).waitFor()
  await looksRight(admin, 'differenze')
  await admin.getByRole('button', { name: 'Prendi questa configurazione' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'Ho letto le differenze' }).check()
  await dialog.getByRole('button', { name: 'Prendi questa configurazione' }).click()
  await admin.getByText('Fatto: sono cambiate 2 cose.').waitFor()
  await citizen.reload()
  await citizen.getByText('serve una risposta entro 2 giorni').waitFor()
  for (const one of [admin, tutor, citizen]) await one.context().close()
})

test('an administrator sees nobody’s file: not in the menu, not by searching, not by typing an address', async () => {
  const intake = await signIn(browser, 'intake.cremona')
  await goTo(intake, 'Persone')
  await title(intake, 'Chi cerchi?').waitFor()
  const one = intake.locator('main').getByRole('listitem').getByRole('link').first()
  const name = (await one.textContent()) ?? ''
  const address = (await one.getAttribute('href')) ?? ''
  expect(name.split(' ').length).toBeGreaterThan(1)
  const admin = await signIn(browser, 'admin', 390)
  for (const place of ['Persone', 'Casi', 'Patti', 'Segnalazioni', 'Registro', 'Agenda'])
    expect(await admin.getByRole('link', { name: place, exact: true }).count(), place).toBe(0)
  await looksRight(admin, 'oggi-amministratore')
  await admin.goto(`/scrivania/cerca?q=${encodeURIComponent(name)}`)
  await admin
    .getByLabel(/Cerca|Nome/)
    .first()
    .waitFor()
  await admin
    .getByText(/Non trovo niente/)
    .first()
    .waitFor()
  await looksRight(admin, 'cerca-amministratore')
  for (const path of [
    address,
    '/scrivania/persone',
    '/scrivania/segnalazioni',
    '/scrivania/casi',
    '/scrivania/patti',
  ]) {
    await admin.goto(path)
    await mayNot(admin).waitFor()
    expect(await admin.getByText(name).count(), path).toBe(0)
  }
  await looksRight(admin, 'non-puoi')
  const told = await admin.evaluate(async () => {
    const asked = ['persons', 'households', 'referrals', 'cases', 'pacts', 'ties', 'journal', 'results']
    return Promise.all(
      asked.map(async (path) => {
        const reply = await fetch(`/api/v1/${path}`)
        return reply.ok ? `${path}: ${((await reply.json()) as { total?: number }).total} found` : 'refused'
      }),
    )
  })
  expect(told.filter((one) => one !== 'refused' && !one.endsWith(': 0 found'))).toEqual([])
  await intake.context().close()
  await admin.context().close()
})
