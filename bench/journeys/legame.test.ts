import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { keyboard } from './hands.ts'
import { dayFromNow, reads, told } from './pact.steps.ts'
import { goTo, keepScreens, looksRight, signIn } from './steps.ts'

// What counts as a legame is written and versioned; its figures say which version they follow, and leave as files.
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
afterEach(({ task }) =>
  task.result?.state === 'fail' ? keepScreens(browser, `legame-${task.name.slice(0, 20)}`) : undefined,
)

const toFigures = async (page: Page): Promise<void> => {
  await goTo(page, 'La rete in numeri')
  await page.getByRole('heading', { level: 1 }).waitFor()
}

test('an administrator writes the next version by keyboard alone; those before stay written', async () => {
  const admin = await signIn(browser, 'admin')
  await goTo(admin, 'Amministrazione', keyboard)
  await keyboard.press(admin.getByRole('main').getByRole('link', { name: /^Che cosa conta come legame/ }))
  await reads(admin, /^Oggi contiamo così:/)
  await looksRight(admin, 'legame-versione-1')
  await keyboard.write(admin.getByLabel('La definizione in italiano'), 'Troppo corta.')
  await keyboard.day(admin.getByLabel('Vale dal giorno'), dayFromNow(0))
  await keyboard.press(admin.getByRole('button', { name: 'Scrivi la versione 2' }))
  await admin.getByRole('alert').first().waitFor()
  await looksRight(admin, 'legame-troppo-corta')
  const words = 'Un legame detto dalla persona, vivo dopo tre mesi, non con chi è pagato per seguirla.'
  await keyboard.write(admin.getByLabel('La definizione in italiano'), words)
  const bonding = admin.getByRole('group', { name: 'Quali stringono' })
  await bonding.getByRole('checkbox', { name: 'Vicinato' }).press('Space')
  await keyboard.press(admin.getByRole('button', { name: 'Scrivi la versione 2' }))
  await told(admin, 'Scritta.')
  await reads(admin, `Oggi contiamo così: ${words}`)
  await admin.getByText('Versione 1, vale dall’inizio').waitFor()
  await admin.getByText(/Stringono: parente, amicizia, vicinato\./).waitFor()
  await admin.getByText(/Stringono: parente, amicizia\. Danno accesso: scuola, operatore/).waitFor()
  await looksRight(admin, 'legame-versione-2')
  await admin.setViewportSize({ width: 390, height: 844 })
  await looksRight(admin, 'legame-versione-2')
})

test('the figures then say version 2, and who does not administer reads the definition but writes none', async () => {
  const coordinator = await signIn(browser, 'coordinatore.crema')
  await toFigures(coordinator)
  const definition = coordinator.getByText('Che cosa conta come legame (versione 2)').first()
  await definition.waitFor({ state: 'attached', timeout: 60_000 })
  await coordinator.locator('details').filter({ has: definition }).first().locator('summary').first().click()
  await definition.waitFor()
  await coordinator.getByText(/^Stringono: parente, amicizia, vicinato\./).waitFor({ state: 'attached' })
  await coordinator.goto('/scrivania/amministrazione/legame')
  await coordinator.getByRole('heading', { level: 1 }).waitFor()
  expect(await coordinator.getByRole('button', { name: /^Scrivi la versione/ }).count()).toBe(0)
  await looksRight(coordinator, 'legame-coordinatore')
})

const files = [
  ['GEXF, per Gephi, con le date', '<?xml version="1.0" encoding="UTF-8"?>'],
  ['GraphML, per igraph e networkx', '<?xml version="1.0" encoding="UTF-8"?>'],
  ['Elenco dei legami, CSV', 'Source,Target,Type,Weight'],
  ['Matrice, CSV', ''],
] as const

test('an evaluator takes the network of the programme out in four forms; no name of a person is in them', async () => {
  const evaluator = await signIn(browser, 'valutatore')
  await toFigures(evaluator)
  const out = evaluator.getByRole('region', { name: 'Porta fuori la rete' })
  await out.waitFor({ timeout: 60_000 })
  await looksRight(evaluator, 'rete-porta-fuori')
  for (const [label, begins] of files) {
    const [file] = await Promise.all([
      evaluator.waitForEvent('download'),
      out.getByRole('link', { name: label }).click(),
    ])
    const text = readFileSync(await file.path(), 'utf8').replace('\uFEFF', '')
    expect(text.split('\n')[0], label).toContain(begins)
    expect(text.length, label).toBeGreaterThan(200)
    expect(text, label).not.toMatch(/Carini|Benzoni|Jessica/)
  }
})

test('a tutor is not offered the files, and is refused with the reason at their address', async () => {
  const tutor = await signIn(browser, 'tutor.crema')
  const reply = await tutor.request.get('/api/v1/networks/programme/export?format=gexf')
  expect(reply.status()).toBe(403)
  expect(await reply.json()).toMatchObject({ code: 'access.permissionMissing', title: expect.stringMatching(/\S{3}/) })
  expect(await tutor.getByRole('navigation').getByRole('link', { name: 'La rete in numeri' }).count()).toBe(0)
})
