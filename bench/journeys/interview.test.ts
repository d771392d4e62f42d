import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { type Hand, keyboard, mouse } from './hands.ts'
import { goTo, keepScreens, looksRight, signIn } from './steps.ts'

// The conversation about ties: on a tablet by touch, by keyboard alone, broken off, in two at once, and again later.
let browser: Browser
let tutor: Page
let name = ''
let file = ''

const heading = (page: Page, text: RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name: text }).waitFor()
const button = (page: Page, text: string | RegExp) => page.getByRole('button', { name: text })
const isSaved = (page: Page): Promise<void> => page.getByText(/^Salvato alle/).waitFor()

/** From the menu to the ties of somebody whose ties nobody asked about yet: the first such file, or the next ones. */
const toTies = async (page: Page, which: number): Promise<void> => {
  let found = -1
  for (let file = 0; file < 40; file++) {
    await goTo(page, 'Casi')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('main').locator('a[href*="/casi/0"]').nth(file).click()
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Legami/ })
      .click()
    const begin = page.getByRole('link', { name: /Comincia il colloquio|Chiedi di nuovo|Riprendi/ })
    await begin.first().waitFor()
    if (/Comincia/.test((await begin.first().textContent()) ?? '')) found += 1
    if (found === which) return
  }
  throw new Error('everybody has been asked about their ties')
}

type Person = { label: string; kind: string; closeness: string; origin?: RegExp; setting?: string }

/** Fills the form of one alter, with whatever hand. */
const tells = async (page: Page, hand: Hand, person: Person): Promise<void> => {
  await hand.write(page.getByLabel('Iniziali o soprannome'), person.label)
  await hand.choose(page.getByRole('group', { name: 'Chi è' }).getByRole('radio', { name: person.kind }))
  await hand.choose(
    page.getByRole('group', { name: 'Quanto è vicina' }).getByRole('radio', { name: person.closeness, exact: true }),
  )
  if (person.origin)
    await hand.choose(page.getByRole('group', { name: 'Dove è nato' }).getByRole('radio', { name: person.origin }))
  if (person.setting) await hand.write(page.getByLabel('Dove, in poche parole'), person.setting)
  await hand.press(button(page, 'Salva'))
}

const adds = async (page: Page, hand: Hand, person: Person): Promise<void> => {
  await hand.press(button(page, 'Aggiungi una persona'))
  await tells(page, hand, person)
  await page.getByRole('heading', { level: 3, name: person.label, exact: true }).waitFor()
}

/** A point on a circle of the drawing, in the window: `ring` from 1, degrees clockwise from the top. */
const onRing = async (page: Page, ring: 1 | 2 | 3, degrees: number): Promise<{ x: number; y: number }> => {
  const drawing = page.locator('.talk__map')
  await drawing.scrollIntoViewIfNeeded()
  const box = await drawing.boundingBox()
  if (!box) throw new Error('there is no drawing')
  const radius = { 1: 108, 2: 184, 3: 260 }[ring]
  const [dx, dy] = [Math.sin((degrees * Math.PI) / 180) * radius, -Math.cos((degrees * Math.PI) / 180) * radius]
  const scale = Math.min(box.width / 640, box.height / 600)
  return { x: box.x + box.width / 2 + dx * scale, y: box.y + box.height / 2 + dy * scale }
}

const drags = async (page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> => {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 })
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
}

beforeAll(async () => {
  browser = await openBrowser()
  tutor = await signIn(browser, 'tutor.crema', 1024)
  await toTies(tutor, 0)
  file = new URL(tutor.url()).pathname
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepScreens(browser, 'rotto-colloquio')
})
afterAll(() => browser.close())

test('a conversation begins from the ties of a person, with its day and where the pact stands', async () => {
  await looksRight(tutor, 'legami-prima')
  await tutor.getByRole('link', { name: /Comincia il colloquio|Chiedi di nuovo/ }).click()
  await heading(tutor, /Parliamo dei legami di/)
  name = ((await tutor.getByRole('heading', { level: 1 }).textContent()) ?? '').replace(/^Parliamo dei legami di /, '')
  await looksRight(tutor, 'colloquio-inizio')
  await tutor.getByLabel('Il giorno del colloquio').fill('2099-01-01')
  await button(tutor, 'Comincia il colloquio').click()
  await tutor.getByText('Il giorno del colloquio deve ancora venire.').first().waitFor()
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' })
  await tutor.getByLabel('Il giorno del colloquio').fill(today)
  await button(tutor, 'Comincia il colloquio').click()
  await heading(tutor, /A chi può chiedere una mano/)
})

test('ten hands without a name, each saved as it is told', async () => {
  const first = tutor.getByRole('group', { name: /medico/ })
  await first.getByRole('radio', { name: 'Sì' }).check()
  await tutor.getByLabel(/Che tipo di persona/).selectOption({ label: 'Vicinato' })
  await tutor
    .getByRole('group', { name: /50 euro/ })
    .getByRole('radio', { name: 'Non lo so' })
    .check()
  await tutor.getByText('Finora per una cosa su 2 c’è qualcuno.').waitFor()
  await isSaved(tutor)
  await looksRight(tutor, 'colloquio-mano')
  await button(tutor, 'Avanti').click()
  await heading(tutor, /Chi sta vicino a/)
})

test('somebody is put on a circle by touch, and dragged nearer', async () => {
  const spot = await onRing(tutor, 3, 60)
  await tutor.touchscreen.tap(spot.x, spot.y)
  await tutor.getByRole('heading', { level: 2, name: 'Una persona vicina' }).waitFor()
  const far = tutor.getByRole('group', { name: 'Quanto è vicina' }).getByRole('radio', { name: 'Un po’ lontano' })
  expect(await far.isChecked()).toBe(true)
  await looksRight(tutor, 'colloquio-persona')
  await tells(tutor, mouse, { label: 'T.G.', kind: 'Vicinato', closeness: 'Un po’ lontano' })
  await tutor.getByText('Vicinato, un po’ lontano').waitFor()
  await drags(tutor, await onRing(tutor, 3, 60), await onRing(tutor, 1, 80))
  await tutor.getByText('Vicinato, molto vicino').waitFor()
  await isSaved(tutor)
})

test('a whole name is turned down, and what was typed stays', async () => {
  await button(tutor, 'Aggiungi una persona').click()
  await tutor.getByLabel('Iniziali o soprannome').fill('MarioRossi')
  await tutor.getByRole('group', { name: 'Chi è' }).getByRole('radio', { name: 'Parente' }).check()
  await tutor
    .getByRole('group', { name: 'Quanto è vicina' })
    .getByRole('radio', { name: 'Vicino', exact: true })
    .check()
  await button(tutor, 'Salva').click()
  await tutor
    .getByText(/una parola sola, al massimo undici lettere/)
    .first()
    .waitFor()
  await looksRight(tutor, 'colloquio-nome-intero')
  await tutor.getByLabel('Iniziali o soprannome').fill('Mario')
  await button(tutor, 'Salva').click()
  await tutor.getByText('Parente, vicino').waitFor()
  await isSaved(tutor)
})

test('when the net goes away what is told stays, and is saved when it is back', async () => {
  await tutor.context().setOffline(true)
  await adds(tutor, mouse, { label: 'Zia', kind: 'Parente', closeness: 'Vicino' })
  await tutor.getByText(/Non c’è rete\. Quello che hai scritto è qui/).waitFor()
  await looksRight(tutor, 'colloquio-senza-rete')
  await tutor.context().setOffline(false)
  await isSaved(tutor)
})

test('broken off in the middle of a form, it goes on where it was, also in another browser', async () => {
  await button(tutor, 'Aggiungi una persona').click()
  await tutor.getByLabel('Iniziali o soprannome').fill('Mezza')
  await tutor.reload()
  await tutor.getByRole('heading', { level: 2, name: 'Una persona vicina' }).waitFor()
  expect(await tutor.getByLabel('Iniziali o soprannome').inputValue()).toBe('Mezza')
  await button(tutor, 'Lascia stare').click()
  await tutor.context().close()
  tutor = await signIn(browser, 'tutor.crema', 1024)
  await tutor.goto(file)
  await tutor.getByText(/C’è un colloquio a metà/).waitFor()
  await looksRight(tutor, 'legami-a-meta')
  await tutor.getByRole('link', { name: 'Riprendi il colloquio' }).click()
  await heading(tutor, /Chi sta vicino a/)
  for (const label of ['T.G.', 'Mario', 'Zia']) await tutor.getByRole('heading', { level: 3, name: label }).waitFor()
  await looksRight(tutor, 'colloquio-vicini')
})

test('a colleague is told who is at it, takes over by saying so, and the first is told in turn', async () => {
  const social = await signIn(browser, 'assistente.crema', 1280)
  await social.goto(`${file}/colloquio`)
  await heading(social, /è già aperto/)
  await social.getByText(/lo sta facendo dalle/).waitFor()
  await looksRight(social, 'colloquio-in-due')
  await button(social, 'Continua tu').click()
  await heading(social, /Chi sta vicino a/)
  await tutor.getByRole('heading', { level: 3, name: 'Zia' }).waitFor()
  await adds(tutor, mouse, { label: 'Rosa', kind: 'Amicizia', closeness: 'Molto vicino' })
  await tutor.getByText(/Ora il colloquio lo sta facendo/).waitFor()
  await looksRight(tutor, 'colloquio-preso')
  await button(tutor, 'Riprendi tu').click()
  await isSaved(tutor)
  await tutor.getByRole('heading', { level: 3, name: 'Rosa' }).waitFor()
  await social.context().close()
})

test('who knows whom, by two touches or from the list', async () => {
  await button(tutor, 'Avanti').click()
  await heading(tutor, /Chi conosce chi/)
  const nodes = tutor.locator('.talk__node')
  await nodes.nth(0).click()
  await nodes.nth(1).click()
  await tutor.getByText('Finora una coppia si conosce.').waitFor()
  await tutor
    .getByText(/^Zia conosce/)
    .first()
    .click()
  await tutor.getByRole('group', { name: 'Zia conosce' }).getByRole('checkbox', { name: 'Mario' }).check()
  await tutor.getByText('Finora 2 coppie si conoscono.').waitFor()
  await isSaved(tutor)
  await looksRight(tutor, 'colloquio-conosce')
})

test('read together, it ends, and what was told are ties', async () => {
  await button(tutor, 'Avanti').click()
  await heading(tutor, /oggi ha raccontato/)
  await looksRight(tutor, 'colloquio-fine')
  await button(tutor, 'Chiudi il colloquio').click()
  await tutor.getByText('Colloquio chiuso.').waitFor()
  await tutor.getByRole('heading', { level: 2, name: /ha raccontato/ }).waitFor()
  await looksRight(tutor, 'legami-uno')
  expect(await tutor.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('fl-wave')))).toEqual([])
})

test('the second conversation opens on the first, by keyboard alone', async () => {
  await tutor.goto(`${file}/colloquio?passo=vicini`)
  await keyboard.press(button(tutor, 'Comincia il colloquio'))
  await heading(tutor, /Chi sta vicino a/)
  await tutor.getByRole('heading', { level: 2, name: /Ancora da chiedere/ }).waitFor()
  await looksRight(tutor, 'colloquio-di-nuovo')
  await keyboard.press(button(tutor, /^C’è ancora\s*: T\.G\.$/))
  await keyboard.press(button(tutor, /^Non c’è più\s*: Mario$/))
  await keyboard.press(button(tutor, /^È cambiato\s*: Zia$/))
  await tutor.getByRole('heading', { level: 2, name: 'Come va con Zia' }).waitFor()
  await keyboard.choose(
    tutor.getByRole('group', { name: 'Quanto è vicina' }).getByRole('radio', { name: 'Molto vicino' }),
  )
  await keyboard.press(button(tutor, 'Salva'))
  await adds(tutor, keyboard, {
    label: 'K.B.',
    kind: 'Amicizia',
    closeness: 'Vicino',
    origin: /In un altro posto/,
    setting: 'Al mercato',
  })
  await isSaved(tutor)
  await keyboard.press(button(tutor, 'Avanti'))
  await heading(tutor, /Chi conosce chi/)
  await keyboard.press(button(tutor, 'Avanti'))
  await heading(tutor, /un legame è nuovo, uno è cambiato, uno non c’è più/)
  await tutor.getByText(/non avete parlato/).waitFor()
  await looksRight(tutor, 'colloquio-fine-due')
  await keyboard.press(button(tutor, 'Chiudi il colloquio'))
  await tutor.getByText('Colloquio chiuso.').waitFor()
  await tutor.getByRole('heading', { level: 2, name: /1 legame è nuovo.*1 è più stretto.*1 si è perso/ }).waitFor()
  await looksRight(tutor, 'legami-due')
})

test('who coordinates sees the two side by side, on a screen and on a phone, and cannot hold one', async () => {
  for (const width of [1280, 390] as const) {
    const page = await signIn(browser, 'coordinatore.crema', width)
    await page.goto(file)
    await page.getByRole('heading', { level: 2, name: /1 legame è nuovo/ }).waitFor()
    const row = page.getByRole('row').filter({ hasText: 'K. B.' })
    for (const cell of ['non c’era', 'vicino', 'nuovo', /Al mercato/]) await row.getByText(cell).first().waitFor()
    await page.getByRole('row').filter({ hasText: 'Mario' }).getByText('perso').waitFor()
    expect(await page.getByRole('link', { name: 'Chiedi di nuovo' }).count()).toBe(0)
    await looksRight(page, 'legami-coordinatrice')
    await page.context().close()
  }
})

test('a conversation on a phone, left half-way, leaves no label behind', async () => {
  const phone = await signIn(browser, 'tutor.crema', 390)
  await phone.goto(`${file}/colloquio`)
  await button(phone, 'Comincia il colloquio').click()
  await heading(phone, /A chi può chiedere/)
  await button(phone, 'Avanti').click()
  await adds(phone, mouse, { label: 'Prova', kind: 'Amicizia', closeness: 'Vicino', origin: /prima/ })
  await isSaved(phone)
  await looksRight(phone, 'colloquio-telefono')
  await button(phone, 'Avanti').click()
  await button(phone, 'Avanti').click()
  await heading(phone, /oggi ha raccontato/)
  await phone.getByText('Non si va avanti').click()
  await button(phone, 'Butta via questo colloquio').click()
  await phone.getByText('Il colloquio non c’è più, e i nomi nemmeno.').waitFor()
  await phone.getByText('lasciato a metà, senza nomi').waitFor()
  expect(await phone.getByText('Prova', { exact: true }).count()).toBe(0)
  expect(name).not.toBe('')
})
