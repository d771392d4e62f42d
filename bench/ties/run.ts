import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Timing } from './timing.ts'
import { townOf } from './town.ts'

/**
 * Times the network engine beside igraph (C) and graphology on invented towns: `npm run bench:ties [nodes …]`. A ratio above 1 means that
 * the other took longer. Each engine runs alone in a process; igraph is Debian's python3-igraph and is left out where it is not installed.
 */
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000, 100_000, 1_000_000]
const script = {
  ours: import.meta.resolve('./ours.ts'),
  graphology: import.meta.resolve('./graphology_side.mjs'),
  igraph: import.meta.resolve('./igraph_side.py'),
  drawing: import.meta.resolve('./drawing.ts'),
  whole: import.meta.resolve('./whole.ts'),
}
const graphologyReaches = 100_000

function linesOf(command: string, url: string, args: string[]): Map<string, Timing> {
  const run = spawnSync(command, [fileURLToPath(url), ...args], { encoding: 'utf8', maxBuffer: 1 << 24 })
  if (run.error || run.status !== 0) process.stderr.write(`${url}: ${run.error?.message ?? run.stderr}\n`)
  const lines = (run.stdout ?? '').split('\n').filter(Boolean)
  const timings = lines.map((line) => JSON.parse(line) as Timing)
  return new Map(timings.map((timing) => [timing.measure, timing]))
}

function cell(value: number | undefined, digits = 4): string {
  return value === undefined ? '–' : value.toPrecision(digits)
}

function row(measure: string, [ours, igraph, graphology]: (Timing | undefined)[]): Record<string, string> {
  const ratio = (other: Timing | undefined): string =>
    ours && other ? `${(other.seconds / ours.seconds).toPrecision(3)} x` : '–'
  const answers = [ours, igraph, graphology].map((timing) => (timing ? `${Number(timing.answer.toPrecision(7))}` : '–'))
  return {
    measure,
    'ours (s)': cell(ours?.seconds),
    'igraph (s)': cell(igraph?.seconds),
    'igraph / ours': ratio(igraph),
    'graphology (s)': cell(graphology?.seconds),
    'graphology / ours': ratio(graphology),
    answers: answers.join(' | '),
  }
}

const folder = mkdtempSync(join(tmpdir(), 'ties-'))
try {
  for (const size of sizes) {
    const town = townOf(size, 1)
    const file = join(folder, `${size}.bin`)
    writeFileSync(file, new Uint8Array(town.from.buffer))
    writeFileSync(file, new Uint8Array(town.to.buffer), { flag: 'a' })
    const args = [file, String(size)]
    const ours = linesOf(process.execPath, script.ours, args)
    const igraph = linesOf('/usr/bin/python3', script.igraph, args)
    const graphology = size <= graphologyReaches ? linesOf(process.execPath, script.graphology, args) : new Map()
    process.stdout.write(`\n${size} nodes, ${town.from.length} ties\n`)
    console.table([...ours.keys()].map((name) => row(name, [ours.get(name), igraph.get(name), graphology.get(name)])))
  }
} finally {
  rmSync(folder, { recursive: true })
}

// the whole path, from the database through a worker
spawnSync(process.execPath, [fileURLToPath(script.whole)], { stdio: 'inherit' })

// last, how the largest network is drawn in a browser
spawnSync(process.execPath, [fileURLToPath(script.drawing)], { stdio: 'inherit' })
