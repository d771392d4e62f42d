import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { title } from './ask.steps.ts'
import { goTo, keepScreens, looksRight, signIn } from './steps.ts'

// The measures of the ties, for whoever works in a district and for whoever only reads figures.
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await keepScreens(browser, 'figures')
  await browser.close()
})

for (const width of [1280, 390] as const)
  test(`measures at ${width}: a sentence, figures in groups, each with what it means; names of the fragile ones when asked`, async () => {
    const page = await signIn(browser, width === 390 ? 'coordinatore.casalmaggiore' : 'coordinatore.cremona', width)
    await goTo(page, 'La rete in numeri')
    await title(page, /persone hanno .* legami/).waitFor()
    for (const group of [
      'Quanti',
      'Quanto vicini',
      'Chi con chi',
      'Dove nascono',
      'Che cosa dura',
      'Che cosa è fragile',
      'Prima e dopo',
    ])
      expect(await page.getByRole('heading', { name: group, exact: true }).count(), group).toBe(1)
    await page.getByText(/^Il disegno conta le relazioni fra chi ha un nome/).waitFor()
    await looksRight(page, 'misure')
    expect(await page.getByText('Transitività', { exact: true }).first().isVisible(), 'a finer measure').toBe(false)
    for (const others of await page.getByText(/^Altre \d+ misure$/).all()) await others.click()
    await page.getByText('Transitività', { exact: true }).first().waitFor()
    await looksRight(page, 'misure-tutte')
    await page.getByText('Che cosa vuol dire: Densità').click()
    await page.getByText('2m / (n (n − 1))').waitFor()
    await page.getByText('Wasserman & Faust 1994, §4.1.1').waitFor()
    await page.getByRole('button', { name: 'Mostra i nomi' }).click()
    await page
      .getByText(/se ne stacca|la rete regge/)
      .first()
      .waitFor()
    await page.getByLabel('A che giorno').fill('2099-01-01')
    await page.getByRole('button', { name: 'Mostra', exact: true }).click()
    await page.getByText('Questa data deve ancora venire.').waitFor()
    await looksRight(page, 'misure-rifiutate')
    await page.getByLabel('A che giorno').fill('2026-06-30')
    await page.getByRole('button', { name: 'Mostra', exact: true }).click()
    await page.getByText('Come sta la rete il 30 giugno 2026.').waitFor()
    await page.context().close()
  })

test('whoever evaluates reads the same measures of the programme, small numbers hidden, and no name', async () => {
  const page = await signIn(browser, 'valutatore')
  await goTo(page, 'La rete in numeri')
  await title(page, /persone hanno .* legami/).waitFor()
  await page.getByText(/I numeri sotto \d+ sono nascosti.*I giorni sono quelli di fine mese/).waitFor()
  await page.getByText(/^Come sta la rete il (28|29|30|31) /).waitFor()
  expect(await page.getByRole('button', { name: 'Mostra i nomi' }).count()).toBe(0)
  expect(await page.getByRole('link', { name: 'Guarda il disegno' }).count()).toBe(0)
  await looksRight(page, 'misure-valutatore')
  await page.getByLabel('Quale rete guardi').selectOption({ label: 'Un comune' })
  await page.getByLabel('Quale', { exact: true }).selectOption({ index: 1 })
  await page.getByText('Queste misure le legge chi lavora in questo ambito').waitFor()
  await looksRight(page, 'misure-non-tue')
  await page.context().close()
})
