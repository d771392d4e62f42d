import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, inject } from 'vitest'

/** At the pace of a hand: whoever sends a form within three seconds is taken for a machine. */
export const write = (field: Locator, text: string): Promise<void> => field.pressSequentially(text, { delay: 40 })

/** The sentence a page begins with. */
export const title = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name })

export const codeOn = async (page: Page): Promise<string> => {
  const code = (await page.locator('strong.receipt').textContent()) ?? ''
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  return code
}

/** A call for a hand from Crema with a number to call, as the site takes it; gives the receipt code. */
export const askForHand = async (page: Page, words: string): Promise<string> => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Chiedi una mano' }).first().click()
  await write(page.getByLabel('Che cosa succede?'), `${words} Da sola non ce la faccio, e non so a chi dirlo prima.`)
  await write(page.getByLabel('In che comune vivi?'), 'Crema')
  await page.getByRole('radio', { name: 'Sì, potete richiamarmi' }).check()
  await write(page.getByLabel('A che numero ti chiamiamo?'), '333 555 0142')
  await page.getByRole('button', { name: 'Invia la richiesta' }).click()
  await title(page, 'Grazie: la tua richiesta è arrivata.').waitFor()
  return codeOn(page)
}

/** How far a request is, from the home page on. */
export const lookUp = async (page: Page, code: string): Promise<void> => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Ho un codice' }).click()
  await page.getByLabel('Codice').fill(code)
  await page.getByRole('button', { name: 'Guarda' }).click()
}

/** Looks for a referral in the queue by the code of its receipt. */
export const findInQueue = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel('Persona, comune, antenna o codice').fill(code)
  await page.getByRole('button', { name: 'Cerca', exact: true }).click()
  await page.waitForURL((url) => url.searchParams.get('q') === code)
}

/** The link of an antenna, as the demo told it when it was loaded. */
export const demoAntennaLink = (): string => {
  const told = readFileSync(join(inject('product').env.DATA_DIR ?? '', 'demo.txt'), 'utf8')
  const link = /https?:\S+\/antenna\/\S+/.exec(told)?.[0]
  if (!link) throw new Error('the demo told no link of an antenna')
  return link
}
