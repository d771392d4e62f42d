import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { deskPages } from '../../src/app/web/pages.ts'
import { openBrowser } from '../browser.ts'
import { title } from './ask.steps.ts'
import { keepScreens, looksRight, signIn } from './steps.ts'

// Between districts, between administrators, and between a right and its end.
let browser: Browser
let owner: pg.Pool
beforeAll(async () => {
  browser = await openBrowser()
  owner = new pg.Pool({ connectionString: inject('product').env.MIGRATE_DATABASE_URL, max: 1 })
})
afterAll(async () => {
  await keepScreens(browser, 'between')
  await browser.close()
  await owner.end()
})

type Found = { id: string; personLabel: string; whyNot: string | null }

/** A file of the reader's district that may pass on, and one that a pact keeps; asked as the pages ask. */
const filesOf = (page: Page): Promise<{ free: Found | undefined; bound: Found | undefined }> =>
  page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api/v1${path}`)).json()
    let [free, bound]: (Found | undefined)[] = [undefined, undefined]
    for (const one of (await read('/cases?state=open&limit=80')).rows) {
      const { whyNot } = await read(`/cases/${one.id}/transfer`)
      const found = { id: one.id, personLabel: one.personLabel, whyNot }
      if (whyNot) bound ??= found
      else free ??= found
      if (free && bound) break
    }
    return { free, bound }
  })

test('a person passes to another district: proposed together, read there, accepted, and each keeps to its own', async () => {
  const coordinator = await signIn(browser, 'coordinatore.crema')
  const { free, bound } = await filesOf(coordinator)
  if (!free || !bound) throw new Error('the demo has no file to pass on, or none that a pact keeps')

  await coordinator.goto(`/scrivania/casi/${bound.id}/passaggio`)
  await coordinator.getByText(/C’è ancora un patto in corso|ancora \d+ patti in corso/).waitFor()
  expect(await coordinator.getByRole('button', { name: 'Manda la proposta' }).count()).toBe(0)

  await coordinator.goto(`/scrivania/casi/${free.id}/equipe`)
  await coordinator.getByRole('link', { name: 'Proponi il passaggio' }).click()
  await coordinator.getByLabel('A quale ambito').selectOption({ label: 'Ambito Cremonese' })
  await coordinator.getByLabel('Perché').fill('Va a vivere dalla sorella')
  await coordinator.getByLabel('Riassunto per chi continua').fill('Cerca lavoro la mattina e conosce il mercato.')
  await coordinator.getByRole('button', { name: 'Manda la proposta' }).click()
  await coordinator.getByText('Questo si fa con la persona presente').first().waitFor()
  expect(await coordinator.getByLabel('Riassunto per chi continua').inputValue()).toContain('il mercato')
  await looksRight(coordinator, 'passaggio-proposta')
  await coordinator.getByLabel('La persona è presente e d’accordo').check()
  await coordinator.getByRole('button', { name: 'Manda la proposta' }).click()
  await title(coordinator, /Avete chiesto a Ambito Cremonese/).waitFor()
  const address = new URL(coordinator.url()).pathname
  await looksRight(coordinator, 'passaggio-mandato')

  const intake = await signIn(browser, 'intake.cremona', 390)
  await intake.getByRole('heading', { name: 'Persone da un altro ambito' }).waitFor()
  await looksRight(intake, 'oggi-con-passaggio')
  await intake
    .getByRole('link', { name: /Leggi e rispondi/ })
    .first()
    .click()
  await title(intake, /vi chiede di continuare/).waitFor()
  await intake.getByText('Cerca lavoro la mattina').waitFor()
  await looksRight(intake, 'passaggio-da-leggere')
  await intake.getByRole('button', { name: 'Accetta il passaggio' }).click()
  await intake.getByRole('heading', { name: 'Scheda', exact: false }).first().waitFor()
  await intake.waitForURL(/\/persone\//)
  const fresh = new URL(intake.url()).pathname
  await looksRight(intake, 'passaggio-scheda-nuova')

  await coordinator.goto(fresh)
  await coordinator.getByText('Qui non c’è niente').waitFor()
  await coordinator.goto(`/scrivania/casi/${free.id}`)
  await title(coordinator, /è seguita da un altro ambito/).waitFor()
  await coordinator.goto(address)
  await title(coordinator, /è passata da/).waitFor()
  await looksRight(coordinator, 'passaggio-fatto')
  await intake.goto(`/scrivania/casi/${free.id}`)
  await intake
    .getByText(/non è tra quelle che puoi aprire|Qui non c’è niente/)
    .first()
    .waitFor()
  await coordinator.context().close()
  await intake.context().close()
})

test('two administrators on the same expected result: what both changed is chosen side by side', async () => {
  const one = await signIn(browser, 'admin')
  const other = await one.context().newPage()
  await one.goto('/scrivania/amministrazione/risultati-attesi')
  await one.locator('main .row a').first().click()
  await one.getByLabel('Quanto ci si aspetta').waitFor()
  await other.goto(one.url())
  await other.getByLabel('Quanto ci si aspetta').fill('4321')
  await one.getByLabel('Quanto ci si aspetta').fill('1234')
  await one.getByRole('button', { name: 'Salva', exact: true }).click()
  await title(one, /risultati/).waitFor()
  await other.getByRole('button', { name: 'Salva', exact: true }).click()
  await other.getByText('Nel frattempo qualcun altro ha cambiato').waitFor()
  await other.getByText('1234').first().waitFor()
  await other.getByText('4321').first().waitFor()
  await looksRight(other, 'conflitto-risultato-atteso')
  await one.context().close()
})

// the drawings say in their own words why they are not for whoever reads figures only
const mayNot = /^(Questa pagina non è tra quelle che puoi aprire\.|I disegni mostrano persone)$/

test.each(['admin', 'intake.cremona', 'valutatore', 'tutor3.crema'])(
  '%s: what the menu does not offer, the address does not open',
  async (who) => {
    const page = await signIn(browser, who)
    const offered = await page
      .locator('nav a, .menu__list a')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
    for (const { path, nav } of deskPages.filter((one) => one.nav)) {
      if (!nav) continue
      const address = path === '/' ? '/scrivania' : `/scrivania${path}`
      await page.goto(address)
      await page.locator('h1').first().waitFor()
      const isOffered = offered.some((one) => one.replace(/\/$/, '') === address)
      expect([path, await page.getByRole('heading', { name: mayNot }).count()]).toEqual([path, isOffered ? 0 : 1])
    }
    await looksRight(page, `non-puoi-${who}`)
    await page.context().close()
  },
)

test('a right that ends leaves the menu when one comes back to the window; the screen locks when the district says', async () => {
  await owner.query(
    `insert into district_setting (district_id, key, value) select id, 'deadlines', '{"lockMinutes": 3}' from district where code = 'casalasco'
     on conflict (district_id, key) do update set value = district_setting.value || excluded.value`,
  )
  const page = await signIn(browser, 'tutor.casalmaggiore')
  await page.clock.install()
  await page.reload()
  const files = page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Casi' })
  await files.waitFor()
  // the minutes count from when the settings are read
  await page.waitForLoadState('networkidle')
  await page.clock.runFor('02:30')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.clock.runFor('01:00')
  await page.getByRole('dialog').getByLabel('La tua password').fill(inject('product').password)
  await page.getByRole('dialog').getByRole('button', { name: 'Sblocca' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const rightEnds = (at: string): Promise<unknown> =>
    owner.query(
      `update account_role r set ended_at = ${at} from account a where a.id = r.account_id and a.email = 'tutor.casalmaggiore@demo.invalid'`,
    )
  await rightEnds('now()')
  try {
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await files.waitFor({ state: 'detached' })
  } finally {
    await rightEnds('null')
    await owner.query(
      `update district_setting set value = value - 'lockMinutes' where key = 'deadlines' and district_id = (select id from district where code = 'casalasco')`,
    )
  }
  await page.context().close()
})
