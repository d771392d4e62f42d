import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { title, write } from './ask.steps.ts'
import { keepScreens, looksRight, passerBy, signIn } from './steps.ts'

// The same pages in English: nothing that the product says by itself is left in Italian.
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await keepScreens(browser, 'english')
  await browser.close()
})

/** Small words that no English sentence has; names, places and what people wrote are looked over below. */
const italian =
  /\b(il|lo|gli|una|della|delle|degli|dello|nella|nelle|che|chi|con|sono|è|più|perché|entro|oggi|ieri|giorno|giorni|persona|persone|segnalazione|segnalazioni|patto|patti|caso|casi|scheda|nucleo|nessuno|nessuna|scrivi|salva|cerca|apri|chiudi|aggiungi|arrivata|sentita|stato|tutti|tutte|quando|dove|ancora|anche|puoi|tuo|tua|vuoi)\b/i

const settle = (page: Page): Promise<void> => page.waitForLoadState('networkidle')

/** The texts of labels, buttons, headings and links, without what people wrote and what is named in Italian. */
const fixedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = []
    const asked = 'h1, h2, h3, label, legend, button, summary, th, .hint, .sr, nav a, [role="tab"], .lead'
    for (const one of document.querySelectorAll<HTMLElement>(asked)) {
      if (one.closest('[lang="it"], .row, .desk__me')) continue
      // biome-ignore lint/performance/useDomNodeTextContent: what is not shown is not read, and lines stay apart
      texts.push(...(one.innerText ?? '').split('\n'))
    }
    for (const one of document.querySelectorAll('[aria-label], [placeholder]'))
      if (!one.closest('[lang="it"]'))
        texts.push(one.getAttribute('aria-label') ?? one.getAttribute('placeholder') ?? '')
    return texts.map((text) => text.trim()).filter(Boolean)
  })

const inEnglish = async (page: Page, name: string): Promise<void> => {
  await settle(page)
  expect(await page.locator('html').getAttribute('lang'), name).toBe('en')
  expect(
    (await fixedTexts(page)).filter((text) => italian.test(text.replace(/\(.*?\)/g, ''))),
    name,
  ).toEqual([])
  await looksRight(page, `en-${name}`)
}

test('the public pages in English: the form, what is to be mended, the thanks, the receipt, the notices', async () => {
  const page = await passerBy(browser)
  await page.goto('/')
  await page.getByRole('link', { name: 'English' }).click()
  await title(page, 'Here people meet and stay in touch.').waitFor()
  await inEnglish(page, 'home')
  await page.getByRole('link', { name: 'Ask for a hand' }).first().click()
  await inEnglish(page, 'ask')
  await page.getByRole('button', { name: /Send/ }).click()
  await page.getByRole('alert').waitFor()
  await inEnglish(page, 'ask-errors')
  await write(page.getByRole('textbox').first(), 'I lost my job in July and my family is far away from here.')
  await write(page.getByRole('combobox', { name: /town/ }).or(page.locator('#town')).first(), 'Crema')
  await page.getByRole('radio', { name: /^Yes/ }).check()
  await write(page.locator('#phone'), '333 555 0143')
  await page.getByRole('button', { name: /Send/ }).click()
  await title(page, 'Thank you').waitFor()
  await inEnglish(page, 'thanks')
  for (const path of ['/ricevuta', '/privacy', '/accessibilita', '/crediti']) {
    await page.goto(path)
    await inEnglish(page, path.slice(1))
  }
  await page.context().close()
})

const toEnglish = async (page: Page): Promise<void> => {
  await page.locator('.desk__me summary').click()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
}

/** Walks the places of the menu, and the first thing of each list. */
const walk = async (page: Page, places: readonly string[]): Promise<void> => {
  for (const place of places) {
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place, exact: true })
    await link.click()
    await link.and(page.locator('[aria-current="page"]')).waitFor()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await inEnglish(page, place.toLowerCase())
    const first = page.locator('main .row a').first()
    if ((await first.count()) === 0 || place === 'Today') continue
    const href = (await first.getAttribute('href')) ?? ''
    await first.click()
    await page.waitForURL((url) => url.pathname === new URL(href, url).pathname)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await inEnglish(page, `one-of-${place.toLowerCase()}`)
  }
}

test('a tutor’s desk, files and pacts in English', async () => {
  const page = await signIn(browser, 'tutor.cremona')
  await toEnglish(page)
  await walk(page, ['Today', 'People', 'Cases', 'Pacts', 'Agenda', 'Organisations'])
  await page.context().close()
})

test('triage, results and administration in English', async () => {
  const coordinator = await signIn(browser, 'coordinatore.cremona')
  await toEnglish(coordinator)
  await walk(coordinator, ['Today', 'Referrals', 'Results', 'Journal'])
  await coordinator.context().close()
  const admin = await signIn(browser, 'admin')
  await toEnglish(admin)
  await walk(admin, ['Accounts', 'Administration', 'Roles', 'Outgoing mail'])
  await admin.context().close()
})

test('with the keyboard alone the focus is always seen, and the first stop leads to the content', async () => {
  const page = await signIn(browser, 'intake.casalmaggiore')
  await page.reload()
  await page.getByRole('navigation', { name: 'Principale' }).waitFor()
  await settle(page)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Vai al contenuto')
  for (let stop = 0; stop < 15; stop++) {
    const seen = await page.evaluate(() => {
      const one = document.activeElement
      if (!one || one === document.body) return ''
      const ring = (style: CSSStyleDeclaration): boolean =>
        (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'
      return ring(getComputedStyle(one)) ? '' : one.outerHTML.slice(0, 200)
    })
    expect(seen).toBe('')
    await page.keyboard.press('Tab')
  }
  await page.context().close()
})
