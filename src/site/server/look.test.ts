import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findings, openBrowser, overflows, visitor } from '../../../bench/browser.ts'
import { styleOf } from '../../../bench/gallery/gallery.tsx'
import { openHouse, type TestHouse } from '../../../bench/house.ts'

// What the accessibility statement promises: every public page is checked against WCAG, without script.
let house: TestHouse
let browser: Browser
let url: string
beforeAll(async () => {
  house = await openHouse('site-look', { SOURCE_URL: 'https://codice.esempio.invalid' })
  url = await house.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house.close()
})

describe.each([1280, 390] as const)('at %i pixels', (width) => {
  test.each([
    ['/', null],
    ['/chiedi-una-mano', '/chiedi-una-mano'],
    ['/sono-preoccupato?lang=en', '/sono-preoccupato'],
    ['/ricevuta', '/ricevuta'],
    ['/privacy', null],
    ['/accessibilita', null],
    ['/crediti', null],
  ])('axe finds nothing on %s, nor when its form comes back with faults', async (path, form) => {
    const { context, page } = await visitor(browser, url, width)
    await context.route('**/assets/site.css', (route) =>
      route.fulfill({ contentType: 'text/css', body: styleOf('site') }),
    )
    await page.goto(path)
    expect([await findings(page), await overflows(page)]).toEqual([[], false])
    if (form) {
      await page.locator('main button[type=submit]').click()
      await page.locator('.summary').waitFor()
      expect([await findings(page), await overflows(page)]).toEqual([[], false])
    }
    await context.close()
  })
})
