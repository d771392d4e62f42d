import { type Selectable, sql } from 'kysely'
import type { Tie as Table } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { EndKind, Tie, TieEnd } from '../core/tie.schema.ts'

/** `across`: the key that the row of the other district has too. */
export type FoundTie = Tie & { readonly recordedByName: string; readonly across: string | null }

const toFound = (row: Selectable<Table> & { recorded: string | null }): FoundTie => ({
  id: row.id,
  districtId: row.district_id,
  caseId: row.case_id,
  personId: row.person_id,
  a: { kind: row.a_kind as EndKind, id: row.a_id, label: row.a_label },
  b: { kind: row.b_kind as EndKind, id: row.b_id, label: row.b_label },
  kind: row.kind as Tie['kind'],
  strength: row.strength,
  frequency: row.frequency,
  direction: row.direction as Tie['direction'],
  since: row.since,
  until: row.until,
  evidence: row.evidence as Tie['evidence'],
  origin: { kind: row.origin_kind as Tie['origin']['kind'], id: row.origin_id },
  setting: row.setting,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
  labelsErasedAt: row.labels_erased_at,
  recordedByName: row.recorded ?? '',
  across: row.across,
})

const ties = (tx: Tx) =>
  tx.db
    .selectFrom('tie as t')
    .leftJoin('account as r', 'r.id', 't.recorded_by')
    .selectAll('t')
    .select('r.name as recorded')
    .where('t.district_id', 'in', tx.districts)

/** Ties told in a case and those that a person is an end of, the newest first. */
export const listTies = async (
  tx: Tx,
  { districtId, caseId, personId }: { districtId: string; caseId?: string | undefined; personId?: string | undefined },
): Promise<FoundTie[]> => {
  const rows = await ties(tx)
    .where('t.district_id', '=', districtId)
    .where(({ eb, or }) =>
      or([
        ...(caseId === undefined ? [] : [eb('t.case_id', '=', caseId)]),
        ...(personId === undefined
          ? []
          : (['t.person_id', 't.a_id', 't.b_id'] as const).map((end) => eb(end, '=', personId))),
      ]),
    )
    .orderBy('t.since', 'desc')
    .orderBy('t.id')
    .limit(500)
    .execute()
  return rows.map(toFound)
}

/** Both rows of ties that stand in two districts too: held in one order, so that two who change them at once never wait for each other. */
export const holdAcross = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await sql`select pg_advisory_xact_lock(hashtextextended(t.across, 0)) from (
    select across from tie where district_id = any(${[...tx.districts]}::uuid[]) and id = any(${[...ids]}::uuid[]) and across is not null
    order by across) as t`.execute(tx.db)
}

/** One tie; others who change it wait. */
export const lockTie = async (tx: Tx, id: string): Promise<FoundTie | undefined> => {
  await holdAcross(tx, [id])
  const row = await ties(tx).where('t.id', '=', id).forUpdate('t').executeTakeFirst()
  return row && toFound(row)
}

export const addTies = async (tx: Tx, fresh: readonly Tie[]): Promise<void> => {
  if (fresh.length === 0) return
  await tx.db
    .insertInto('tie')
    .values(
      fresh.map((tie) => ({
        district_id: tie.districtId,
        id: tie.id,
        case_id: tie.caseId,
        person_id: tie.personId,
        a_kind: tie.a.kind,
        a_id: tie.a.id,
        a_label: tie.a.label,
        b_kind: tie.b.kind,
        b_id: tie.b.id,
        b_label: tie.b.label,
        kind: tie.kind,
        strength: tie.strength,
        frequency: tie.frequency,
        direction: tie.direction,
        since: tie.since,
        until: tie.until,
        evidence: tie.evidence,
        origin_kind: tie.origin.kind,
        origin_id: tie.origin.id,
        setting: tie.setting,
        recorded_by: tie.recordedBy,
        recorded_at: tie.recordedAt,
      })),
    )
    .execute()
}

export const saveEnd = async (tx: Tx, tie: Pick<Tie, 'districtId' | 'id' | 'until'>): Promise<void> => {
  await tx.db
    .updateTable('tie')
    .set({ until: tie.until, revised_at: tx.now })
    .where('district_id', '=', tie.districtId)
    .where('id', '=', tie.id)
    .execute()
  await endThere(tx, tie)
}

/** A tie that is over here is over in the other district too. */
export const endThere = async (tx: Tx, { districtId, id }: Pick<Tie, 'districtId' | 'id'>): Promise<void> => {
  await sql`select app.over_there(${districtId}, ${id}, ${tx.now})`.execute(tx.db)
}

export const saveStrength = async (tx: Tx, tie: Pick<Tie, 'districtId' | 'id' | 'strength'>): Promise<void> => {
  await tx.db
    .updateTable('tie')
    .set({ strength: tie.strength, revised_at: tx.now })
    .where('district_id', '=', tie.districtId)
    .where('id', '=', tie.id)
    .execute()
}

/** The person's own word that a tie of both is over; '' or why not. */
export const endOwn = async (tx: Tx, { districtId, id, until }: { districtId: string; id: string; until: string }) => {
  const { rows } = await sql<{ why: '' | 'unknown' | 'over' | 'future' | 'beforeStart' }>`
    select app.end_own_tie(${districtId}, ${id}, ${until}::date, ${tx.now}) as why`.execute(tx.db)
  return rows[0]?.why ?? 'unknown'
}

/**
 * Takes the initials of third parties away, and what was written about them in words; gives how many ties were touched. A tie of the
 * person that was born while no file was open goes with the file.
 */
export const eraseLabels = async (tx: Tx, districtId: string, caseId: string): Promise<number> => {
  const toAlter = sql<boolean>`'alter' in (a_kind, b_kind)`
  const { numUpdatedRows } = await tx.db
    .updateTable('tie')
    .set({
      a_label: sql<string>`case when a_kind = 'alter' then '' else a_label end`,
      b_label: sql<string>`case when b_kind = 'alter' then '' else b_label end`,
      setting: sql<string>`case when ${toAlter} then '' else setting end`,
      frequency: sql<string>`case when ${toAlter} then '' else frequency end`,
      labels_erased_at: tx.now,
    })
    .where('district_id', '=', districtId)
    .where(
      sql<boolean>`(case_id = ${caseId} or case_id is null and person_id = (select c.person_id from case_file c
        where c.district_id = ${districtId} and c.id = ${caseId}))`,
    )
    .where('labels_erased_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export type CasePlace = {
  readonly districtId: string
  readonly caseId: string
  readonly personId: string
  readonly personLabel: string
  readonly state: string
}

// The cases stand above on the stairs: only where a case belongs is asked of their table, here and nowhere else.
/** With `hold`, nobody closes it until the act ends. */
export const placeOfCase = async (
  tx: Tx,
  by: { caseId: string } | { personId: string },
  hold = false,
): Promise<CasePlace | undefined> =>
  tx.db
    .selectFrom('case_file as c')
    .innerJoin('person as p', (join) =>
      join.onRef('p.district_id', '=', 'c.district_id').onRef('p.id', '=', 'c.person_id'),
    )
    .select(['c.district_id as districtId', 'c.id as caseId', 'c.person_id as personId', 'c.state'])
    .select(sql<string>`p.given_name || ' ' || p.family_name`.as('personLabel'))
    .where('c.district_id', 'in', tx.districts)
    .$if('caseId' in by, (query) => query.where('c.id', '=', 'caseId' in by ? by.caseId : ''))
    .$if('personId' in by, (query) => query.where('c.person_id', '=', 'personId' in by ? by.personId : ''))
    .orderBy(sql`c.state = 'open'`, 'desc')
    .orderBy('c.opened_on', 'desc')
    .$if(hold, (query) => query.forShare('c'))
    .executeTakeFirst()

/** Known ends that the reader may see, by id, as their records say: what kind they are is not for the writer to choose. */
export const endsOf = async (
  tx: Tx,
  districtId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TieEnd>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<TieEnd & { id: string }>`
    select 'person' as kind, id, given_name || ' ' || family_name as label from person
      where district_id = ${districtId} and id = any(${[...ids]}::uuid[])
    union all select 'household', id, label from household where district_id = ${districtId} and id = any(${[...ids]}::uuid[])
    union all select case when kind in ('firm', 'school') then kind else 'organisation' end, id, name
      from organisation where id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(rows.map((end) => [end.id, { ...end, label: end.label.slice(0, 120) }]))
}

/** Households that a person belongs or belonged to, the present ones first. */
export const householdsOf = async (
  tx: Tx,
  { districtId, personId }: Pick<CasePlace, 'districtId' | 'personId'>,
): Promise<{ id: string; label: string }[]> => {
  const rows = await tx.db
    .selectFrom('household as h')
    .innerJoin('household_member as m', (join) =>
      join.onRef('m.district_id', '=', 'h.district_id').onRef('m.household_id', '=', 'h.id'),
    )
    .select(['h.id', 'h.label'])
    .where('h.district_id', '=', districtId)
    .where('m.person_id', '=', personId)
    .groupBy(['h.id', 'h.label'])
    .orderBy(sql`bool_or(m.until_day is null)`, 'desc')
    .orderBy('h.label')
    .execute()
  return rows
}

// As above: the pacts and shifts that ties were born in.
/** Numbers of these pacts that belong to the person, by id; shifts answer with the number of their pact. */
export const pactOrigins = async (
  tx: Tx,
  districtId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; number: string }>`
    select id, number from pact where district_id = ${districtId} and id = any(${[...ids]}::uuid[])
    union all select s.id, p.number from shift s join pact p on p.district_id = s.district_id and p.id = s.pact_id
      where s.district_id = ${districtId} and s.id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ id, number }) => [id, number]))
}

export const pactsOfCase = async (
  tx: Tx,
  { districtId, caseId }: Pick<CasePlace, 'districtId' | 'caseId'>,
): Promise<{ id: string; number: string }[]> =>
  tx.db
    .selectFrom('pact')
    .select(['id', 'number'])
    .where('district_id', '=', districtId)
    .where('case_id', '=', caseId)
    .orderBy('created_at', 'desc')
    .execute()
