import type { Instant } from '../../platform/core/day.ts'
import type { PactContent } from './content.schema.ts'
import { canonicalText } from './pact.canonical.ts'
import { type Edit, putAt, type RefusedEdit, valueAt } from './pact.edits.ts'

/** `offline`: the server was out of reach, and is asked again; `turnedDown`: it said no, and asking again will not help. */
export type Trouble = 'none' | 'offline' | 'turnedDown'

/** What is written in a draft: as the server has it, what is under way to it, what still waits, what it could not hold. */
export type EditQueue = {
  readonly known: PactContent
  readonly sending: readonly Edit[]
  readonly waiting: readonly Edit[]
  readonly refused: readonly RefusedEdit[]
  readonly savedAt: Instant | null
  readonly trouble: Trouble
}

const most = 100

export const openQueue = (known: PactContent, waiting: readonly Edit[] = []): EditQueue => ({
  known,
  sending: [],
  waiting,
  refused: [],
  savedAt: null,
  trouble: 'none',
})

const putAll = (content: PactContent, edits: readonly { path: string; value: unknown }[]): PactContent =>
  edits.reduce((text, { path, value }) => putAt(text, path, value), content)

/** The text as its writer sees it. */
export const textOf = ({ known, sending, waiting, refused }: EditQueue): PactContent =>
  putAll(known, [...sending, ...waiting, ...refused])

export const isStill = ({ sending, waiting }: EditQueue): boolean => sending.length === 0 && waiting.length === 0

const isWithin = (path: string, place: string): boolean => path.startsWith(`${place}/`)
const sameAs = (a: unknown, b: unknown): boolean => canonicalText(a) === canonicalText(b)

/** What the field held before the edits that wait, so that somebody else's change of it is noticed. */
const baseOf = (queue: EditQueue, path: string): Edit['base'] =>
  (valueAt(putAll(queue.known, queue.sending), path) ?? null) as Edit['base']

const withEdit = (queue: EditQueue, path: string, value: Edit['value']): readonly Edit[] => {
  const born = queue.waiting.find((edit) => isWithin(path, edit.path) && edit.value !== null)
  if (born !== undefined) {
    const inner = putAt(born.value, path.slice(born.path.length + 1), value)
    return queue.waiting.map((edit) => (edit === born ? { ...edit, value: inner } : edit))
  }
  const others = queue.waiting.filter((edit) => edit.path !== path && !isWithin(edit.path, path))
  const base = queue.waiting.find((edit) => edit.path === path)?.base ?? baseOf(queue, path)
  return sameAs(base, value) ? others : [...others, { path, base, value }]
}

/** One field typed, one item added (its whole value) or taken out (null). What waits for the same place is replaced. */
export const typeInto = (queue: EditQueue, path: string, value: Edit['value']): EditQueue => ({
  ...queue,
  waiting: withEdit(queue, path, value),
  refused: queue.refused.filter((one) => one.path !== path && !isWithin(one.path, path)),
})

/** Takes the edits that wait to be sent, as many as one request holds. */
export const takeOut = (queue: EditQueue): EditQueue => ({
  ...queue,
  sending: queue.waiting.slice(0, most),
  waiting: queue.waiting.slice(most),
})

/** The server answered. A text that met somebody else's is kept there with both, and read again from there. */
export const landed = (
  queue: EditQueue,
  reply: { applied: readonly string[]; refused: readonly { path: string; value?: unknown; code: string }[] },
  at: Instant,
): EditQueue => {
  const typedSince = (path: string): boolean => queue.waiting.some((edit) => edit.path === path)
  const refused = reply.refused
    .filter(({ path }) => !typedSince(path))
    .map(({ path, value, code }) => ({ path, value, code: code as RefusedEdit['code'] }))
  return {
    ...queue,
    known: putAll(
      queue.known,
      queue.sending.filter(({ path }) => reply.applied.includes(path)),
    ),
    sending: [],
    refused: [...queue.refused, ...refused],
    savedAt: at,
    trouble: 'none',
  }
}

/** Nothing arrived: what was under way waits again, before what was typed meanwhile. */
export const failed = (queue: EditQueue, trouble: Exclude<Trouble, 'none'>): EditQueue => ({
  ...queue,
  sending: [],
  waiting: [...queue.sending, ...queue.waiting],
  trouble,
})

/** The server's text, read again; what was typed here stays on top of it. */
export const knownAnew = (queue: EditQueue, known: PactContent): EditQueue => ({ ...queue, known })

/** Milliseconds before asking again after so many failures: 2 seconds, doubling up to half a minute. */
export const waitBefore = (failures: number): number => Math.min(30_000, 2000 * 2 ** Math.max(0, failures - 1))
