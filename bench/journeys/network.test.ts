import { readFileSync } from 'node:fs'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { title } from './ask.steps.ts'
import { keyboard } from './hands.ts'
import { goTo, keepScreens, looksRight, signIn } from './steps.ts'

// The networks of ties, as a coordinator reads them: the drawing, its days, its table, its files; and who may not.
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await keepScreens(browser, 'network')
  await browser.close()
})

const sentence = /^Fra .* legam[ei], a \S+ \d{4} ce n/
const paper = (page: Page) => page.getByRole('application', { name: /^(Fra|\S+ \S+)/ })
const nodes = (page: Page) => page.getByRole('table', { name: 'Chi c’è' })
const who = (page: Page) => nodes(page).getByRole('rowheader').getByRole('link')
const shownOf = async (page: Page): Promise<number> =>
  Number(/di (\d+)/.exec((await page.locator('.pager').textContent()) ?? '')?.[1])

const laidOut = async (page: Page): Promise<void> => {
  await title(page, sentence).waitFor()
  await page.getByRole('button', { name: 'Salva in SVG' }).waitFor()
}

const fileOf = async (saved: Download): Promise<Buffer> => readFileSync(await saved.path())

/** Dark or coloured points of the drawing on the screen: something is really there. */
const inkOn = (page: Page): Promise<number> =>
  paper(page).evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let ink = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) + (data[at + 1] ?? 255) < 480) ink++
    return ink
  })

for (const width of [1280, 390] as const)
  test(`at ${width} a coordinator reads the district, filters it, goes back in time and looks around one person`, async () => {
    const page = await signIn(browser, width === 390 ? 'coordinatore.crema' : 'coordinatore.cremona', width)
    await goTo(page, 'Legami')
    await laidOut(page)
    expect(await inkOn(page)).toBeGreaterThan(500)
    await looksRight(page, 'rete')
    const everybody = await shownOf(page)
    await page.getByRole('button', { name: /^Chi è solo/ }).click()
    await page.getByText('In primo piano chi non ha nessun legame').waitFor()
    const first = nodes(page).getByRole('row').nth(1)
    expect(await first.getByRole('cell').nth(2).textContent()).toMatch(/0$/)
    await page.getByLabel('Dove è nato').selectOption({ label: 'Nato donando tempo' })
    await expect.poll(() => shownOf(page)).toBeLessThan(everybody)
    expect(page.url()).toContain('origin=hours')
    await looksRight(page, 'rete-filtrata')
    await page.getByRole('button', { name: 'Togli i filtri' }).click()
    await page.getByLabel(/^A che giorno/).fill('0')
    await expect.poll(() => page.url()).toMatch(/day=\d{4}-\d\d-01/)
    expect(await page.getByLabel(/^A che giorno/).getAttribute('aria-valuetext')).toMatch(/^1 \S+ \d{4}$/)
    await page.getByRole('button', { name: 'Un mese dopo' }).click()
    await expect.poll(() => page.url()).not.toMatch(/day=\d{4}-\d\d-01/)
    await page.getByLabel(/^A che giorno/).fill('200')
    await who(page).first().click()
    await title(page, /aveva|ha \d|ne ha|non ne ha/).waitFor()
    await page.getByLabel('Fin dove').selectOption({ label: 'Anche i legami di chi gli è legato' })
    await looksRight(page, 'rete-intorno-a-uno')
    await page.getByRole('link', { name: 'Torna a tutta la rete' }).click()
    await title(page, sentence).waitFor()
    await page.context().close()
  })

test('a node is chosen with the mouse, and leads to its file', async () => {
  const page = await signIn(browser, 'coordinatore.cremona')
  await goTo(page, 'Legami')
  await laidOut(page)
  // a person: bodies have no file
  const one = nodes(page)
    .getByRole('row')
    .filter({ hasText: 'Persona' })
    .first()
    .getByRole('rowheader')
    .getByRole('link')
  const name = (await one.textContent())?.split(':')[0] ?? ''
  await one.click()
  await title(page, new RegExp(name)).waitFor()
  const box = await paper(page).boundingBox()
  if (!box) throw new Error('no drawing')
  // whoever is looked around stands in the middle of the rings: choosing them again changes nothing
  await page.mouse.click(box.x + (box.width - 52) / 2, box.y + box.height / 2)
  await title(page, new RegExp(name)).waitFor()
  await page.getByRole('link', { name: 'Apri il fascicolo' }).click()
  await page.getByRole('link', { name: 'Guarda tutta la rete, giorno per giorno' }).click()
  await title(page, /legam/).waitFor()
  await page.getByRole('button', { name: 'Salva in SVG' }).waitFor()
  await page.context().close()
})

test('the equipe of a file reads the network around its person, and no other', async () => {
  const page = await signIn(browser, 'tutor.crema', 390)
  await goTo(page, 'Casi')
  await title(page, /Qui c/).waitFor()
  const file = page
    .locator('main')
    .getByRole('link')
    .filter({ hasText: /^\p{Lu}\S+ \p{Lu}/u })
    .first()
  const name = (await file.textContent()) ?? ''
  await file.click()
  await page
    .getByRole('link', { name: /^Legami/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Guarda tutta la rete, giorno per giorno' }).click()
  await title(page, new RegExp(`${name}.*legam`)).waitFor()
  await page.getByRole('button', { name: 'Salva in SVG' }).waitFor()
  await looksRight(page, 'rete-di-una-persona')
  expect(await page.getByLabel('Quale rete guardi').count()).toBe(0)
  await page.goto('/scrivania/legami')
  await page.getByRole('application').waitFor({ state: 'detached' })
  expect(await page.getByRole('button', { name: 'Salva in SVG' }).count()).toBe(0)
  await page.context().close()
})

test('what is seen is saved as SVG and PNG, with sentence, filters, legend and day', async () => {
  const page = await signIn(browser, 'coordinatore.crema')
  await goTo(page, 'Legami')
  await laidOut(page)
  await page.getByLabel('Dove è nato').selectOption({ label: 'Nato in un patto' })
  await expect.poll(() => page.url()).toContain('origin=pact')
  const said = ((await page.getByRole('heading', { level: 1 }).textContent()) ?? '').slice(0, 12)
  const [svgSaved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Salva in SVG' }).click(),
  ])
  const svg = (await fileOf(svgSaved)).toString('utf8')
  expect(svgSaved.suggestedFilename()).toMatch(/^legami-ambito-cremasco-\d{4}-\d\d-\d\d\.svg$/)
  expect(svg).toMatch(/^<svg xmlns/)
  for (const text of [said, 'Nato in un patto', 'Persona', 'C’era già prima', 'Fare Legami, '])
    expect(svg, text).toContain(text)
  expect(svg.match(/<circle/g)?.length).toBeGreaterThan(20)
  const isWhole = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null,
    svg,
  )
  expect(isWhole).toBe(true)
  const [pngSaved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Salva in PNG' }).click(),
  ])
  const png = await fileOf(pngSaved)
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect(png.readUInt32BE(16), 'twice as wide as on the screen').toBeGreaterThan(1000)
  expect(png.length).toBeGreaterThan(20_000)
  await page.context().close()
})

test('the keyboard alone reads, moves, filters and chooses', async () => {
  const page = await signIn(browser, 'coordinatore.crema', { hand: keyboard })
  await goTo(page, 'Legami', keyboard)
  await laidOut(page)
  const before = await paper(page).evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  await paper(page).focus()
  for (const key of ['+', '+', 'ArrowRight']) await page.keyboard.press(key)
  await expect.poll(() => paper(page).evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())).not.toBe(before)
  await page.keyboard.press('0')
  await expect.poll(() => paper(page).evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())).toBe(before)
  await page.getByLabel(/^A che giorno/).focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => page.url()).toContain('day=')
  await page.keyboard.press('End')
  await keyboard.pick(page.getByLabel('Chi', { exact: true }), 'Persona')
  await expect.poll(() => page.url()).toContain('who=person')
  await keyboard.press(page.getByRole('link', { name: 'Nome', exact: true }))
  await expect.poll(() => page.url()).toContain('sort=name')
  await keyboard.press(who(page).nth(5))
  await title(page, /ne ha|non ne ha/).waitFor()
  await keyboard.press(page.getByRole('link', { name: /^I legami/ }))
  await page.getByRole('table', { name: 'I legami' }).waitFor()
  await page.context().close()
})

test('whoever evaluates is sent to the figures, kindly', async () => {
  const page = await signIn(browser, 'valutatore')
  await goTo(page, 'La rete in numeri')
  const menu = page.getByRole('navigation', { name: 'Principale' })
  expect(await menu.getByRole('link', { name: 'Legami', exact: true }).count()).toBe(0)
  await page.goto('/scrivania/legami')
  await title(page, 'I disegni mostrano persone').waitFor()
  await looksRight(page, 'rete-valutatore')
  expect(await page.getByRole('application').count()).toBe(0)
  await page.getByRole('link', { name: 'Vai ai numeri' }).waitFor()
  await page.context().close()
})
