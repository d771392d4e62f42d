import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Appointment as Table } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Appointment } from '../core/appointment.schema.ts'

/** An appointment with whom it is, as the rows of lists tell it. */
export type FoundAppointment = Appointment & {
  readonly personLabel: string
  readonly caseNumber: string
  readonly caseState: string
  readonly pactNumber: string | null
  readonly createdAt: string
}

const label: RawBuilder<string | null> = sql`p.given_name || ' ' || p.family_name`

type Row = Selectable<Table> & {
  label: string | null
  number: string | null
  case_state: string | null
  pact_number: string | null
}

const toFound = (row: Row): FoundAppointment => ({
  id: row.id,
  districtId: row.district_id,
  caseId: row.case_id,
  personId: row.person_id,
  pactId: row.pact_id,
  title: row.title,
  kind: row.kind as Appointment['kind'],
  at: row.at,
  minutes: row.minutes,
  place: row.place,
  accountIds: row.account_ids,
  outcome: row.outcome as Appointment['outcome'],
  movedToId: row.moved_to,
  note: row.note,
  personLabel: row.label ?? '',
  caseNumber: row.number ?? '',
  caseState: row.case_state ?? '',
  pactNumber: row.pact_number,
  createdAt: row.created_at,
})

const appointments = (tx: Tx) =>
  tx.db
    .selectFrom('appointment as a')
    .leftJoin('person as p', (join) =>
      join.onRef('p.district_id', '=', 'a.district_id').onRef('p.id', '=', 'a.person_id'),
    )
    .leftJoin('case_file as c', (join) =>
      join.onRef('c.district_id', '=', 'a.district_id').onRef('c.id', '=', 'a.case_id'),
    )
    .leftJoin('pact as t', (join) => join.onRef('t.district_id', '=', 'a.district_id').onRef('t.id', '=', 'a.pact_id'))
    .selectAll('a')
    .select([label.as('label'), 'c.number', 'c.state as case_state', 't.number as pact_number'])
    .where('a.district_id', 'in', tx.districts)

/** One appointment; others who change it wait. */
export const lockAppointment = async (tx: Tx, id: string): Promise<FoundAppointment | undefined> => {
  const row = await appointments(tx).where('a.id', '=', id).forUpdate('a').executeTakeFirst()
  return row && toFound(row)
}

/** All of a case, newest first. */
export const listOfCase = async (tx: Tx, districtId: string, caseId: string): Promise<FoundAppointment[]> => {
  const rows = await appointments(tx)
    .where('a.district_id', '=', districtId)
    .where('a.case_id', '=', caseId)
    .orderBy('a.at', 'desc')
    .orderBy('a.id')
    .limit(2000)
    .execute()
  return rows.map(toFound)
}

/** What takes place between two instants and was not moved: of this account, or of this person. */
export const listBetween = async (
  tx: Tx,
  { from, to, accountId, personId }: { from: string; to: string; accountId?: string; personId?: string },
): Promise<FoundAppointment[]> => {
  const rows = await appointments(tx)
    .where('a.at', '>=', from)
    .where('a.at', '<', to)
    .where('a.moved_to', 'is', null)
    .$if(accountId !== undefined, (query) => query.where(sql<boolean>`${accountId ?? ''}::uuid = any(a.account_ids)`))
    .$if(personId !== undefined, (query) => query.where('a.person_id', '=', personId ?? ''))
    .orderBy('a.at')
    .orderBy('a.id')
    .limit(500)
    .execute()
  return rows.map(toFound)
}

export const addAppointment = async (tx: Tx, one: Appointment): Promise<void> => {
  await tx.db
    .insertInto('appointment')
    .values({
      district_id: one.districtId,
      id: one.id,
      case_id: one.caseId,
      person_id: one.personId,
      pact_id: one.pactId,
      title: one.title,
      kind: one.kind,
      at: one.at,
      minutes: one.minutes,
      place: one.place,
      account_ids: [...one.accountIds],
      outcome: one.outcome,
      note: one.note,
      created_at: tx.now,
    })
    .execute()
}

/** Saves how it went and what took its place; the rest of an appointment never changes. */
export const saveAppointment = async (tx: Tx, one: Appointment): Promise<void> => {
  await tx.db
    .updateTable('appointment')
    .set({ outcome: one.outcome, note: one.note, moved_to: one.movedToId })
    .where('district_id', '=', one.districtId)
    .where('id', '=', one.id)
    .execute()
}

export type CasePlace = { readonly districtId: string; readonly personId: string; readonly state: string }

// The cases stand above on the stairs: only where a case belongs is asked of their table, here and nowhere else.
/** With `hold`, nobody closes it until the act ends. */
export const placeOfCase = async (tx: Tx, caseId: string, hold = false): Promise<CasePlace | undefined> =>
  tx.db
    .selectFrom('case_file')
    .select(['district_id as districtId', 'person_id as personId', 'state'])
    .where('district_id', 'in', tx.districts)
    .where('id', '=', caseId)
    .$if(hold, (query) => query.forShare())
    .executeTakeFirst()

// As above: that a pact is of this case.
export const isPactOfCase = async (
  tx: Tx,
  districtId: string,
  link: { pactId: string; caseId: string },
): Promise<boolean> =>
  (await tx.db
    .selectFrom('pact')
    .select('id')
    .where('district_id', '=', districtId)
    .where('id', '=', link.pactId)
    .where('case_id', '=', link.caseId)
    .executeTakeFirst()) !== undefined

/** Pacts of the case that have not ended. */
export const listPactsOfCase = async (
  tx: Tx,
  districtId: string,
  caseId: string,
): Promise<{ id: string; number: string }[]> =>
  tx.db
    .selectFrom('pact')
    .select(['id', 'number'])
    .where('district_id', '=', districtId)
    .where('case_id', '=', caseId)
    .where('state', 'not in', ['closed', 'refused', 'withdrawn', 'interrupted', 'transferred'])
    .orderBy('number', 'desc')
    .execute()

/** Who of these is of the equipe of the case today. */
export const inEquipe = async (
  tx: Tx,
  place: { districtId: string; caseId: string },
  ids: readonly string[],
): Promise<string[]> =>
  ids.length === 0
    ? []
    : (
        await tx.db
          .selectFrom('equipe_member')
          .select('account_id')
          .distinct()
          .where('district_id', '=', place.districtId)
          .where('case_id', '=', place.caseId)
          .where('ended_at', 'is', null)
          .where('account_id', 'in', [...ids])
          .execute()
      ).map(({ account_id }) => account_id)

/** Names of accounts, by id. */
export const namesOf = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
