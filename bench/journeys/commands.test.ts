import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openPool } from '../../src/platform/server/pool.ts'
import { codeAt, stepNow } from './codes.ts'

// What an administrator does from the command line, on the built product and the demo programme.
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fl-commands-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (
  words: readonly string[],
  env: Record<string, string> = inject('product').env,
): { status: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/server/command.js', ...words], {
    env: { ...process.env, ...env },
  })
  return { status, said: `${stdout}${stderr}` }
}

/** An empty database of the same server, reached as the product is. */
const another = async (name: string): Promise<Record<string, string>> => {
  const { super: root, owner } = inject('databases')
  const { env } = inject('product')
  const admin = openPool({ ...root, max: 1 })
  await admin.query(`drop database if exists "${name}" with (force)`)
  await admin.query(`create database "${name}" owner "${owner.user}"`)
  await admin.end()
  const dataDir = join(folder, name)
  const at = (url = ''): string => url.replace(/\/[^/?]+\?/, `/${name}?`)
  return {
    ...env,
    DATA_DIR: dataDir,
    DATABASE_URL: at(env.DATABASE_URL),
    MIGRATE_DATABASE_URL: at(env.MIGRATE_DATABASE_URL),
  }
}

test('the journal and the signed pacts of the demo verify', () => {
  const { status, said } = run(['verify'])
  expect(said).toContain('0 senza sigillo')
  expect(status).toBe(0)
})

test('a backup taken while the product runs comes back whole in another database', async () => {
  const file = join(folder, 'copia.tar.gz')
  const taken = run(['backup', file])
  expect([taken.status, taken.said]).toEqual([0, expect.stringContaining('Copia fatta')])
  expect(run(['verify-backup', file]).status).toBe(0)
  const env = await another(`${inject('databases').template}_again`)
  expect(run(['migrate'], env).status).toBe(0)
  mkdirSync(env.DATA_DIR ?? '', { recursive: true })
  copyFileSync(join(inject('product').env.DATA_DIR ?? '', 'field.key'), join(env.DATA_DIR ?? '', 'field.key'))
  expect(run(['restore', file], env)).toMatchObject({ status: 0, said: expect.stringContaining('Copia ripristinata') })
  expect(run(['verify'], env)).toMatchObject({ status: 0, said: expect.stringContaining('0 alterati') })
  const again = run(['restore', file], env)
  expect(again.status, 'a restore over data is refused').toBe(1)
})

test('a line of the journal changed behind the product’s back is found', async () => {
  const env = await another(`${inject('databases').template}_tampered`)
  expect(run(['demo'], env).status).toBe(0)
  const owner = openPool({ connectionString: env.MIGRATE_DATABASE_URL, max: 1 })
  await owner.query(
    `update journal set actor_name = 'Qualcun altro' where id = (select entry_id from journal_seal order by no offset 500 limit 1)`,
  )
  await owner.end()
  expect(run(['verify'], env)).toMatchObject({ status: 1, said: expect.stringContaining('toccato alla riga 501') })
})

test('the demo is not loaded where accounts exist', () => expect(run(['demo']).status).toBe(1))

test('a one-time code of a demo account is told to whoever holds the machine, and of nobody else', async () => {
  const before = stepNow()
  const { status, said } = run(['demo-code', 'tutor.crema'])
  const steps = [before, stepNow()]
  const codes = await Promise.all(steps.map((step) => codeAt('tutor.crema', step)))
  expect(status).toBe(0)
  expect(codes).toContain(/\b\d{6}\b/.exec(said)?.[0])
  expect(run(['demo-code', 'nessuno'])).toMatchObject({ status: 1, said: expect.stringContaining('nessuno') })
})
