import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { title } from './ask.steps.ts'
import { keyboard } from './hands.ts'
import { goTo, keepScreens, looksRight, signIn } from './steps.ts'

// What a coordinator answers for: the results, and who opened a file without being of its equipe.
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await keepScreens(browser, 'coordinator')
  await browser.close()
})

const hidden = /meno di \d+, o nascosto/

for (const width of [1280, 390] as const)
  test(`results at ${width}: what is counted, what is not yet, whole numbers at home and small ones hidden elsewhere`, async () => {
    const page = await signIn(browser, width === 390 ? 'coordinatore.crema' : 'coordinatore.cremona', width)
    await goTo(page, 'Risultati')
    await title(page, /ha fatto patti con \d+/).waitFor()
    expect(await page.getByText('Non ancora contato').count()).toBeGreaterThan(3)
    expect(await page.getByRole('link', { name: 'Registro' }).isVisible(), 'the menu closed').toBe(width === 1280)
    await looksRight(page, 'risultati')
    await page.getByLabel('Da che mese').selectOption({ index: 2 })
    await page.getByRole('button', { name: 'Conta', exact: true }).click()
    await page.waitForURL(/dal=\d{4}-\d{2}-01/)
    await page.getByText(/Dal .+ al .+ persone in un patto/).waitFor()
    const mine = width === 390 ? 'Ambito Cremasco' : 'Ambito Cremonese'
    const other = width === 390 ? 'Ambito Cremonese' : 'Ambito Cremasco'
    await page.getByText(`Per comune: ${mine}`).first().click()
    await page.getByText('Vedi i numeri interi perché lavori in questo ambito').waitFor()
    const [home, away] = [mine, other].map((name) => page.getByRole('table', { name: `Per comune: ${name}` }))
    expect(await home?.getByText(hidden).count()).toBe(0)
    await page.getByText(`Per comune: ${other}`).first().click()
    await away?.getByText(hidden).first().waitFor()
    await looksRight(page, 'risultati-per-comune')
    await page.context().close()
  })

test('whoever evaluates sees the same results with small numbers hidden everywhere, and no file', async () => {
  const page = await signIn(browser, 'valutatore')
  await goTo(page, 'Risultati')
  await page.getByText('Non ancora contato').first().waitFor()
  expect(await page.getByText('Vedi i numeri interi').count()).toBe(0)
  const named = page.getByText(/^Per comune: Ambito/)
  for (const text of new Set(await named.allTextContents())) await page.getByText(text).first().click()
  await page.getByText(hidden).first().waitFor()
  const numbers = await page.locator('table td').allTextContents()
  expect(numbers.filter((text) => /^[1-4]$/.test(text.trim()))).toEqual([])
  for (const place of ['Persone', 'Casi', 'Patti', 'Segnalazioni', 'Legami'])
    expect(await page.getByRole('link', { name: place, exact: true }).count(), place).toBe(0)
  await looksRight(page, 'risultati-valutatore')
  await page.context().close()
})

/** Number and person of a file whose equipe has not this worker, as the coordinator finds it. */
const notFollowedBy = async (page: Page, worker: string): Promise<{ number: string; name: string }> => {
  await goTo(page, 'Casi')
  await title(page, /Qui ci sono \d+ persone/).waitFor()
  await looksRight(page, 'casi')
  for (let at = 0; at < 20; at++) {
    await page.locator('main').getByRole('listitem').nth(at).getByRole('link').first().click()
    await page.getByRole('heading', { name: 'Equipe' }).waitFor()
    const text = (await page.locator('main').textContent()) ?? ''
    const number = /C-\d{4}-\d+/.exec(text)?.[0]
    const name = await page.locator('h1 b, h1 strong').first().textContent()
    if (number && name && !text.includes(worker)) return { number, name }
    await goTo(page, 'Casi')
    await title(page, /Qui ci sono \d+ persone/).waitFor()
  }
  throw new Error(`${worker} follows everybody`)
}

test('whoever checks the journal follows one person through it without reading a name', async () => {
  const page = await signIn(browser, 'revisore.crema')
  await goTo(page, 'Registro')
  await title(page, /righe nel registro/).waitFor()
  const same = page.getByRole('button', { name: /^Solo questa persona/ })
  await same.first().click()
  await page.getByText('Solo ciò che riguarda una persona.').waitFor()
  expect(await same.count()).toBe(await page.getByRole('table').getByRole('rowheader').count())
  await looksRight(page, 'registro-di-una-persona')
  await page.context().close()
})

test('an emergency opening asks for a reason; coordinator and person find it', async () => {
  const reason = 'È in pronto soccorso e mi chiedono chi chiamare stanotte.'
  const tutor = await signIn(browser, 'tutor3.crema')
  const me = (await tutor.locator('.desk__me b, .desk__me strong').first().textContent()) ?? ''
  const coordinator = await signIn(browser, 'coordinatore.crema')
  const { number, name } = await notFollowedBy(coordinator, me)
  await goTo(tutor, 'Casi')
  expect(await tutor.getByText(name).count(), 'the tutor is not of this equipe').toBe(0)
  await tutor.getByRole('link', { name: 'Serve aprire un fascicolo non tuo?' }).click()
  await tutor.getByLabel('Numero del fascicolo').fill(number)
  await tutor.getByLabel('Perché ti serve adesso').fill('fretta')
  await tutor.getByRole('button', { name: 'Apri in urgenza' }).click()
  await tutor.getByRole('alert').filter({ hasText: /./ }).waitFor()
  expect(await tutor.getByLabel('Perché ti serve adesso').inputValue()).toBe('fretta')
  await looksRight(tutor, 'urgenza')
  await tutor.getByLabel('Perché ti serve adesso').fill(reason)
  await tutor.getByRole('button', { name: 'Apri in urgenza' }).click()
  await tutor.getByText('Lo hai aperto in urgenza').waitFor()
  await looksRight(tutor, 'aperto-in-urgenza')

  await goTo(coordinator, 'Oggi')
  await coordinator.getByRole('heading', { name: /Aperture d’urgenza da guardare/ }).waitFor()
  await looksRight(coordinator, 'oggi-coordinatore')
  await coordinator.getByRole('region', { name: 'Aperture d’urgenza da guardare' }).getByRole('link').first().click()
  const opening = coordinator.getByRole('listitem').filter({ hasText: reason })
  await opening.getByText(`ha aperto il fascicolo di`).waitFor()
  await looksRight(coordinator, 'aperture')
  await opening.getByRole('button', { name: /Ho controllato/ }).click()
  await opening.getByText('Controllato da').waitFor()

  await goTo(coordinator, 'Persone')
  await coordinator.getByRole('searchbox', { name: 'Nome o codice fiscale' }).fill(name)
  await coordinator.getByRole('button', { name: 'Cerca', exact: true }).click()
  await coordinator.getByRole('listitem').getByRole('link', { name }).first().click()
  const accesses = coordinator.getByRole('region', { name: 'Chi ha aperto questa scheda' })
  await accesses.getByText(`Motivo: ${reason}`).first().waitFor()
  await looksRight(coordinator, 'persona-accessi')
  await tutor.context().close()
  await coordinator.context().close()
})

test('whoever coordinates reads what is to be done by body and by role, with the keyboard and on a phone', async () => {
  const wide = await signIn(browser, 'coordinatore.crema')
  await goTo(wide, 'Casi')
  await wide.getByRole('link', { name: 'Compiti dell’ambito, per operatore e per squadra' }).click()
  await title(wide, /Qui ci sono \d+ cose da fare/).waitFor()
  await keyboard.press(wide.locator('summary', { hasText: 'Quanti, ente per ente e ruolo per ruolo' }))
  await looksRight(wide, 'compiti-squadre-1280')
  const row = wide.getByRole('table', { name: 'Compiti per ruolo' }).getByRole('row').nth(1)
  const count = Number(/\d+/.exec((await row.getByRole('cell').first().textContent()) ?? '')?.[0])
  await keyboard.press(row.getByRole('link'))
  await title(wide, count === 1 ? 'Qui c’è una cosa da fare.' : `Qui ci sono ${count} cose da fare.`).waitFor()
  await wide.getByText(`su ${count}`, { exact: false }).last().waitFor()
  const address = new URL(wide.url())
  await wide.context().close()
  const phone = await signIn(browser, 'coordinatore.crema', 390)
  await phone.goto(`${address.pathname}${address.search}`)
  await title(phone, count === 1 ? 'Qui c’è una cosa da fare.' : `Qui ci sono ${count} cose da fare.`).waitFor()
  await looksRight(phone, 'compiti-squadre-390')
  await phone.context().close()
})
