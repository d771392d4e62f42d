import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

/** One kind of request: made anew for each call, since a write must not be the same twice. */
export type Shot = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Secret of the session of whoever asks. */
  readonly token: string
  readonly body?: string
}
export type Aim = { readonly port: number; readonly shot: (no: number) => Shot }

export type Figures = {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** CPU milliseconds per request, of the server's process and of all of the database's. */
  readonly serverCpu: number
  readonly databaseCpu: number
  readonly failed: number
}

const send = (agent: Agent, { port }: Aim, shot: Shot): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = {
      cookie: `fl_session=${shot.token}`,
      ...(shot.body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(shot.body) } : {}),
    }
    const sent = request({ agent, host: '127.0.0.1', port, method: shot.method, path: shot.path, headers }, (reply) => {
      reply.resume()
      reply.on('end', () => resolve(reply.statusCode ?? 0))
    })
    sent.once('error', reject)
    sent.end(shot.body)
  })

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

// clock ticks of Linux are a hundredth of a second wherever this runs
const tick = 10

/** CPU milliseconds that a process and those it started have used so far; 0 where the system does not tell. */
export const cpuOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      return sum + [11, 12, 13, 14].reduce((all, field) => all + Number(fields[field] ?? 0) * tick, 0)
    } catch {
      return sum
    }
  }, 0)

/** A process and everything below it. */
export const familyOf = (pid: number): number[] => {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc'))
    if (/^\d+$/.test(name))
      try {
        parents.set(
          Number(name),
          Number(
            readFileSync(`/proc/${name}/stat`, 'utf8')
              .replace(/^.*\) /, '')
              .split(' ')[1],
          ),
        )
      } catch {}
  const below = (one: number): number[] => [
    one,
    ...[...parents].flatMap(([child, parent]) => (parent === one ? below(child) : [])),
  ]
  return below(pid)
}

const warmEnough = 400

/** Sends requests over `connections` connections for about `seconds`, after a warm-up that is not counted. */
export const measure = async (
  aim: Aim,
  {
    connections,
    seconds,
    serverPid,
    databasePid,
  }: { connections: number; seconds: number; serverPid: number; databasePid: number },
): Promise<Figures> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let no = 0
  const run = async (until: number, times: number[], failures: { count: number }): Promise<void> => {
    while (performance.now() < until) {
      const started = performance.now()
      const status = await send(agent, aim, aim.shot(no++)).catch(() => 0)
      if (status !== 200) failures.count++
      times.push(performance.now() - started)
    }
  }
  const wave = async (length: number): Promise<{ times: number[]; failed: number; took: number }> => {
    const [times, failures, started]: [number[], { count: number }, number] = [[], { count: 0 }, performance.now()]
    await Promise.all(Array.from({ length: connections }, () => run(started + length * 1000, times, failures)))
    return { times, failed: failures.count, took: (performance.now() - started) / 1000 }
  }
  // code that has just been compiled would be measured in place of the product
  while (no < warmEnough) await wave(0.5)
  const before = { server: cpuOf([serverPid]), database: cpuOf(familyOf(databasePid)) }
  const { times, failed, took } = await wave(seconds)
  const after = { server: cpuOf([serverPid]), database: cpuOf(familyOf(databasePid)) }
  agent.destroy()
  times.sort((one, other) => one - other)
  return {
    perSecond: times.length / took,
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    p99: at(times, 0.99),
    serverCpu: (after.server - before.server) / times.length,
    databaseCpu: (after.database - before.database) / times.length,
    failed,
  }
}
