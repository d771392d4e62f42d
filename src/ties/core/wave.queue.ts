import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import type { SheetAlter, WaveSheet } from './wave.api.ts'
import { Alter, Link, Moment, ResourceAnswers } from './wave.schema.ts'

/** One thing that was told, on its way to the server. */
export const WaveEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('alter'), alter: Alter }),
  z.object({ kind: z.literal('remove'), id: Id }),
  z.object({ kind: z.literal('links'), links: z.array(Link) }),
  z.object({ kind: z.literal('resources'), answers: ResourceAnswers }),
  z.object({ kind: z.literal('amend'), moment: Moment, heldOn: z.iso.date() }),
])
export type WaveEdit = z.infer<typeof WaveEdit>

/** `offline` is tried again by itself; the others wait for whoever leads the conversation. */
export type QueueState = 'fine' | 'offline' | 'taken' | 'stale' | 'turnedDown'

/** A conversation as the server has it, and what was told since. */
export type WaveQueue = {
  readonly base: WaveSheet
  readonly sending: WaveEdit | null
  readonly waiting: readonly WaveEdit[]
  readonly state: QueueState
  /** What the server said when it turned an edit down. */
  readonly said: string
  readonly savedAt: string | null
}

const targetOf = (edit: WaveEdit): string => {
  if (edit.kind === 'alter') return edit.alter.id
  return edit.kind === 'remove' ? edit.id : edit.kind
}

export const openQueue = (base: WaveSheet, kept: readonly WaveEdit[] = []): WaveQueue => ({
  base,
  sending: null,
  waiting: kept,
  state: 'fine',
  said: '',
  savedAt: null,
})

/** What is told again before it left replaces what was told first. */
export const tell = (queue: WaveQueue, edit: WaveEdit): WaveQueue => ({
  ...queue,
  waiting: [...queue.waiting.filter((one) => targetOf(one) !== targetOf(edit)), edit],
  ...(queue.state === 'turnedDown' ? { state: 'fine', said: '' } : {}),
})

export const unsaved = ({ sending, waiting }: WaveQueue): WaveEdit[] => (sending ? [sending, ...waiting] : [...waiting])

export const takeOut = (queue: WaveQueue): WaveQueue => {
  const [sending = null, ...waiting] = queue.waiting
  return { ...queue, sending, waiting }
}

export const landed = (queue: WaveQueue, version: number, at: string): WaveQueue => ({
  ...queue,
  base: { ...(queue.sending ? applied(queue.base, queue.sending) : queue.base), version },
  sending: null,
  state: 'fine',
  said: '',
  savedAt: at,
})

/** Back in its place, unless the same was told again meanwhile. */
export const failed = (queue: WaveQueue, state: QueueState, said: string): WaveQueue => {
  const { sending, waiting } = queue
  const isOver = sending === null || waiting.some((one) => targetOf(one) === targetOf(sending))
  return { ...queue, sending: null, waiting: isOver || !sending ? waiting : [sending, ...waiting], state, said }
}

/** The server's state, read again; what was not saved stays. */
export const reread = (queue: WaveQueue, base: WaveSheet): WaveQueue => ({ ...queue, base, state: 'fine', said: '' })

/** Leaves what was turned down, or everything that was not saved. */
export const giveUp = (queue: WaveQueue): WaveQueue => ({
  ...queue,
  waiting: queue.state === 'turnedDown' ? queue.waiting.slice(1) : [],
  state: 'fine',
  said: '',
})

const applied = (sheet: WaveSheet, edit: WaveEdit): WaveSheet => {
  switch (edit.kind) {
    case 'alter':
      return { ...sheet, alters: withAlter(sheet.alters, edit.alter) }
    case 'remove':
      return {
        ...sheet,
        alters: sheet.alters.filter(({ id }) => id !== edit.id),
        links: sheet.links.filter((link) => !link.includes(edit.id)),
      }
    case 'links':
      return { ...sheet, links: edit.links }
    case 'resources':
      return { ...sheet, resources: edit.answers }
    case 'amend':
      return { ...sheet, moment: edit.moment, heldOn: edit.heldOn }
  }
}

const withAlter = (alters: readonly SheetAlter[], alter: Alter): SheetAlter[] => {
  const kept = alters.find(({ id }) => id === alter.id)
  if (!kept) return [...alters, { ...alter, originLabel: '', before: null }]
  return alters.map((one) => (one === kept ? { ...one, ...alter } : one))
}

/** The conversation as it was told up to now. */
export const toldIn = (queue: WaveQueue): WaveSheet => unsaved(queue).reduce(applied, queue.base)
