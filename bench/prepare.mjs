// Runs before `npm start` and `npm test`, on whatever Node the machine has and with nothing installed: plain JavaScript only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const oldestNode = 20
const runtimeNode = 24
const at = (...parts) => join(root, ...parts)
const tell = (it, en) => console.log(`• ${it} / ${en}`)

const giveUp = (it, en, detail = '') => {
  console.error(`\n${detail.split('\n').slice(-60).join('\n')}\n✗ ${it}\n✗ ${en}\n`)
  process.exit(1)
}

const run = (command, args, env = process.env) => {
  const done = spawnSync(command, args, { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  return {
    ok: done.status === 0,
    said: `${done.stdout || ''}${done.stderr || ''}${done.error ? done.error.message : ''}`,
  }
}

// npm tells where it is and which Node runs it; that Node is not the one an installation may be replacing
const npm = (args, env) => {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  return script ? run(node || process.execPath, [script, ...args], env) : run('npm', args, env)
}

const checkNode = () => {
  if (Number(process.versions.node.split('.')[0]) >= oldestNode) return
  giveUp(
    `Serve Node ${oldestNode} o più recente: qui c'è ${process.version}. Si scarica da https://nodejs.org`,
    `Node ${oldestNode} or later is needed: this is ${process.version}. Get it from https://nodejs.org`,
  )
}

const packagesIn = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages || {} : undefined)
const isGlibc = () => process.platform !== 'linux' || Boolean(process.report.getReport().header.glibcVersionRuntime)

/** Whether an optional package is for this machine; those that name no system only accompany others. */
const isForHere = ({ os, cpu, libc }) =>
  Boolean(os || cpu) &&
  (!os || os.includes(process.platform)) &&
  (!cpu || cpu.includes(process.arch)) &&
  (!libc || libc.includes(isGlibc() ? 'glibc' : 'musl'))

/** npm writes at the end of each installation what it put in place: it must be what the lock file asks for. */
const isInstalled = () => {
  const here = packagesIn(at('node_modules/.package-lock.json'))
  if (!here) return false
  const asked = packagesIn(at('package-lock.json')) || {}
  return Object.entries(asked).every(([path, entry]) => {
    if (path === '' || here[path]) return path === '' || here[path].version === entry.version
    return (entry.optional || entry.devOptional) && !isForHere(entry)
  })
}

const installFlags = [
  '--include=dev',
  '--include=optional',
  '--ignore-scripts',
  '--prefer-offline',
  '--fetch-retry-maxtimeout=15000',
  '--no-audit',
  '--no-fund',
]

const ensureInstalled = () => {
  if (isInstalled()) return
  tell(
    'Installo i pacchetti (solo la prima volta, qualche minuto)',
    'Installing packages (first time only, a few minutes)',
  )
  // not `npm ci`: it deletes what is there before it knows whether the network answers, and wants every other system's packages too
  const { ok, said } = npm(['install', '--no-save', ...installFlags, '--loglevel=error'])
  if (ok) return
  giveUp(
    'I pacchetti non si sono installati: controlla la rete e lo spazio su disco, poi riprova lo stesso comando.',
    'The packages were not installed: check the network and the disk space, then repeat the same command.',
    said,
  )
}

const ensureRuntime = () => {
  const asked = run(at('node_modules/.bin/node'), ['--version'])
  const major = Number((asked.ok ? asked.said : process.version).replace('v', '').split('.')[0])
  if (major >= runtimeNode) return
  giveUp(
    `Per questo sistema non c'è un Node ${runtimeNode} già pronto tra i pacchetti: installalo da https://nodejs.org`,
    `The packages carry no Node ${runtimeNode} that runs on this system: install it from https://nodejs.org`,
    asked.said,
  )
}

const builtFrom = ['src', 'database', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json']

const filesOf = (path) => {
  if (!existsSync(at(path))) return []
  if (!statSync(at(path)).isDirectory()) return [path]
  return readdirSync(at(path))
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`))
}

const sourceStamp = () => {
  const hash = createHash('sha256')
  for (const file of builtFrom.flatMap(filesOf).filter((name) => !/\.test\.tsx?$/.test(name)))
    hash
      .update(`${file}\0`)
      .update(readFileSync(at(file)))
      .update('\0')
  return hash.digest('hex')
}

/** Builds web and server unless dist/ was built from exactly these sources. */
const ensureBuilt = () => {
  const mark = at('dist/built-from')
  const stamp = sourceStamp()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === stamp) return
  tell('Costruisco il programma (meno di un minuto)', 'Building the product (less than a minute)')
  rmSync(mark, { force: true })
  const { ok, said } = npm(['run', 'build', '--silent'], { ...process.env, NODE_ENV: 'production' })
  if (!ok) giveUp('La costruzione non è riuscita.', 'The build failed.', said)
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, stamp)
}

const aptLine = 'apt-get update && apt-get install -y --no-install-recommends chromium'

const ensureChromium = () => {
  const browser = process.env.CHROMIUM_PATH || '/usr/bin/chromium'
  if (existsSync(browser)) return
  const mayInstall =
    !process.env.CHROMIUM_PATH && process.getuid && process.getuid() === 0 && run('apt-get', ['--version']).ok
  let said = ''
  if (mayInstall) {
    tell('Installo Chromium per le prove', 'Installing Chromium for the tests')
    said = run('sh', ['-c', aptLine], { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }).said
    if (existsSync(browser)) return
  }
  giveUp(
    `Le prove usano Chromium, che qui manca (${browser}). Su Debian: sudo sh -c '${aptLine}', o dai il suo percorso in CHROMIUM_PATH.`,
    `The tests use Chromium, missing here (${browser}). On Debian: sudo sh -c '${aptLine}', or give its path in CHROMIUM_PATH.`,
    said,
  )
}

const steps = { start: [ensureBuilt], test: [ensureBuilt, ensureChromium] }

for (const step of [checkNode, ensureInstalled, ensureRuntime, ...(steps[process.argv[2]] || [])]) step()
