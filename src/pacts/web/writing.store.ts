import { z } from 'zod'
import { call, Refused } from '../../platform/web/call.ts'
import { isPassing, watchUnsaved } from '../../platform/web/unsaved.ts'
import type { PactContent } from '../core/content.schema.ts'
import {
  type EditQueue,
  failed,
  isStill,
  knownAnew,
  landed,
  openQueue,
  takeOut,
  textOf,
  typeInto,
  waitBefore,
} from '../core/edit.queue.ts'
import { type Edit, Edits } from '../core/pact.edits.ts'
import { versionApi } from '../core/version.api.ts'

/** A draft being written on this page: what was typed, and its way to the server. */
export type Writing = {
  readonly queue: () => EditQueue
  readonly text: () => PactContent
  /** What the server said when it turned the edits down. */
  readonly said: () => string
  readonly onChange: (listener: () => void) => () => void
  /** Types into a field; saved after a pause. */
  readonly type: (path: string, value: Edit['value']) => void
  /** Saves now; true when nothing is left to save. */
  readonly save: () => Promise<boolean>
  /** The server's text, read again. */
  readonly reread: (content: PactContent) => void
  readonly close: () => void
}

type Draft = { pactId: string; versionId: string; content: PactContent; onConflict: () => void }

const pause = 1200

const placeOf = (versionId: string): string => `fl-draft-${versionId}`

/** What this tab had not saved before it was reloaded; the session's store, since screens are shared. */
const keptEdits = (versionId: string): readonly Edit[] => {
  try {
    const read = z.array(Edits.element).safeParse(JSON.parse(sessionStorage.getItem(placeOf(versionId)) ?? '[]'))
    return read.success ? read.data : []
  } catch {
    return []
  }
}

const keep = (versionId: string, queue: EditQueue): void => {
  const unsaved = [...queue.sending, ...queue.waiting]
  if (unsaved.length === 0) sessionStorage.removeItem(placeOf(versionId))
  else sessionStorage.setItem(placeOf(versionId), JSON.stringify(unsaved))
}

type Held = {
  readonly queue: () => EditQueue
  readonly text: () => PactContent
  readonly set: (next: EditQueue) => void
  readonly onChange: Writing['onChange']
}

/** The queue as it stands: its text is put together once, what is unsaved is kept, listeners are told. */
const holdQueue = (versionId: string, content: PactContent): Held => {
  let queue = openQueue(content, keptEdits(versionId))
  let text = textOf(queue)
  const listeners = new Set<() => void>()
  return {
    queue: () => queue,
    text: () => text,
    set: (next) => {
      queue = next
      text = textOf(next)
      keep(versionId, next)
      for (const listener of listeners) listener()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Opens a draft for writing: edits are sent field by field after a pause, kept when that fails, and sent again. */
export const openWriting = (draft: Draft): Writing => {
  const { pactId, versionId } = draft
  const { queue, text, set, onChange } = holdQueue(versionId, draft.content)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let failures = 0
  let said = ''

  const later = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), milliseconds)
  }
  const turnedDown = (error: unknown): void => {
    if (!(error instanceof Refused)) throw error
    const passing = isPassing(error.problem.status)
    said = error.problem.title
    failures += 1
    set(failed(queue(), passing ? 'offline' : 'turnedDown'))
    if (passing) later(waitBefore(failures))
  }
  const send = async (): Promise<boolean> => {
    set(takeOut(queue()))
    try {
      const edits = [...queue().sending]
      const reply = await call(versionApi.edit, { params: { pactId, versionId }, body: { edits } })
      failures = 0
      set(landed(queue(), reply, new Date().toISOString()))
      if (reply.conflicts.length > 0) draft.onConflict()
      return true
    } catch (error) {
      turnedDown(error)
      return false
    }
  }
  const sendAll = async (): Promise<void> => {
    while (queue().waiting.length > 0 && (await send()));
  }
  const save = async (): Promise<boolean> => {
    clearTimeout(timer)
    running ??= sendAll().finally(() => {
      running = undefined
    })
    await running
    return isStill(queue())
  }
  const unwatch = watchUnsaved(
    () => later(0),
    () => !isStill(queue()),
  )
  if (!isStill(queue())) later(0)
  return {
    queue,
    text,
    said: () => said,
    onChange,
    type: (path, value) => {
      set(typeInto(queue(), path, value))
      later(pause)
    },
    save,
    reread: (content) => set(knownAnew(queue(), content)),
    close: () => {
      unwatch()
      void save()
    },
  }
}
