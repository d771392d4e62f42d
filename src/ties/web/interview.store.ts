import { z } from 'zod'
import { call, Refused } from '../../platform/web/call.ts'
import { isPassing, watchUnsaved } from '../../platform/web/unsaved.ts'
import { type WaveSheet, waveApi } from '../core/wave.api.ts'
import {
  failed,
  giveUp,
  landed,
  openQueue,
  type QueueState,
  reread,
  takeOut,
  tell,
  unsaved,
  WaveEdit,
  type WaveQueue,
} from '../core/wave.queue.ts'

/** A conversation being held on this page: what was told, and its way to the server. */
export type Interview = {
  readonly queue: () => WaveQueue
  readonly onChange: (listener: () => void) => () => void
  readonly tell: (edit: WaveEdit) => void
  /** True when nothing is left to save. */
  readonly save: () => Promise<boolean>
  /** Leads again, and saves what was left. */
  readonly take: () => Promise<void>
  /** Reads again what the server has, and saves on top of it what was left. */
  readonly again: () => Promise<void>
  readonly giveUp: () => Promise<void>
  /** Nothing of this conversation stays on the device. */
  readonly forget: () => void
  readonly close: () => void
}

const placeOf = (waveId: string): string => `fl-wave-${waveId}`
const Kept = z.object({ by: z.string(), edits: z.array(WaveEdit) })

/** What this tab had not saved when it was reloaded: of the same worker only, in the store that goes with the tab. */
const keptEdits = ({ id, holder }: WaveSheet): readonly WaveEdit[] => {
  try {
    const read = Kept.safeParse(JSON.parse(sessionStorage.getItem(placeOf(id)) ?? 'null'))
    return read.success && read.data.by === holder.id ? read.data.edits : []
  } catch {
    return []
  }
}

const keep = (queue: WaveQueue): void => {
  const { id, holder } = queue.base
  const edits = unsaved(queue)
  if (edits.length === 0) sessionStorage.removeItem(placeOf(id))
  else sessionStorage.setItem(placeOf(id), JSON.stringify({ by: holder.id, edits }))
}

const sendEdit = (edit: WaveEdit, { id: waveId, version }: WaveSheet, key: string): Promise<{ version: number }> => {
  const params = { waveId }
  switch (edit.kind) {
    case 'alter': {
      const { id: alterId, ...alter } = edit.alter
      return call(waveApi.saveAlter, { params: { waveId, alterId }, body: { version, alter }, key })
    }
    case 'remove':
      return call(waveApi.removeAlter, { params: { waveId, alterId: edit.id }, body: { version }, key })
    case 'links':
      return call(waveApi.saveLinks, { params, body: { version, links: edit.links }, key })
    case 'resources':
      return call(waveApi.saveResources, { params, body: { version, answers: edit.answers }, key })
    case 'amend':
      return call(waveApi.amend, { params, body: { version, moment: edit.moment, heldOn: edit.heldOn }, key })
  }
}

const stateAfter = ({ status, code }: Refused['problem']): QueueState => {
  if (isPassing(status)) return 'offline'
  if (code === 'waves.taken') return 'taken'
  return code === 'waves.stale' ? 'stale' : 'turnedDown'
}

const waits = [1000, 2000, 5000, 15_000] as const

/** The queue as it stands; what is unsaved is kept, listeners are told. */
const holdQueue = (sheet: WaveSheet): Pick<Interview, 'queue' | 'onChange'> & { set: (next: WaveQueue) => void } => {
  let queue = openQueue(sheet, keptEdits(sheet))
  const listeners = new Set<() => void>()
  return {
    queue: () => queue,
    set: (next) => {
      queue = next
      keep(next)
      for (const listener of listeners) listener()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The same edit of the same version asks under the same key, so that a repeat is one act. */
const keyMaker = (): ((body: string) => string) => {
  let last = { body: '', key: '' }
  return (body) => {
    if (body !== last.body) last = { body, key: crypto.randomUUID() }
    return last.key
  }
}

type Sender = { readonly save: () => Promise<boolean>; readonly later: (milliseconds: number) => void }

/** Sends what waits, one edit after the other; a passing trouble is tried again by itself. */
const sender = ({ queue, set }: ReturnType<typeof holdQueue>): Sender => {
  const keyOf = keyMaker()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let failures = 0
  const turnedDown = ({ problem }: Refused): void => {
    const state = stateAfter(problem)
    set(failed(queue(), state, problem.title))
    if (state === 'offline') later(waits[Math.min(failures++, waits.length - 1)] ?? 15_000)
  }
  const send = async (): Promise<boolean> => {
    set(takeOut(queue()))
    const { sending, base } = queue()
    if (!sending) return false
    try {
      const { version } = await sendEdit(sending, base, keyOf(JSON.stringify([sending, base.version])))
      failures = 0
      set(landed(queue(), version, new Date().toISOString()))
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
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
    return unsaved(queue()).length === 0
  }
  const later = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), milliseconds)
  }
  return { save, later }
}

/** Opens a conversation for writing: every edit is sent at once, kept when that fails, and sent again. */
export const openInterview = (sheet: WaveSheet): Interview => {
  const held = holdQueue(sheet)
  const { queue, set, onChange } = held
  const { save, later } = sender(held)
  const params = { waveId: sheet.id }
  const onceMore = async (first: () => Promise<unknown>): Promise<void> => {
    try {
      await first()
      set(reread(queue(), await call(waveApi.open, { params })))
      await save()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      set(failed(queue(), stateAfter(error.problem), error.problem.title))
    }
  }
  const again = (): Promise<void> => onceMore(async () => undefined)
  const unwatch = watchUnsaved(
    () => later(0),
    () => unsaved(queue()).length > 0,
  )
  if (unsaved(queue()).length > 0) later(0)
  return {
    queue,
    onChange,
    save,
    again,
    tell: (edit) => {
      set(tell(queue(), edit))
      if (queue().state === 'fine' || queue().state === 'offline') void save()
    },
    take: () => onceMore(() => call(waveApi.take, { params })),
    giveUp: () => {
      set(giveUp(queue()))
      return again()
    },
    forget: () => sessionStorage.removeItem(placeOf(sheet.id)),
    close: () => {
      unwatch()
      void save()
    },
  }
}
