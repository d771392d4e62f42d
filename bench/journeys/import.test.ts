import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { title } from './ask.steps.ts'
import { goTo, keepScreens, looksRight, signIn } from './steps.ts'

// Two lists as bodies send them, from the queue of triage to the people they bring in.
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await keepScreens(browser, 'import')
  await browser.close()
})

const data = new URL('../../../shared/data/', import.meta.url).pathname

const upload = async (page: Page, name: string): Promise<void> => {
  await goTo(page, 'Segnalazioni')
  await page.getByRole('link', { name: 'Importa un elenco' }).click()
  await page.getByLabel('Il file').setInputFiles(`${data}${name}`)
  await page.getByRole('button', { name: 'Leggi il file' }).click()
  await page.getByText('Abbiamo indovinato dai titoli').waitFor()
}

/** Carries the list out; gives what the page then says. */
const confirm = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Conferma e importa' }).click()
  await title(page, 'Importato:').waitFor({ timeout: 30_000 })
  return (await title(page, 'Importato:').textContent()) ?? ''
}

const refusedRows = async (page: Page): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Scarica le righe rifiutate' }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}

for (const [name, who, width] of [
  ['segnalazioni-2026.csv', 'intake.crema', 1280],
  ['segnalazioni-2026.xlsx', 'intake.cremona', 390],
] as const)
  test(`${name}: columns, a dry run row by row, what came in, what was refused and why; the same file again is told`, async () => {
    const page = await signIn(browser, who, width)
    await upload(page, name)
    await looksRight(page, 'prova')
    await page.getByText('Abbiamo indovinato dai titoli').click()
    const reason = page.getByLabel('Motivo', { exact: true })
    const guessed = await reason.inputValue()
    expect(guessed).not.toBe('')
    await looksRight(page, 'colonne')
    await reason.selectOption('')
    await page.getByRole('button', { name: 'Usa queste colonne' }).click()
    await page.getByText('Riletto con queste colonne.').waitFor()
    await page.getByText('Abbiamo indovinato dai titoli').click()
    expect(await page.getByLabel('Motivo', { exact: true }).inputValue()).toBe('')
    await page.getByLabel('Motivo', { exact: true }).selectOption(guessed)
    await page.getByRole('button', { name: 'Usa queste colonne' }).click()
    await page.getByLabel('Motivo', { exact: true }).waitFor({ state: 'hidden' })
    await page.getByText('Abbiamo indovinato dai titoli').waitFor()
    const pages = page.getByRole('navigation', { name: 'Pagine delle righe' })
    await pages.getByText('Righe da 1 a 50 di').waitFor()
    await pages.getByRole('button', { name: 'Quelle dopo' }).click()
    await pages.getByText('Righe da 51 a 100 di').waitFor()
    await looksRight(page, 'seconda-pagina')
    await page.getByRole('combobox', { name: 'Mostra' }).selectOption('refused')
    await page.getByRole('button', { name: 'Mostra', exact: true }).click()
    await page.waitForURL((url) => url.searchParams.get('verdict') === 'refused')
    await page.locator('main').getByText('è di un altro ambito: manda la riga a loro').first().waitFor()
    const rows = page.getByRole('region', { name: 'Riga per riga' }).getByRole('listitem')
    expect(await rows.count()).toBeGreaterThan(20)
    expect(await rows.count()).toBe(await rows.filter({ hasText: 'Riga rifiutata' }).count())
    await looksRight(page, 'rifiutate')
    const told = await confirm(page)
    const [people, referrals] = /(\d+) persone nuove e (\d+) segnalazioni/.exec(told)?.slice(1).map(Number) ?? []
    expect(people).toBeGreaterThan(5)
    expect(referrals).toBeGreaterThanOrEqual(people ?? 0)
    const refused = await refusedRows(page)
    expect(refused).toContain('Motivo del rifiuto')
    expect(refused).toContain('Manca il permesso di essere contattata')
    expect(refused).toContain('è di un altro ambito: manda la riga a loro')
    expect(refused).not.toMatch(/(^|[;\n])"?=/)
    await looksRight(page, 'importato')

    await page.getByRole('link', { name: 'Vai alle segnalazioni' }).click()
    await title(page, 'aspettano una risposta').waitFor()
    await upload(page, name)
    await page.getByText('Questo stesso file è già stato importato').waitFor()
    await looksRight(page, 'di-nuovo')
    expect(await page.getByRole('button', { name: 'Conferma e importa' }).isDisabled()).toBe(true)
    await page.getByText('non c’è nessuna riga da importare').waitFor()
    await page.getByRole('button', { name: 'Annulla e cancella le righe' }).click()
    await page.getByRole('heading', { name: 'Elenchi già caricati' }).waitFor()
    await page.context().close()
  })

/** A list of people with names that sound like nobody else's. */
const longList = (rows: number): string => {
  const parts = ['bal', 'cre', 'dun', 'fos', 'gri', 'len', 'mor', 'nab', 'pit', 'rux', 'sev', 'tam', 'vol', 'zig']
  const part = (number: number): string => parts[number % parts.length] ?? ''
  const lines = Array.from({ length: rows }, (_, at) => {
    const name = `${part(at)}${part(Math.floor(at / 14))}${part(Math.floor(at / 196))}`
    return `01/10/2026;${name};Ada${part(at * 5)};${1930 + (at % 80)};Crema;333${1_000_000 + at * 7};Caritas;sola;si`
  })
  return ['Data;Cognome;Nome;Nato il;Comune;Tel;Segnalato da;Motivo;Consenso', ...lines].join('\n')
}

test('a long list is worked at while the browser is closed, and its result waits there', async () => {
  const page = await signIn(browser, 'intake.crema')
  await goTo(page, 'Segnalazioni')
  await page.getByRole('link', { name: 'Importa un elenco' }).click()
  const buffer = Buffer.from(longList(3000))
  await page.getByLabel('Il file').setInputFiles({ name: 'elenco-lungo.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Leggi il file' }).click()
  await page.getByRole('button', { name: 'Conferma e importa' }).waitFor({ timeout: 60_000 })
  const address = page.url()
  await page.getByRole('button', { name: 'Conferma e importa' }).click()
  await page.getByText('Puoi chiudere questa pagina').waitFor()
  await looksRight(page, 'in-corso')
  await page.goto('about:blank')
  await page.goto(address)
  await title(page, 'Importato:').waitFor({ timeout: 90_000 })
  await looksRight(page, 'finito')
  await page.context().close()
})
