import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { v7 } from 'uuid'
import type { Reply, TestHouse, Worker } from '../../../bench/house.ts'
import { hashPassword } from '../../platform/server/secret/passwords.ts'
import { transact } from '../../platform/server/transact.ts'
import { accessJobs } from './access.routes.ts'
import { newTotpSecret, sealTotp, totpCode } from './totp.ts'

export const password = 'quattro mele rosse sul tavolo'
const hashed = hashPassword(password)

export type Person = Worker & { readonly email: string; readonly totp: string }

/** An account with a password and, unless told otherwise, an authenticator app; with a role like the house's workers. */
export const aPerson = async (
  house: TestHouse,
  wish: { role: string; district?: string | null; organisation?: string | null; name?: string; totp?: boolean },
): Promise<Person> => {
  const worker = await house.worker(wish)
  const email = `${worker.id}@esempio.invalid`
  const secret = newTotpSecret()
  const withTotp = wish.totp ?? true
  await house.sql('insert into account_secret (account_id, password_hash, totp_sealed) values ($1, $2, $3)', [
    worker.id,
    await hashed,
    withTotp ? sealTotp(house.services.secrets, worker.id, secret) : null,
  ])
  if (withTotp) await house.sql(`update account set second_factor = 'totp' where id = $1`, [worker.id])
  return { ...worker, email, totp: secret }
}

/** A browser at an address of its own: keeps the cookies it is given and calls the API with them. */
export type Browser = {
  readonly call: <T = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply<T>>
  readonly open: (path: string) => Promise<{ status: number; location: string | undefined; body: string }>
  readonly cookie: () => string
}

const anAddress = (): string => `10.${[...randomBytes(3)].join('.')}`

export const aBrowser = (house: TestHouse, remoteAddress = anAddress()): Browser => {
  const jar = new Map<string, string>()
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (cookies: readonly { name: string; value: string }[]): void => {
    for (const { name, value } of cookies) value === '' ? jar.delete(name) : jar.set(name, value)
  }
  return {
    cookie,
    call: async <T>(method: 'GET', path: string, body?: unknown, headers: Record<string, string> = {}) => {
      const reply = await house.request({
        method,
        remoteAddress,
        url: `/api/v1${path}`,
        headers: { cookie: cookie(), ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      keep(reply.cookies)
      return { status: reply.statusCode, body: reply.json() as T }
    },
    open: async (path) => {
      const reply = await house.request({ method: 'GET', remoteAddress, url: path, headers: { cookie: cookie() } })
      keep(reply.cookies)
      return { status: reply.statusCode, location: reply.headers.location, body: reply.body }
    },
  } as Browser
}

/** The code that the person's app shows now. */
export const codeOf = (house: TestHouse, person: { totp: string }): string =>
  totpCode(person.totp, house.services.clock())

/** Signs somebody in, both steps, in a new browser. */
export const signedIn = async (house: TestHouse, person: Person): Promise<Browser> => {
  const browser = aBrowser(house)
  await browser.call('POST', '/access/sign-in', { email: person.email, password })
  await browser.call('POST', '/access/code', { code: codeOf(house, person) })
  return browser
}

/** Runs a job of the room as the queue would, and the mails after it. */
export const runJobs = async (house: TestHouse): Promise<void> => {
  for (;;) {
    const [job] = await house.sql<{ id: string; task: string; payload: unknown }>(
      `select j.id, t.identifier as task, j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id order by j.id limit 1`,
    )
    if (!job) return
    await house.sql('delete from graphile_worker._private_jobs where id = $1', [job.id])
    const run = accessJobs.jobs[job.task]
    if (run) await transact(house.services, { by: 'system' }, ({ tx }) => run(tx, job.payload))
  }
}

/** The secret of the link in the last mail to an address. */
export const linkTo = async (house: TestHouse, email: string): Promise<string> => {
  const [mail] = await house.sql<{ body_text: string }>(
    'select body_text from outbox where to_address = $1 order by created_at desc, id desc limit 1',
    [email],
  )
  return /\/(?:invito|password)\/([\w-]+)/.exec(mail?.body_text ?? '')?.[1] ?? ''
}

const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes])
const cborText = (text: string): Buffer => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
const url = (bytes: Buffer): string => bytes.toString('base64url')

/** A passkey of software: P-256, no attestation, its owner always verified. */
export const aPasskey = (origin: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let count = 0
  const client = (type: string, challenge: string): Buffer => Buffer.from(JSON.stringify({ type, challenge, origin }))
  const data = (flags: number, more: Buffer = Buffer.alloc(0)): Buffer => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(++count)
    const rp = createHash('sha256').update(new URL(origin).hostname).digest()
    return Buffer.concat([rp, Buffer.from([flags]), counter, more])
  }
  const cose = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cborBytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    cborBytes(Buffer.from(y, 'base64url')),
  ])
  const shared = { id: url(id), rawId: url(id), type: 'public-key', clientExtensionResults: {} }
  return {
    id: url(id),
    register: (challenge: string): Record<string, unknown> => {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
      const auth = data(0x45, attested)
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(auth),
      ])
      const response = {
        clientDataJSON: url(client('webauthn.create', challenge)),
        attestationObject: url(attestation),
      }
      return { ...shared, response }
    },
    answer: (challenge: string, flags = 0x05): Record<string, unknown> => {
      const [said, auth] = [client('webauthn.get', challenge), data(flags)]
      const signed = Buffer.concat([auth, createHash('sha256').update(said).digest()])
      const signature = url(sign('sha256', signed, privateKey))
      return { ...shared, response: { clientDataJSON: url(said), authenticatorData: url(auth), signature } }
    },
  }
}

/** An address that nobody has. */
export const anEmail = (): string => `${v7()}@altrove.invalid`
