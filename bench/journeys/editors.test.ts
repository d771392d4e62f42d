import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { mouse } from './hands.ts'
import { atHand } from './pact.steps.ts'
import { goTo, keepScreens, looksRight, signIn } from './steps.ts'

// Two people write the same pact, a net that goes away, a hand that clicks twice.
let browser: Browser
let tutor: Page
let social: Page
let name = ''

const purpose = 'Perché facciamo questo patto'
const ifNotKept = 'Che cosa succede se un impegno non riesce'

/** From the menu to a draft, and to its text. */
const toText = async (page: Page, person: string): Promise<void> => {
  await goTo(page, 'Patti')
  await page.getByLabel('Nome o numero').fill(person)
  if (page === tutor) await page.getByLabel('Di chi', { exact: true }).selectOption({ label: 'Quelli che seguo io' })
  await page.getByLabel('Stato', { exact: true }).selectOption({ label: 'In bozza' })
  await page.getByRole('button', { name: 'Filtra', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'con questi filtri' }).waitFor()
  await page
    .getByRole('list', { name: 'I patti' })
    .getByRole('link', { name: /^Apri il patto/ })
    .first()
    .click()
  const text = page.getByRole('link', { name: /Continua a scrivere|Scrivi il patto/ })
  await (await atHand({ page, hand: mouse }, text)).click()
  await page.getByRole('heading', { level: 1, name: /Scriviamo|Cambiamo/ }).waitFor()
}

const isSaved = (page: Page): Promise<void> =>
  page
    .getByText(/^Salvato alle/)
    .first()
    .waitFor()

const writes = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByLabel(label).fill(text)
  await page.getByLabel(label).blur()
}

const textOf = (page: Page, label: string): Promise<string> => page.getByLabel(label).inputValue()

/** Leaves the text and comes back, as after a break. */
const reopens = async (page: Page): Promise<void> => {
  await page.reload()
  await page.getByRole('heading', { level: 1, name: /Scriviamo|Cambiamo/ }).waitFor()
}

beforeAll(async () => {
  browser = await openBrowser()
  tutor = await signIn(browser, 'tutor.crema')
  social = await signIn(browser, 'assistente.crema')
  await toText(tutor, '')
  name = ((await tutor.getByRole('heading', { level: 1 }).textContent()) ?? '')
    .replace(/^.* patto di (.*)\.$/s, '$1')
    .trim()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepScreens(browser, 'rotto-insieme')
})
afterAll(() => browser.close())

test('two people write different fields of a pact: both stay', async () => {
  await toText(social, name)
  await Promise.all([
    writes(tutor, purpose, 'Vuole restare nel suo quartiere.'),
    writes(social, ifNotKept, 'Ne parliamo entro due settimane.'),
  ])
  await Promise.all([isSaved(tutor), isSaved(social)])
  await Promise.all([reopens(tutor), reopens(social)])
  for (const page of [tutor, social]) {
    expect(await textOf(page, purpose)).toBe('Vuole restare nel suo quartiere.')
    expect(await textOf(page, ifNotKept)).toBe('Ne parliamo entro due settimane.')
  }
})

test('in the same field both texts are shown with who and when, also after a reload, and either comes back', async () => {
  await writes(tutor, purpose, 'Come lo ha scritto la tutor.')
  await isSaved(tutor)
  await writes(social, purpose, 'Come lo ha scritto l’assistente sociale.')
  await social.getByRole('heading', { name: /Avete scritto in due/ }).waitFor()
  await reopens(social)
  const both = social.getByRole('group', { name: purpose })
  await both.getByText('Come lo ha scritto la tutor.').waitFor()
  await both.getByText('Come lo ha scritto l’assistente sociale.').waitFor()
  await both.getByText(/Il testo di Barbara Bassi, /).waitFor()
  await looksRight(social, 'insieme-due-testi')
  await both.getByRole('radio', { name: /Il mio testo/ }).check()
  await social.getByRole('button', { name: 'Salva le scelte' }).click()
  await social.getByRole('heading', { name: /Avete scritto in due/ }).waitFor({ state: 'detached' })
  await reopens(tutor)
  expect(await textOf(tutor, purpose)).toBe('Come lo ha scritto l’assistente sociale.')
})

/** Two people write the same field, one after the other: the second is shown both texts. */
const disagree = async (mine: string, theirs: string): Promise<void> => {
  await reopens(tutor)
  await reopens(social)
  await writes(tutor, purpose, theirs)
  await isSaved(tutor)
  await writes(social, purpose, mine)
  await social.getByRole('heading', { name: /Avete scritto in due/ }).waitFor()
}

const chosen = async (): Promise<void> => {
  await social.getByRole('button', { name: 'Salva le scelte' }).click()
  await social.getByRole('heading', { name: /Avete scritto in due/ }).waitFor({ state: 'detached' })
}

test('the other’s text can be taken, without losing one’s own until then', async () => {
  await disagree('Il testo che lascio.', 'Il testo che prendo.')
  const both = social.getByRole('group', { name: purpose })
  await both.getByRole('radio', { name: /Il testo di Barbara Bassi/ }).check()
  await chosen()
  await reopens(tutor)
  for (const page of [tutor, social]) expect(await textOf(page, purpose)).toBe('Il testo che prendo.')
})

test('a third text can be written from both, also after a reload of either side', async () => {
  await disagree('Vuole un lavoro vicino a casa.', 'Vuole restare nel quartiere.')
  await reopens(tutor)
  await reopens(social)
  const both = social.getByRole('group', { name: purpose })
  await both.getByText('Vuole restare nel quartiere.').first().waitFor()
  await both.getByText('Vuole un lavoro vicino a casa.').first().waitFor()
  await both.getByRole('radio', { name: 'Li unisco io' }).check()
  await looksRight(social, 'insieme-terzo-testo')
  await both.getByLabel('Testo unito').fill('Vuole restare nel quartiere e lavorare vicino a casa.')
  await chosen()
  await reopens(tutor)
  for (const page of [tutor, social])
    expect(await textOf(page, purpose)).toBe('Vuole restare nel quartiere e lavorare vicino a casa.')
})

test('what was typed and not yet saved survives a locked screen', async () => {
  const { password } = inject('product')
  await tutor.getByLabel(ifNotKept).fill('Scritto un attimo prima del blocco.')
  await tutor.locator('.desk__me summary').click()
  await tutor.getByRole('button', { name: 'Blocca lo schermo' }).click()
  const lock = tutor.getByRole('dialog')
  await lock.waitFor()
  expect(await tutor.getByLabel(ifNotKept).isVisible()).toBe(false)
  await looksRight(tutor, 'insieme-bloccato')
  await lock.getByLabel('La tua password').fill(password)
  await lock.getByRole('button', { name: 'Sblocca' }).click()
  await lock.waitFor({ state: 'detached' })
  expect(await textOf(tutor, ifNotKept)).toBe('Scritto un attimo prima del blocco.')
  await tutor.getByLabel(ifNotKept).blur()
  await isSaved(tutor)
  await reopens(social)
  expect(await textOf(social, ifNotKept)).toBe('Scritto un attimo prima del blocco.')
})

test('without the net what is typed stays on the page, and is saved when the net is back', async () => {
  await tutor.context().setOffline(true)
  await writes(tutor, purpose, 'Scritto in treno, senza rete.')
  await tutor.getByText('Quello che hai scritto è qui e non si perde').first().waitFor()
  expect(await textOf(tutor, purpose)).toBe('Scritto in treno, senza rete.')
  await looksRight(tutor, 'insieme-senza-rete')
  await tutor.context().setOffline(false)
  await isSaved(tutor)
  await reopens(social)
  expect(await textOf(social, purpose)).toBe('Scritto in treno, senza rete.')
})

test('a double click sends a note once', async () => {
  await goTo(tutor, 'Casi')
  await tutor.getByRole('form', { name: 'Cerca per nome' }).getByRole('searchbox').fill(name)
  await tutor.getByRole('form', { name: 'Cerca per nome' }).getByRole('button', { name: 'Cerca' }).click()
  await tutor.getByRole('link', { name, exact: true }).click()
  await tutor.getByLabel('Che cosa è successo').fill('Una nota scritta con due clic.')
  await tutor.getByRole('button', { name: 'Salva la nota' }).dblclick()
  await tutor.getByRole('status').filter({ hasText: 'Nota salvata.' }).waitFor()
  await tutor.reload()
  const notes = tutor.getByRole('main').getByText('Una nota scritta con due clic.')
  await notes.first().waitFor()
  expect(await notes.count()).toBe(1)
})
