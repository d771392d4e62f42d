import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { PoolClient, QueryResult as QueryAnswer } from 'pg'
import type { DB } from '../../../database/schema.ts'

/** What one pooled client did since the transaction began. */
export type Watch = {
  wrote: boolean
  journalled: boolean
  /** What was sent and not yet waited for; the transaction ends well only if all of it did. */
  pending: Promise<unknown>[]
  /** Sends a statement whose answer nobody needs: it leaves together with the next one, and is waited for at the end. */
  readonly later: (text: string, values?: readonly unknown[]) => Promise<QueryAnswer>
}
export type Watched = { readonly db: Kysely<DB>; readonly watch: Watch }

const changing = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode', 'MergeQueryNode'])
const changingText = /\b(insert\s+into|update\s+\S+\s+set|delete\s+from)\b/i
const changes = (query: CompiledQuery): boolean =>
  changing.has(query.query.kind) || (query.query.kind === 'RawNode' && changingText.test(query.sql))

const names = new Map<string, string>()
const namedAtMost = 500

/** Statements are prepared once per connection: the same text gets the same name, up to a ceiling. */
const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known || names.size >= namedAtMost) return known
  const name = `fl${names.size}`
  names.set(text, name)
  return name
}

type Wire = { readonly connection?: { readonly stream?: { cork(): void; uncork(): void } } }

/** What is sent until the process next waits for something leaves in one packet: each packet costs as much as a statement. */
const inOneGo = (client: PoolClient): void => {
  const stream = (client as unknown as Wire).connection?.stream
  if (!stream) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

const asking = (text: string, values: readonly unknown[]): { text: string; values: unknown[]; name?: string } => {
  const name = nameOf(text)
  return name ? { text, values: [...values], name } : { text, values: [...values] }
}

const watchOver = (client: PoolClient): Watch => {
  const watch: Watch = {
    wrote: false,
    journalled: false,
    pending: [],
    later: (text, values) => {
      inOneGo(client)
      const sent = values ? client.query(asking(text, values)) : client.query(text)
      // its failure is told when the transaction ends, not before somebody listens
      sent.catch(() => {})
      watch.pending.push(sent)
      return sent
    },
  }
  return watch
}

const overClient = (client: PoolClient, watch: Watch): DatabaseConnection => ({
  executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
    if (changes(query)) watch.wrote = true
    inOneGo(client)
    const result = await client.query(asking(query.sql, query.parameters))
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  },
  // biome-ignore lint/correctness/useYield: streaming is not offered; the type of a connection asks for it
  streamQuery: async function* () {
    throw new Error('a transaction does not stream')
  },
})

const driverOver = (connection: DatabaseConnection): Driver => ({
  init: async () => {},
  acquireConnection: async () => connection,
  beginTransaction: () => Promise.reject(new Error('transactions are opened by transact')),
  commitTransaction: () => Promise.reject(new Error('transactions are opened by transact')),
  rollbackTransaction: () => Promise.reject(new Error('transactions are opened by transact')),
  releaseConnection: async () => {},
  destroy: async () => {},
})

const made = new WeakMap<PoolClient, Watched>()

/** The query builder of one pooled client, made once and kept as long as the client lives. */
export const watched = (client: PoolClient): Watched => {
  const known = made.get(client)
  if (known) return known
  const watch = watchOver(client)
  const connection = overClient(client, watch)
  const db = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOver(connection),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const one = { db, watch }
  made.set(client, one)
  return one
}
