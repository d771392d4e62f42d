import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { startEmbedded } from '../../src/platform/server/embedded/embedded.ts'
import { type Aim, type Figures, measure, type Shot } from './measure.ts'
import { contentOf, loadPacts, type Tokens, tutor } from './pacts.ts'
import { district, familyName, givenName, idOf, loadPeople, size } from './people.ts'

// npm run bench [seconds]: figures of the built product beside its floor, on the embedded database and on TEST_DATABASE_URL.
const seconds = Number(process.argv[2] ?? 5)
const ports = { product: 3991, floor: 3992 }
const connections = [1, 16, 64]
const print = (line: string): void => void process.stdout.write(`${line}\n`)

// what `npm start` gives Node: loading leaves room for young objects that an idle server does not need, some 40 MiB
const asStarted = ['--max-semi-space-size=16']

type Place = {
  readonly name: string
  readonly owner: string
  readonly app: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

const postmaster = async (url: string): Promise<number> => {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query('select pg_backend_pid() as pid')
  await client.end()
  try {
    return Number(
      readFileSync(`/proc/${rows[0].pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[1],
    )
  } catch {
    const found = spawnSync('pgrep', ['-o', '-x', 'postgres']).stdout.toString().trim()
    return Number(found || 0)
  }
}

const embedded = async (): Promise<Place> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fl-bench-'))
  const server = await startEmbedded({ dataDir })
  const url = (access: typeof server.owner): string => server.urlFor(access.database, access.user, access.password)
  const pid = Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
  const stop = async (): Promise<void> => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { name: 'embedded PostgreSQL', owner: url(server.owner), app: url(server.app), pid, stop }
}

const onServer = async (root: string): Promise<Place> => {
  const admin = new pg.Client(root)
  await admin.connect()
  for (const role of ['fl_bench_owner', 'fl_bench_app']) {
    await admin.query(`do $$ begin create role ${role} login; exception when duplicate_object then null; end $$`)
    await admin.query(`alter role ${role} login password 'bench'`)
  }
  await admin.query('drop database if exists fl_bench with (force)')
  await admin.query('create database fl_bench owner fl_bench_owner')
  const at = (user: string): string => {
    const url = new URL(root)
    url.username = user
    url.password = 'bench'
    url.pathname = '/fl_bench'
    return url.href
  }
  const pid = await postmaster(root)
  const stop = async (): Promise<void> => {
    await admin.query('drop database if exists fl_bench with (force)')
    await admin.end()
  }
  return { name: 'TEST_DATABASE_URL', owner: at('fl_bench_owner'), app: at('fl_bench_app'), pid, stop }
}

const wrong = (no: number): string => {
  const name = familyName(no * 17)
  return `${givenName(Math.floor((no * 17) / 11))} ${name.slice(0, 2)}${name.slice(3, 4)}${name.slice(2, 3)}${name.slice(4)}`
}
const start = (no: number): string =>
  JSON.stringify({
    caseId: idOf('0002', size.pacts + (no % size.openCases)),
    kind: 'inclusion',
    partnerOrganisationId: idOf('0b0d', 1),
    tutorId: tutor(size.pacts + (no % size.openCases)),
    involvedIds: [],
    content: contentOf(900_000 + (no % 50_000)),
  })

type Scene = { readonly name: string; readonly shot: (no: number) => Shot }
const scenesFor = ({ coordinator, tutors }: Tokens): readonly Scene[] => {
  const get = (path: string): Shot => ({ method: 'GET', path, token: coordinator })
  const of = (no: number): string => tutors[(size.pacts + (no % size.openCases)) % size.tutors] ?? ''
  return [
    { name: 'list of 50 pacts, filtered and sorted', shot: () => get('/pacts?state=active') },
    { name: 'one pact whole', shot: (no) => get(`/pacts/${idOf('0004', (no * 31) % size.pacts)}`) },
    { name: 'person search with a typo', shot: (no) => get(`/persons?q=${encodeURIComponent(wrong(no % 500))}`) },
    {
      name: 'creating a pact with 8 commitments',
      shot: (no) => ({ method: 'POST', path: '/pacts', token: of(no), body: start(no) }),
    },
    { name: 'dashboard of results', shot: () => get('/results') },
  ]
}

const until = async (url: string): Promise<number> => {
  const from = performance.now()
  for (;;) {
    const ready = await fetch(url).then(
      (reply) => reply.status < 500,
      () => false,
    )
    if (ready) return performance.now() - from
    if (performance.now() - from > 30_000) throw new Error(`${url} does not answer`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const startBoth = async (place: Place, dataDir: string): Promise<{ product: ChildProcess; floor: ChildProcess }> => {
  const env = {
    ...process.env,
    DATABASE_URL: place.app,
    MIGRATE_DATABASE_URL: place.owner,
    DATA_DIR: dataDir,
    RATE_LIMIT_PER_MINUTE: '100000000',
    LOG_LEVEL: 'error',
  }
  const product = spawn(process.execPath, [...asStarted, 'dist/server/main.js'], {
    env: { ...env, PORT: String(ports.product) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const started = await until(`http://127.0.0.1:${ports.product}/api/health`)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${product.pid}/status`, 'utf8'))?.[1]
  print(`  answers after ${(started / 1000).toFixed(2)} s, idle memory ${(Number(memory) / 1024).toFixed(0)} MiB`)
  const floor = spawn(process.execPath, ['bench/load/floor.ts'], {
    env: { ...env, PORT: String(ports.floor) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await until(`http://127.0.0.1:${ports.floor}/none`)
  return { product, floor }
}

const line = (label: string, { perSecond, p50, p95, p99, serverCpu, databaseCpu, failed }: Figures): string =>
  `    ${label.padEnd(16)}${perSecond.toFixed(0).padStart(7)}/s  p50 ${p50.toFixed(1).padStart(6)}  p95 ${p95.toFixed(1).padStart(6)}  p99 ${p99.toFixed(1).padStart(6)} ms   CPU ${serverCpu.toFixed(2).padStart(6)} server ${databaseCpu.toFixed(2).padStart(6)} database ms${failed ? `   ${failed} FAILED` : ''}`

const bench = async (place: Place): Promise<void> => {
  print(`\n${place.name}: ${size.persons} persons, ${size.pacts} pacts with ${size.commitments} commitments`)
  const dataDir = mkdtempSync(join(tmpdir(), 'fl-bench-data-'))
  const env = { ...process.env, DATABASE_URL: place.app, MIGRATE_DATABASE_URL: place.owner, DATA_DIR: dataDir }
  if (
    spawnSync(process.execPath, ['dist/server/command.js', 'migrate'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
      .status !== 0
  )
    throw new Error('the database could not be migrated')
  const owner = new pg.Pool({ connectionString: place.owner, max: 2 })
  await loadPeople(owner)
  const tokens = await loadPacts(owner)
  await owner.end()
  const { product, floor } = await startBoth(place, dataDir)
  try {
    for (const { name, shot } of scenesFor(tokens)) {
      print(`  ${name}`)
      for (const count of connections) {
        const aim = (port: number, prefix: string): Aim => ({
          port,
          shot: (no) => ({ ...shot(no), path: `${prefix}${shot(no).path}` }),
        })
        const wish = { connections: count, seconds, databasePid: place.pid }
        const ours = await measure(aim(ports.product, '/api/v1'), { ...wish, serverPid: product.pid ?? 0 })
        const bare = await measure(aim(ports.floor, ''), { ...wish, serverPid: floor.pid ?? 0 })
        print(line(`${count} conn.`, ours))
        print(line('  floor', bare))
        print(`    ${''.padEnd(16)}server CPU ${(ours.serverCpu / bare.serverCpu).toFixed(2)} x the floor`)
      }
    }
  } finally {
    for (const child of [product, floor]) child.kill('SIGTERM')
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const weight = (): void => {
  const manifest = JSON.parse(readFileSync('dist/web/.vite/manifest.json', 'utf8')) as Record<
    string,
    { file: string; imports?: string[]; isEntry?: boolean }
  >
  const entry = Object.values(manifest).find(({ isEntry, file }) => isEntry && file.endsWith('.js'))
  const files = entry
    ? [entry.file, ...(entry.imports ?? []).map((one) => manifest[one]?.file ?? '')].filter(Boolean)
    : []
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join('dist/web', file))).length, 0)
  print(`the desk's first script: ${(bytes / 1024).toFixed(0)} KiB compressed (public pages: none)`)
}

print(
  `Node ${process.version}, ${seconds} s per figure, load made by this process on the same machine; ${district(0).slice(-4)} is the busy district`,
)
weight()
for (const open of [
  embedded,
  ...(process.env.TEST_DATABASE_URL ? [() => onServer(String(process.env.TEST_DATABASE_URL))] : []),
]) {
  const place = await open()
  try {
    await bench(place)
  } finally {
    await place.stop()
  }
}
