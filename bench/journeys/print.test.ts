import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, shot } from '../browser.ts'
import { askForHand } from './ask.steps.ts'
import { goTo, passerBy, signIn } from './steps.ts'

// What leaves the printer, and what is left when the reader's own colours take the place of ours.
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The page on paper; the PDF is kept when SHOTS names a folder. */
const printed = async (page: Page, name: string): Promise<{ pages: number; text: string }> => {
  const bytes = await page.pdf({ format: 'A4', printBackground: false, preferCSSPageSize: true })
  const folder = process.env.SHOTS
  if (folder) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name}.pdf`), bytes)
  }
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return { pages: totalPages, text: text.replace(/\s+/g, ' ') }
}

/** Buttons, boxes and bars that are told from what is around them by a colour alone, which the reader's colours take away. */
const faded = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.btn:not(.btn--quiet), .pill, .callout, .choice, progress')]
      .filter((one) => one.getClientRects().length > 0)
      .filter((one) => {
        const style = getComputedStyle(one)
        return style.borderTopWidth === '0px' && style.borderLeftWidth === '0px'
      })
      .map((one) => `${one.className} ${one.textContent?.slice(0, 20)}`),
  )

const inOwnColours = async (page: Page, name: string): Promise<void> => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', contrast: 'more' })
  await shot(page, `${name}-colori`)
  expect(await faded(page), `${name} in the reader's own colours`).toEqual([])
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light', contrast: 'no-preference' })
}

// words of the menu that no page says
const menu = /Misure della rete|Coordinamento di ambito|Lascia stare/

test('a receipt prints its code on one page, without the menu of the site', async () => {
  const page = await passerBy(browser, 1280)
  const code = await askForHand(page, 'Vorrei parlare con qualcuno.')
  await inOwnColours(page, 'ricevuta')
  const { pages, text } = await printed(page, 'ricevuta')
  expect([pages, text]).toEqual([1, expect.stringContaining(code)])
  expect(text).not.toMatch(/Sono in pensiero|Entra/)
  await page.context().close()
})

test('a pact, the referrals and the results print without menus and buttons', async () => {
  const page = await signIn(browser, 'coordinatore.crema')
  for (const place of ['Patti', 'Segnalazioni', 'Risultati']) {
    await goTo(page, place)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await inOwnColours(page, place)
    const { text } = await printed(page, place)
    expect(text.length, place).toBeGreaterThan(100)
    expect(text, place).not.toMatch(menu)
  }
  await goTo(page, 'Patti')
  await page
    .getByRole('link', { name: /^Apri il patto/ })
    .first()
    .click()
  await page.locator('.sides').waitFor()
  await inOwnColours(page, 'patto')
  const { text } = await printed(page, 'patto')
  expect(text).toMatch(/I servizi/)
  expect(text).not.toMatch(menu)
  await page.context().close()
})

test('the person’s own page prints what the pact says', async () => {
  const [card] = inject('product').cards
  const phone = await passerBy(browser)
  await phone.goto(card?.address ?? '')
  await phone.getByLabel('I sei numeri (PIN)').fill(card?.pin ?? '')
  await phone.keyboard.press('Enter')
  await phone.waitForLoadState('networkidle')
  await inOwnColours(phone, 'mio')
  const { text } = await printed(phone, 'mio')
  expect(text).toMatch(/patto/i)
  await phone.context().close()
})
