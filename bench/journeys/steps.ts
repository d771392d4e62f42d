import { spawnSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { findings, overflows, shot, visitor, type Width } from '../browser.ts'

/** A one-time code of a demo account, as an administrator of the demo gets it; a fresh one each half minute. */
const codeOf = (name: string): string => {
  const { env } = inject('product')
  const { stdout } = spawnSync(process.execPath, ['dist/server/command.js', 'demo-code', name], {
    env: { ...process.env, ...env },
  })
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

/** Somebody of the demo at their desk, from the sign-in page on: 'tutor.crema', 'intake.cremona'… */
export const signIn = async (browser: Browser, name: string, width: Width = 1280): Promise<Page> => {
  const { url, password } = inject('product')
  const { page } = await visitor(browser, url, width)
  await page.goto('/scrivania')
  await page.getByLabel('La tua mail').fill(`${name}@demo.invalid`)
  await page.getByLabel('La tua password').fill(password)
  await page.getByRole('button', { name: 'Entra', exact: true }).click()
  await page.getByLabel('Il codice di sei cifre').fill(await freshCode(name))
  await page.getByRole('button', { name: 'Conferma' }).click()
  await page.getByRole('navigation', { name: 'Principale' }).waitFor()
  return page
}

/** Somebody who has no account. */
export const passerBy = async (browser: Browser, width: Width = 390): Promise<Page> =>
  (await visitor(browser, inject('product').url, width)).page

/** The page as it stands: axe finds nothing, nothing is cut off; its picture is kept when SHOTS names a folder. */
export const looksRight = async (page: Page, name: string): Promise<void> => {
  await shot(page, name)
  expect(await findings(page), `axe on ${name}`).toEqual([])
  expect(await overflows(page), `${name} is wider than its window`).toBe(false)
}

/** Follows a place of the navigation, as a hand would. */
export const goTo = async (page: Page, place: string): Promise<void> => {
  const nav = page.getByRole('navigation', { name: 'Principale' })
  const link = nav.getByRole('link', { name: place })
  if (await link.isVisible()) await link.click()
  else {
    // on a phone the rarer places are in one's own menu
    await page.locator('.desk__me summary').click()
    await page.locator('.menu__list').getByRole('link', { name: place }).click()
  }
}
