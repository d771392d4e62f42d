import { randomInt } from 'node:crypto'
import type pg from 'pg'
import { newTotpSecret, sealTotp } from '../../access/server/totp.ts'
import { canonicalText } from '../../pacts/core/pact.canonical.ts'
import { sha256 } from '../../pacts/server/digest.ts'
import type { Day } from '../../platform/core/day.ts'
import { hashPassword } from '../../platform/server/secret/passwords.ts'
import { randomToken } from '../../platform/server/secret/tokens.ts'
import type { Services } from '../../platform/server/tx.ts'
import { plusDays } from '../core/calendar.ts'
import type { AccountRole } from '../core/plan.schema.ts'
import { demoPlan } from '../core/plan.ts'
import { type Batch, insertBatch } from './bulk.store.ts'
import { appointmentRows, caseRows, caseWorkRows, followedIn } from './cases.rows.ts'
import { classRows } from './classes.rows.ts'
import {
  clearPlan,
  emptyAll,
  gatherStatistics,
  hasAccounts,
  holdsDemo,
  lockDemo,
  recountAll,
  sealAll,
} from './demo.store.ts'
import { journalRows } from './journal.rows.ts'
import { measureRows } from './measures.rows.ts'
import { accountRows, antennaRows, bodyRows, emailOf } from './network.rows.ts'
import { referralRows } from './outreach.rows.ts'
import { pactRows } from './pacts.rows.ts'
import { type DemoCard, groundRows, householdRows, makeCards, personRows } from './persons.rows.ts'
import { type Scene, sceneOf } from './scene.ts'
import { settingsRows } from './settings.rows.ts'
import { surveyRows } from './surveys.rows.ts'
import { tieRows } from './ties.rows.ts'
import { waveRows } from './waves.rows.ts'

const seed = 'fare legami'

/** Loading into a database that is not empty, or emptying one that is not a demo: nothing was touched. */
export class NotForDemo extends Error {
  override name = 'NotForDemo'
}

export type DemoAccount = {
  readonly username: string
  readonly email: string
  readonly name: string
  readonly role: AccountRole
  /** Null for the whole programme. */
  readonly district: string | null
}

/** What whoever tries the demo has to know; none of it is kept elsewhere in the clear. */
export type DemoReport = {
  readonly password: string
  readonly accounts: readonly DemoAccount[]
  readonly cards: readonly DemoCard[]
  readonly antennaLink: string
  /** Opens this year's survey for a body that has not answered it yet. */
  readonly surveyLink: string
  /** Rows written, by table. */
  readonly rows: Readonly<Record<string, number>>
}

export type DemoWish = {
  readonly owner: pg.Pool
  readonly services: Pick<Services, 'secrets' | 'newId' | 'baseUrl'>
  readonly today: Day
  /** Made up when it is not given. */
  readonly password?: string | undefined
  /** Empties the demo that is there first. */
  readonly again?: boolean
}

const words = 'ponte cortile piazza argine cascina torrazzo listone filare ciottolo lavanda panca tavolo'.split(' ')

/** Three words and a number, to be read aloud and typed: some 24 bits, for an account that is nobody's. */
const readablePassword = (): string => {
  const word = (): string => words[randomInt(words.length)] ?? 'ponte'
  return `${word()}-${word()}-${word()}-${randomInt(1000, 10_000)}`
}

type Told = { readonly batches: Batch[]; readonly report: Omit<DemoReport, 'rows'> }

const accountsOf = ({ plan }: Scene): DemoAccount[] =>
  plan.accounts.map((one) => ({
    username: one.username,
    email: emailOf(one),
    name: one.name,
    role: one.role,
    district: plan.districts.find(({ id }) => id === one.districtId)?.name ?? null,
  }))

const tell = async (scene: Scene, { services, password = readablePassword() }: DemoWish): Promise<Told> => {
  const { secrets, baseUrl } = services
  const passwordHash = await hashPassword(password)
  const cards = await makeCards(scene, baseUrl)
  const tokens = new Map(scene.plan.antennas.map(({ id }) => [id, randomToken(16)]))
  const tokenOf = (id: string): string => tokens.get(id) ?? randomToken(16)
  const surveys = surveyRows(scene, baseUrl)
  const batches = [
    ...settingsRows(scene),
    ...bodyRows(scene),
    ...accountRows(scene, { passwordHash, totpSealedOf: (id) => sealTotp(secrets, id, newTotpSecret()) }),
    ...personRows(scene, followedIn(scene)),
    ...householdRows(scene),
    ...groundRows(scene),
    cards.batch,
    ...antennaRows(scene, tokenOf),
    ...caseRows(scene),
    ...referralRows(scene),
    ...caseWorkRows(scene),
    ...appointmentRows(scene),
    ...pactRows(scene),
    ...waveRows(scene),
    ...tieRows(scene),
    ...surveys.batches,
    ...measureRows(scene),
    ...classRows(scene),
    ...journalRows(scene),
  ]
  const antennaLink = `${baseUrl}/antenna/${tokenOf(scene.plan.antennas[0]?.id ?? '')}`
  const report = { password, accounts: accountsOf(scene), cards: cards.cards, antennaLink, surveyLink: surveys.link }
  return { batches, report }
}

const rowsOf = (batches: readonly Batch[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { table, rows } of batches) counts[table] = (counts[table] ?? 0) + rows.length
  return counts
}

const makeRoom = async (client: pg.PoolClient, again: boolean): Promise<void> => {
  await lockDemo(client)
  const isUsed = await hasAccounts(client)
  if (!isUsed) return
  if (!again)
    throw new NotForDemo(
      'Qui lavora già qualcuno: la demo si carica solo in un database vuoto / this database is in use: the demo loads into an empty one only',
    )
  if (!(await holdsDemo(client)))
    throw new NotForDemo(
      'Questi dati non sono la demo: non tocco niente / these data are not the demo: nothing was touched',
    )
  await emptyAll(client)
}

const write = async (owner: pg.Pool, told: Told, again: boolean): Promise<void> => {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await makeRoom(client, again)
    await clearPlan(client)
    for (const one of told.batches) await insertBatch(client, one)
    await recountAll(client)
    await sealAll(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/**
 * Loads the whole demo programme into a migrated database, in one transaction, as its owner. Throws `NotForDemo` where
 * somebody works already, or, with `again`, where what is there is not the demo.
 */
export const loadDemo = async (wish: DemoWish): Promise<DemoReport> => {
  const fingerprintOf = (content: unknown): string => sha256(canonicalText(content))
  const plan = demoPlan({ seed, today: wish.today, fingerprintOf })
  const { secrets, newId } = wish.services
  const told = await tell(sceneOf(plan, { secrets, newId, firstDay: plusDays(wish.today, -740) }), wish)
  await write(wish.owner, told, wish.again ?? false)
  await gatherStatistics(wish.owner)
  return { ...told.report, rows: rowsOf(told.batches) }
}
