import type { Browser, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { findings, overflows, shot, visitor, type Width } from '../browser.ts'
import { codeAt } from './codes.ts'
import { type Hand, mouse } from './hands.ts'

/** The second step, once: what the page says until its answer came is not looked at. */
const giveCode = async (page: Page, name: string, hand: Hand): Promise<void> => {
  await hand.write(page.getByLabel('Il codice di sei cifre'), await codeAt(name))
  const answered = page.waitForResponse((reply) => new URL(reply.url()).pathname.endsWith('/access/code'))
  await hand.press(page.getByRole('button', { name: 'Conferma' }))
  expect((await answered).status(), `the code of ${name}`).toBe(200)
  await page.getByRole('navigation', { name: 'Principale' }).waitFor()
}

/** Somebody of the demo at their desk, from the sign-in page on: 'tutor.crema', 'intake.cremona'… */
export const signIn = async (
  browser: Browser,
  name: string,
  how: Width | { readonly width?: Width; readonly hand?: Hand } = {},
): Promise<Page> => {
  const { url, password } = inject('product')
  const { width = 1280, hand = mouse } = typeof how === 'number' ? { width: how } : how
  const { page } = await visitor(browser, url, width)
  await page.goto('/scrivania')
  await hand.write(page.getByLabel('La tua mail'), `${name}@demo.invalid`)
  await hand.write(page.getByLabel('La tua password'), password)
  await hand.press(page.getByRole('button', { name: 'Entra', exact: true }))
  await giveCode(page, name, hand)
  return page
}

/** Somebody who has no account. */
export const passerBy = async (browser: Browser, width: Width = 390): Promise<Page> =>
  (await visitor(browser, inject('product').url, width)).page

/** Somebody with a phone on which no script runs. */
export const withoutScript = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: inject('product').url,
    viewport: { width: 390, height: 844 },
    locale: 'it-IT',
    hasTouch: true,
    isMobile: true,
    javaScriptEnabled: false,
  })
  context.setDefaultTimeout(30_000)
  return context.newPage()
}

/** The page as it stands: axe finds nothing, nothing is cut off; its picture is kept when SHOTS names a folder. */
export const looksRight = async (page: Page, name: string): Promise<void> => {
  await shot(page, name)
  expect(await findings(page), `axe on ${name}`).toEqual([])
  expect(await overflows(page), `${name} is wider than its window`).toBe(false)
}

const pathOf = ({ pathname }: URL): string => pathname.replace(/\/$/, '')

/** Follows a place of the navigation, as a hand would, until its page stands where the one before stood. */
export const goTo = async (page: Page, place: string, hand: Hand = mouse): Promise<void> => {
  const nav = page.getByRole('navigation', { name: 'Principale' })
  const link = nav.getByRole('link', { name: place })
  const rarer = page.locator('.menu__list').getByRole('link', { name: place, includeHidden: true })
  // which of the two it is can be told when either is there: the frame stands before its places do
  await link.or(rarer).first().waitFor({ state: 'attached' })
  const isRare = !(await link.isVisible())
  const there = pathOf(new URL((await (isRare ? rarer : link).getAttribute('href')) ?? '', page.url()))
  const isElsewhere = pathOf(new URL(page.url())) !== there
  const before = isElsewhere ? await page.locator('main h1').elementHandles() : []
  // on a phone the rarer places are in one's own menu
  if (isRare) await page.locator('.desk__me summary').click()
  if (isRare) await page.locator('.menu__list').getByRole('link', { name: place }).click()
  else await hand.press(link)
  await page.waitForURL((url) => pathOf(url) === there)
  for (const old of before) await old.waitForElementState('hidden')
  await page.locator('main h1').first().waitFor()
}

/** What every open page showed when a journey failed, when SHOTS names a folder. */
export const keepScreens = async (browser: Browser, name: string): Promise<void> => {
  for (const context of browser.contexts())
    for (const [number, page] of context.pages().entries())
      await shot(page, `${name}-${number}-${browser.contexts().indexOf(context)}`)
}

/** The same for a page of somebody without script: axe needs one, so it reads a copy of what was served. */
export const looksRightWithoutScript = async (browser: Browser, page: Page, name: string): Promise<void> => {
  const [url, body] = [page.url(), await page.content()]
  const { context, page: copy } = await visitor(browser, url, 390)
  await copy.route(url, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  await copy.goto(url)
  await looksRight(copy, name)
  await context.close()
}
