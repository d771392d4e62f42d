import { createServer } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anEmail, aPerson, codeOf, linkTo, type Person, password } from '../../src/access/server/access.sample.ts'
import { totpCode } from '../../src/access/server/totp.ts'
import { findings, openBrowser, overflows, shot, visitor } from '../browser.ts'
import { crema, openHouse, type TestHouse } from '../house.ts'

// The way in and the administration, in a real browser on what the build made.
let house: TestHouse
let browser: Browser
let url: string
let admin: Person

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

beforeAll(async () => {
  const port = await freePort()
  url = `http://localhost:${port}`
  house = await openHouse('access-web', { BASE_URL: url })
  await house.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
  admin = await aPerson(house, { role: 'administrator', name: 'Ada Rossi' })
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

const fine = async (page: Page, name: string): Promise<void> => {
  await shot(page, name)
  expect(await findings(page), name).toEqual([])
  expect(await overflows(page), name).toBe(false)
}

const comeIn = async (page: Page, person: Person): Promise<void> => {
  await page.getByLabel('La tua mail').fill(person.email)
  await page.getByLabel('La tua password').fill(password)
  await page.getByRole('button', { name: 'Entra', exact: true }).click()
  await page.getByLabel('Il codice di sei cifre').waitFor()
  await house.sql('update account_secret set totp_last_step = 0 where account_id = $1', [person.id])
  await page.getByLabel('Il codice di sei cifre').fill(codeOf(house, person))
  await page.getByRole('button', { name: 'Conferma' }).click()
}

for (const width of [1280, 390] as const)
  test(`an administrator comes in at ${width} pixels, invites somebody and sees every page`, async () => {
    const { page, context } = await visitor(browser, url, width)
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    await page.goto('/scrivania/amministrazione/persone?search=ada')
    await page.getByRole('heading', { name: 'Entra nel tuo spazio' }).waitFor()
    await fine(page, 'accedi')
    await page.getByLabel('La tua mail').fill(admin.email)
    await page.getByLabel('La tua password').fill('sbagliata')
    await page.getByRole('button', { name: 'Entra', exact: true }).click()
    await page.getByRole('alert').getByText('non sono giuste').waitFor()
    expect(await page.getByLabel('La tua mail').inputValue()).toBe(admin.email)
    await fine(page, 'accedi-sbagliata')
    await comeIn(page, admin)
    await page.getByRole('heading', { level: 1, name: /persona trovata|persone trovate/ }).waitFor()
    expect(page.url()).toContain('search=ada')
    await fine(page, 'persone')
    await page.getByRole('link', { name: 'Invita una persona' }).click()
    const email = anEmail()
    await page.getByLabel('Nome e cognome').fill('Irene Invitata')
    await page.getByLabel('Mail', { exact: true }).fill(email)
    await page.getByLabel('Ruolo').selectOption('tutor')
    await page.getByLabel('Ambito').selectOption(crema)
    await fine(page, 'nuova')
    await page.getByRole('button', { name: 'Manda l’invito' }).click()
    await page.getByRole('heading', { level: 1, name: 'Irene Invitata: ruoli e accesso.' }).waitFor()
    await fine(page, 'persona')
    for (const [path, heading] of [
      ['amministrazione/ruoli', 'I ruoli dicono'],
      ['amministrazione/ruoli/tutor', 'Ruolo: Tutor del patto'],
      ['amministrazione/ruoli/nuovo', 'Un ruolo nuovo'],
      ['amministrazione/posta', 'mail'],
      ['profilo', 'Questo è il tuo account, Ada Rossi'],
    ] as const) {
      await page.goto(`/scrivania/${path}`)
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await fine(page, path.replaceAll('/', '-'))
    }
    await page.goto('/scrivania/registro')
    await page.getByRole('heading', { level: 1, name: 'non è tra quelle che puoi aprire' }).waitFor()
    await page.goto(`/scrivania/invito/${await linkTo(house, email)}`)
    await page.getByLabel('Password nuova').fill('corta')
    await page.getByRole('button', { name: 'Salva la password' }).click()
    await page.getByRole('alert').getByText('almeno 12 caratteri').waitFor()
    await page.getByLabel('Password nuova').fill('otto cavoli in fila indiana')
    await fine(page, 'invito')
    await page.getByRole('button', { name: 'Salva la password' }).click()
    await page.getByRole('button', { name: 'Mostra il disegno' }).click()
    const secret = ((await page.locator('code').textContent()) ?? '').replace(/\s/g, '')
    await fine(page, 'secondo-passo')
    await page.getByLabel('Il codice di sei cifre').fill(totpCode(secret, house.services.clock()))
    await page.getByRole('button', { name: 'Collega l’app' }).click()
    await page.waitForURL(/scrivania\/?$/)
    await page.goto(`/scrivania/invito/${await linkTo(house, email)}`)
    await page.getByText('già stato usato').waitFor()
    await fine(page, 'invito-usato')
    expect(broken).toEqual([])
    await context.close()
  })

test('a locked screen shows nothing and opens with the password; leaving empties it', async () => {
  const auditor = await aPerson(house, { role: 'auditor', district: crema, name: 'Rita Revisora' })
  const { page, context } = await visitor(browser, url)
  await page.goto('/scrivania/registro')
  await comeIn(page, auditor)
  await page.getByRole('heading', { level: 1, name: 'nel registro' }).waitFor()
  await page.getByRole('button', { name: 'Controlla il registro' }).click()
  await page.getByText('Il registro è intero').waitFor()
  await fine(page, 'registro')
  await page.locator('summary', { hasText: 'Rita Revisora' }).click()
  await page.getByRole('button', { name: 'Blocca lo schermo' }).click()
  await page.getByRole('dialog').waitFor()
  expect(await page.getByText('nel registro').isVisible()).toBe(false)
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').isVisible()).toBe(true)
  await fine(page, 'bloccato')
  await page.getByRole('dialog').getByLabel('La tua password').fill(password)
  await page.getByRole('button', { name: 'Sblocca' }).click()
  await page.getByRole('heading', { level: 1, name: 'nel registro' }).waitFor()
  const leave = page.getByRole('button', { name: 'Esci' })
  // the menu closes behind whoever chose from it
  if (!(await leave.isVisible())) await page.locator('summary', { hasText: 'Rita Revisora' }).click()
  await leave.click()
  await page.getByRole('heading', { name: 'Entra nel tuo spazio' }).waitFor()
  await context.close()
})

test('a passkey is added and opens the door the next time', async () => {
  const person = await aPerson(house, { role: 'tutor', district: crema, name: 'Pia Chiave', totp: false })
  const { page, context } = await visitor(browser, url)
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto('/scrivania/accedi')
  await page.getByLabel('La tua mail').fill(person.email)
  await page.getByLabel('La tua password').fill(password)
  await page.getByRole('button', { name: 'Entra', exact: true }).click()
  await page.getByLabel('Come la chiami').fill('Computer')
  await page.getByRole('button', { name: 'Aggiungi una chiave' }).click()
  await page.waitForURL(/scrivania\/?$/)
  await page.goto('/scrivania/profilo')
  await page.locator('summary', { hasText: 'Pia Chiave' }).click()
  await page.getByRole('button', { name: 'Esci', exact: true }).click()
  await page.getByRole('button', { name: 'Entra con una chiave' }).click()
  await page.getByRole('heading', { level: 1, name: 'Questo è il tuo account, Pia Chiave' }).waitFor()
  await context.close()
})
