import { nilId } from '../core/actor.ts'
import type { Tx } from './tx.ts'

/** One line of the journal. Values are given only to be digested: what is kept are names of fields and salted digests. */
export type Entry = {
  /** Name of the endpoint or of the act: `room.act`, a key of the words. */
  readonly act: string
  readonly districtId?: string | undefined
  readonly subject: { readonly kind: string; readonly id: string }
  readonly personId?: string | null | undefined
  readonly caseId?: string | null | undefined
  readonly changed?: Readonly<Record<string, unknown>>
  readonly reason?: string | undefined
}

const digestOf = (tx: Tx, entryId: string, value: unknown): string =>
  tx.services.secrets.blindIndex('journal', `${entryId} ${JSON.stringify(value ?? null)}`)

const line = `with line as (
  insert into journal (district_id, at, id, act, actor_kind, actor_id, actor_name, organisation_id, subject_kind, subject_id, person_id, case_id, fields, digests, reason)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))
  insert into journal_unsealed (district_id, at, entry_id) values ($1, $2, $3)`

const fieldsOf = (
  tx: Tx,
  id: string,
  { changed = {} }: Entry,
): { fields: string[]; digests: Record<string, string> } => {
  const fields = Object.keys(changed).sort()
  return { fields, digests: Object.fromEntries(fields.map((field) => [field, digestOf(tx, id, changed[field])])) }
}

const organisationOf = ({ actor }: Tx): string | null =>
  actor.grants.find((grant) => grant.organisationId)?.organisationId ?? null

/** Writes one line in the same transaction as the act, which fails if the line does; it waits for its seal from then on. */
export const writeJournal = async (tx: Tx, entry: Entry): Promise<void> => {
  const id = tx.newId()
  const { fields, digests } = fieldsOf(tx, id, entry)
  const { actor } = tx
  tx.watch.later(line, [
    entry.districtId ?? nilId,
    tx.now,
    id,
    entry.act,
    actor.kind,
    actor.id,
    actor.name,
    organisationOf(tx),
    entry.subject.kind,
    entry.subject.id,
    entry.personId ?? null,
    entry.caseId ?? null,
    fields,
    JSON.stringify(digests),
    entry.reason ?? null,
  ])
  tx.watch.journalled = true
}

const lines = `with given as (
  select * from jsonb_to_recordset($1::jsonb) as e (district_id uuid, id uuid, act text, subject_kind text, subject_id uuid, person_id uuid,
    case_id uuid, fields text[], digests jsonb, reason text)), line as (
  insert into journal (district_id, at, id, act, actor_kind, actor_id, actor_name, organisation_id, subject_kind, subject_id, person_id, case_id, fields, digests, reason)
  select district_id, $2, id, act, $3, $4, $5, $6, subject_kind, subject_id, person_id, case_id, fields, digests, reason from given)
  insert into journal_unsealed (district_id, at, entry_id) select district_id, $2, id from given`

/** As `writeJournal`, for what is done to many records at once: some hundreds of lines in one statement. */
export const writeJournalLines = async (tx: Tx, entries: readonly Entry[]): Promise<void> => {
  const given = entries.map((entry) => {
    const id = tx.newId()
    return {
      ...{ id, district_id: entry.districtId ?? nilId, act: entry.act, reason: entry.reason ?? null },
      ...{ subject_kind: entry.subject.kind, subject_id: entry.subject.id },
      ...{ person_id: entry.personId ?? null, case_id: entry.caseId ?? null, ...fieldsOf(tx, id, entry) },
    }
  })
  const { actor } = tx
  tx.watch.later(lines, [JSON.stringify(given), tx.now, actor.kind, actor.id, actor.name, organisationOf(tx)])
  tx.watch.journalled = true
}
