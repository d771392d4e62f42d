import { type Selectable, sql } from 'kysely'
import type { Tie as Table } from '../../../database/schema.ts'
import type { Day } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { EndKind, TieKind, TieOrigin } from '../core/tie.schema.ts'
import type { Occasion } from '../core/wave.api.ts'
import type { Alter, Wave } from '../core/wave.schema.ts'
import { closenessOf, strengthOf } from '../core/wave.ts'
import { endThere, holdAcross } from './tie.store.ts'

/** A tie that is alive, as its person sees it: what a new wave begins with. */
export type CarriedTie = Pick<
  Alter,
  'kind' | 'closeness' | 'often' | 'helps' | 'direction' | 'since' | 'until' | 'origin' | 'setting'
> & {
  readonly id: string
  readonly other: { readonly kind: EndKind; readonly label: string }
}

const turned = { gives: 'receives', receives: 'gives', mutual: 'mutual' } as const

const toCarried = (row: Selectable<Table>, personId: string): CarriedTie => {
  const isA = row.a_id === personId
  const direction = row.direction as Alter['direction']
  return {
    id: row.id,
    other: isA
      ? { kind: row.b_kind as EndKind, label: row.b_label }
      : { kind: row.a_kind as EndKind, label: row.a_label },
    kind: row.kind as TieKind,
    closeness: closenessOf(row.strength),
    often: row.often as Alter['often'],
    helps: row.helps as Alter['helps'],
    direction: isA ? direction : turned[direction],
    since: row.since,
    until: row.until,
    origin: { kind: row.origin_kind as TieOrigin['kind'], id: row.origin_id },
    setting: row.setting,
  }
}

/** The ties that the person told or said yes to and that are alive, the closest first, sixty at most. */
export const tiesToAsk = async (tx: Tx, districtId: string, personId: string): Promise<CarriedTie[]> => {
  const rows = await tx.db
    .selectFrom('tie')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('until', 'is', null)
    .where('labels_erased_at', 'is', null)
    .where(({ and, eb, or }) =>
      or([
        and([eb('a_id', '=', personId), or([eb('person_id', '=', personId), eb('a_said_at', 'is not', null)])]),
        and([eb('b_id', '=', personId), or([eb('person_id', '=', personId), eb('b_said_at', 'is not', null)])]),
      ]),
    )
    .orderBy('strength', (order) => order.desc().nullsLast())
    .orderBy('since')
    .orderBy('id')
    .limit(60)
    .execute()
  return rows.map((row) => toCarried(row, personId))
}

/** These ties, held until the wave has ended; those that are over come with their end. */
export const lockTies = async (tx: Tx, wave: Wave, ids: readonly string[]): Promise<Map<string, CarriedTie>> => {
  if (ids.length === 0) return new Map()
  await holdAcross(tx, ids)
  const rows = await tx.db
    .selectFrom('tie')
    .selectAll()
    .where('district_id', '=', wave.districtId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, toCarried(row, wave.personId)]))
}

/** An alter that becomes a tie. */
export type Fresh = { readonly tieId: string; readonly alter: Alter; readonly since: Day }

export const makeTies = async (tx: Tx, wave: Wave, fresh: readonly Fresh[]): Promise<void> => {
  if (fresh.length === 0) return
  const { rows } = await sql<{ label: string }>`
    select given_name || ' ' || family_name as label from person
    where district_id = ${wave.districtId} and id = ${wave.personId}`.execute(tx.db)
  await tx.db
    .insertInto('tie')
    .values(
      fresh.map(({ tieId, alter, since }) => ({
        district_id: wave.districtId,
        id: tieId,
        case_id: wave.caseId,
        person_id: wave.personId,
        a_kind: 'person',
        a_id: wave.personId,
        a_label: (rows[0]?.label ?? '').slice(0, 120),
        b_kind: 'alter',
        b_id: null,
        b_label: alter.label,
        kind: alter.kind,
        strength: alter.closeness === null ? null : strengthOf(alter.closeness),
        often: alter.often,
        helps: alter.helps,
        direction: alter.direction,
        since,
        evidence: 'saidByPerson',
        origin_kind: alter.origin.kind,
        origin_id: alter.origin.id,
        setting: alter.setting,
        a_said_at: tx.now,
        revised_at: tx.now,
        recorded_by: tx.actor.id,
        recorded_at: tx.now,
      })),
    )
    .execute()
  for (const { tieId, alter } of fresh)
    await tx.db
      .updateTable('wave_alter')
      .set({ tie_id: tieId })
      .where('district_id', '=', wave.districtId)
      .where('wave_id', '=', wave.id)
      .where('id', '=', alter.id)
      .execute()
}

/** Keeps how a tie was told this time. */
export const reviseTie = async (tx: Tx, wave: Wave, alter: Alter): Promise<void> => {
  await tx.db
    .updateTable('tie')
    .set(({ eb }) => ({
      kind: alter.kind,
      strength: alter.closeness === null ? null : strengthOf(alter.closeness),
      often: alter.often,
      helps: alter.helps,
      direction: eb.case().when('b_id', '=', wave.personId).then(turned[alter.direction]).else(alter.direction).end(),
      revised_at: tx.now,
    }))
    .where('district_id', '=', wave.districtId)
    .where('id', '=', alter.tieId)
    .execute()
}

export const endTieIn = async (tx: Tx, wave: Wave, { tieId, until }: { tieId: string; until: Day }): Promise<void> => {
  await tx.db
    .updateTable('tie')
    .set({ until, revised_at: tx.now })
    .where('district_id', '=', wave.districtId)
    .where('id', '=', tieId)
    .execute()
  await endThere(tx, { districtId: wave.districtId, id: tieId })
}

type Place = { readonly districtId: string; readonly caseId: string; readonly personId: string }

// Pacts, turns and the referral stand above on the stairs: only their names are asked of their tables.
/** The occasions of this case in which a tie may be born: its pacts, whoever hosts the person's hours, the call for a hand. */
export const occasionsOf = async (tx: Tx, { districtId, caseId }: Place): Promise<Occasion[]> => {
  const { rows } = await sql<Occasion>`
    (select 'pact' as kind, id, number as label, starts_on as "on" from pact
      where district_id = ${districtId} and case_id = ${caseId} order by created_at desc)
    union all
    (select distinct on (o.id) 'hours', s.id, o.name, s.day from shift s join organisation o on o.id = s.host_organisation_id
      where s.district_id = ${districtId} and s.case_id = ${caseId} and s.state <> 'cancelled' and s.day <= ${tx.today}
      order by o.id, s.day desc)
    union all
    select 'referral', referral_id, '', opened_on from case_file
      where district_id = ${districtId} and id = ${caseId} and referral_id is not null`.execute(tx.db)
  return rows
}

/** Names of the occasions that made ties: the number of a pact, the host of a turn. */
export const originNames = async (
  tx: Tx,
  districtId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; label: string }>`
    select id, number as label from pact where district_id = ${districtId} and id = any(${[...ids]}::uuid[])
    union all select s.id, coalesce(o.name, p.number) from shift s
      join pact p on p.district_id = s.district_id and p.id = s.pact_id
      left join organisation o on o.id = s.host_organisation_id
      where s.district_id = ${districtId} and s.id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ id, label }) => [id, label]))
}

/** Names of the organisations, firms and schools at the end of some ties, by tie. */
export const bodyNames = async (
  tx: Tx,
  districtId: string,
  tieIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (tieIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('tie')
    .select(['id', 'b_label'])
    .where('district_id', '=', districtId)
    .where('id', 'in', tieIds)
    .where('b_kind', 'in', ['organisation', 'firm', 'school'])
    .execute()
  return new Map(rows.map(({ id, b_label }) => [id, b_label]))
}

/** What of the case and its person a conversation needs to know. */
export const caseFacts = async (
  tx: Tx,
  { districtId, caseId }: Pick<Place, 'districtId' | 'caseId'>,
): Promise<{ person: string; openedOn: Day; state: string }> => {
  const row = await tx.db
    .selectFrom('case_file as c')
    .innerJoin('person as p', (join) =>
      join.onRef('p.district_id', '=', 'c.district_id').onRef('p.id', '=', 'c.person_id'),
    )
    .select(['c.opened_on as openedOn', 'c.state'])
    .select(sql<string>`coalesce(nullif(p.called_name, ''), p.given_name)`.as('person'))
    .where('c.district_id', '=', districtId)
    .where('c.id', '=', caseId)
    .executeTakeFirstOrThrow()
  return row
}

/** Names of those who lead conversations. */
export const leaders = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx.db.selectFrom('account').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
