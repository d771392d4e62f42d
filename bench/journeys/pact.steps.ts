import type { Locator, Page } from 'playwright-core'
import { inject } from 'vitest'
import type { Hand } from './hands.ts'
import { goTo, looksRight } from './steps.ts'

/** Today in the programme's own time zone, moved by some days. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' })

/** Waits for the sentence that opens a page. */
export const reads = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name: text }).waitFor()

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The name of a button or a link that is heard with what it is about: 'Firma adesso: Comune di Crema'. */
export const named = (act: string, about: string): RegExp => new RegExp(`^${escaped(act)}\\s*: ${escaped(about)}$`)

export const told = (page: Page, text: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor()

/** Whoever does a thing: their screen and their hand. `pictures` names what is looked at on the way, when it is. */
export type Worker = { readonly page: Page; readonly hand: Hand; readonly pictures?: string }

const look = async ({ page, pictures }: Worker, name: string): Promise<void> => {
  if (pictures) await looksRight(page, `${pictures}-${name}`)
}

/** Registers an adult who gave permission and agreed to work together. */
export const register = async (worker: Worker, name: { given: string; family: string }): Promise<void> => {
  const { page, hand } = worker
  await goTo(page, 'Persone', hand)
  await hand.press(page.getByRole('link', { name: 'Registra una persona' }))
  await reads(page, 'Una persona nuova')
  await hand.write(page.getByLabel('Nome', { exact: true }), name.given)
  await hand.write(page.getByLabel('Cognome', { exact: true }), name.family)
  await hand.write(page.getByLabel('Giorno', { exact: true }), '4')
  await hand.write(page.getByLabel('Mese', { exact: true }), '5')
  await hand.write(page.getByLabel('Anno', { exact: true }), '1988')
  await hand.choose(page.getByRole('radio', { name: 'Sì, lo ha dato' }))
  await hand.pick(page.getByLabel('Base giuridica'), 'compito di interesse pubblico (GDPR, art. 6, lett. e)')
  await hand.press(page.getByRole('button', { name: 'Registra', exact: true }))
  await reads(page, `${name.given} ${name.family}`)
}

/** Finds somebody among the people, from the menu. */
export const findPerson = async ({ page, hand }: Worker, name: string): Promise<void> => {
  await goTo(page, 'Persone', hand)
  await hand.write(page.getByRole('searchbox', { name: 'Nome o codice fiscale' }), name)
  await hand.press(page.getByRole('link', { name, exact: true }))
  await reads(page, name)
}

/** From a person's sheet: opens the file, followed by the worker and a tutor. */
export const openFile = async (worker: Worker, equipe: { me: string; tutor: string }): Promise<void> => {
  const { page, hand } = worker
  await hand.press(page.getByRole('link', { name: 'Comincia a seguire' }))
  await reads(page, 'Cominciamo a seguire')
  await hand.find(page.getByRole('combobox', { name: 'Chi', exact: true }), equipe.me)
  await hand.find(page.getByRole('combobox', { name: 'Chi', exact: true }), equipe.tutor)
  await look(worker, 'fascicolo-nuovo')
  await hand.press(page.getByRole('button', { name: 'Apri il fascicolo' }))
  await reads(page, 'Seguiamo')
  await look(worker, 'fascicolo')
}

/** Reads needs and what the person can bring, and closes the reading. */
export const assess = async (worker: Worker): Promise<void> => {
  const { page, hand } = worker
  await hand.press(
    page.getByRole('navigation', { name: 'Parti del fascicolo' }).getByRole('link', { name: 'Valutazione' }),
  )
  await hand.press(page.getByRole('button', { name: 'Comincia la valutazione' }))
  const area = (name: string): Locator => page.getByRole('group', { name, exact: true })
  const [need, bring] = ['Di che cosa c’è bisogno', 'Che cosa posso portare io']
  const unfold = (name: string): Promise<void> => hand.press(page.locator('summary').filter({ hasText: name }))
  await unfold('Casa')
  await hand.write(area('Casa').getByLabel(need), 'L’affitto scade a giugno e non sa dove andare.')
  await hand.pick(area('Casa').getByLabel('Quanto è grande il bisogno'), 'Grande')
  await hand.choose(area('Casa').getByLabel('L’ho chiesto: per adesso niente'))
  await page.locator('summary').filter({ hasText: 'Casa' }).getByText('Scritto').waitFor()
  await unfold('Relazioni')
  await hand.write(area('Relazioni').getByLabel(need), 'Conosce poche persone nel quartiere.')
  await hand.write(area('Relazioni').getByLabel(bring), 'Sa cucinare per molte persone.')
  await look(worker, 'valutazione')
  await hand.press(page.getByRole('button', { name: 'Chiudi la valutazione' }))
  await told(page, 'Valutazione chiusa.')
  await look(worker, 'valutazione-chiusa')
  await hand.day(page.getByLabel('In quale giorno'), dayFromNow(0))
  await hand.press(page.getByRole('button', { name: 'La persona l’ha letta ed è d’accordo' }))
  await page.getByText('La persona è d’accordo dal').waitFor()
}

/** From the menu to somebody's file. */
export const findFile = async ({ page, hand }: Worker, name: string): Promise<void> => {
  await goTo(page, 'Casi', hand)
  const search = page.getByRole('form', { name: 'Cerca per nome' })
  await hand.write(search.getByRole('searchbox'), name)
  await hand.press(search.getByRole('button', { name: 'Cerca' }))
  await hand.press(page.getByRole('link', { name, exact: true }))
  await reads(page, 'Seguiamo')
}

/** From the file: begins a pact with a body of the equipe and its tutor. */
export const beginPact = async (worker: Worker, who: { partner: string; tutor: RegExp }): Promise<void> => {
  const { page, hand } = worker
  await hand.press(page.getByRole('navigation', { name: 'Parti del fascicolo' }).getByRole('link', { name: 'Patti' }))
  await hand.press(page.getByRole('link', { name: 'Comincia un patto' }))
  await reads(page, 'Cominciamo un patto')
  await hand.choose(page.getByRole('radio', { name: /inclusione sociale/ }))
  await hand.pick(page.getByLabel('Quale ente firma il patto'), who.partner)
  const tutors = page.getByLabel('Chi è il tutor')
  const label = (await tutors.getByRole('option').allTextContents()).find((one) => who.tutor.test(one)) ?? ''
  await hand.pick(tutors, label)
  await hand.day(page.getByLabel('Quando vi siete parlati'), dayFromNow(-2))
  await look(worker, 'patto-nuovo')
  await hand.press(page.getByRole('button', { name: 'Comincia a scrivere' }))
  await reads(page, 'Scriviamo insieme il patto')
}

/** The last one of several parts of the text that bear the same heading. */
const part = (page: Page, heading: string): Locator =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading, exact: true }) })
    .last()

const writeGoal = async ({ page, hand }: Worker): Promise<void> => {
  await hand.press(page.getByRole('button', { name: 'Aggiungi un obiettivo' }))
  const goal = page.getByRole('group', { name: 'Obiettivo 1' })
  await hand.write(goal.getByLabel('Obiettivo, con le parole della persona'), 'Voglio una casa dove stare tranquilla.')
  await hand.pick(goal.getByLabel('Ambito di vita'), 'Casa')
  await hand.press(goal.getByRole('button', { name: 'Aggiungi un passo' }))
  await hand.write(goal.getByLabel('Passo', { exact: true }), 'Preparare le carte per la domanda')
  await hand.day(goal.getByLabel('Entro quando'), dayFromNow(30))
}

type Promised = { side: string; add: string; text: string; owner?: string; measure: string }

const commit = async ({ page, hand }: Worker, one: Promised): Promise<void> => {
  const side = part(page, one.side)
  await hand.press(side.getByRole('button', { name: one.add }))
  const form = side.getByRole('group', { name: 'Impegno 1' })
  await hand.write(form.getByLabel('Impegno', { exact: true }), one.text)
  if (one.owner) await hand.write(form.getByLabel('Chi se ne occupa'), one.owner)
  await hand.write(form.getByLabel('Come si vede che è mantenuto'), one.measure)
}

const writeSupport = async ({ page, hand }: Worker, provider: string): Promise<void> => {
  await hand.press(page.getByRole('button', { name: 'Aggiungi un sostegno' }))
  const support = page.getByRole('group', { name: 'Sostegno 1' })
  const catalogue = support.getByLabel('Voce del catalogo')
  await hand.pick(catalogue, (await catalogue.getByRole('option').nth(1).textContent()) ?? '')
  await hand.write(support.getByLabel('Chi lo dà'), provider)
  await hand.write(support.getByLabel('Quantità'), '3')
  await hand.write(support.getByLabel('Costo'), '1.250,50')
  const paying = support.getByLabel('Chi paga')
  await hand.pick(paying, (await paying.getByRole('option').nth(1).textContent()) ?? '')
}

const writeGiving = async ({ page, hand }: Worker, host: string): Promise<void> => {
  await hand.press(page.getByRole('button', { name: 'Parti da qui: Sa cucinare per molte persone.' }))
  const giving = page.getByRole('group', { name: 'Attività 1' })
  await hand.write(giving.getByLabel('Che cosa si fa'), 'Cucinare alla cena del mercoledì')
  await hand.pick(giving.getByLabel('In quale forma di legge'), 'Volontariato con un’associazione')
  await hand.write(giving.getByLabel('Chi ospita'), host)
  await hand.write(giving.getByLabel('Ore previste'), '20')
  await hand.write(giving.getByLabel('A chi fa bene'), 'chi viene a cena')
  await hand.press(giving.getByRole('button', { name: 'Aggiungi una polizza' }))
  await hand.write(giving.getByLabel('Numero di polizza'), 'TL-2026-7')
  await hand.day(giving.getByLabel('Vale fino al'), dayFromNow(200))
  await hand.press(giving.getByRole('button', { name: 'Tieni la polizza' }))
  await giving.getByText('Polizza TL-2026-7').waitFor()
}

/** Writes the whole text with the person, field by field, until nothing is missing. */
export const writePact = async (
  worker: Worker,
  who: { helper: string; host: string; supporter: string },
): Promise<void> => {
  const { page, hand } = worker
  await hand.write(
    page.getByLabel('Perché facciamo questo patto'),
    'Esce di casa a giugno e vuole restare nel quartiere.',
  )
  await hand.day(page.getByLabel('Inizio', { exact: true }), dayFromNow(0))
  await hand.press(page.getByRole('button', { name: /^Metti \d+ mesi/ }))
  await writeGoal(worker)
  await commit(worker, {
    side: 'La persona',
    add: 'Aggiungi un impegno della persona',
    text: 'a preparare le carte della casa',
    measure: 'le carte sono pronte',
  })
  await commit(worker, {
    side: 'I servizi',
    add: 'Aggiungi un impegno dei servizi',
    text: 'ad accompagnarla agli appuntamenti',
    owner: who.helper,
    measure: 'due volte al mese',
  })
  await commit(worker, {
    side: 'La comunità',
    add: 'Aggiungi un impegno della comunità',
    text: 'un posto a tavola il mercoledì',
    owner: who.supporter,
    measure: 'ogni mercoledì',
  })
  await writeSupport(worker, who.helper)
  await writeGiving(worker, who.host)
  await page.getByText('Il testo è completo').waitFor()
  await page
    .getByText(/Salvato alle/)
    .first()
    .waitFor()
  await look(worker, 'scrivi')
}

/** Sends the text to the panel; `twice` by a hand that clicks twice. */
export const submit = async (worker: Worker, twice = false): Promise<void> => {
  const { page, hand } = worker
  const button = page.getByRole('button', { name: 'Manda in commissione' })
  await (twice ? button.dblclick() : hand.press(button))
  await reads(page, 'aspetta la commissione')
  await told(page, 'Il patto è in commissione.')
  await look(worker, 'in-commissione')
}

/** From the menu: opens the first pact of somebody. */
export const findPact = async ({ page, hand }: Worker, name: string): Promise<void> => {
  await goTo(page, 'Patti', hand)
  await hand.write(page.getByLabel('Nome o numero'), name)
  await hand.press(page.getByRole('button', { name: 'Filtra', exact: true }))
  await hand.press(page.getByRole('link', { name: named('Apri il patto', name) }).first())
  await reads(page, name)
}

/** As a row of the day calls somebody: 'Ottavia P.' */
export const shortly = (name: string): string => name.replace(/^(.*\S)\s+(\S)\S*$/, '$1 $2.')

/** Something of the day, near or folded away among the rest of its group. */
export const takeUp = async ({ page, hand }: Worker, link: string): Promise<void> => {
  await goTo(page, 'Oggi', hand)
  const wanted = page.locator('a').filter({ hasText: link }).first()
  await wanted.waitFor({ state: 'attached' })
  if (!(await wanted.isVisible()))
    await hand.press(page.locator('details').filter({ has: wanted }).locator('summary').first())
  await hand.press(wanted)
}

/** The panel reads a pact that waits on its agenda and decides. */
export const decide = async (
  worker: Worker,
  about: { name: string; decision: string | RegExp; minutes: string; done: string },
): Promise<void> => {
  const { page, hand } = worker
  await takeUp(worker, `Leggi il patto: ${shortly(about.name)}`)
  await reads(page, about.name)
  await hand.choose(page.getByRole('radio', { name: about.decision }))
  await hand.write(page.getByRole('textbox', { name: 'Il verbale' }), about.minutes)
  await hand.write(page.getByLabel('Chi era presente'), 'P. Brugnoli, presidente; due componenti')
  await look(worker, 'decisione')
  await hand.press(page.getByRole('button', { name: 'Scrivi la decisione' }))
  await told(page, about.done)
}

/** A move that is made less often stands behind «Altre mosse». */
export const atHand = async ({ page, hand }: Worker, deed: Locator): Promise<Locator> => {
  const more = page.locator('summary').filter({ hasText: 'Altre mosse' })
  // what is folded away is not found by its role
  await deed.or(more).first().waitFor()
  for (let tries = 0; tries < 3 && !(await deed.isVisible()); tries++) {
    await hand.press(more)
    await deed.waitFor({ timeout: 1500 }).catch(() => {})
  }
  return deed
}

/** Opens an item of the text that says its first words only. */
export const unfold = async ({ page, hand }: Worker, title: string): Promise<void> =>
  hand.press(page.locator('summary').filter({ hasText: title }).first())

/** Makes a move of the pact that asks something first. */
export const move = async (
  worker: Worker,
  label: string,
  answer: (dialog: Locator) => Promise<void> = async () => {},
): Promise<void> => {
  const { page, hand } = worker
  await hand.press(await atHand(worker, page.getByRole('main').getByRole('button', { name: label, exact: true })))
  const dialog = page.getByRole('dialog')
  await answer(dialog)
  await hand.press(dialog.getByRole('button', { name: label, exact: true }))
  await dialog.waitFor({ state: 'detached' })
}

const turnOf = async ({ page, hand }: Worker, who: string): Promise<void> => {
  await hand.press(page.getByRole('button', { name: named('Firma adesso', who) }))
  await reads(page, `${who}, leggi e poi firma`)
  await hand.press(page.getByRole('button', { name: 'Ho letto. Vado alla firma' }))
}

const thanked = async ({ page, hand }: Worker, who: string): Promise<void> => {
  await reads(page, `Grazie, ${who}. La firma c’è.`)
  await hand.press(page.getByRole('button', { name: 'Torna a chi firma' }))
  await page.getByRole('list', { name: 'Chi firma' }).waitFor()
}

export const signByHand = async (worker: Worker, who: string): Promise<void> => {
  const { page, hand } = worker
  await turnOf(worker, who)
  await hand.sign(page, who)
  await look(worker, 'firma-disegnata')
  await hand.press(page.getByRole('button', { name: 'Firmo il patto' }))
  await thanked(worker, who)
}

export const signByCode = async (worker: Worker, who: string): Promise<void> => {
  const { page, hand } = worker
  await turnOf(worker, who)
  await hand.choose(page.getByRole('radio', { name: 'Con un codice' }))
  await hand.press(page.getByRole('button', { name: 'Prepara un codice' }))
  const code = ((await page.getByText(/^\d{3} \d{3}$/).textContent()) ?? '').replace(/\s/g, '')
  await look(worker, 'firma-codice')
  await hand.write(page.getByLabel('Scrivi il tuo codice'), code)
  await hand.press(page.getByRole('button', { name: 'Firmo il patto' }))
  await thanked(worker, who)
}

/** A photo of the sheet: here, the page itself. */
export const signOnPaper = async (worker: Worker, who: string): Promise<void> => {
  const { page, hand } = worker
  await turnOf(worker, who)
  await hand.choose(page.getByRole('radio', { name: 'Su carta' }))
  const buffer = await page.screenshot()
  await hand.file(page.getByLabel('La foto o la scansione'), {
    name: 'foglio firmato.png',
    mimeType: 'image/png',
    buffer,
  })
  await look(worker, 'firma-carta')
  await hand.press(page.getByRole('button', { name: 'Carica il foglio firmato' }))
  await thanked(worker, who)
}

/** What a link leads to, as the browser of the reader gets it. */
export const fetched = async (page: Page, link: Locator): Promise<{ type: string; bytes: Buffer }> => {
  const address = new URL((await link.getAttribute('href')) ?? '', inject('product').url)
  const reply = await page.request.get(address.href)
  return { type: reply.headers()['content-type'] ?? '', bytes: await reply.body() }
}
