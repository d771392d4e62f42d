import { lazy, type ReactElement, Suspense, useState } from 'react'
import { call, Refused } from '../../platform/web/call.ts'
import { Callout } from '../../platform/web/kit/Card.tsx'
import type { ConflictField } from '../../platform/web/kit/Compare.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useRead } from '../../platform/web/query.ts'
import { headlineOf, labelOfPath, type Resolution, resolutionOf } from '../core/conflict.ts'
import type { Cell } from '../core/pact.diff.ts'
import { type EditRow, versionApi } from '../core/version.api.ts'
import { useCell } from './cell.hooks.ts'
import { usePactWords, useWhen } from './pact.hooks.ts'
import { useTold } from './told.hooks.ts'

const ConflictView = lazy(() =>
  import('../../platform/web/kit/Compare.tsx').then((kit) => ({ default: kit.ConflictView })),
)

type Place = { pactId: string; versionId: string }

const useFieldsOf = (): ((row: EditRow) => ConflictField) => {
  const say = usePactWords()
  const cell = useCell()
  const { moment } = useWhen()
  const shown = (path: string, value: unknown): string => {
    if (value === null || value === undefined) return ''
    return typeof value === 'object' ? headlineOf(value) : cell(path, value as Cell)
  }
  return (row) => ({
    name: row.id,
    label: say(labelOfPath(row.path)),
    mine: shown(row.path, row.after),
    theirs: shown(row.path, row.before),
    who: row.theirsBy ?? say('pacts.write.somebody'),
    when: row.theirsAt ? moment(row.theirsAt) : '',
  })
}

type Settling = (
  rows: readonly EditRow[],
  fields: readonly ConflictField[],
  texts: Readonly<Record<string, string>>,
) => Promise<void>

/** What is chosen for each; undefined when a field cannot hold what was merged. */
const choicesOf: (...about: Parameters<Settling>) => { id: string; body: Resolution | undefined }[] = (
  rows,
  fields,
  texts,
) =>
  rows.map(({ id, after, before }) => {
    const { mine = '', theirs = '' } = fields.find(({ name }) => name === id) ?? {}
    return { id, body: resolutionOf(texts[id] ?? mine, { mine: after, theirs: before, shown: { mine, theirs } }) }
  })

const sendAll = async (place: Place, choices: ReturnType<typeof choicesOf>): Promise<void> => {
  for (const { id, body } of choices) {
    if (body) await call(versionApi.resolve, { params: { ...place, editId: id }, body })
  }
}

const useResolve = (place: Place): Settling => {
  const say = usePactWords()
  const told = useTold()
  const tell = useStatus()
  return async (rows, fields, texts) => {
    const choices = choicesOf(rows, fields, texts)
    if (choices.some(({ body }) => body === undefined)) return tell({ text: say('pacts.write.mergeText') })
    try {
      await sendAll(place, choices)
      await told(say('pacts.write.resolved'))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      tell({ text: say('pacts.write.resolveFailed', { title: error.problem.title || say('pacts.offlineHint') }) })
    }
  }
}

/** Fields in which two people wrote: both texts, who and when, found again after a reload; choose or merge. */
export const WriteConflicts = ({ place }: { place: Place }): ReactElement | null => {
  const say = usePactWords()
  const fieldOf = useFieldsOf()
  const resolve = useResolve(place)
  const [busy, setBusy] = useState(false)
  const { data } = useRead(versionApi.edits, { params: place, query: { open: 'yes' } })
  const rows = data?.rows ?? []
  if (rows.length === 0) return null
  const fields = rows.map(fieldOf)
  return (
    <Section id="conflicts" block title={say('pacts.write.conflicts')} count={rows.length}>
      <Callout tone="late">{say('pacts.write.conflictsHint')}</Callout>
      <Suspense>
        <ConflictView
          key={rows.map(({ id }) => id).join()}
          fields={fields}
          busy={busy}
          onResolve={(texts) => {
            setBusy(true)
            void resolve(rows, fields, texts).finally(() => setBusy(false))
          }}
        />
      </Suspense>
    </Section>
  )
}
