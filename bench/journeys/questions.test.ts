import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { openPool } from '../../src/platform/server/pool.ts'
import { openBrowser } from '../browser.ts'
import { type Hand, keyboard, mouse } from './hands.ts'
import { dayFromNow, reads, told } from './pact.steps.ts'
import { goTo, keepScreens, looksRight, looksRightWithoutScript, signIn, withoutScript } from './steps.ts'

// People whom the registers saw together are asked; only their own yes ties them, and a no stays with whoever said it.
type Followed = { id: string; district: string; person: string; pact: string; name: string; initials: string }
let browser: Browser
let owner: pg.Pool
let host: { id: string; name: string }
let card: Followed
let neighbour: Followed
let third: Followed
let tutor: Page
let colleague: Page

beforeAll(async () => {
  browser = await openBrowser()
  owner = openPool({ connectionString: inject('product').env.MIGRATE_DATABASE_URL, max: 1 })
  const [{ name = '' } = {}] = inject('product').cards
  card = await followedBy('tutor2.crema', [], name)
  neighbour = await followedBy('tutor.crema', [card])
  third = await followedBy('tutor.crema', [card, neighbour])
  host = await restingHost()
  for (const who of [card, neighbour, third]) for (const days of [-22, -15, -8]) await wasThere(who, dayFromNow(days))
  await owner.query(`select graphile_worker.add_job('suggestTies', '{}'::json)`)
  await vi.waitFor(async () => expect(await questionsOf([card, neighbour, third])).toBe(3), 30_000)
  colleague = await signIn(browser, 'tutor2.crema')
  tutor = await signIn(browser, 'tutor.crema')
})
afterAll(async () => {
  await browser.close()
  await owner.end()
})
afterEach(({ task }) =>
  task.result?.state === 'fail' ? keepScreens(browser, `domande-${task.name.slice(0, 20)}`) : undefined,
)

/** An adult with a pact whom this tutor follows and the tutor of the others does not, and whom nothing ties to them yet. */
const followedBy = async (tutorName: string, others: readonly Followed[], name = '%'): Promise<Followed> => {
  const { rows } = await owner.query<Followed>(
    `select c.id, c.district_id as district, r.id as person, p.id as pact, r.given_name || ' ' || r.family_name as name,
       left(r.given_name, 1) || '.' || left(r.family_name, 1) || '.' as initials
     from pact p join account a on a.email = $1
     join case_file c on c.district_id = p.district_id and c.id = p.case_id and c.state = 'open'
     join equipe_member m on m.district_id = c.district_id and m.case_id = c.id and m.account_id = a.id and m.ended_at is null
     join person r on r.district_id = c.district_id and r.id = c.person_id and r.followed
     where p.state = 'active' and r.given_name || ' ' || r.family_name like $2 and ($2 <> '%' or r.birth_date < now() - interval '20 years')
       and r.id <> all($3) and not exists (select 1 from tie t where t.district_id = r.district_id
         and (t.a_id = r.id and t.b_id = any($3) or t.b_id = r.id and t.a_id = any($3)))
     order by r.id`,
    [`${tutorName}@demo.invalid`, name, others.map(({ person }) => person)],
  )
  const isNew = ({ initials }: Followed): boolean => others.every((one) => one.initials !== initials)
  const found = rows.find(isNew)
  if (!found) throw new Error(`nobody to ask with ${tutorName}`)
  return found
}

/** Somebody whom a tutor of Cremona follows. */
const followedElsewhere = async (): Promise<Followed> => {
  const { rows } = await owner.query<Followed>(
    `select c.id, c.district_id as district, r.id as person, '' as pact, r.given_name || ' ' || r.family_name as name,
       left(r.given_name, 1) || '.' || left(r.family_name, 1) || '.' as initials
     from account a join equipe_member m on m.account_id = a.id and m.ended_at is null
     join case_file c on c.district_id = m.district_id and c.id = m.case_id and c.state = 'open'
     join person r on r.district_id = c.district_id and r.id = c.person_id
     where a.email = 'tutor.cremona@demo.invalid' order by r.id limit 1`,
  )
  if (!rows[0]) throw new Error('nobody is followed in Cremona')
  return rows[0]
}

/** A body where nobody has worked so far. */
const restingHost = async (): Promise<{ id: string; name: string }> => {
  const { rows } = await owner.query<{ id: string; name: string }>(
    `select o.id, o.name from organisation o join organisation_district d on d.organisation_id = o.id and d.district_id = $1
     where o.active and not exists (select 1 from shift s where s.host_organisation_id = o.id) order by o.name limit 1`,
    [card.district],
  )
  if (!rows[0]) throw new Error('every body has hosted somebody')
  return rows[0]
}

const wasThere = (who: Followed, day: string): Promise<unknown> =>
  owner.query(
    `insert into shift (district_id, id, pact_id, case_id, person_id, guest_label, give_back_id, legal_form, host_organisation_id, day, minutes, state, covered, created_at)
     values ($1, $2, $3, $4, $5, 'x', $2, 'etsVolunteering', $6, $7, 120, 'confirmed', true, now())`,
    [who.district, randomUUID(), who.pact, who.id, who.person, host.id, day],
  )

const questionsOf = async (people: readonly Followed[]): Promise<number> => {
  const ids = people.map(({ person }) => person)
  const { rows } = await owner.query('select 1 from tie_question where a_id = any($1) and b_id = any($1)', [ids])
  return rows.length
}

/** From the menu to somebody's ties. */
const toTies = async (page: Page, who: Followed, hand: Hand = mouse): Promise<void> => {
  await goTo(page, 'Casi', hand)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await hand.write(page.getByRole('main').getByRole('searchbox').first(), who.name)
  await hand.press(page.getByRole('button', { name: /^(Cerca|Filtra)$/ }))
  await hand.press(
    page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(who.name) })
      .first(),
  )
  await hand.press(page.getByRole('main').getByRole('link', { name: /^Legami/ }))
  await page.getByText('Chi non ha detto sì compare solo').waitFor()
  await page.waitForLoadState('networkidle')
  // after a conversation every tie on record stands in a fold
  const all = page.getByText('Tutti i legami scritti', { exact: true })
  if (await all.isVisible()) await hand.press(all)
  const rest = asked(page).getByText(/^(Altre \d+ domande|Un’altra domanda)$/)
  if (await rest.isVisible()) await hand.press(rest)
}

const asked = (page: Page): Locator => page.getByRole('region', { name: /^Domande che aspettano/ })
const shown = ({ initials }: Followed): RegExp => new RegExp(initials.replaceAll('.', '\\.\\s?'))
const saidOf = (page: Page, who: Followed): Locator =>
  asked(page)
    .getByRole('listitem')
    .filter({ hasText: shown(who) })
const about = (page: Page, who: Followed): Locator => saidOf(page, who).filter({ hasText: host.name })

test('a worker reads who was seen with whom, where and when, and that it is no tie yet', async () => {
  await toTies(colleague, card)
  await about(colleague, neighbour).getByText(`3 volte, a ${host.name}`).waitFor()
  await asked(colleague).getByText('Non è un legame finché').waitFor()
  expect(await colleague.getByRole('main').getByText(neighbour.name).count()).toBe(0)
  await looksRight(colleague, 'domande-equipe')
  await colleague.setViewportSize({ width: 390, height: 844 })
  await looksRight(colleague, 'domande-equipe')
  await colleague.setViewportSize({ width: 1280, height: 900 })
})

test('the person answers on a phone without script: yes to one, no to another, and neither is told', async () => {
  const phone = await withoutScript(browser)
  const [{ address = '', pin = '' } = {}] = inject('product').cards
  await phone.goto(address)
  await phone.getByLabel('I sei numeri (PIN)').fill(pin)
  await phone.getByRole('button', { name: 'Entra' }).click()
  await looksRightWithoutScript(browser, phone, 'mio-con-domande')
  await phone.getByRole('link', { name: /^I miei legami: \d+ domande per te/ }).click()
  const question = (who: Followed): Locator =>
    phone
      .getByRole('article')
      .filter({ hasText: shown(who) })
      .filter({ hasText: host.name })
  await question(neighbour).getByText(`eravate insieme 3 volte a ${host.name}`).waitFor()
  await looksRightWithoutScript(browser, phone, 'mio-legami-domande')
  await question(neighbour)
    .getByRole('button', { name: /^Sì, ci conosciamo/ })
    .click()
  await phone.getByText('Grazie, abbiamo scritto la tua risposta.').waitFor()
  await question(neighbour).waitFor({ state: 'detached' })
  await question(third).getByRole('button', { name: /^No/ }).click()
  await question(third).waitFor({ state: 'detached' })
  await phone.getByText('Grazie, abbiamo scritto la tua risposta.').waitFor()
  await looksRightWithoutScript(browser, phone, 'mio-legami-detto')
  await phone.getByRole('link', { name: 'Torna al mio patto' }).click()
  await phone.getByRole('link', { name: /^I miei legami/ }).waitFor()
})

test('one yes is the answer of one: the other is asked with the same words, by keyboard alone, and then both have the tie', async () => {
  await toTies(tutor, neighbour, keyboard)
  const question = about(tutor, card)
  await question.getByText(`3 volte, a ${host.name}`).waitFor()
  expect(await question.getByText(/detto|risposto/).count()).toBe(0)
  await keyboard.press(question.getByRole('button', { name: /^Dice di sì/ }))
  await told(tutor, 'Scritto.')
  await question.waitFor({ state: 'detached' })
  const short = (who: Followed): RegExp => new RegExp(`${who.name.split(' ')[0]} ${who.name.split(' ')[1]?.[0]}`)
  await tutor
    .getByRole('row', { name: short(card) })
    .filter({ hasText: 'Lo hanno detto tutti e due' })
    .first()
    .waitFor()
  await looksRight(tutor, 'domande-legame-nato')
  await toTies(colleague, card)
  await colleague
    .getByRole('row', { name: short(neighbour) })
    .first()
    .waitFor()
  expect(await about(colleague, neighbour).count()).toBe(0)
})

test('a no is quiet: whoever was refused is asked as before, and their yes tells them nothing', async () => {
  await toTies(tutor, third)
  const question = about(tutor, card)
  await question.getByText(`3 volte, a ${host.name}`).waitFor()
  expect(
    await tutor
      .getByRole('main')
      .getByText(/rifiut|ha detto di no/i)
      .count(),
  ).toBe(0)
  await question.getByRole('button', { name: /^Dice di sì/ }).click()
  await told(tutor, 'Scritto.')
  await question.waitFor({ state: 'detached' })
  const [given = '', family = ''] = card.name.split(' ')
  expect(await tutor.getByRole('row', { name: `${given} ${family[0]}` }).count()).toBe(0)
  await owner.query(`select graphile_worker.add_job('suggestTies', '{}'::json)`)
  await expect.poll(async () => (await owner.query(`select 1 from graphile_worker.jobs`)).rows.length).toBe(0)
  expect(await questionsOf([card, third])).toBe(1)
  await toTies(colleague, card)
  expect(await about(colleague, third).count()).toBe(0)
})

test('a third party who may be somebody of the programme is asked on their own; until they say yes nothing changes', async () => {
  await toTies(tutor, neighbour)
  await tutor.getByText('Scrivi un legame').first().click()
  await tutor.getByLabel('Iniziali').fill('Z.Q.')
  await tutor.getByLabel('Che legame è').selectOption({ label: 'Vicinato' })
  await tutor.getByLabel('Da quando').fill(dayFromNow(-200))
  await tutor.getByRole('button', { name: 'Salva il legame' }).click()
  await told(tutor, 'Legame scritto.')
  const row = tutor.getByRole('row', { name: /Z\. ?Q\./ })
  await row.waitFor()
  await tutor.getByText('Uno di questi è una persona del programma?').click()
  const claiming = tutor.getByRole('group').filter({ hasText: 'Uno di questi è una persona' })
  await claiming.getByLabel('Quale legame').selectOption({ label: 'Z. Q., vicinato' })
  await claiming.getByRole('button', { name: 'Chiedi', exact: true }).click()
  await claiming.getByText('Scegli la persona dall’elenco.').waitFor()
  await mouse.find(claiming.getByRole('combobox', { name: 'Chi potrebbe essere' }), third.name)
  await claiming.getByText('Senza il suo sì non si chiede.').waitFor()
  await claiming.getByRole('checkbox').check()
  await looksRight(tutor, 'domande-persona-del-programma')
  await tutor.setViewportSize({ width: 390, height: 844 })
  await looksRight(tutor, 'domande-persona-del-programma')
  await tutor.setViewportSize({ width: 1280, height: 900 })
  await claiming.getByRole('button', { name: 'Chiedi', exact: true }).click()
  await told(tutor, 'Domanda fatta. Risponde lei.')
  await toTies(tutor, third)
  const claim = saidOf(tutor, neighbour).filter({ hasText: 'dice che si conoscono' })
  await claim.getByRole('button', { name: /^Dice di no/ }).click()
  await told(tutor, 'Scritto.')
  await claim.waitFor({ state: 'detached' })
  await toTies(tutor, neighbour)
  await tutor.getByRole('row', { name: /Z\. ?Q\./ }).waitFor()
  await reads(tutor, new RegExp(neighbour.name))
})

test('somebody of another district is tied by a code that goes from hand to hand, and either end says when it is over', async () => {
  await toTies(tutor, neighbour)
  await tutor.getByText('Uno di questi è una persona seguita in un altro ambito?').click()
  const giving = tutor.getByRole('group').filter({ hasText: 'seguita in un altro ambito?' }).last()
  await giving.getByLabel('Con chi è il legame').selectOption({ label: 'Z. Q., vicinato' })
  await giving.getByRole('button', { name: 'Fai il codice' }).click()
  await giving.getByText('Senza il suo sì non si chiede.').waitFor()
  await giving.getByRole('checkbox').check()
  await giving.getByRole('button', { name: 'Fai il codice' }).click()
  const shown = giving.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
  await shown.waitFor()
  await looksRight(tutor, 'legame-codice')
  const code = (await shown.textContent()) ?? ''
  const elsewhere = await followedElsewhere()
  const away = await signIn(browser, 'tutor.cremona')
  await toTies(away, elsewhere)
  await away.getByText(/ha un codice da un altro ambito\?$/).click()
  await away.getByLabel('Il codice').fill(code.toLowerCase())
  await away.getByRole('button', { name: 'Leggi il codice' }).click()
  await told(away, 'Ora la domanda è fra quelle che aspettano.')
  const question = saidOf(away, neighbour).filter({ hasText: 'di un altro ambito' })
  await question.waitFor()
  await looksRight(away, 'legame-codice-letto')
  expect(await away.getByRole('main').getByText(neighbour.name).count()).toBe(0)
  await question.getByRole('button', { name: /^Dice di sì/ }).click()
  await told(away, 'Scritto.')
  await question.waitFor({ state: 'detached' })
  await toTies(away, elsewhere)
  const row = away.getByRole('row', { name: /di un altro ambito/ })
  await row.getByText('È finito', { exact: true }).click()
  await row.getByLabel('Finito il giorno').fill(dayFromNow(-1))
  await row.getByRole('button', { name: 'Segna che è finito' }).click()
  await row
    .getByText(/Finito il \d/)
    .first()
    .waitFor()
  await looksRight(away, 'legame-altro-ambito-finito')
  await toTies(tutor, neighbour)
  const here = tutor.getByRole('row', { name: /Z\. ?Q\., di un altro ambito/ })
  await here
    .getByText(/Finito il \d/)
    .first()
    .waitFor()
  await looksRight(tutor, 'legame-altro-ambito')
})
