import type pg from 'pg'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { openPool } from '../../src/platform/server/pool.ts'
import { openBrowser } from '../browser.ts'
import { keyboard } from './hands.ts'
import { dayFromNow, reads, told } from './pact.steps.ts'
import { goTo, keepScreens, looksRight, looksRightWithoutScript, passerBy, signIn, withoutScript } from './steps.ts'

// The yearly survey among organisations: asked by the coordinator, answered on a phone without script, read side by side.
let browser: Browser
let owner: pg.Pool
let coordinator: Page
let link = ''
const year = Number(dayFromNow(0).slice(0, 4)) + 1

beforeAll(async () => {
  browser = await openBrowser()
  owner = openPool({ connectionString: inject('product').env.MIGRATE_DATABASE_URL, max: 1 })
  coordinator = await signIn(browser, 'coordinatore.crema')
})
afterAll(async () => {
  await browser.close()
  await owner.end()
})
afterEach(({ task }) =>
  task.result?.state === 'fail' ? keepScreens(browser, `enti-${task.name.slice(0, 20)}`) : undefined,
)

const onBothWidths = async (page: Page, name: string): Promise<void> => {
  await looksRight(page, name)
  await page.setViewportSize({ width: 390, height: 844 })
  await looksRight(page, name)
  await page.setViewportSize({ width: 1280, height: 900 })
}

test('the coordinator opens the survey of a year by keyboard alone; each body with an address is written to', async () => {
  await goTo(coordinator, 'Rete degli enti', keyboard)
  await coordinator.getByRole('heading', { level: 1 }).waitFor()
  const ask = coordinator.getByText('Chiedi agli enti', { exact: true })
  await ask.waitFor()
  if (!(await coordinator.getByLabel('Si chiude il').isVisible())) await keyboard.press(ask)
  await onBothWidths(coordinator, 'enti-chiedi')
  await keyboard.pick(coordinator.getByRole('combobox', { name: 'Anno' }), String(year))
  await coordinator.getByLabel('Si chiude il').fill(dayFromNow(-3))
  await keyboard.press(coordinator.getByRole('button', { name: 'Apri il questionario' }))
  await coordinator.getByRole('alert').first().waitFor()
  await looksRight(coordinator, 'enti-giorno-passato')
  await coordinator.getByLabel('Si chiude il').fill('')
  await keyboard.day(coordinator.getByLabel('Si chiude il'), dayFromNow(30))
  await keyboard.press(coordinator.getByRole('button', { name: 'Apri il questionario' }))
  await told(coordinator, 'Aperto: scritto a')
  await reads(coordinator, new RegExp(`Nel ${year} hanno risposto 0 enti su`))
  await onBothWidths(coordinator, 'enti-aperto')
})

test('the administrator sees that the mails have left, and to whom', async () => {
  const admin = await signIn(browser, 'admin')
  await goTo(admin, 'Posta in uscita')
  await admin.getByText(`Con chi lavorate, nel ${year}?`).first().waitFor()
  await looksRight(admin, 'enti-posta')
})

/** A link to hand over, for the first body that has not answered. */
const takeLink = async (): Promise<{ name: string; path: string }> => {
  await coordinator
    .getByRole('button', { name: /^Link nuovo/ })
    .first()
    .click()
  const dialog = coordinator.getByRole('dialog')
  const name = ((await dialog.getByRole('heading').textContent()) ?? '').replace('Il nuovo link di ', '')
  const address = (await dialog.locator('strong').textContent()) ?? ''
  return { name, path: new URL(address).pathname }
}

/** Marks every question of the page with the same degree. */
const answerAll = async (phone: Page, degree: string): Promise<void> => {
  await phone.getByRole('radio', { name: 'Ogni mese' }).check()
  await phone.getByRole('checkbox', { name: 'Facciamo attività insieme' }).check()
  const statements = phone.getByRole('group').filter({ has: phone.getByRole('radio', { name: degree, exact: true }) })
  for (const group of await statements.all()) await group.getByRole('radio', { name: degree, exact: true }).check()
}

const rows = (phone: Page): Locator => phone.getByRole('list', { name: 'Gli altri enti' }).getByRole('link')

test('a body answers on a phone without script: one at a time, nothing lost, nothing of itself', async () => {
  const given = await takeLink()
  await onBothWidths(coordinator, 'enti-link')
  await coordinator.keyboard.press('Escape')
  link = given.path
  const phone = await withoutScript(browser)
  await phone.goto(link)
  await reads(phone, new RegExp(`${given.name}, con chi lavorate nel ${year}`))
  await looksRightWithoutScript(browser, phone, 'questionario-inizio')
  expect(await rows(phone).filter({ hasText: given.name }).count()).toBe(0)
  const first = (await rows(phone).first().textContent()) ?? ''
  await rows(phone).first().click()
  await looksRightWithoutScript(browser, phone, 'questionario-ente')
  await phone.getByRole('radio', { name: 'Ogni mese' }).check()
  await phone.getByRole('button', { name: 'Salva e torna all’elenco' }).click()
  await phone.getByText('Manca una risposta').first().waitFor()
  expect(await phone.getByRole('radio', { name: 'Ogni mese' }).isChecked()).toBe(true)
  await looksRightWithoutScript(browser, phone, 'questionario-manca')
  await answerAll(phone, 'Molto')
  await phone.getByRole('button', { name: 'Salva e torna all’elenco' }).click()
  await phone.getByText(`Scritto: ${first.replace('Detto', '').trim()}`).waitFor()
  await phone.getByText('Hai detto di un ente.').waitFor()
  await rows(phone).nth(1).click()
  await answerAll(phone, 'Poco')
  await phone.getByRole('button', { name: 'Salva e torna all’elenco' }).click()
  await phone.getByRole('button', { name: 'Abbiamo finito' }).click()
  await phone.getByText('Grazie. Puoi ancora cambiare').waitFor()
  await looksRightWithoutScript(browser, phone, 'questionario-finito')
  await phone.goto(`${link}?lang=en`)
  await reads(phone, /whom do you work with in/)
})

test('the coordinator reads told and seen side by side, without a single score; the evaluator reads and does not touch', async () => {
  await coordinator.reload()
  await reads(coordinator, new RegExp(`Nel ${year} hanno risposto 1 enti? su`))
  const pairs = coordinator.getByRole('region', { name: 'Detto e visto' })
  await pairs.getByRole('row').filter({ hasText: 'da uno, ogni mese' }).first().waitFor()
  expect(await coordinator.getByRole('cell', { name: '4,0' }).count()).toBe(0)
  await onBothWidths(coordinator, 'enti-detto-e-visto')
  const evaluator = await signIn(browser, 'valutatore')
  await goTo(evaluator, 'Rete degli enti')
  await evaluator.getByRole('heading', { level: 1 }).waitFor()
  await evaluator.getByRole('combobox', { name: 'Ambito' }).selectOption({ label: 'Ambito Cremasco' })
  await evaluator.getByRole('button', { name: 'Mostra', exact: true }).click()
  await reads(evaluator, new RegExp(`Nel ${year}`))
  expect(await evaluator.getByRole('button', { name: /Chiudi il questionario|Link nuovo/ }).count()).toBe(0)
  expect(await evaluator.getByText('Chiedi agli enti', { exact: true }).count()).toBe(0)
  await looksRight(evaluator, 'enti-valutatore')
})

test('a coordinator of elsewhere finds nothing of it, a tutor is told that it is not for them', async () => {
  const away = await signIn(browser, 'coordinatore.cremona')
  await goTo(away, 'Rete degli enti')
  await away.getByRole('heading', { level: 1 }).waitFor()
  expect(await away.getByText(`Nel ${year}`).count()).toBe(0)
  const tutor = await signIn(browser, 'tutor.crema')
  await tutor.goto('/scrivania/legami/enti')
  await tutor.getByRole('heading', { level: 1 }).waitFor()
  expect(await tutor.getByText(`Nel ${year}`).count()).toBe(0)
  await looksRight(tutor, 'enti-tutor')
})

test('once it is closed its links say so', async () => {
  await coordinator.getByRole('button', { name: 'Chiudi il questionario' }).click()
  await told(coordinator, 'Chiuso.')
  const phone = await passerBy(browser)
  await phone.goto(link)
  await reads(phone, 'Questo link non apre più niente.')
  await looksRight(phone, 'questionario-chiuso')
  await coordinator.reload()
  await reads(coordinator, new RegExp(`Nel ${year}`))
  expect(await coordinator.getByRole('button', { name: /^Link nuovo/ }).count()).toBe(0)
})
