import { sql } from 'kysely'
import type pg from 'pg'
import { type Actor, districtsWith, nilId, organisationsWith, publicActor, systemActor } from '../core/actor.ts'
import { dayOf } from '../core/day.ts'
import type { Outcome } from '../core/refusal.ts'
import type { Language } from '../core/words.ts'
import { type Watched, watched } from './connection.ts'
import type { Services, Tx } from './tx.ts'
import { toWho, type Who } from './who.ts'

/** Who opens the transaction: the holder of a session, nobody known, or a job of the product. */
export type Opening = {
  readonly by: { readonly tokenHash: string } | 'public' | 'system'
  readonly language?: Language
  readonly caller?: Tx['caller']
  /** Set when the act only reads: the database then refuses every write. */
  readonly readOnly?: boolean
  /** Set for acts that sign somebody in. */
  readonly signIn?: boolean
}

const uuidText = /^[0-9a-f-]{36}$/
const list = (ids: readonly string[]): string => `'{${ids.filter((id) => uuidText.test(id)).join(',')}}'`

/** The settings that row-level policies read; scalars and arrays only. */
const settingsOf = (actor: Actor, districts: readonly string[], households: readonly string[]): string => {
  const everywhere = actor.kind === 'system'
  const where = (permission: Parameters<typeof districtsWith>[1]): string =>
    list(everywhere ? districts : districtsWith(actor, permission, districts))
  const yes = (permission: Parameters<typeof districtsWith>[1]): string =>
    everywhere || actor.grants.some((grant) => grant.permissions.includes(permission)) ? `'yes'` : `''`
  const settings: Record<string, string> = {
    kind: `'${actor.kind}'`,
    actor: `'${uuidText.test(actor.id) ? actor.id : nilId}'`,
    self_person: actor.kind === 'person' ? `'${actor.id}'` : `''`,
    self_district: actor.kind === 'person' && actor.districtId ? `'${actor.districtId}'` : `''`,
    districts: list(
      districts.filter(
        (id) => everywhere || actor.grants.some((grant) => grant.districtId === null || grant.districtId === id),
      ),
    ),
    registry: where('persons.register'),
    triage: where('referrals.triage'),
    antennas: where('antennas.manage'),
    opens_cases: where('cases.open'),
    wide: where('cases.all'),
    panel: where('pacts.review'),
    supervises: where('notes.supervise'),
    // lines of no district (sign-ins, accounts) are read by whoever reads the journal of the whole programme
    journal: everywhere
      ? list([...districts, nilId])
      : list(districtsWith(actor, 'journal.read', [...districts, nilId])),
    results: where('results.read'),
    // figures of the whole programme are of no district: they are read by whoever reads them everywhere
    networks: everywhere
      ? list([...districts, nilId])
      : list(districtsWith(actor, 'networks.read', [...districts, nilId])),
    surveys: where('surveys.manage'),
    takes_out: where('networks.export'),
    imports: where('imports.run'),
    organisations: list(organisationsWith(actor, 'shifts.host')),
    accounts: yes('accounts.manage'),
    outbox: yes('outbox.read'),
    cases: list(actor.cases),
    persons: list(actor.persons),
    households: list(households),
  }
  return Object.entries(settings)
    .map(([name, value]) => `set local app.${name} = ${value}`)
    .join(';')
}

const actorOf = (who: Who | undefined, opening: Opening): Actor => {
  if (opening.by === 'system') return systemActor
  if (!who) return publicActor(opening.language ?? 'it')
  return {
    kind: who.kind,
    id: who.id,
    name: who.name,
    language: opening.language ?? who.language,
    sessionId: who.session,
    districtId: who.district,
    grants: who.step === 'open' ? who.grants : [],
    cases: who.step === 'open' ? who.cases : [],
    persons: who.step === 'open' ? who.persons : [],
  }
}

// the day changes on a full quarter of an hour everywhere
let lately = { quarter: '', day: '' }
const todayAt = (now: string): string => {
  const quarter = `${now.slice(0, 14)}${Math.floor(Number(now.slice(14, 16)) / 15)}`
  if (lately.quarter !== quarter) lately = { quarter, day: dayOf(now) }
  return lately.day
}

type Line = { readonly client: pg.PoolClient; readonly watch: Watched['watch'] }
type Begun = { readonly actor: Actor; readonly districts: readonly string[]; readonly who: Who | undefined }

/** `begin` and the rights as they are now; the settings of the policies leave with the act's first statement. */
const begin = async ({ client, watch }: Line, opening: Opening, now: string): Promise<Begun> => {
  const hash = typeof opening.by === 'object' && /^[0-9a-f]{64}$/.test(opening.by.tokenHash) ? opening.by.tokenHash : ''
  const question = hash ? `app.who('${hash}', '${now}')` : 'null::jsonb'
  const answer = (await client.query(
    `begin; select ${question} as who, ${hash ? `'{}'::uuid[]` : 'app.districts()'} as districts`,
  )) as unknown as pg.QueryResult[]
  const row = answer[1]?.rows[0]
  const who = row?.who ? toWho(row.who) : undefined
  const actor = actorOf(who, opening)
  const districts = who?.districts ?? toDistricts(row?.districts)
  const extra = [
    settingsOf(actor, districts, who?.step === 'open' ? who.households : []),
    `set local app.sign_in = '${opening.signIn ? 'yes' : ''}'`,
    ...(opening.readOnly ? ['set local transaction_read_only = on'] : []),
  ]
  watch.later(extra.join(';'))
  return { actor, districts, who }
}

const toDistricts = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? value.slice(1, -1).split(',').filter(Boolean)
    : Array.isArray(value)
      ? value.map(String)
      : []

export class ChangeWithoutJournal extends Error {}

const txOf = (services: Services, { db, watch }: Watched, begun: Begun, now: string, opening: Opening): Tx => ({
  db,
  watch,
  actor: begun.actor,
  districts: begun.districts,
  now,
  today: todayAt(now),
  newId: services.newId,
  services,
  afterCommit: { cookies: [] },
  caller: opening.caller ?? { address: '', agent: '' },
})

/** What an act is given beside its transaction: the session as it stands, for the rules of sign-in. */
export type Acting = { readonly tx: Tx; readonly who: Who | undefined }

/**
 * Runs one act in one transaction on one connection. What it writes stays only if its outcome is done (or the refusal
 * says that what it wrote must be kept: a wrong password counted, say). A change without a line in the journal throws.
 */
export const transact = async <T>(
  services: Services,
  opening: Opening,
  act: (acting: Acting) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  const client = await services.pool.connect()
  let broken: Error | undefined
  const one = watched(client)
  const { watch } = one
  Object.assign(watch, { wrote: false, journalled: false, pending: [] })
  try {
    const now = services.clock()
    const begun = await begin({ client, watch }, opening, now)
    const tx = txOf(services, one, begun, now, opening)
    const outcome = await act({ tx, who: begun.who })
    const stays = outcome.ok || outcome.refusal.kept === true
    if (stays && watch.wrote && !watch.journalled)
      throw new ChangeWithoutJournal('an act changed records and wrote no line in the journal')
    const ended = watch.later(stays ? 'commit' : 'rollback')
    await Promise.all(watch.pending)
    // a statement whose failure somebody swallowed turns the commit into a rollback, and the database does not call it an error
    if (stays && (await ended).command !== 'COMMIT') throw new Error('what the act wrote was not kept')
    return outcome
  } catch (error) {
    const first = await firstFailure(watch.pending, error)
    broken = await undo(client, first)
    throw first
  } finally {
    client.release(broken)
  }
}

/** What went wrong before the error that the act met: that one may only say that the transaction was broken already. */
const firstFailure = async (pending: readonly Promise<unknown>[], error: unknown): Promise<unknown> => {
  const failed = (await Promise.allSettled(pending)).find(({ status }) => status === 'rejected')
  return failed?.status === 'rejected' ? failed.reason : error
}

/** Rolls back; a connection that cannot even do that is thrown away by the pool. */
const undo = async (client: pg.PoolClient, error: unknown): Promise<Error | undefined> => {
  try {
    await client.query('rollback')
    return undefined
  } catch {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Lets the rest of this transaction see a case, its persons and household that the act has just made. */
export const widen = async (
  tx: Tx,
  more: { cases?: readonly string[]; persons?: readonly string[]; households?: readonly string[] },
): Promise<void> => {
  for (const [name, ids] of Object.entries(more))
    await sql`select set_config(${`app.${name}`}, (coalesce(nullif(current_setting(${`app.${name}`}, true), ''), '{}')::uuid[] || ${ids}::uuid[])::text, true)`.execute(
      tx.db,
    )
}
