import type { Tx } from '../../platform/server/tx.ts'
import type { PactContent } from '../core/content.schema.ts'
import type { Pact } from '../core/pact.schema.ts'
import type { EditRow } from '../core/version.api.ts'
import { instant, instantOrNull } from './pact.rows.ts'
import { type KeptVersion, toVersion } from './version.rows.ts'

type Which = { readonly id: string } | { readonly number: number } | 'pending' | 'inForce'

/** One text of a pact; with `lock`, others who would change it wait. */
export const findVersion = async (
  tx: Tx,
  { districtId, id }: Pick<Pact, 'districtId' | 'id'>,
  which: Which,
  lock = false,
): Promise<KeptVersion | undefined> => {
  const row = await tx.db
    .selectFrom('pact_version')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('pact_id', '=', id)
    .$if(which === 'pending', (query) => query.where('state', 'in', ['draft', 'toPanel', 'signing']))
    .$if(which === 'inForce', (query) => query.where('state', '=', 'inForce'))
    .$if(typeof which === 'object', (query) =>
      typeof which !== 'object'
        ? query
        : 'id' in which
          ? query.where('id', '=', which.id)
          : query.where('number', '=', which.number),
    )
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row && toVersion(row)
}

export const listVersions = async (
  tx: Tx,
  { districtId, id }: Pick<Pact, 'districtId' | 'id'>,
): Promise<KeptVersion[]> => {
  const rows = await tx.db
    .selectFrom('pact_version')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('pact_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map(toVersion)
}

type Place = { readonly districtId: string; readonly id: string }

/** State, fingerprint of the content and signers; the text itself has its own door. */
export const saveVersion = async (
  tx: Tx,
  { districtId, id }: Place,
  change: Pick<KeptVersion, 'state' | 'contentHash'> & { readonly signers?: KeptVersion['signers'] },
): Promise<void> => {
  await tx.db
    .updateTable('pact_version')
    .set({
      state: change.state,
      content_hash: change.contentHash,
      ...(change.signers ? { signers: JSON.stringify(change.signers) } : {}),
    })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export const saveFrozenAt = async (tx: Tx, { districtId, id }: Place, at: string): Promise<void> => {
  await tx.db
    .updateTable('pact_version')
    .set({ frozen_at: at })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .where('frozen_at', 'is', null)
    .execute()
}

/** Once: a text that has its fingerprint keeps it. */
export const savePrint = async (
  tx: Tx,
  { districtId, id }: Place,
  print: { fileId: string; sha256: string; fingerprint: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('pact_version')
    .set({ pdf_file_id: print.fileId, pdf_sha256: print.sha256, fingerprint: print.fingerprint })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .where('fingerprint', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Every save of the text is counted. */
export const saveContent = async (tx: Tx, { districtId, id }: Place, content: PactContent): Promise<void> => {
  await tx.db
    .updateTable('pact_version')
    .set({ content: JSON.stringify(content) })
    .set((eb) => ({ edit_no: eb('edit_no', '+', 1) }))
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export const addVersion = async (
  tx: Tx,
  pact: Pact,
  version: Pick<KeptVersion, 'id' | 'number' | 'reason' | 'content'>,
): Promise<void> => {
  await tx.db
    .insertInto('pact_version')
    .values({
      district_id: pact.districtId,
      id: version.id,
      pact_id: pact.id,
      case_id: pact.caseId,
      person_id: pact.personId,
      number: version.number,
      state: 'draft',
      reason: version.reason,
      content: JSON.stringify(version.content),
      created_at: tx.now,
      created_by: tx.actor.id,
    })
    .execute()
}

export type KeptEdit = {
  readonly id: string
  readonly path: string
  readonly before: unknown
  readonly after: unknown
  readonly conflict: boolean
}

export const addEdits = async (tx: Tx, pact: Pact, versionId: string, edits: readonly KeptEdit[]): Promise<void> => {
  if (edits.length === 0) return
  await tx.db
    .insertInto('pact_edit')
    .values(
      edits.map((one) => ({
        district_id: pact.districtId,
        id: one.id,
        version_id: versionId,
        case_id: pact.caseId,
        path: one.path,
        before: JSON.stringify(one.before ?? null),
        after: JSON.stringify(one.after ?? null),
        conflict: one.conflict,
        by_account: tx.actor.id,
        by_name: tx.actor.name,
        at: tx.now,
      })),
    )
    .execute()
}

type Author = { readonly path: string; readonly byName: string; readonly at: string }

/** Who last changed each of these fields, and when. */
export const lastAuthors = async (tx: Tx, place: Place, paths: readonly string[]): Promise<Map<string, Author>> => {
  if (paths.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('pact_edit')
    .distinctOn('path')
    .select(['path', 'by_name', 'at'])
    .where('district_id', '=', place.districtId)
    .where('version_id', '=', place.id)
    .where('conflict', '=', false)
    .where('path', 'in', [...paths])
    .orderBy('path')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.path, { path: row.path, byName: row.by_name, at: instant(row.at) }]))
}

const editsAtMost = 500

export const listEdits = async (
  tx: Tx,
  place: Place,
  filter: { open?: boolean; path?: string | undefined; id?: string },
): Promise<Omit<EditRow, 'theirsBy' | 'theirsAt'>[]> => {
  const rows = await tx.db
    .selectFrom('pact_edit')
    .selectAll()
    .where('district_id', '=', place.districtId)
    .where('version_id', '=', place.id)
    .$if(filter.open === true, (query) => query.where('conflict', '=', true).where('resolved_at', 'is', null))
    .$if(filter.path !== undefined, (query) => query.where('path', '=', filter.path ?? ''))
    .$if(filter.id !== undefined, (query) => query.where('id', '=', filter.id ?? ''))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(editsAtMost)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    path: row.path,
    before: row.before,
    after: row.after,
    conflict: row.conflict,
    resolvedAt: instantOrNull(row.resolved_at),
    byName: row.by_name,
    at: instant(row.at),
  }))
}

export const settleEdit = async (tx: Tx, districtId: string, id: string): Promise<void> => {
  await tx.db
    .updateTable('pact_edit')
    .set({ resolved_at: tx.now })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}
