import { z } from 'zod'
import type { Permission } from './permission.ts'

/**
 * One HTTP act: the server binds it to a function, the web makes a typed call of it, OpenAPI describes it.
 * `name` is `room.act`: operation id, journal name and key of the words in one.
 */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`; lower-case, parameters as `:name`. */
  readonly path: `/${string}`
  readonly permission: Access
  /** `none`: a read-only transaction; `read`: a read of a sensitive record, journalled; `write`: a journalled change. */
  readonly journal: 'none' | 'read' | 'write'
  /** English, one line, for the OpenAPI description. */
  readonly summary: string
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** A file instead where it is `FileOut`. */
  readonly reply: Reply
  /** The body is the bytes of a file, as `application/octet-stream`. */
  readonly takesFile?: true
}

/** The reply of an endpoint that answers with a file. */
export const FileOut = z.unknown()

/** A permission; or open to all; or any signed-in account; or the person on their own page. */
export type Access = Permission | 'public' | 'signedIn' | 'ownPage'

type Some<P, Q, B, R> = { params?: P; query?: Q; body?: B; reply: R }
const nothing = z.object({})

/** Declares an endpoint; what is not named (params, query, body) is empty. */
export const endpoint = <
  R extends z.ZodType,
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = typeof nothing,
>(
  spec: Omit<Endpoint, 'params' | 'query' | 'body' | 'reply'> & Some<P, Q, B, R>,
): Endpoint<P, Q, B, R> => ({
  ...spec,
  params: spec.params ?? (nothing as unknown as P),
  query: spec.query ?? (nothing as unknown as Q),
  body: spec.body ?? (nothing as unknown as B),
})

export const Id = z.uuid()

/** Reply of a change that has nothing else to say. */
export const Done = z.object({ done: z.literal(true) })
export const isDone = { done: true } as const

/** A page of a list: at most `limit` rows after `offset`; `total` counts what the reader may see. */
export const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), total: z.number().int() })
