import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { mouse } from './hands.ts'
import { dayFromNow, fetched, findPerson, named, reads, shortly, signByHand, takeUp, told } from './pact.steps.ts'
import { goTo, keepScreens, looksRight, passerBy, signIn } from './steps.ts'

// The person's own page on a phone, what it brings to the tutor's desk, and the tutor's own phone.
let browser: Browser
let tutor: Page

beforeAll(async () => {
  browser = await openBrowser()
  tutor = await signIn(browser, 'tutor.crema')
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepScreens(browser, 'rotto-persona')
})
afterAll(() => browser.close())

/** From the menu to the first pact in a state; says whose it is. */
const firstPact = async (page: Page, state: string): Promise<string> => {
  await goTo(page, 'Patti')
  // folded on a phone, and only there; open already where the address asks for one of them
  const folded = page.getByRole('button', { name: 'Altri filtri', expanded: false })
  if (await folded.isVisible()) await folded.click()
  await page.getByLabel('Di chi', { exact: true }).selectOption({ label: 'Quelli che seguo io' })
  await page.getByLabel('Stato', { exact: true }).selectOption({ label: state })
  await page.getByRole('button', { name: 'Filtra', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'con questi filtri' }).waitFor()
  const row = page.getByRole('list', { name: 'I patti' }).getByRole('listitem').first()
  const who = ((await row.getByRole('heading').textContent()) ?? '').trim()
  await row.getByRole('link', { name: /^Apri il patto/ }).click()
  await reads(page, who)
  return who
}

const textOf = async (bytes: Buffer): Promise<{ totalPages: number; text: string }> =>
  extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })

/** The tutor prints a new card, in place of the one that was lost. */
const printCard = async (page: Page): Promise<string> => {
  await page.getByLabel('Lingua della tessera').selectOption('it')
  const [card] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Stampa una tessera nuova/ }).click(),
  ])
  return (await textOf(readFileSync(await card.path()))).text
}

/** From the menu to the pact of somebody. */
const pactOf = async (page: Page, who: string): Promise<void> => {
  await goTo(page, 'Patti')
  await page.getByLabel('Nome o numero').fill(who)
  await page.getByRole('button', { name: 'Filtra', exact: true }).click()
  await page
    .getByRole('link', { name: named('Apri il patto', who) })
    .first()
    .click()
  await reads(page, who)
}

/** An appointment of the person with the tutor, in two days. */
const fixAppointment = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Gli appuntamenti' }).click()
  await page.getByLabel('Giorno', { exact: true }).fill(dayFromNow(1))
  await page.getByLabel('Ora', { exact: true }).fill('08:05')
  await page.getByLabel('Dove', { exact: true }).fill('Sportello di via Mercato')
  await page.getByRole('group', { name: 'Chi partecipa' }).getByLabel('Maurizio Antoniazzi').check()
  await looksRight(page, 'persona-appuntamenti')
  await page.getByRole('button', { name: 'Fissa', exact: true }).click()
  await page.getByRole('status').filter({ hasText: 'Appuntamento fissato' }).waitFor()
}

const enter = async (address: string, pin: string): Promise<Page> => {
  const phone = await passerBy(browser, 390)
  await phone.goto(address)
  await reads(phone, 'Scrivi i sei numeri della tua tessera.')
  await looksRight(phone, 'mio-pin')
  await phone.getByLabel('I sei numeri (PIN)').fill(pin)
  await phone.getByRole('button', { name: 'Entra' }).click()
  return phone
}

const asksCorrection = async (phone: Page): Promise<void> => {
  await phone.getByRole('link', { name: 'Chiedi di cambiare qualcosa' }).click()
  await looksRight(phone, 'mio-correzione')
  await phone.getByLabel('Che cosa va corretto').fill('Il mio numero di telefono è cambiato.')
  await phone.getByRole('button', { name: 'Invia' }).click()
  await phone.getByText('Fatto: chi ti segue lo legge presto.').waitFor()
}

test('with a card and a PIN the person reads their pact on a phone and asks for a correction; the tutor answers', async () => {
  const [card] = inject('product').cards
  const { address = '', pin = '', name = '' } = card ?? {}
  const worker = await signIn(browser, 'tutor2.crema')
  await pactOf(worker, name)
  await looksRight(worker, 'persona-patto')
  await fixAppointment(worker)
  const phone = await enter(address, pin)
  await phone.getByRole('heading', { name: 'Io', exact: true }).waitFor()
  await phone.getByText('Sportello di via Mercato').first().waitFor()
  await phone.getByText('Maurizio Antoniazzi').first().waitFor()
  await looksRight(phone, 'mio-patto')
  await phone.getByRole('link', { name: 'Vedi tutto l’elenco' }).click()
  await phone.getByText('Maurizio Antoniazzi').first().waitFor()
  await looksRight(phone, 'mio-accessi')
  await phone.getByRole('link', { name: 'Torna al mio patto' }).click()
  await asksCorrection(phone)
  await takeUp({ page: worker, hand: mouse }, `Rispondi: ${shortly(name)}`)
  await worker.getByText('Il mio numero di telefono è cambiato.').waitFor()
  await looksRight(worker, 'persona-correzioni')
  const asked = worker.getByRole('main').locator('.card').filter({ hasText: 'Il mio numero di telefono è cambiato.' })
  await asked.getByLabel('La tua risposta').fill('Fatto, ora è quello nuovo.')
  await asked.getByRole('button', { name: 'Ho corretto' }).click()
  await told(worker, 'Risposta inviata')
  await phone.reload()
  await phone.getByText('Fatto, ora è quello nuovo.').waitFor()
})

test('the person says that a commitment is done and asks to leave; the tutor sees both at once, and answers', async () => {
  const [card] = inject('product').cards
  const { address = '', pin = '', name = '' } = card ?? {}
  const worker = await signIn(browser, 'tutor2.crema')
  const phone = await enter(address, pin)
  const mine = phone.getByRole('region', { name: 'Io', exact: true })
  const promise = mine.getByRole('heading', { name: /^Io mi impegno/ }).first()
  // what was kept is promised again, so that there is something to say
  await pactOf(worker, name)
  const own = worker.getByRole('listitem').filter({ hasText: (await promise.textContent()) ?? '' })
  await own
    .first()
    .getByRole('button', { name: /^Segna com’è andata/ })
    .click()
  await worker
    .getByRole('dialog')
    .getByRole('radio', { name: /^È ancora in programma/ })
    .check()
  await worker.getByRole('dialog').getByRole('button', { name: 'Salva' }).click()
  await told(worker, 'Segnato.')
  await phone.reload()
  await mine
    .getByRole('button', { name: /^Fatto/ })
    .first()
    .click()
  await phone.getByText('Bene! Chi ti segue lo vede e lo guarda con te.').waitFor()
  await mine.getByText('Hai detto: fatto. Lo guardiamo insieme.').waitFor()
  await looksRight(phone, 'mio-fatto')
  await takeUp({ page: worker, hand: mouse }, `Guarda: ${shortly(name)}`)
  const said = worker.getByRole('listitem').filter({ hasText: 'dice: fatto' })
  await said.first().waitFor()
  await looksRight(worker, 'persona-detto-fatto')
  await said
    .first()
    .getByRole('button', { name: /^Segna com’è andata/ })
    .click()
  await worker
    .getByRole('dialog')
    .getByRole('radio', { name: /^È mantenuto/ })
    .check()
  await worker.getByRole('dialog').getByRole('button', { name: 'Salva' }).click()
  await told(worker, 'Segnato.')
  await phone.getByRole('link', { name: 'Voglio uscire dal patto' }).click()
  await reads(phone, 'Vuoi uscire dal patto?')
  await looksRight(phone, 'mio-uscire')
  await phone.getByLabel('Se vuoi, scrivi perché').fill('Vado a vivere da mia sorella.')
  await phone.getByRole('button', { name: 'Chiedo di uscire' }).dblclick()
  await phone.getByText('Abbiamo ricevuto la tua richiesta.').waitFor()
  await takeUp({ page: worker, hand: mouse }, `Apri il patto: ${shortly(name)}`)
  await worker.getByText('“Vado a vivere da mia sorella.”').first().waitFor()
  await looksRight(worker, 'persona-chiede-di-uscire')
  await worker.getByRole('button', { name: 'Ne abbiamo parlato: va avanti' }).click()
  await worker.getByRole('dialog').getByLabel('La tua risposta').fill('Restiamo in contatto fino a primavera.')
  await worker.getByRole('dialog').getByRole('button', { name: 'Scrivi la risposta' }).click()
  await told(worker, 'Risposta scritta')
  await phone.goto('/mio/patto')
  await phone.getByText('“Restiamo in contatto fino a primavera.”').waitFor()
  await looksRight(phone, 'mio-risposta')
  await phone.goto('/mio/patto?lang=en')
  await phone.getByText('I want to leave the pact').waitFor()
})

test('the tutor prints a new card: the lost one opens nothing any more', async () => {
  const [, card] = inject('product').cards
  const { address = '', name = '' } = card ?? {}
  const worker = await signIn(browser, 'assistente.cremona')
  await findPerson({ page: worker, hand: mouse }, name)
  await looksRight(worker, 'persona-scheda')
  expect(await printCard(worker)).toMatch(/PIN\s*\d{6}/)
  const phone = await passerBy(browser, 390)
  await phone.goto(address)
  await phone.getByText('Questa tessera non vale più').waitFor()
  expect(await phone.getByLabel('I sei numeri (PIN)').count()).toBe(0)
  await looksRight(phone, 'mio-tessera-vecchia')
})

test('the plain pact is printed in Italian and in English', async () => {
  await firstPact(tutor, 'In corso')
  for (const language of ['italiano', 'inglese']) {
    const sheet = await fetched(
      tutor,
      tutor.getByRole('link', { name: `Una pagina in parole semplici, in ${language}` }),
    )
    expect(sheet.type).toContain('application/pdf')
    const { totalPages, text } = await textOf(sheet.bytes)
    expect(totalPages).toBe(1)
    expect(text.length).toBeGreaterThan(200)
  }
})

test('on a phone the tutor sees the day and the pact, and the person signs with a finger', async () => {
  await tutor.setViewportSize({ width: 390, height: 844 })
  await goTo(tutor, 'Oggi')
  await tutor.getByRole('heading', { level: 1, name: /^Oggi/ }).waitFor()
  await looksRight(tutor, 'telefono-oggi')
  const who = await firstPact(tutor, 'Alla firma')
  await looksRight(tutor, 'telefono-patto')
  await tutor.getByRole('link', { name: 'Raccogli le firme' }).click()
  await tutor.getByRole('button', { name: named('Firma adesso', who) }).waitFor()
  await looksRight(tutor, 'telefono-firme')
  await signByHand({ page: tutor, hand: mouse, pictures: 'telefono' }, who)
  const coordinator = await signIn(browser, 'coordinatore.crema', 390)
  await goTo(coordinator, 'Patti')
  await coordinator.getByLabel('Nome o numero').fill(who)
  await coordinator.getByRole('button', { name: 'Filtra', exact: true }).click()
  await coordinator
    .getByRole('link', { name: named('Apri il patto', who) })
    .first()
    .click()
  await reads(coordinator, who)
  await coordinator
    .getByText(/con il dito sullo schermo/)
    .first()
    .waitFor()
  await looksRight(coordinator, 'telefono-coordinatrice')
})
