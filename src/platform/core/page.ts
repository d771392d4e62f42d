import type { z } from 'zod'

/** A page of plain HTML, made by the server: same guards as the API, forms posted without script. */
export type Page<Q extends z.ZodType = z.ZodType, P extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType> = {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: `/${string}`
  readonly access: 'public' | 'ownPage'
  readonly journal: 'none' | 'read' | 'write'
  readonly params: P
  readonly query: Q
  readonly body: B
}

export const page = <Q extends z.ZodType, P extends z.ZodType, B extends z.ZodType>(
  spec: Page<Q, P, B>,
): Page<Q, P, B> => spec
