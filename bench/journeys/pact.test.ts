import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { type Hand, keyboard, mouse } from './hands.ts'
import {
  assess,
  atHand,
  beginPact,
  dayFromNow,
  decide,
  fetched,
  findFile,
  findPact,
  move,
  openFile,
  reads,
  register,
  signByCode,
  signByHand,
  signOnPaper,
  submit,
  told,
  unfold,
  type Worker,
  writePact,
} from './pact.steps.ts'
import { goTo, keepScreens, looksRight, signIn } from './steps.ts'

// From a person's sheet to a pact that binds, in the words of the pages, by whoever does each part.
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepScreens(browser, 'rotto-patto')
})
afterAll(() => browser.close())

type Cast = {
  readonly district: string
  readonly hand: Hand
  readonly pictures?: string
  readonly person: { given: string; family: string }
  readonly social: string
  readonly tutor: string
  readonly partner: string
  readonly host: string
  /** Promises something and need not sign for the pact to begin. */
  readonly supporter: string
}

const atWork = new Map<string, Worker>()

/** Signs in at the first need; then they stay at their desk. */
const comes = async (cast: Cast, role: string): Promise<Worker> => {
  const name = `${role}.${cast.district}`
  const worker = atWork.get(name) ?? {
    page: await signIn(browser, name, { hand: cast.hand }),
    hand: cast.hand,
    ...(cast.pictures ? { pictures: cast.pictures } : {}),
  }
  atWork.set(name, worker)
  return worker
}

/** The social worker takes the person in, builds the equipe and reads needs and talents with them. */
const takeIn = async (cast: Cast): Promise<void> => {
  const worker = await comes(cast, 'assistente')
  await register(worker, cast.person)
  await openFile(worker, { me: cast.social, tutor: cast.tutor })
  await assess(worker)
}

/** The tutor writes the pact from the file that the social worker opened, and sends it to the panel. */
const writeIt = async (cast: Cast, name: string): Promise<Worker> => {
  const tutor = await comes(cast, 'tutor')
  await findFile(tutor, name)
  await beginPact(tutor, { partner: cast.partner, tutor: new RegExp(cast.tutor) })
  await writePact(tutor, { helper: cast.partner, host: cast.host, supporter: cast.supporter })
  await submit(tutor, cast.hand === mouse)
  await tutor.page.reload()
  await tutor.page.getByText('Il patto va in commissione').first().waitFor()
  expect(await tutor.page.getByText('Il patto va in commissione').count()).toBe(1)
  return tutor
}

/** The panel sends it back with minutes, the tutor mends it, the panel says yes. */
const passThePanel = async (cast: Cast, tutor: Worker, name: string): Promise<void> => {
  const { page, hand } = tutor
  const panel = await comes(cast, 'commissione')
  const back = { decision: 'Non ancora: torna in bozza con una nota', done: 'Rimandato con la tua nota.' }
  await decide(panel, { name, minutes: 'Manca chi la chiama se salta un incontro.', ...back })
  await findPact(tutor, name)
  await page.getByText('Manca chi la chiama se salta un incontro.').first().waitFor()
  await hand.press(page.getByRole('link', { name: 'Continua a scrivere' }))
  await hand.write(page.getByLabel('Che cosa succede se un impegno non riesce'), 'La chiama la tutor entro due giorni.')
  await submit(tutor)
  const yes = { decision: 'Sì: si va alle firme', done: 'Approvato: si possono raccogliere le firme.' }
  await decide({ ...panel, pictures: '' }, { name, minutes: 'Testo completo.', ...yes })
}

/** Everybody signs in their own way; the last signature fixes the text. */
const signIt = async (cast: Cast, tutor: Worker, name: string): Promise<void> => {
  const { page, hand } = tutor
  await goTo(page, 'Oggi', hand)
  await findPact(tutor, name)
  await hand.press(page.getByRole('link', { name: 'Raccogli le firme' }))
  await reads(page, /Mancano \d firme/)
  if (cast.pictures) await looksRight(page, `${cast.pictures}-firme`)
  await signOnPaper(tutor, cast.host)
  await signByHand(tutor, name)
  await signByCode(tutor, cast.partner)
  await reads(page, `Hanno firmato tutti: il patto di ${name} è fermo.`)
  await page.getByText(/Impronta: [0-9A-F]{4}( [0-9A-F]{4}){15}/).waitFor()
  const pdf = await fetched(page, page.getByRole('link', { name: 'Apri il PDF firmato' }))
  expect(pdf.type).toContain('application/pdf')
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  if (cast.pictures) await looksRight(page, `${cast.pictures}-firmato`)
}

/** Whoever need not have signed signs afterwards: the fingerprint stays what it was. */
const signLater = async (cast: Cast, tutor: Worker): Promise<void> => {
  const { page } = tutor
  const print = page.getByText(/Impronta: [0-9A-F]{4}( [0-9A-F]{4}){15}/)
  const before = await print.textContent()
  await signByHand({ ...tutor, pictures: '' }, cast.supporter)
  await page.getByText(/Firma arrivata dopo/).waitFor()
  expect(await print.textContent()).toBe(before)
  if (cast.pictures) await looksRight(page, `${cast.pictures}-firma-dopo`)
}

/** How many people have a pact, as the results say it. */
const peopleWithPact = async (coordinator: Worker): Promise<number> => {
  await goTo(coordinator.page, 'Risultati', coordinator.hand)
  await reads(coordinator.page, 'ha fatto patti con')
  const sentence = (await coordinator.page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  return Number(/con ([\d.]+)/.exec(sentence)?.[1]?.replaceAll('.', ''))
}

const wholePact = async (cast: Cast): Promise<void> => {
  const name = `${cast.person.given} ${cast.person.family}`
  const coordinator = await comes(cast, 'coordinatore')
  const before = await peopleWithPact(coordinator)
  await takeIn(cast)
  const tutor = await writeIt(cast, name)
  await passThePanel(cast, tutor, name)
  await signIt(cast, tutor, name)
  await signLater(cast, tutor)
  await tutor.hand.press(tutor.page.getByRole('link', { name: 'Torna al patto' }))
  await move(tutor, 'Fai partire il patto')
  await reads(tutor.page, `Il patto di ${name} è cominciato`)
  if (cast.pictures) await looksRight(tutor.page, `${cast.pictures}-in-corso`)
  await findPact(coordinator, name)
  await reads(coordinator.page, `Il patto di ${name} è cominciato`)
  await goTo(coordinator.page, 'Oggi', cast.hand)
  await expect.poll(() => peopleWithPact(coordinator)).toBe(before + 1)
}

const crema: Cast = {
  district: 'crema',
  hand: mouse,
  pictures: 'patto',
  person: { given: 'Ottavia', family: 'Provaldi' },
  social: 'Fausto Cigognini',
  tutor: 'Barbara Bassi',
  partner: 'Comune di Crema',
  host: 'Tavola Lunga ODV',
  supporter: 'Parrocchia e oratorio di Ombriano',
}

const cremona: Cast = {
  district: 'cremona',
  hand: keyboard,
  person: { given: 'Tommaso', family: 'Verdelli' },
  social: 'Valentina Ghisolfi',
  tutor: 'Donatella Venturini',
  partner: 'Comune di Cremona',
  host: 'La Dispensa del Po ODV',
  supporter: 'Parrocchia di Borgo Loreto',
}

test('a person is taken in, a pact is written, sent back, approved, signed in three ways and begins', () =>
  wholePact(crema))

test('the same with the keyboard alone, from sign-in to the last signature', () => wholePact(cremona))

const name = 'Ottavia Provaldi'

test('the tutor writes each kind of note and fixes an appointment', async () => {
  const tutor = await comes(crema, 'tutor')
  const { page } = tutor
  await findFile(tutor, name)
  for (const [kind, text] of [
    ['Condivisa con la persona', 'Abbiamo letto insieme il patto.'],
    ['Professionale: la legge l’equipe', 'Sentita la proprietaria di casa.'],
    ['Riservata: la leggono chi la scrive e il supervisore', 'Una cosa detta in confidenza.'],
  ] as const) {
    await page.getByLabel('Che cosa è successo').fill(text)
    await page.getByRole('radio', { name: kind }).check()
    await page.getByRole('button', { name: 'Salva la nota' }).click()
    await page.getByRole('listitem').filter({ hasText: text }).waitFor()
  }
  await looksRight(page, 'seguire-diario')
  await page
    .getByRole('navigation', { name: 'Parti del fascicolo' })
    .getByRole('link', { name: /^Appuntamenti/ })
    .click()
  await page.getByLabel('Giorno', { exact: true }).fill(dayFromNow(3))
  await page.getByLabel('Ora', { exact: true }).fill('09:30')
  await page.getByLabel('Dove', { exact: true }).fill('Biblioteca, senza gradini')
  await page.getByRole('button', { name: 'Fissa', exact: true }).click()
  await told(page, 'Appuntamento fissato')
  const social = await comes(crema, 'assistente')
  await findFile(social, name)
  await social.page.getByText('Sentita la proprietaria di casa.').waitFor()
  expect(await social.page.getByText('Una cosa detta in confidenza.').count()).toBe(0)
  await looksRight(social.page, 'seguire-diario-assistente')
})

test('the host sees guests only and confirms who came; without insurance on that day it does not, and says why', async () => {
  const tutor = await comes(crema, 'tutor')
  const { page } = tutor
  await findPact(tutor, name)
  await page.getByRole('link', { name: 'Turni e presenze' }).click()
  for (const day of [0, -1]) {
    await page.getByLabel('Giorno', { exact: true }).fill(dayFromNow(day))
    await page.getByLabel('Dalle', { exact: true }).fill('18:00')
    await page.getByLabel('Alle', { exact: true }).fill('20:00')
    await page.getByRole('button', { name: 'Metti in programma' }).click()
    await page.getByRole('heading', { name: `I turni ${day === 0 ? 1 : 2}` }).waitFor()
  }
  await page.getByText('Senza assicurazione quel giorno').waitFor()
  await looksRight(page, 'seguire-turni')
  const { page: host } = await comes(crema, 'ospite')
  expect(await host.getByRole('link', { name: /Casi|Patti|Persone/ }).count()).toBe(0)
  await goTo(host, 'Turni')
  const guests = host.getByRole('listitem').filter({ hasText: /Ottavia/ })
  await guests
    .last()
    .getByRole('button', { name: /^È venuta/ })
    .click()
  await guests
    .first()
    .getByRole('button', { name: /^È venuta/ })
    .click()
  await host
    .getByRole('alert')
    .filter({ hasText: /assicura|polizza/i })
    .waitFor()
  await looksRight(host, 'seguire-ospite')
})

const hold = async ({ page }: Worker, decision: string): Promise<void> => {
  await page.getByRole('main').getByRole('link', { name: 'Apri la verifica', exact: true }).first().click()
  await reads(page, /Verifica/)
  await page.getByLabel('Chi c’era').fill('Ottavia, Barbara')
  await page.getByLabel('La voce di Ottavia').fill('Mi sento meno sola, il mercoledì lo aspetto.')
  await page.getByLabel('La voce di chi la segue').fill('È venuta a tutti gli incontri.')
  await page.getByRole('radio', { name: decision }).check()
  await page.reload()
  await page.getByText('Ritrovi qui quello che avevi scritto').waitFor()
  expect(await page.getByLabel('La voce di Ottavia').inputValue()).toBe('Mi sento meno sola, il mercoledì lo aspetto.')
  expect(await page.getByRole('radio', { name: decision }).isChecked()).toBe(true)
  await looksRight(page, `seguire-verifica-${decision.replaceAll(' ', '-')}`)
  await page.getByRole('button', { name: 'Salva la verifica' }).click()
  await told(page, 'La verifica è scritta')
}

test('the pact is reviewed in both voices, rests, resumes and lasts longer', async () => {
  const tutor = await comes(crema, 'tutor')
  const { page } = tutor
  await findPact(tutor, name)
  await hold(tutor, 'Si va avanti così')
  await move(tutor, 'Sospendi il patto', async (dialog) => {
    await dialog.getByLabel('Fino a quale giorno').fill(dayFromNow(20))
    await dialog.getByLabel('Il motivo').fill('Un ricovero breve.')
  })
  await reads(page, 'è sospeso')
  await looksRight(page, 'seguire-sospeso')
  await (await atHand(tutor, page.getByRole('button', { name: 'Riprendi il patto' }))).click()
  await reads(page, 'è cominciato')
  await move(tutor, 'Prolunga il patto', async (dialog) => {
    await dialog.getByLabel('La nuova fine').fill(dayFromNow(240))
    await dialog.getByLabel('Il motivo').fill('La casa si libera dopo l’estate.')
  })
  await told(page, 'Il patto è prolungato.')
  const coordinator = await comes(crema, 'coordinatore')
  await findPact(coordinator, name)
  await coordinator.page.getByText('Un ricovero breve.').first().waitFor()
})

const renegotiate = async (tutor: Worker, reason: string): Promise<void> => {
  const { page } = tutor
  await (await atHand(tutor, page.getByRole('button', { name: 'Cambia un impegno' }))).click()
  await page.getByLabel('Perché il patto cambia').fill(reason)
  await page.getByRole('button', { name: 'Apri il nuovo testo' }).click()
  await reads(page, 'Cambiamo insieme')
}

test('the pact changes: a second version is compared with the first, approved and signed again', async () => {
  const tutor = await comes(crema, 'tutor')
  const { page } = tutor
  await findPact(tutor, name)
  await renegotiate(tutor, 'Il mercoledì lavora.')
  await looksRight(page, 'seguire-cambia')
  await unfold(tutor, 'Impegno 1')
  await page.getByLabel('Come si vede che è mantenuto').first().fill('le carte sono consegnate')
  await page.getByLabel('Come si vede che è mantenuto').first().blur()
  await page
    .getByText(/^Salvato alle/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Manda in commissione' }).click()
  await page.getByRole('link', { name: 'Confronta con la versione 2' }).click()
  await reads(page, /Tra la versione 1 e la versione 2/)
  await page.getByText('le carte sono consegnate').waitFor()
  await looksRight(page, 'seguire-confronto')
  const panel = await comes(crema, 'commissione')
  const yes = { decision: 'Sì: si va alle firme', done: 'Approvato: si possono raccogliere le firme.' }
  await decide({ ...panel, pictures: '' }, { name, minutes: 'Cambio ragionevole.', ...yes })
  await findPact(tutor, name)
  await page.getByRole('link', { name: 'Raccogli le firme' }).click()
  const quiet = { ...tutor, pictures: '' }
  for (const who of [name, crema.partner, crema.host]) await signByHand(quiet, who)
  await page.getByRole('link', { name: 'Torna al patto' }).click()
  await page.getByText(/Versione 2, ferma dal/).waitFor()
  await looksRight(page, 'seguire-versione-2')
})

test('the panel says no to another change: the pact goes on as it is, and the refused text stays readable', async () => {
  const tutor = await comes(crema, 'tutor')
  const { page } = tutor
  await findPact(tutor, name)
  await renegotiate(tutor, 'Vorrebbe dare più ore.')
  await page.getByLabel('Perché facciamo questo patto').fill('Vuole dare più tempo alla cena.')
  await page.getByLabel('Perché facciamo questo patto').blur()
  await page
    .getByText(/^Salvato alle/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Manda in commissione' }).click()
  await page.getByRole('link', { name: 'Confronta con la versione 3' }).waitFor()
  const panel = await comes(crema, 'commissione')
  const no = { decision: /^No: il cambiamento non è accolto/, done: 'Scritto: il nuovo testo non è accolto.' }
  await decide({ ...panel, pictures: 'rifiuto' }, { name, minutes: 'Le ore sono già molte per adesso.', ...no })
  await findPact(tutor, name)
  await reads(page, 'è cominciato')
  const refused = page.getByRole('region', { name: 'Testi che la commissione non ha accolto' })
  await refused.getByText('Verbale: Le ore sono già molte per adesso.').waitFor()
  const paper = await fetched(page, refused.getByRole('link', { name: 'Leggi la versione 3' }))
  expect(paper.type).toContain('application/pdf')
  await looksRight(page, 'seguire-rifiutato')
  await refused.getByRole('link', { name: 'Confronta con la versione 3' }).click()
  await reads(page, /Tra la versione 2 e la versione 3/)
  await looksRight(page, 'seguire-rifiutato-confronto')
})

test('the pact ends with its outcome, and the times to ask how it goes are set', async () => {
  const tutor = await comes(crema, 'tutor')
  const { page } = tutor
  await findPact(tutor, name)
  await move(tutor, 'Vai verso la fine')
  await reads(page, 'sta per finire')
  await hold(tutor, 'Si chiude')
  await page.getByRole('link', { name: 'Chiudi il patto' }).click()
  await reads(page, 'Chiudiamo il patto')
  await page.getByRole('radio', { name: 'Obiettivi raggiunti', exact: true }).check()
  await page.getByLabel('Com’è finita, in poche righe').fill('Ha trovato casa e un lavoro.')
  await page.getByLabel('Quali legami e quali ruoli restano').fill('Cucina alla cena del mercoledì.')
  await page.getByLabel('Ho riletto con Ottavia').check()
  await looksRight(page, 'seguire-chiudi')
  await page.getByRole('button', { name: 'Chiudi il patto' }).click()
  await reads(page, `Il patto di ${name} è concluso.`)
  expect(await page.getByText(/^Da sentire entro il/).count()).toBe(3)
  await looksRight(page, 'seguire-concluso')
  const coordinator = await comes(crema, 'coordinatore')
  await findPact(coordinator, name)
  await reads(coordinator.page, `Il patto di ${name} è concluso.`)
})

test('an ended pact asks how nothing went; what was left out is added late, with its reason', async () => {
  const tutor = await comes(crema, 'tutor')
  const { page } = tutor
  await findPact(tutor, name)
  const asks = page.getByRole('button', { name: /^(Segna|Cambia)/ })
  expect(await asks.count()).toBe(0)
  await (await atHand(tutor, page.getByRole('link', { name: 'Aggiungi in ritardo com’è andata' }))).click()
  await page
    .getByRole('button', { name: /^Segna com’è andata/ })
    .first()
    .click()
  await looksRight(page, 'seguire-in-ritardo')
  await page.getByRole('dialog').getByRole('button', { name: 'Salva' }).click()
  await page
    .getByRole('dialog')
    .getByText(/almeno 20|venti/)
    .first()
    .waitFor()
  await page.getByLabel('Perché lo scrivi dopo la fine del patto').fill('Lo abbiamo saputo solo adesso, dalla scuola.')
  await page.getByRole('dialog').getByRole('button', { name: 'Salva' }).click()
  await told(page, 'Segnato.')
})

test('a file whose pacts have all ended begins another', async () => {
  const tutor = await comes(crema, 'tutor')
  await findFile(tutor, name)
  await beginPact({ ...tutor, pictures: '' }, { partner: crema.partner, tutor: new RegExp(crema.tutor) })
  await findPact(tutor, name)
})
