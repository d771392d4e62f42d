import { spawnSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { findings, overflows, shot, visitor, type Width } from '../browser.ts'
import { type Hand, mouse } from './hands.ts'

/** A one-time code of a demo account, as an administrator of the demo gets it; a fresh one each half minute. */
const codeOf = (name: string): string => {
  const { env } = inject('product')
  const { stdout } = spawnSync(
    process.execPath,
    [`${process.env.PRODUCT ?? 'dist/server'}/command.js`, 'demo-code', name],
    {
      env: { ...process.env, ...env },
    },
  )
  const code = /\b\d{6}\b/.exec(stdout.toString())?.[0]
  if (!code) throw new Error(`no one-time code for ${name}`)
  return code
}

const used = new Set<string>()

/** Waits for a code that was not used yet: each opens one door only. */
const freshCode = async (name: string): Promise<string> => {
  for (let tries = 0; tries < 40; tries++) {
    const code = codeOf(name)
    if (!used.has(`${name}${code}`)) {
      used.add(`${name}${code}`)
      return code
    }
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Error(`no fresh one-time code for ${name}`)
}

/** The second step; a code that opened a door already, in an earlier journey perhaps, is turned down and the next one tried. */
const giveCode = async (page: Page, name: string, hand: Hand): Promise<void> => {
  const [inside, turnedDown] = [page.getByRole('navigation', { name: 'Principale' }), page.getByRole('alert')]
  for (let tries = 0; tries < 3; tries++) {
    await hand.write(page.getByLabel('Il codice di sei cifre'), await freshCode(name))
    await hand.press(page.getByRole('button', { name: 'Conferma' }))
    await inside
      .or(turnedDown.filter({ hasText: /./ }))
      .first()
      .waitFor()
    if (await inside.isVisible()) return
  }
  throw new Error(`${name} cannot come in`)
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
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

/** The page as it stands: axe finds nothing, nothing is cut off; its picture is kept when SHOTS names a folder. */
export const looksRight = async (page: Page, name: string): Promise<void> => {
  await shot(page, name)
  expect(await findings(page), `axe on ${name}`).toEqual([])
  expect(await overflows(page), `${name} is wider than its window`).toBe(false)
}

/** Follows a place of the navigation, as a hand would. */
export const goTo = async (page: Page, place: string, hand: Hand = mouse): Promise<void> => {
  const nav = page.getByRole('navigation', { name: 'Principale' })
  const link = nav.getByRole('link', { name: place })
  if (await link.isVisible()) await hand.press(link)
  else {
    // on a phone the rarer places are in one's own menu
    await page.locator('.desk__me summary').click()
    await page.locator('.menu__list').getByRole('link', { name: place }).click()
  }
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
