import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'

/** A few threads that count, so that no page waits for a network. They start when first asked and stop when nobody asks. */
export type Pool = {
  /** The answer of a thread; a refusal when it broke or took too long. */
  readonly ask: (question: object) => Promise<Outcome<unknown>>
  readonly close: () => Promise<void>
}

export type PoolSettings = {
  readonly file: URL
  readonly threads: number
  readonly longestMs: number
  readonly idleMs: number
  readonly memoryMb: number
}

type Settle = (outcome: Outcome<unknown>) => void
type Asked = { readonly question: object; readonly settle: Settle }
type Thread = {
  readonly worker: Worker
  task: { readonly id: number; readonly settle: Settle; readonly limit: NodeJS.Timeout } | null
  idle: NodeJS.Timeout | undefined
}

/** The file of the thread, from source or beside the built product. */
export const workerFile = (): URL => {
  const built = new URL('./figures.worker.js', import.meta.url)
  return existsSync(built) ? built : new URL('./figures.worker.ts', import.meta.url)
}

export const poolSettings = (): PoolSettings => ({
  file: workerFile(),
  threads: 2,
  longestMs: 120_000,
  idleMs: 60_000,
  memoryMb: 1024,
})

const broke = refuse('conflict', 'ties.countBroke')
const tooLong = refuse('conflict', 'ties.countTooLong')

type Reply = { readonly id: number; readonly answer?: unknown; readonly error?: string }
type State = {
  readonly settings: PoolSettings
  readonly threads: Set<Thread>
  readonly waiting: Asked[]
  lastId: number
}

export const openFiguresPool = (settings: PoolSettings = poolSettings()): Pool => {
  const state: State = { settings, threads: new Set(), waiting: [], lastId: 0 }
  return {
    ask: (question) =>
      new Promise((settle) => {
        state.waiting.push({ question, settle })
        next(state)
      }),
    close: async () => {
      for (const { settle } of state.waiting.splice(0)) settle(broke)
      await Promise.all([...state.threads].map((thread) => stop(state, thread, broke)))
    },
  }
}

/** Gives the next question to a thread that is free, or to a new one while there may be more. */
const next = (state: State): void => {
  const { threads, waiting, settings } = state
  const free = [...threads].find(({ task }) => task === null)
  if (waiting.length === 0 || (!free && threads.size >= settings.threads)) return
  const asked = waiting.shift()
  if (asked) give(state, free ?? begin(state), asked)
}

const give = (state: State, thread: Thread, { question, settle }: Asked): void => {
  state.lastId += 1
  const id = state.lastId
  const limit = setTimeout(() => void stop(state, thread, tooLong), state.settings.longestMs)
  thread.task = { id, settle, limit }
  clearTimeout(thread.idle)
  thread.worker.ref()
  thread.worker.postMessage({ ...question, id })
}

const begin = (state: State): Thread => {
  const { file, memoryMb } = state.settings
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memoryMb }, stderr: true })
  const thread: Thread = { worker, task: null, idle: undefined }
  state.threads.add(thread)
  worker.on('message', ({ id, answer, error }: Reply) => {
    if (thread.task?.id === id) finish(thread, error === undefined ? done(answer) : broke)
    rest(state, thread)
    next(state)
  })
  // a thread that breaks ends: its question is answered there, and the next one has a new thread
  worker.on('error', () => {})
  worker.on('exit', () => void stop(state, thread, broke))
  return thread
}

const finish = (thread: Thread, outcome: Outcome<unknown>): void => {
  const { task } = thread
  thread.task = null
  if (!task) return
  clearTimeout(task.limit)
  task.settle(outcome)
}

const stop = async (state: State, thread: Thread, outcome: Outcome<unknown>): Promise<void> => {
  if (!state.threads.delete(thread)) return
  clearTimeout(thread.idle)
  finish(thread, outcome)
  await thread.worker.terminate()
  next(state)
}

/** An idle thread holds no process open, and gives its memory back after a while. */
const rest = (state: State, thread: Thread): void => {
  if (thread.task !== null) return
  thread.worker.unref()
  thread.idle = setTimeout(() => void stop(state, thread, broke), state.settings.idleMs).unref()
}
