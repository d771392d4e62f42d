import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { title } from './ask.steps.ts'
import { goTo, keepScreens, looksRight, signIn } from './steps.ts'

// Which network is looked at: a town, an occasion, the bodies among themselves; in figures and drawn.
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await keepScreens(browser, 'scopes')
  await browser.close()
})

const choose = async (page: Page, kind: string, which?: number): Promise<void> => {
  await page.getByLabel('Quale rete guardi').selectOption({ label: kind })
  if (which !== undefined) await page.getByLabel('Quale', { exact: true }).selectOption({ index: which })
}

test('measures of one town, of one occasion and of the bodies among themselves', async () => {
  const page = await signIn(browser, 'coordinatore.crema')
  await goTo(page, 'La rete in numeri')
  await title(page, /persone hanno .* legam/).waitFor()
  for (const [kind, which, name, said] of [
    ['Un comune', 1, 'comune', /persone hanno|troppo poche/],
    ['Chi si è conosciuto in un’occasione', 1, 'occasione', /^PG-.*persone hanno/],
    ['Gli enti fra loro', undefined, 'enti', /[2-9] fra enti, aziende e scuole hanno \d+ legami/],
  ] as const) {
    await choose(page, kind, which)
    await title(page, said).waitFor()
    await looksRight(page, `misure-${name}`)
  }
  expect(await page.getByRole('heading', { name: 'Prima e dopo' }).count()).toBe(0)
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Salva in SVG.*Quante relazioni vivono ancora/ }).click(),
  ])
  const svg = readFileSync(await saved.path(), 'utf8')
  expect(svg).toMatch(/^<svg xmlns/)
  for (const text of ['Quante relazioni vivono ancora', '100%', 'stroke:']) expect(svg, text).toContain(text)
  await page.context().close()
})

test('the bodies are drawn with those who work together, with sentence and table', async () => {
  const page = await signIn(browser, 'coordinatore.crema')
  await goTo(page, 'Legami')
  await page.getByRole('button', { name: 'Salva in SVG' }).waitFor()
  await choose(page, 'Gli enti fra loro')
  await title(page, /^Fra \d+ enti/).waitFor()
  await page.getByRole('button', { name: 'Salva in SVG' }).waitFor()
  expect(await page.getByRole('table', { name: 'Chi c’è' }).getByRole('row').count()).toBeGreaterThan(2)
  await looksRight(page, 'rete-enti')
  await page.context().close()
})
