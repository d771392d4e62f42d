import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { keyboard } from './hands.ts'
import { reads, told } from './pact.steps.ts'
import { goTo, keepScreens, looksRight, looksRightWithoutScript, signIn, withoutScript } from './steps.ts'

// A class of numbers: its teacher asks twice, pupils answer on a phone, nobody else sees it.
let browser: Browser
let teacher: Page
const name = `5${String.fromCharCode(65 + (Date.now() % 26))}`

beforeAll(async () => {
  browser = await openBrowser()
  teacher = await signIn(browser, 'insegnante.crema')
})
afterAll(() => browser.close())
afterEach(({ task }) =>
  task.result?.state === 'fail' ? keepScreens(browser, `classe-${task.name.slice(0, 20)}`) : undefined,
)

const onBothWidths = async (page: Page, picture: string): Promise<void> => {
  await looksRight(page, picture)
  await page.setViewportSize({ width: 390, height: 844 })
  await looksRight(page, picture)
  await page.setViewportSize({ width: 1280, height: 900 })
}

const toClass = async (): Promise<void> => {
  await goTo(teacher, 'Classi')
  await teacher.getByRole('main').getByRole('link', { name, exact: true }).click()
  await reads(teacher, new RegExp(`Classe ${name}`))
}

const codeOnBoard = async (): Promise<string> => {
  const said = (await teacher.getByText(/^Scrivi alla lavagna: /).textContent()) ?? ''
  return said.replace('Scrivi alla lavagna: ', '').trim()
}

type Pupil = { readonly number: number; readonly chooses: readonly number[] }

const enters = async (phone: Page, code: string, number: number): Promise<void> => {
  await phone.goto('/classe')
  await phone.getByLabel('Codice della classe').fill(code)
  await phone.getByLabel('Il tuo numero').fill(String(number))
  await phone.getByRole('button', { name: 'Avanti' }).click()
}

/** A pupil at the phone that goes round the class. */
const answers = async (phone: Page, code: string, { number, chooses }: Pupil): Promise<void> => {
  await enters(phone, code, number)
  for (const choice of chooses) await phone.getByRole('checkbox', { name: new RegExp(`^${choice} `) }).check()
  await phone.getByRole('button', { name: 'Ho finito' }).click()
}

const thanked = (phone: Page): Promise<void> => phone.getByText('Grazie! La tua risposta è arrivata.').waitFor()

test('a teacher prepares a class by keyboard alone, and no class without a purpose', async () => {
  await goTo(teacher, 'Classi', keyboard)
  await onBothWidths(teacher, 'classi')
  await keyboard.press(teacher.getByRole('link', { name: 'Prepara una classe' }))
  await keyboard.write(teacher.getByLabel('Classe', { exact: true }), name)
  await keyboard.pick(teacher.getByLabel('Quanti sono'), '6')
  await keyboard.press(teacher.getByRole('button', { name: 'Prepara la classe' }))
  await teacher.getByText('Scrivi il perché, con almeno venti lettere.').first().waitFor()
  await onBothWidths(teacher, 'classe-nuova')
  await keyboard.write(teacher.getByLabel('Perché lo chiedi'), 'Per formare i gruppi di lavoro di scienze.')
  await keyboard.press(teacher.getByRole('button', { name: 'Prepara la classe' }))
  await told(teacher, 'Classe preparata.')
  await reads(teacher, new RegExp(`Classe ${name}.*: 6 numeri`))
  await onBothWidths(teacher, 'classe-preparata')
})

test('the roster leaves the printer alone, with a line for each name', async () => {
  await teacher.emulateMedia({ media: 'print' })
  const sheet = teacher.getByRole('table', { name: 'L’elenco' })
  await sheet.getByText('6 ', { exact: false }).first().waitFor()
  expect(await teacher.getByRole('button').count()).toBe(0)
  expect(await teacher.getByText('Per formare i gruppi').isVisible()).toBe(false)
  expect(await teacher.getByText('La prima volta').isVisible()).toBe(false)
  await looksRight(teacher, 'classe-stampa')
  await teacher.emulateMedia({ media: 'screen' })
})

// a picture of one point, and a file that is none
const onePoint = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('a picture of the list is kept; one that is too large or none is turned down with the reason', async () => {
  await teacher.getByText('Figura dell’elenco').first().click()
  const add = async (file: string, buffer: Buffer): Promise<void> => {
    await teacher.locator('#photo').setInputFiles({ name: file, mimeType: 'image/png', buffer })
    await teacher.getByRole('button', { name: 'Aggiungi la figura' }).click()
  }
  await add('classe.png', Buffer.alloc(10_000_000, onePoint))
  await teacher
    .getByRole('alert')
    .filter({ hasText: /5 MB|troppo/ })
    .first()
    .waitFor()
  await add('classe.png', Buffer.from('nessuna figura'))
  await teacher.getByRole('alert').filter({ hasText: 'il contenuto un’altra' }).first().waitFor()
  await looksRight(teacher, 'classe-figura-rifiutata')
  await add('classe.png', onePoint)
  await told(teacher, 'Figura aggiunta.')
  const shown = teacher.getByRole('link', { name: 'Guarda la figura' })
  await shown.waitFor()
  const reply = await teacher.request.get((await shown.getAttribute('href')) ?? '')
  expect([reply.status(), reply.headers()['content-type']]).toEqual([200, 'image/png'])
})

test('pupils answer on a phone without script, each once; the teacher sees who chose each other', async () => {
  const first = teacher.getByRole('region', { name: 'La prima volta' })
  await first.getByLabel('Quante scelte al massimo').selectOption('2')
  await first.getByRole('button', { name: 'Apri la domanda' }).click()
  await told(teacher, 'Aperta')
  const code = await codeOnBoard()
  await onBothWidths(teacher, 'classe-aperta')
  const phone = await withoutScript(browser)
  await phone.goto('/classe')
  await looksRightWithoutScript(browser, phone, 'alunno-codice')
  await enters(phone, 'AAAA-AAAA', 1)
  await phone.getByText('Questo codice non apre niente.').waitFor()
  await enters(phone, code.toLowerCase().replace('-', ' '), 1)
  await looksRightWithoutScript(browser, phone, 'alunno-scelta')
  expect(await phone.getByRole('checkbox', { name: /^1 / }).count()).toBe(0)
  for (const choice of [2, 3, 4]) await phone.getByRole('checkbox', { name: new RegExp(`^${choice} `) }).check()
  await phone.getByRole('button', { name: 'Ho finito' }).click()
  await phone.getByRole('alert').getByText('Hai scelto più di 2 persone').waitFor()
  await looksRightWithoutScript(browser, phone, 'alunno-troppe')
  await phone.getByRole('checkbox', { name: /^4 / }).uncheck()
  await phone.getByRole('button', { name: 'Ho finito' }).click()
  await thanked(phone)
  await looksRightWithoutScript(browser, phone, 'alunno-grazie')
  for (const pupil of [
    { number: 2, chooses: [1] },
    { number: 3, chooses: [4] },
    { number: 4, chooses: [3] },
  ]) {
    await answers(phone, code, pupil)
    await thanked(phone)
  }
  await enters(phone, code, 2)
  await phone.getByText('Questo numero ha già risposto.').waitFor()
  await teacher.reload()
  await first.getByText('Su 6, 4 hanno risposto. 2 coppie si sono scelte a vicenda.').waitFor()
  await first.getByText('1 e 2; 3 e 4').waitFor()
  await first.getByRole('definition').filter({ hasText: /^5, 6/ }).waitFor()
  await onBothWidths(teacher, 'classe-prima-volta')
  await first.getByRole('button', { name: 'Chiudi adesso' }).click()
  await told(teacher, 'Chiusa.')
  await enters(phone, code, 5)
  await phone.getByText('Questo codice non apre niente.').waitFor()
})

test('the second time shows what changed from the first, in lists of numbers and no order of merit', async () => {
  await toClass()
  const second = teacher.getByRole('region', { name: 'La seconda volta' })
  await second.getByLabel('Quante scelte al massimo').selectOption('2')
  await second.getByRole('button', { name: 'Apri la domanda' }).click()
  await told(teacher, 'Aperta')
  const code = await codeOnBoard()
  const phone = await withoutScript(browser)
  for (const pupil of [
    { number: 1, chooses: [5] },
    { number: 5, chooses: [1] },
    { number: 3, chooses: [4] },
    { number: 4, chooses: [3] },
  ]) {
    await answers(phone, code, pupil)
    await thanked(phone)
  }
  await teacher.reload()
  const change = teacher.getByRole('region', { name: 'Dalla prima alla seconda volta' })
  await change.getByText('1 e 5').waitFor()
  await change.getByText('1 e 2').waitFor()
  await onBothWidths(teacher, 'classe-due-volte')
  await second.getByText('Fai rispondere di nuovo un numero').click()
  await second.getByLabel('Numero').selectOption('1')
  await second.getByRole('button', { name: 'Togli la risposta' }).click()
  await told(teacher, 'Tolta')
})

test('nobody else sees the class: not the coordinator, not another teacher’s school, not by its address', async () => {
  const address = new URL(teacher.url()).pathname
  const coordinator = await signIn(browser, 'coordinatore.crema')
  expect(await coordinator.getByRole('navigation').getByRole('link', { name: 'Classi' }).count()).toBe(0)
  await coordinator.goto(address)
  await coordinator.getByRole('heading', { level: 1 }).waitFor()
  expect(await coordinator.getByText(name).count()).toBe(0)
  await looksRight(coordinator, 'classe-coordinatore')
  const reply = await coordinator.request.get(`/api/v1/classes/${address.split('/').at(-1)}`)
  expect([403, 404]).toContain(reply.status())
})

test('the answers are erased when the teacher says so; that the class was asked stays', async () => {
  await toClass()
  await teacher.getByText('Cancella le risposte').first().click()
  await teacher.getByRole('button', { name: 'Cancella per sempre' }).click()
  await told(teacher, 'Cancellate.')
  expect(await teacher.getByText('1 e 5').count()).toBe(0)
  await looksRight(teacher, 'classe-cancellata')
})
