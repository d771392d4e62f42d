import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { canonicalText } from '../core/pact.canonical.ts'
import { applyEdits, type Conflict, type Edit, type Merged, valueAt } from '../core/pact.edits.ts'
import type { Pact } from '../core/pact.schema.ts'
import type { EditReply, EditRow, SaidConflict } from '../core/version.api.ts'
import { isEditable } from '../core/version.ts'
import { journalPact } from './pact.journal.ts'
import { readable, writable } from './pact.reach.ts'
import type { KeptVersion } from './version.rows.ts'
import * as store from './version.store.ts'

export type VersionParams = { readonly pactId: string; readonly versionId: string }
type Draft = { readonly pact: Pact; readonly version: KeptVersion }

/** A text that may be changed, locked for whoever changes it. */
const draftOf = async (tx: Tx, { pactId, versionId }: VersionParams): Promise<Outcome<Draft>> => {
  const found = await writable(tx, pactId)
  if (!found.ok) return found
  const { pact } = found.value.kept
  const version = await store.findVersion(tx, pact, { id: versionId }, true)
  if (!version) return unknown()
  return isEditable(version) ? done({ pact, version }) : refuse('conflict', 'pacts.edit.notDraft')
}

export const editVersion = async (
  tx: Tx,
  params: VersionParams,
  edits: readonly Edit[],
): Promise<Outcome<EditReply>> => {
  const found = await draftOf(tx, params)
  if (!found.ok) return found
  const merged = await putEdits(tx, found.value, edits)
  const reply = await replyOf(tx, found.value, merged)
  await journalPact(tx, found.value.pact, { act: 'pacts.edit', changed: changedBy(edits, merged) })
  return done(reply)
}

const changedBy = (edits: readonly Edit[], { applied }: Merged): Record<string, unknown> =>
  Object.fromEntries(edits.filter(({ path }) => applied.includes(path)).map(({ path, value }) => [path, value]))

/** Every text that an edit replaces is kept, so that it can be brought back. */
const putEdits = async (tx: Tx, { pact, version }: Draft, edits: readonly Edit[]): Promise<Merged> => {
  const { content } = version
  const merged = applyEdits(content, edits)
  const replaced = [...new Set(merged.applied)].flatMap((path) => {
    const [before, after] = [valueAt(content, path) ?? null, valueAt(merged.content, path) ?? null]
    return canonicalText(before) === canonicalText(after)
      ? []
      : [{ id: tx.newId(), path, before, after, conflict: false }]
  })
  if (replaced.length === 0) return merged
  await store.addEdits(tx, pact, version.id, replaced)
  await store.saveContent(tx, { districtId: pact.districtId, id: version.id }, merged.content)
  return merged
}

const replyOf = async (tx: Tx, draft: Draft, merged: Merged): Promise<EditReply> => ({
  editNo: draft.version.editNo + (canonicalText(merged.content) === canonicalText(draft.version.content) ? 0 : 1),
  applied: merged.applied,
  conflicts: await keepConflicts(tx, draft, merged.conflicts),
  refused: merged.refused,
})

const sameText = (row: Pick<EditRow, 'path' | 'after'>, one: Conflict): boolean =>
  row.path === one.path && canonicalText(row.after) === canonicalText(one.mine)

/** Both texts stay until somebody chooses; the same text sent again does not make a second pair. */
const keepConflicts = async (tx: Tx, draft: Draft, conflicts: readonly Conflict[]): Promise<SaidConflict[]> => {
  if (conflicts.length === 0) return []
  const place = placeOf(draft)
  const open = await store.listEdits(tx, place, { open: true })
  const named = conflicts.map((one) => {
    const known = open.find((row) => sameText(row, one))
    return { ...one, id: known?.id ?? tx.newId(), isNew: known === undefined }
  })
  const fresh = named.filter(({ isNew }) => isNew)
  await store.addEdits(
    tx,
    draft.pact,
    draft.version.id,
    fresh.map(({ id, path, theirs, mine }) => ({ id, path, before: theirs, after: mine, conflict: true })),
  )
  const authors = await authorsOf(
    tx,
    place,
    named.map(({ path }) => path),
  )
  return named.map(({ isNew: _, ...one }) => ({ ...one, ...authors(one.path) }))
}

const placeOf = ({ pact, version }: Draft) => ({ districtId: pact.districtId, id: version.id })

/** The path and every place that holds it: 'goals/x/words' is also changed by whoever takes the goal out. */
const within = (path: string): string[] => {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

type Theirs = Pick<EditRow, 'theirsBy' | 'theirsAt'>

const authorsOf = async (
  tx: Tx,
  place: { districtId: string; id: string },
  paths: readonly string[],
): Promise<(path: string) => Theirs> => {
  const authors = await store.lastAuthors(tx, place, [...new Set(paths.flatMap(within))])
  return (path) => {
    const last = within(path)
      .flatMap((one) => authors.get(one) ?? [])
      .sort((a, b) => (a.at < b.at ? 1 : -1))[0]
    return { theirsBy: last?.byName ?? null, theirsAt: last?.at ?? null }
  }
}

export const listEdits = async (
  tx: Tx,
  { pactId, versionId }: VersionParams,
  query: { open?: 'yes' | undefined; path?: string | undefined },
): Promise<Outcome<{ rows: EditRow[] }>> => {
  const found = await readable(tx, pactId)
  if (!found.ok) return found
  const { pact } = found.value
  const version = await store.findVersion(tx, pact, { id: versionId })
  if (!version) return unknown()
  const place = { districtId: pact.districtId, id: version.id }
  const rows = await store.listEdits(tx, place, { open: query.open === 'yes', path: query.path })
  const authors = await authorsOf(
    tx,
    place,
    rows.filter(({ conflict }) => conflict).map(({ path }) => path),
  )
  const none: Theirs = { theirsBy: null, theirsAt: null }
  return done({ rows: rows.map((row) => ({ ...row, ...(row.conflict ? authors(row.path) : none) })) })
}

type Choice = { readonly choose: 'mine' | 'theirs' | 'text'; readonly text?: Edit['value'] | undefined }

/** The text that a choice puts in place; undefined leaves what is there. */
const chosen = (row: Pick<EditRow, 'conflict' | 'before' | 'after'>, { choose, text }: Choice): unknown => {
  if (choose === 'text') return text
  if (choose === 'theirs') return undefined
  return row.conflict ? row.after : row.before
}

export const resolveEdit = async (
  tx: Tx,
  params: VersionParams & { readonly editId: string },
  choice: Choice,
): Promise<Outcome<EditReply>> => {
  const found = await draftOf(tx, params)
  if (!found.ok) return found
  const draft = found.value
  const [row] = await store.listEdits(tx, placeOf(draft), { id: params.editId })
  if (!row) return unknown()
  if (row.resolvedAt !== null) return refuse('conflict', 'pacts.edit.settled')
  const value = chosen(row, choice) as Edit['value'] | undefined
  const base = (valueAt(draft.version.content, row.path) ?? null) as Edit['base']
  const edits = value === undefined ? [] : [{ path: row.path, base, value }]
  const merged = await putEdits(tx, draft, edits)
  if (merged.applied.length < edits.length) return refuse('invalid', 'pacts.edit.value')
  if (row.conflict) await store.settleEdit(tx, draft.pact.districtId, row.id)
  await journalPact(tx, draft.pact, { act: 'pacts.resolve', changed: changedBy(edits, merged) })
  return done(await replyOf(tx, draft, merged))
}
