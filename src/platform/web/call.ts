import type { z } from 'zod'
import type { Endpoint } from '../core/contract.ts'
import type { Language } from '../core/words.ts'

/** What the server said when it turned something down. */
export type Problem = {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly about?: Readonly<Record<string, unknown>>
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
}

export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** The language that replies are asked in; set by the workspace when it opens. */
export const speaking: { language: Language } = { language: 'it' }

type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly params?: z.input<P>
  readonly query?: z.input<Q>
  readonly body?: z.input<B>
  /** Sent in place of a body. */
  readonly bytes?: Blob
  /** One per intention: a repeated click finds the reply of the first. */
  readonly key?: string
}

const addressOf = (endpoint: Endpoint, input: Input<z.ZodType, z.ZodType, z.ZodType>): string => {
  const params = (input.params ?? {}) as Record<string, string>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const query = new URLSearchParams({ lang: speaking.language })
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  return `/api/v1${path}?${query}`
}

const requestOf = (endpoint: Endpoint, input: Input<z.ZodType, z.ZodType, z.ZodType>): RequestInit => {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (input.key) headers['idempotency-key'] = input.key
  if (endpoint.method === 'GET') return { headers }
  headers['content-type'] = input.bytes ? 'application/octet-stream' : 'application/json'
  return { method: endpoint.method, headers, body: input.bytes ?? JSON.stringify(input.body ?? {}) }
}

const offline: Problem = { status: 0, code: 'platform.offline', title: '' }

/** A typed call of an endpoint; throws `Refused` with what the server said, or with status 0 when it is out of reach. */
export const call = async <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  input: Input<P, Q, B> = {},
): Promise<z.output<R>> => {
  const plain = endpoint as unknown as Endpoint
  const response = await fetch(addressOf(plain, input), requestOf(plain, input)).catch(() => undefined)
  if (!response) throw new Refused(offline)
  if (!response.headers.get('content-type')?.includes('json'))
    throw new Refused({ ...offline, status: response.status })
  const reply: unknown = await response.json()
  if (!response.ok) throw new Refused(reply as Problem)
  // the server has parsed the reply against the same schema
  return reply as z.output<R>
}

/** The address of an endpoint that answers with a file, for links. */
export const fileAddress = <P extends z.ZodType, Q extends z.ZodType>(
  endpoint: Endpoint<P, Q, z.ZodType, z.ZodType>,
  input: Input<P, Q, z.ZodType> = {},
): string => addressOf(endpoint as unknown as Endpoint, input)
