import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { title } from './ask.steps.ts'
import { mouse } from './hands.ts'
import { goTo, keepScreens, looksRight, signIn } from './steps.ts'

// One more tie, written beside the conversations: with somebody by nickname, with a body of the list.
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await keepScreens(browser, 'ties')
  await browser.close()
})

/** The form for one more tie, in the first file of whoever is signed in. */
const writeOne = async (page: Page): Promise<void> => {
  await goTo(page, 'Casi')
  await title(page, /Qui c/).waitFor()
  const files = page.locator('main').getByRole('link')
  await files
    .filter({ hasText: /^\p{Lu}\S+ \p{Lu}/u })
    .first()
    .click()
  await page
    .getByRole('navigation', { name: 'Parti del fascicolo' })
    .getByRole('link', { name: /^Legami/ })
    .click()
  await page.locator('summary').filter({ hasText: 'Scrivi un legame' }).click()
}

for (const width of [1280, 390] as const)
  test(`at ${width} a tie is written with somebody by nickname, never by name, and with a body of the list`, async () => {
    const page = await signIn(browser, width === 390 ? 'tutor.casalmaggiore' : 'tutor.crema', width)
    await writeOne(page)
    await page.getByLabel('Iniziali o soprannome').fill('Teresa Galli')
    await page.getByLabel('Dove, in poche parole').fill('al mercato')
    expect(await page.getByLabel('Iniziali o soprannome').inputValue()).toBe('TG')
    await page.getByLabel('Iniziali o soprannome').fill('Zietta')
    await page.getByLabel('Da quando').fill('2026-05-04')
    await looksRight(page, 'scrivi-legame')
    await page.getByRole('button', { name: 'Salva il legame' }).click()
    await page.getByText('Legame scritto.').waitFor()
    await page
      .getByLabel('Chi è', { exact: true })
      .selectOption({ label: 'Un ente, un gruppo, un’azienda o una scuola dell’elenco' })
    await mouse.find(page.getByRole('combobox', { name: 'Ente, gruppo, azienda o scuola' }), 'Parrocchia')
    await page.getByLabel('Che legame è').selectOption({ label: 'Parrocchia' })
    await page.getByLabel('Da quando').fill('2026-05-04')
    await page.getByRole('button', { name: 'Salva il legame' }).click()
    await page.locator('summary').filter({ hasText: 'Tutti i legami scritti' }).click()
    for (const name of [/Parrocchia/, 'Zietta']) await page.getByRole('rowheader', { name }).first().waitFor()
    expect(await page.getByText('Teresa Galli').count()).toBe(0)
    await page.context().close()
  })
