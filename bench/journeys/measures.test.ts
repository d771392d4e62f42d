import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { openPool } from '../../src/platform/server/pool.ts'
import { hashToken, randomToken } from '../../src/platform/server/secret/tokens.ts'
import { openBrowser } from '../browser.ts'
import { type Hand, keyboard, mouse } from './hands.ts'
import { dayFromNow, named, reads, told } from './pact.steps.ts'
import { goTo, keepScreens, looksRight, looksRightWithoutScript, signIn, withoutScript } from './steps.ts'

let browser: Browser
let owner: pg.Pool
type Followed = { id: string; district: string; person: string; pact: string; number: string; colleague: string }
let followed: Followed

beforeAll(async () => {
  browser = await openBrowser()
  owner = openPool({ connectionString: inject('product').env.MIGRATE_DATABASE_URL, max: 1 })
  followed = await somebody()
  // nothing was asked of this person yet: what the pact asks to measure is written here, and the demo's conversations are not
  for (const table of ['wave_link', 'wave_alter', 'wave'])
    await owner.query(`delete from ${table} where district_id = $1 and case_id = $2`, [followed.district, followed.id])
  await owner.query('delete from measure_due where district_id = $1 and case_id = $2', [followed.district, followed.id])
  for (const instrument of ['osss3', 'ties', 'who5'])
    await owner.query(
      `insert into measure_due (district_id, id, case_id, person_id, pact_id, instrument, moment, due) values ($1, $2, $3, $4, $5, $6, 'T0', $7)
       on conflict (district_id, pact_id, moment, instrument) do update set state = 'waiting', settled_at = null, due = excluded.due`,
      [followed.district, randomUUID(), followed.id, followed.person, followed.pact, instrument, dayFromNow(-1)],
    )
})
afterAll(async () => {
  await browser.close()
  await owner.end()
})
afterEach(({ task }) =>
  task.result?.state === 'fail' ? keepScreens(browser, `misure-${task.name.slice(0, 20)}`) : undefined,
)

/** An adult of a pact whose tutor is tutor.crema, with somebody else in the equipe, of whom nothing was measured yet. */
const somebody = async (): Promise<Followed> => {
  const { rows } = await owner.query<Followed>(
    `select c.id, c.district_id as district, c.person_id as person, p.id as pact, p.number, split_part(b.email, '@', 1) as colleague
     from pact p join account a on a.id = p.tutor_id and a.email = 'tutor.crema@demo.invalid'
     join case_file c on c.district_id = p.district_id and c.id = p.case_id and c.state = 'open'
     join person r on r.district_id = c.district_id and r.id = c.person_id and r.birth_date < now() - interval '20 years'
     join equipe_member m on m.district_id = c.district_id and m.case_id = c.id and m.account_id = a.id and m.role = 'tutor' and m.ended_at is null
     join equipe_member o on o.district_id = c.district_id and o.case_id = c.id and o.account_id <> a.id and o.role = 'caseManager' and o.ended_at is null
     join account b on b.id = o.account_id
     where p.state = 'active' and not exists (select 1 from measure x where x.district_id = c.district_id and x.case_id = c.id) order by p.number limit 1`,
  )
  const [one] = rows
  if (!one) throw new Error('nobody to measure')
  return one
}

const openMeasures = async (page: Page): Promise<void> => {
  await page.goto(`/scrivania/casi/${followed.id}/misure`)
  await page.getByText('I risultati li legge chi lavora con la persona').waitFor()
}

/** Answers each question by the words of one answer, in order. */
const answer = async (page: Page, hand: Hand, answers: readonly string[]): Promise<void> => {
  for (const [no, words] of answers.entries()) {
    await page.getByText(`Domanda ${no + 1} di`).waitFor()
    await hand.choose(page.getByRole('radio', { name: words, exact: true }))
    await hand.press(page.getByRole('button', { name: 'Avanti' }))
  }
}

const who5File = [
  'intro = Nelle ultime due settimane…',
  ...[1, 2, 3, 4, 5].map((no) => `${no} = Frase numero ${no} del questionario`),
  ...['sempre', 'quasi sempre', 'più di metà', 'meno di metà', 'ogni tanto', 'mai'].map(
    (text, no) => `often.${5 - no} = ${text}`,
  ),
].join('\n')

test('the words of WHO-5 are not there until an administrator loads them with the permission obtained', async () => {
  const admin = await signIn(browser, 'admin')
  await goTo(admin, 'Amministrazione')
  await admin.getByRole('link', { name: 'Misure' }).click()
  await reads(admin, /Si possono usare 3 questionari su 9/)
  await looksRight(admin, 'misure-scaffale-1280')
  await admin.getByRole('link', { name: 'WHO-5' }).click()
  await reads(admin, /WHO-5/)
  await looksRight(admin, 'misure-testi-1280')
  await admin.getByRole('textbox', { name: 'I testi' }).fill('1 = solo la prima')
  await admin.getByLabel('Permesso ottenuto').fill('Modulo OMS, 3 marzo 2026')
  await admin.getByRole('button', { name: 'Carica', exact: true }).click()
  await admin.getByRole('alert').filter({ hasText: 'Manca il testo di «2».' }).first().waitFor()
  await admin.getByRole('textbox', { name: 'I testi' }).fill(who5File)
  await admin.getByRole('button', { name: 'Carica', exact: true }).click()
  await told(admin, 'Caricato: ora si può chiedere.')
  await admin.getByText('Modulo OMS, 3 marzo 2026').waitFor()
  await admin.context().close()
})

test('an administrator on a phone reads the same', async () => {
  const admin = await signIn(browser, 'admin', 390)
  await admin.goto('/scrivania/amministrazione/misure')
  await reads(admin, /questionari su 9/)
  await looksRight(admin, 'misure-scaffale-390')
  await admin.goto('/scrivania/amministrazione/misure/brs')
  await admin.getByText('È spento').waitFor()
  await looksRight(admin, 'misure-spento-390')
  await admin.context().close()
})

test('a tutor finds on the desk whom to ask, asks with the keyboard alone, and reads the score as an aid', async () => {
  const tutor = await signIn(browser, 'tutor.crema')
  await openMeasures(tutor)
  await looksRight(tutor, 'misure-da-chiedere-1280')
  await keyboard.press(tutor.getByRole('link', { name: named('Comincia', 'Su chi puoi contare, All’inizio') }))
  await reads(tutor, /Le domande di Su chi puoi contare/)
  await looksRight(tutor, 'misure-comincia-1280')
  await keyboard.press(tutor.getByRole('button', { name: 'Comincia' }))
  await answer(tutor, keyboard, ['Da 3 a 5'])
  await tutor.getByText('Domanda 2 di 3').waitFor()
  await looksRight(tutor, 'misure-domanda-1280')
  // the tablet is closed and opened again: it goes on from there
  await tutor.reload()
  await tutor.getByText('Domanda 2 di 3').waitFor()
  await keyboard.press(tutor.getByRole('button', { name: 'Avanti' }))
  await tutor.getByText('Scegli una risposta, oppure salta la domanda.').waitFor()
  await keyboard.choose(tutor.getByRole('radio', { name: 'Abbastanza' }))
  await keyboard.press(tutor.getByRole('button', { name: 'Avanti' }))
  await tutor.getByText('Domanda 3 di 3').waitFor()
  await keyboard.choose(tutor.getByRole('radio', { name: 'Possibile' }))
  await keyboard.press(tutor.getByRole('button', { name: 'Avanti' }))
  await reads(tutor, 'Si è risposto a 3 domande su 3.')
  await looksRight(tutor, 'misure-finisci-1280')
  await keyboard.press(tutor.getByRole('button', { name: 'Finisci' }))
  await told(tutor, 'Finito: grazie.')
  await tutor.getByText('La prima volta il punteggio è 10: sostegno medio.').waitFor()
  await tutor.getByText('Sono un aiuto a leggere insieme, non una diagnosi.').first().waitFor()
  expect(await tutor.getByRole('link', { name: /Comincia.*Su chi puoi contare, All’inizio/ }).count()).toBe(0)
  await looksRight(tutor, 'misure-una-1280')
  await tutor.context().close()
})

test('a low WHO-5 stands on the tutor’s desk alone; the case manager who asked is told nothing', async () => {
  const manager = await signIn(browser, followed.colleague)
  await openMeasures(manager)
  await manager.getByRole('link', { name: named('Comincia', 'Come stai da due settimane, All’inizio') }).click()
  await manager.getByRole('button', { name: 'Comincia' }).click()
  await answer(manager, mouse, Array(5).fill('ogni tanto'))
  await manager.getByRole('button', { name: 'Finisci' }).click()
  await told(manager, 'Finito: grazie.')
  expect(await manager.getByText('Solo tu vedi questo avviso').count()).toBe(0)
  await manager.goto('/scrivania')
  await manager.getByRole('heading', { level: 1 }).waitFor()
  expect(await manager.getByText('persone con cui parlare').count()).toBe(0)
  await manager.context().close()

  const coordinator = await signIn(browser, 'coordinatore.crema')
  await openMeasures(coordinator)
  await coordinator.getByText('I risultati li legge chi lavora con la persona').waitFor()
  for (const words of ['Solo tu vedi questo avviso', 'La prima volta il punteggio', 'Comincia'])
    expect([words, await coordinator.getByText(words, { exact: true }).count()]).toEqual([words, 0])
  await coordinator.context().close()

  const tutor = await signIn(browser, 'tutor.crema', 390)
  await tutor.getByRole('heading', { name: /Solo per te: persone con cui parlare/ }).waitFor()
  await looksRight(tutor, 'misure-scrivania-390')
  await openMeasures(tutor)
  await tutor.getByText('Solo tu vedi questo avviso').waitFor()
  await looksRight(tutor, 'misure-parlane-390')
  await tutor.getByRole('button', { name: 'Ne abbiamo parlato' }).click()
  await told(tutor, 'Segnato. Nessun altro lo vede.')
  await tutor.goto('/scrivania')
  await tutor.getByRole('heading', { level: 1 }).waitFor()
  expect(await tutor.getByText('persone con cui parlare').count()).toBe(0)
  await tutor.context().close()
})

test('what a tutor chooses to show stands on the person’s own page, and nothing else does', async () => {
  const card = randomToken()
  await owner.query(
    `insert into session (id, token_hash, kind, district_id, person_id, step, created_at, seen_at, expires_at)
     values ($1, $2, 'person', $3, $4, 'open', now(), now(), now() + interval '1 hour')`,
    [randomUUID(), hashToken(card), followed.district, followed.person],
  )
  const phone = await withoutScript(browser)
  await phone.context().addCookies([{ name: 'fl_person', value: card, url: inject('product').url }])
  await phone.goto('/mio/misure')
  await reads(phone, 'Qui non c’è ancora niente.')
  const tutor = await signIn(browser, 'tutor.crema')
  await openMeasures(tutor)
  const support = tutor.getByRole('region', { name: 'Su chi puoi contare' })
  await keyboard.press(support.locator('summary', { hasText: 'Che cosa vede la persona: 0 su 1' }))
  await keyboard.press(support.getByRole('button', { name: /^Mostra alla persona/ }))
  await told(tutor, 'Fatto: la persona lo trova nella sua pagina.')
  await support.getByText('La persona lo vede').waitFor()
  await looksRight(tutor, 'misure-mostrata-1280')
  await tutor.context().close()
  await phone.goto('/mio/patto')
  await phone.getByRole('link', { name: 'Leggi come va nel tempo' }).click()
  await reads(phone, 'Quello che hai risposto, nel tempo.')
  await phone.getByText('Non dicono se puoi ricevere qualcosa oppure no').waitFor()
  await phone.getByRole('cell', { name: 'sostegno medio' }).waitFor()
  expect(await phone.getByText('Come stai da due settimane').count()).toBe(0)
  await looksRightWithoutScript(browser, phone, 'mio-misure-390')
  await phone.context().close()
})

test('on a tablet a second wave is drawn over the first, a question is skipped, and a refusal asks no reason', async () => {
  const tutor = await signIn(browser, 'tutor.crema', 390)
  await openMeasures(tutor)
  await tutor.getByText('Chiedere altro').click()
  await tutor.getByRole('link', { name: named('Comincia', 'Su chi puoi contare') }).click()
  await tutor.getByRole('button', { name: 'Comincia' }).click()
  await tutor.getByText('Domanda 1 di 3').waitFor()
  await looksRight(tutor, 'misure-domanda-390')
  await answer(tutor, mouse, ['Più di 5', 'Molto', 'Facile'])
  await tutor.getByRole('button', { name: 'Finisci' }).click()
  await tutor.getByText('Il punteggio passa da 10 a 13: più sostegno.').waitFor()
  await looksRight(tutor, 'misure-due-390')
  await tutor.getByText('Chiedere altro').click()
  await tutor.getByRole('link', { name: named('Comincia', 'Che cosa non ci si può permettere') }).click()
  await tutor.getByRole('button', { name: 'Comincia' }).click()
  await tutor.getByRole('button', { name: 'Preferisce non rispondere' }).click()
  await tutor.getByText('Domanda 2 di 13').waitFor()
  await tutor.locator('summary', { hasText: 'La persona preferisce fermarsi' }).click()
  await tutor.getByRole('button', { name: 'La persona preferisce fermarsi' }).click()
  await told(tutor, 'Segnato: preferisce di no.')
  await tutor.context().close()
})

test('person and worker rate apart, then agree', async () => {
  const tutor = await signIn(browser, 'tutor.crema')
  const rate = async (turn: string, step: string): Promise<void> => {
    await openMeasures(tutor)
    await tutor.getByRole('link', { name: turn }).click()
    await tutor.getByRole('button', { name: 'Comincia' }).click()
    await answer(tutor, mouse, Array(7).fill(step))
    await tutor.getByRole('button', { name: 'Finisci' }).click()
    await told(tutor, 'Finito: grazie.')
  }
  await rate('Risponde la persona', 'Così così')
  await tutor.getByText('si vede quando tutti e due hanno risposto').first().waitFor()
  await rate('Risponde l’operatore', 'Va un po’ male')
  await tutor.getByRole('link', { name: 'Mettetevi d’accordo' }).click()
  await tutor.getByRole('button', { name: 'Comincia' }).click()
  await tutor.getByText('La persona: Così così').waitFor()
  await tutor.getByText('L’operatore: Va un po’ male').waitFor()
  await looksRight(tutor, 'misure-accordo-1280')
  await answer(tutor, mouse, Array(7).fill('Così così'))
  await tutor.getByRole('button', { name: 'Finisci' }).click()
  await told(tutor, 'Finito: grazie.')
  await tutor.getByRole('link', { name: 'Ricominciate' }).waitFor()
  await looksRight(tutor, 'misure-due-1280')
  await rate('Ricominciate', 'Va abbastanza bene')
  await tutor.getByRole('img', { name: 'Il lavoro: il punteggio nel tempo' }).waitFor()
  await looksRight(tutor, 'misure-aree-1280')
  await tutor.context().close()
})

test('the evaluator reads means before and after, and no name', async () => {
  // a scale that the demo never asked
  const { rows } = await owner.query<{ id: string; person: string }>(
    `select id, person_id as person from case_file where district_id = $1 and id <> $2 order by id limit 6`,
    [followed.district, followed.id],
  )
  for (const { id, person } of rows)
    for (const [moment, value] of [
      ['T0', 27],
      ['T2', 30],
    ])
      await owner.query(
        `insert into measure (district_id, id, occasion_id, case_id, person_id, instrument, definition, language, rater, moment, state,
           answers_sealed, scores, present, held_on, opened_by, opened_at, done_at)
         select $1, $2, $2, $3, $4, 'gse', 1, 'it', 'person', $5, 'done', 'x', $6, '{}', '2026-06-01', id, now(), now() from account limit 1`,
        [followed.district, randomUUID(), id, person, moment, JSON.stringify([{ code: 'total', value, missing: 0 }])],
      )
  for (const width of [1280, 390] as const) {
    const page = await signIn(browser, 'valutatore', width)
    await goTo(page, 'Risultati')
    await page.getByRole('link', { name: 'I questionari prima e dopo il patto' }).click()
    await reads(page, 'Che cosa è cambiato per chi ha risposto due volte.')
    await page.getByText('27 → 30').waitFor()
    await page.getByText('+3, tra +3 e +3').waitFor()
    await looksRight(page, `misure-prima-e-dopo-${width}`)
    await page.context().close()
  }
  await owner.query(`delete from measure where answers_sealed = 'x'`)
})
