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

/** Writes one line in the same transaction as the act, which fails if the line does; it waits for its seal from then on. */
export const writeJournal = async (tx: Tx, entry: Entry): Promise<void> => {
  const id = tx.newId()
  const fields = Object.keys(entry.changed ?? {}).sort()
  const digests = Object.fromEntries(fields.map((field) => [field, digestOf(tx, id, entry.changed?.[field])]))
  const { actor } = tx
  tx.watch.later(line, [
    entry.districtId ?? nilId,
    tx.now,
    id,
    entry.act,
    actor.kind,
    actor.id,
    actor.name,
    actor.grants.find((grant) => grant.organisationId)?.organisationId ?? null,
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
