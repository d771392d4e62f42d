import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findings, openBrowser, overflows, visitor, type Width } from '../browser.ts'
import { galleryPage, livePage, pages, styleOf } from './gallery.tsx'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const shown = async (html: string, width: Width): Promise<Page> => {
  const { page } = await visitor(browser, 'http://localhost', width)
  await page.setContent(html)
  await page.evaluate(() => document.fonts.ready)
  return page
}

describe('the kit, without script', () => {
  for (const page of pages)
    for (const language of ['it', 'en'] as const)
      it(`${page} in ${language} has nothing that axe finds, wide and on a phone, and nothing sticks out`, async () => {
        for (const width of [1280, 390] as const) {
          const tab = await shown(galleryPage(page, language), width)
          expect(await findings(tab)).toEqual([])
          expect(await overflows(tab)).toBe(false)
          await tab.context().close()
        }
      })

  it('sends no script to public pages, and a small stylesheet', () => {
    expect(galleryPage('public', 'it')).not.toContain('<script')
    const rules = styleOf('site').replace(/url\("data:font[^)]+\)/g, '')
    expect(gzipSync(rules).length).toBeLessThan(12 * 1024)
    expect(rules).not.toContain('.desk__main {')
  })

  it('fits a window of 320 pixels', async () => {
    for (const page of pages) {
      const tab = await shown(galleryPage(page, 'it'), 390)
      await tab.setViewportSize({ width: 320, height: 700 })
      expect(await overflows(tab)).toBe(false)
      await tab.context().close()
    }
  })
})

describe('the pieces that need a browser', () => {
  let page: Page
  beforeAll(async () => {
    page = await shown(await livePage(), 1280)
  })

  it('finds a municipality with the keyboard alone', async () => {
    await page.getByRole('combobox').pressSequentially('cre')
    await page.getByRole('option', { name: 'Cremona' }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await page.locator('#town-now').textContent()).toBe('cremona')
    expect(await page.getByRole('combobox').inputValue()).toBe('Cremona')
  })

  it('says when nothing is found, and forgets what was only typed', async () => {
    await page.getByRole('combobox').fill('zzz')
    await page.getByText('Nessun risultato').waitFor()
    await page.getByRole('combobox').blur()
    expect(await page.getByRole('combobox').inputValue()).toBe('Cremona')
  })

  it('sends a form once on a double click', async () => {
    await page.getByRole('button', { name: 'Manda' }).dblclick()
    expect(await page.locator('#sent').textContent()).toBe('1')
    await page.getByRole('button', { name: 'Manda' }).press('Enter')
    expect(await page.locator('#sent').textContent()).toBe('2')
  })

  it('opens a dialog, closes it with Escape and gives the focus back', async () => {
    await page.getByRole('button', { name: 'Apri' }).click()
    await page.getByRole('dialog', { name: 'Chiudi il patto' }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Apri')
  })

  it('takes back with Undo', async () => {
    await page.getByRole('button', { name: 'Togli', exact: true }).click()
    await page.getByRole('button', { name: 'Annulla' }).click()
    expect(await page.locator('#texts').textContent()).toBe('rimessa')
    expect(await page.getByText('Nota tolta').count()).toBe(0)
  })

  it('signs with a pointer and, cleared, is unsigned again', async () => {
    const pad = page.locator('canvas')
    await pad.scrollIntoViewIfNeeded()
    const box = await pad.boundingBox()
    if (box === null) throw new Error('no pad')
    await page.mouse.move(box.x + 40, box.y + 60)
    await page.mouse.down()
    await page.mouse.move(box.x + 200, box.y + 90, { steps: 8 })
    await page.mouse.up()
    await page.getByText('Firma disegnata').waitFor()
    expect(await page.locator('#signed').textContent()).toBe('data:image/png;base64,')
    await page.getByRole('button', { name: 'Cancella e ricomincia' }).click()
    expect(await page.locator('#signed').textContent()).toBe('-')
  })

  it('signs with the keyboard by typing the name', async () => {
    await page.getByRole('radio', { name: 'Scrivo il mio nome' }).check()
    await page.getByRole('textbox', { name: 'Nome e cognome' }).fill('Amina Traoré')
    expect(await page.locator('#signed').textContent()).toBe('data:image/png;base64,')
    expect(await findings(page)).toEqual([])
  })

  it('settles two texts by taking the other or by merging', async () => {
    await page.getByRole('radio', { name: /Il testo di Sara, ieri/ }).check()
    await page.getByRole('button', { name: 'Salva le scelte' }).click()
    expect(await page.locator('#texts').textContent()).toBe('{"goal":"Voglio studiare"}')
    await page.getByRole('radio', { name: 'Li unisco io' }).check()
    await page.getByRole('textbox', { name: 'Testo unito' }).fill('Studio e lavoro')
    await page.getByRole('button', { name: 'Salva le scelte' }).click()
    expect(await page.locator('#texts').textContent()).toBe('{"goal":"Studio e lavoro"}')
  })
})
