import { Worker } from 'node:worker_threads'
import workerText from './typst.worker.cjs?raw'

const scripts = ['Gurmukhi', 'Bengali', 'Arabic'].map(
  (script) => `@expo-google-fonts/noto-sans-${script.toLowerCase()}/400Regular/NotoSans${script}_400Regular.ttf`,
)
/** Fonts of every document, with the scripts of the province's people; Cyrillic, Greek and symbols come from those in Typst. */
const fonts = ['400Regular', '600SemiBold', '700Bold']
  .map((weight) => `@expo-google-fonts/titillium-web/${weight}/TitilliumWeb_${weight}.ttf`)
  .concat(scripts)

const han = /\p{Script=Han}/u

/** The signs of Chinese names: two megabytes, read only where a text has some. */
const hanFont = async (): Promise<Uint8Array> => {
  const { default: address } = await import('./fonts/NotoSansSC-GB2312.ttf?inline')
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}

type Reply = { id: number; pdf?: Uint8Array<ArrayBuffer>; error?: string }
type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (reason: Error) => void; limit: NodeJS.Timeout }
type Press = { worker: Worker; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | undefined }

const idleAfter = 30_000
const longest = 30_000
let press: Press | undefined
let lastId = 0

/** Compiles a Typst source in a worker thread; `data` is what the template reads as JSON. Bytes of a PDF/UA-1. */
export const typeset = async (source: string, data: unknown): Promise<Uint8Array> => {
  const text = JSON.stringify(data)
  const more = han.test(text) ? await hanFont() : undefined
  press ??= startPress()
  const { worker, waiting, idle } = press
  clearTimeout(idle)
  worker.ref()
  lastId += 1
  const id = lastId
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => void worker.terminate(), longest)
    waiting.set(id, { resolve, reject, limit })
    worker.postMessage({ id, source, data: text, more })
  })
}

const startPress = (): Press => {
  const worker = new Worker(workerText, { eval: true, workerData: { from: import.meta.url, fonts } })
  const own: Press = { worker, waiting: new Map(), idle: undefined }
  let failure = new Error('The typesetter stopped before it answered.')
  worker.on('message', (reply: Reply) => answer(own, reply))
  worker.on('error', (error: Error) => {
    failure = error
  })
  worker.on('exit', () => {
    if (press === own) press = undefined
    for (const one of own.waiting.values()) settle(one, () => one.reject(failure))
  })
  return own
}

const answer = (own: Press, reply: Reply): void => {
  const one = own.waiting.get(reply.id)
  own.waiting.delete(reply.id)
  if (one) settle(one, () => (reply.pdf ? one.resolve(reply.pdf) : one.reject(new Error(reply.error))))
  if (own.waiting.size === 0) rest(own)
}

const settle = (one: Waiting, say: () => void): void => {
  clearTimeout(one.limit)
  say()
}

/** An idle press holds no process open, and gives its memory back. */
const rest = (own: Press): void => {
  own.worker.unref()
  own.idle = setTimeout(() => {
    if (press === own) press = undefined
    void own.worker.terminate()
  }, idleAfter).unref()
}
