import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Actor, may } from '../core/actor.ts'
import type { Access, Endpoint } from '../core/contract.ts'
import { done, type Outcome, type Refusal, refuse } from '../core/refusal.ts'
import { callerOf, comesFromOutside, languageAsked, languageOf, sendCookies, sessionHash } from './caller.ts'
import { isFileReply, sendFile } from './fileReply.ts'
import type { House } from './house.ts'
import { fieldErrors, sendProblem } from './problem.ts'
import { once } from './repeat.ts'
import { isSound } from './sound.ts'
import { type Acting, transact } from './transact.ts'
import type { Tx } from './tx.ts'
import type { Who } from './who.ts'

export type Call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly body: z.output<B>
  /** The bytes of an upload; empty otherwise. */
  readonly bytes: Buffer
  /** The session as it stands, for the rules of sign-in. */
  readonly who: Who | undefined
}
type Act<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = (
  tx: Tx,
  call: Call<P, Q, B>,
) => Promise<Outcome<z.input<R>>>

/** Whether the caller may knock at this door at all; what lies behind it is decided by the act. */
export const turnAway = (access: Access, actor: Actor, who: Who | undefined): Refusal | undefined => {
  if (access === 'public') return undefined
  const refusalOf = (outcome: Outcome<never>): Refusal | undefined => (outcome.ok ? undefined : outcome.refusal)
  if (!who)
    return refusalOf(refuse('unauthenticated', access === 'ownPage' ? 'persons.own.cardFirst' : 'access.signInFirst'))
  if (who.step !== 'open') return refusalOf(refuse('unauthenticated', `access.step.${who.step}`))
  if (access === 'ownPage')
    return actor.kind === 'person' ? undefined : refusalOf(refuse('unauthenticated', 'persons.own.cardFirst'))
  if (actor.kind !== 'account') return refusalOf(refuse('unauthenticated', 'access.signInFirst'))
  if (access === 'signedIn' || may(actor, access)) return undefined
  return refusalOf(refuse('forbidden', 'access.permissionMissing', { permission: access }))
}

const strict = (schema: z.ZodType): z.ZodType => (schema instanceof z.ZodObject ? schema.strict() : schema)

// a text that cannot be kept has no field to point out
const unsound = z.unknown()

type Parts = Readonly<Record<'params' | 'query' | 'body', z.ZodType>>
/** What an endpoint takes, with unknown fields refused; made once, since a schema is compiled when it is first used. */
const strictParts = ({ params, query, body }: Endpoint): Parts => ({
  params: strict(params),
  query: strict(query),
  body: strict(body),
})

/** A form of another page, or a text of another kind, is not taken for what an endpoint reads. */
const isOfItsKind = ({ takesFile }: Endpoint, request: FastifyRequest): boolean => {
  const kind = request.headers['content-type']
  return !kind || kind.startsWith(takesFile ? 'application/octet-stream' : 'application/json')
}

type Parsed =
  | { ok: true; call: Omit<Call<z.ZodType, z.ZodType, z.ZodType>, 'who'> }
  | { ok: false; part: string; schema: z.ZodType; value: unknown }

const readCall = (schemas: Parts, request: FastifyRequest): Parsed => {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const { lang: _, ...query } = request.query as Record<string, unknown>
  const parts = { params: request.params, query, body: Buffer.isBuffer(request.body) ? {} : (request.body ?? {}) }
  const read: Record<string, unknown> = {}
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = schemas[part]
    if (!isSound(parts[part])) return { ok: false, part, schema: unsound, value: parts[part] }
    const parsed = schema.safeParse(parts[part])
    if (!parsed.success) return { ok: false, part, schema, value: parts[part] }
    read[part] = parsed.data
  }
  return { ok: true, call: { params: read.params, query: read.query, body: read.body, bytes } }
}

/** What goes out, read while the act can still be undone: a change that cannot be told back is not kept. */
const told = (endpoint: Endpoint, outcome: Outcome<unknown>): Outcome<unknown> =>
  outcome.ok && !isFileReply(outcome.value) ? done(endpoint.reply.parse(outcome.value)) : outcome

const answer = (reply: FastifyReply, value: unknown): FastifyReply =>
  isFileReply(value) ? sendFile(reply, value) : reply.code(200).send(value)

/**
 * The only way to open a route of the API: no endpoint without a permission, no act without a transaction, no body that
 * was not parsed, no reply outside its schema. 401, 403, 404, 400, 409, 422 and 429 are `application/problem+json`.
 */
export const serve = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  house: House,
  endpoint: Endpoint<P, Q, B, R>,
  act: Act<P, Q, B, R>,
): void => {
  const plain = endpoint as unknown as Endpoint
  const door: Door = { endpoint: plain, parts: strictParts(plain) }
  house.endpoints.push(plain)
  house.app.route({
    method: endpoint.method,
    url: `/api/v1${endpoint.path}`,
    handler: (request, reply) =>
      handle(house, door, act as unknown as Act<z.ZodType, z.ZodType, z.ZodType, z.ZodType>, { request, reply }),
  })
}

type Door = { readonly endpoint: Endpoint; readonly parts: Parts }

const handle = async (
  house: House,
  { endpoint, parts }: Door,
  act: Act<z.ZodType, z.ZodType, z.ZodType, z.ZodType>,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> => {
  const language = languageOf(request)
  const problem = (refusal: Refusal): FastifyReply => sendProblem(house, reply, { refusal, language })
  if (endpoint.method !== 'GET' && comesFromOutside(request, house.services.baseUrl))
    return problem({ kind: 'forbidden', code: 'platform.fromOutside' })
  const parsed = readCall(parts, request)
  let cookies: Tx['afterCommit']['cookies'] = []
  let [malformed, otherKind] = [false, false]
  const outcome = await transact<unknown>(house.services, openingOf(endpoint, request), async ({ tx, who }: Acting) => {
    const refusal = turnAway(endpoint.permission, tx.actor, who)
    if (refusal) return { ok: false, refusal }
    if (!isOfItsKind(endpoint, request)) {
      otherKind = true
      return refuse('invalid', 'platform.unreadable')
    }
    malformed = !parsed.ok
    if (!parsed.ok) return refuse('invalid', parsed.schema === unsound ? 'platform.unreadable' : 'platform.malformed')
    cookies = tx.afterCommit.cookies
    const key = endpoint.journal === 'write' ? keyOf(request) : undefined
    const { call } = parsed
    return told(
      endpoint,
      await once(tx, { key, endpoint: endpoint.name, asked: call }, () => act(tx, { ...call, who })),
    )
  })
  if (outcome.ok || outcome.refusal.kept) sendCookies(reply, house.services, cookies)
  if (outcome.ok) return answer(reply, outcome.value)
  if (malformed && !parsed.ok) {
    const errors = fieldErrors(parsed.schema, parsed.value, language)
    return sendProblem(house, reply, { refusal: outcome.refusal, language, status: 400, errors })
  }
  return otherKind
    ? sendProblem(house, reply, { refusal: outcome.refusal, language, status: 415 })
    : problem(outcome.refusal)
}

const keyOf = (request: FastifyRequest): string | undefined => {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && /^[\w-]{8,100}$/.test(key) ? key : undefined
}

const openingOf = (endpoint: Endpoint, request: FastifyRequest): Parameters<typeof transact>[1] => {
  const tokenHash = sessionHash(request, endpoint.permission === 'ownPage' ? 'person' : 'account')
  const asked = languageAsked(request)
  return {
    by: tokenHash ? { tokenHash } : 'public',
    caller: callerOf(request),
    readOnly: endpoint.journal === 'none',
    signIn: endpoint.name.startsWith('access.') && endpoint.permission === 'public',
    language: asked ?? (tokenHash ? undefined : languageOf(request)),
  } as Parameters<typeof transact>[1]
}
