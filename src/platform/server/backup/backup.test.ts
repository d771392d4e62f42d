import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FreshDb, freshDb } from '../../../../bench/fresh-db.ts'
import { startEmbedded } from '../embedded/embedded.ts'
import { migrate } from '../migrate.ts'
import { openPool } from '../pool.ts'
import { backup } from './backup.ts'
import { loadOrder, pointsAhead } from './order.ts'
import { restore, verifyBackup } from './restore.ts'

const tables = `
  create table village (id int primary key, name text not null, mayor int);
  create table citizen (id int primary key, village_id int not null references village, friend int references citizen,
    tie text, born timestamptz, photo bytea, loud text generated always as (upper(tie)) stored);
  alter table village add constraint village_mayor foreign key (mayor) references citizen;
  create table visit (no bigint generated always as identity, day date not null, note text) partition by range (day);
  create table visit_2026_10 partition of visit for values from ('2026-10-01') to ('2026-11-01');
  create table visit_rest partition of visit default;
  create table seed (code text primary key);
  alter table citizen enable row level security;`
const rows = `
  insert into village values (1, 'Follina'), (2, E'a\\tb\\\\c\\nd');
  insert into citizen (id, village_id, friend, tie, born, photo)
    select n, 1 + n % 2, nullif(n % 7000 + 1, n), 'perché "sì", ' || n, '2026-03-01T09:30:00.123456+01'::timestamptz + n * interval '1 hour', decode(md5(n::text), 'hex')
    from generate_series(1, 30000) n;
  update village set mayor = 7;
  insert into visit (day, note) values ('2026-10-05', 'first'), ('2026-11-22', null), ('2027-01-01', '');`
const digest = `
  select (select md5(string_agg(c::text, '|' order by id)) from citizen c) citizens,
    (select md5(string_agg(v::text, '|' order by id)) from village v) villages,
    (select string_agg(tableoid::regclass || v::text, ' ' order by no) from visit v) visits,
    (select count(*)::int from role) roles`

let folder: string
let source: FreshDb
let target: FreshDb
let taken: string
const keyId = 'ab12cd34'
const opened: FreshDb[] = []

const prepared = async (label: string): Promise<FreshDb> => {
  const db = await freshDb(label, 2)
  opened.push(db)
  await asOwner(db, tables)
  return db
}

const asOwner = async (db: { owner: pg.PoolConfig }, text: string): Promise<unknown[]> => {
  const pool = openPool({ ...db.owner, max: 1 })
  try {
    return (await pool.query(text)).rows
  } finally {
    await pool.end()
  }
}

const isEmpty = async (db: FreshDb): Promise<boolean> => {
  const [found] = await asOwner(
    db,
    `select not exists (select from citizen) and not exists (select from visit) as empty`,
  )
  return (found as { empty: boolean }).empty
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fl-backup-'))
  chmodSync(folder, 0o755)
  source = await prepared('backup source')
  await asOwner(source, rows)
  mkdirSync(join(folder, 'files/ab'), { recursive: true })
  writeFileSync(join(folder, 'files/ab/letter'), 'x'.repeat(200_000))
  writeFileSync(join(folder, 'files/empty'), '')
  taken = join(folder, 'taken.tar.gz')
  await backup({ owner: source.owner, target: taken, filesDir: join(folder, 'files'), product: '0.1.0', keyId })
})

beforeEach(async () => {
  target = await prepared('backup target')
})

afterAll(async () => {
  for (const db of opened) await db.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a whole backup', () => {
  it('is one private file that tells the version, the key by name, and each table’s rows and checksum', async () => {
    expect((statSync(taken).mode & 0o777).toString(8)).toBe('600')
    const { header, manifest } = await verifyBackup(taken)
    expect(header).toMatchObject({ product: '0.1.0', keyId, leftOut: ['graphile_worker'] })
    expect(header.migrations[0]).toBe('0001_platform')
    expect(header.tables.map(({ name }) => name)).not.toContain('visit_rest')
    expect(manifest.tables.find(({ name }) => name === 'citizen')).toMatchObject({ rows: 30000 })
    expect(manifest.files.map(({ path }) => path)).toEqual(['ab/letter', 'empty'])
  })

  it('comes back the same into a new database: circles, self-references, partitions, numbers, files', async () => {
    await asOwner(target, 'drop table visit_2026_10')
    const filesDir = join(folder, 'back')
    await restore({ owner: target.owner, source: taken, filesDir, keyId })
    expect(await asOwner(target, digest)).toEqual(await asOwner(source, digest))
    expect(readFileSync(join(filesDir, 'ab/letter'), 'utf8')).toHaveLength(200_000)
    expect(
      await asOwner(
        target,
        `insert into visit (day) values ('2026-10-30') returning no, tableoid::regclass::text part`,
      ),
    ).toEqual([{ no: 4, part: 'visit_2026_10' }])
    const circle = `select condeferrable as later from pg_constraint where conname = 'village_mayor'`
    expect(await asOwner(target, circle)).toEqual([{ later: false }])
    await expect(asOwner(target, 'update village set mayor = -1')).rejects.toThrow('village_mayor')
  })

  it('is a picture of one instant: what is written while it is taken stays out', async () => {
    const pool = openPool({ ...target.owner, max: 1 })
    await pool.query(`insert into village values (1, 'Tarzo')`)
    const writing = (async (): Promise<void> => {
      for (let n = 1; n <= 200; n += 1)
        await pool.query(
          `with c as (insert into citizen (id, village_id) values (${n}, 1)) insert into visit (day) values ('2026-10-01')`,
        )
    })()
    const file = join(folder, 'moving.tar.gz')
    const { manifest } = await backup({ owner: target.owner, target: file, product: '0.1.0', keyId })
    await writing
    await pool.end()
    const count = (table: string): number | undefined => manifest.tables.find(({ name }) => name === table)?.rows
    expect(count('citizen')).toBe(count('visit'))
  })

  it('is refused when one byte of it changed, be it in the packing or in the rows, and leaves nothing', async () => {
    const packed = readFileSync(taken)
    const inPacking = Buffer.from(packed)
    const middle = Math.floor(packed.length / 2)
    inPacking[middle] = (inPacking[middle] ?? 0) ^ 1
    const plain = gunzipSync(packed)
    const inRows = Buffer.from(plain)
    inRows[plain.indexOf('perch') + 1] = 'E'.charCodeAt(0)
    const cut = packed.subarray(0, packed.length - 2000)
    for (const [name, bytes] of Object.entries({ inPacking, inRows: gzipSync(inRows), cut })) {
      const file = join(folder, `${name}.tar.gz`)
      const filesDir = join(folder, `${name}-files`)
      writeFileSync(file, bytes)
      await expect(verifyBackup(file), name).rejects.toThrow(/rovinata[\s\S]*damaged/)
      await expect(restore({ owner: target.owner, source: file, filesDir }), name).rejects.toThrow(
        /rovinata[\s\S]*damaged/,
      )
      expect(await isEmpty(target)).toBe(true)
      expect(existsSync(filesDir)).toBe(false)
    }
  })

  it('says so when its file is not there', async () => {
    const file = join(folder, 'nowhere.tar.gz')
    await expect(verifyBackup(file)).rejects.toThrow(/nowhere.tar.gz non c’è[\s\S]*is not there/)
  })

  it('leaves nothing when the restoring process is killed half way, and can then be restored', async () => {
    const script = `const { restore } = await import(process.argv[1]); await restore(JSON.parse(process.argv[2]))`
    const filesDir = join(folder, 'killed')
    // the backup comes through a pipe: whole when it is verified, then only half, so that the restore hangs among its rows
    const pipe = join(folder, 'pipe')
    spawnSync('mkfifo', [pipe])
    const wish = JSON.stringify({ owner: target.owner, source: pipe, filesDir })
    const child = spawn(
      process.execPath,
      ['--input-type=module', '-e', script, join(import.meta.dirname, 'restore.ts'), wish],
      { stdio: 'inherit' },
    )
    const bytes = readFileSync(taken)
    await writeFile(pipe, bytes)
    const sessions = `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
    const loading = `select from pg_stat_progress_copy where datname = current_database() and tuples_processed > 0`
    const count = async (query: string): Promise<number> => (await asOwner(target, query)).length
    await expect.poll(() => count(sessions), { timeout: 30_000 }).toBe(1)
    const half = createWriteStream(pipe).on('error', () => {})
    half.write(bytes.subarray(0, bytes.length / 2))
    await expect.poll(() => count(loading), { timeout: 30_000 }).toBe(1)
    child.kill('SIGKILL')
    await once(child, 'exit')
    half.destroy()
    expect(await isEmpty(target)).toBe(true)
    expect(existsSync(filesDir)).toBe(false)
    await restore({ owner: target.owner, source: taken, filesDir })
    expect(await asOwner(target, digest)).toEqual(await asOwner(source, digest))
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([])
  })

  it('is not restored over data, over files, under another key, or into another version', async () => {
    const wish = { owner: target.owner, source: taken }
    await expect(restore({ ...wish, keyId: 'ffffffff' })).rejects.toThrow(/FIELD_KEY/)
    await expect(restore({ ...wish, filesDir: join(folder, 'files') })).rejects.toThrow(/contiene già dei file/)
    await asOwner(target, `insert into migration (name) values ('9999_future')`)
    await expect(restore(wish)).rejects.toThrow(/another version/)
    await asOwner(
      target,
      `delete from migration where name = '9999_future'; insert into seed values ('written by someone')`,
    )
    await expect(restore(wish)).rejects.toThrow(/public.seed/)
    expect(await asOwner(target, 'select code from seed')).toEqual([{ code: 'written by someone' }])
  })

  it('does not write over a file that is there', async () => {
    await expect(backup({ owner: source.owner, target: taken, product: '0.1.0', keyId })).rejects.toThrow(taken)
  })

  const older = '/usr/lib/postgresql/15/bin'
  it.skipIf(!existsSync(older))('goes from this server to a PostgreSQL 15', async () => {
    const server = await startEmbedded({ dataDir: join(folder, 'pg15'), binDir: older, settings: { fsync: 'off' } })
    const pool = openPool({ ...server.owner, max: 2 })
    await migrate(pool, server.app.user)
    await pool.query(tables)
    await pool.end()
    await restore({ owner: server.owner, source: taken })
    expect(await asOwner(server, digest)).toEqual(await asOwner(source, digest))
    await server.stop()
  })
})

describe('the order of tables', () => {
  const pointers = [
    { from: 'pact', to: 'person' },
    { from: 'person', to: 'district' },
    { from: 'person', to: 'person' },
    { from: 'district', to: 'person' },
  ]
  it('puts what is pointed to first, and finds a way through a circle', () => {
    expect(loadOrder(['pact', 'person'], pointers)).toEqual(['person', 'pact'])
    const ordered = loadOrder(['pact', 'person', 'district'], pointers)
    expect(pointers.filter((pointer) => pointsAhead(ordered, pointer))).toHaveLength(1)
    expect(ordered.indexOf('pact')).toBe(2)
  })
})
