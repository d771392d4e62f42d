import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { openFiguresPool, type PoolSettings, poolSettings } from './figures.pool.ts'

// a thread that does what it is told, the bad things too
const script = `
import { parentPort, threadId } from 'node:worker_threads'
parentPort.on('message', ({ id, what }) => {
  if (what === 'die') process.exit(3)
  if (what === 'throw') throw new Error('broken')
  if (what === 'forever') for (;;) {}
  if (what === 'eat') { const all = []; for (;;) all.push({ what, list: Array.from({ length: 1000 }, String) }) }
  parentPort.postMessage(what === 'fail' ? { id, error: 'no' } : { id, answer: threadId })
})`
const folder = mkdtempSync(join(tmpdir(), 'a thread '))
const file = join(folder, 'bad day.mjs')
writeFileSync(file, script)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const settings = (more: Partial<PoolSettings> = {}): PoolSettings => ({
  ...poolSettings(),
  file: pathToFileURL(file),
  threads: 1,
  ...more,
})

test('a thread that breaks is a clear refusal, and the next question has a new one', async () => {
  const pool = openFiguresPool(settings({ memoryMb: 32 }))
  const first = await pool.ask({ what: 'well' })
  for (const what of ['die', 'throw', 'eat']) {
    expect([what, await pool.ask({ what })]).toMatchObject([what, { ok: false, refusal: { code: 'ties.countBroke' } }])
    const after = await pool.ask({ what: 'well' })
    expect(after.ok).toBe(true)
    expect(after).not.toEqual(first)
  }
  await pool.close()
})

test('an error of the count is a refusal, and the thread goes on', async () => {
  const pool = openFiguresPool(settings())
  const first = await pool.ask({ what: 'well' })
  expect(await pool.ask({ what: 'fail' })).toMatchObject({ ok: false, refusal: { code: 'ties.countBroke' } })
  expect(await pool.ask({ what: 'well' })).toEqual(first)
  await pool.close()
})

test('a count without end is stopped, and says so', async () => {
  const pool = openFiguresPool(settings({ longestMs: 4000 }))
  expect(await pool.ask({ what: 'forever' })).toMatchObject({ ok: false, refusal: { code: 'ties.countTooLong' } })
  expect((await pool.ask({ what: 'well' })).ok).toBe(true)
  await pool.close()
})

test('more questions than threads wait for their turn, and are answered when the pool closes', async () => {
  const pool = openFiguresPool(settings({ threads: 2 }))
  const answers = await Promise.all(Array.from({ length: 6 }, () => pool.ask({ what: 'well' })))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  const waiting = [pool.ask({ what: 'forever' }), pool.ask({ what: 'forever' }), pool.ask({ what: 'well' })]
  await pool.close()
  expect((await Promise.all(waiting)).map(({ ok }) => ok)).toEqual([false, false, false])
})
