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

/** Writes one line in the same transaction as the act; it waits for its seal from then on. */
export const writeJournal = async (tx: Tx, entry: Entry): Promise<void> => {
  const id = tx.newId()
  const key = { district_id: entry.districtId ?? nilId, at: tx.now }
  const fields = Object.keys(entry.changed ?? {}).sort()
  const digests = Object.fromEntries(fields.map((field) => [field, digestOf(tx, id, entry.changed?.[field])]))
  await tx.db
    .with('line', (db) =>
      db.insertInto('journal').values({
        ...key,
        id,
        act: entry.act,
        actor_kind: tx.actor.kind,
        actor_id: tx.actor.id,
        actor_name: tx.actor.name,
        organisation_id: tx.actor.grants.find((grant) => grant.organisationId)?.organisationId ?? null,
        subject_kind: entry.subject.kind,
        subject_id: entry.subject.id,
        person_id: entry.personId ?? null,
        case_id: entry.caseId ?? null,
        fields,
        digests: JSON.stringify(digests),
        reason: entry.reason ?? null,
      }),
    )
    .insertInto('journal_unsealed')
    .values({ ...key, entry_id: id })
    .execute()
  tx.watch.journalled = true
}
