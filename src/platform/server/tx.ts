import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { DB } from '../../../database/schema.ts'
import type { Actor } from '../core/actor.ts'
import type { Day, Instant } from '../core/day.ts'
import type { Config } from './config.ts'
import type { Watch } from './connection.ts'
import type { Files } from './files/files.ts'
import type { Mailer } from './mail/mail.ts'
import type { Secrets } from './secret/secrets.ts'

/** The outside world and the settings of the process; made once by the hall. */
export type Services = {
  readonly config: Config
  readonly pool: pg.Pool
  readonly secrets: Secrets
  readonly files: Files
  readonly mailer: Mailer
  readonly log: Logger
  /** The clock and the chance of the process, replaced in tests. */
  readonly clock: () => Instant
  readonly newId: () => string
  /** Where people reach this installation, without a slash at the end. */
  readonly baseUrl: string
}

export type Cookie = {
  readonly name: string
  readonly value: string
  readonly maxAgeSeconds: number
  readonly path?: string
}

/** An open transaction, with who acts in it. Every store takes one, so nothing can be read or written outside. */
export type Tx = {
  readonly db: Kysely<DB>
  readonly actor: Actor
  /** Every district of the programme. */
  readonly districts: readonly string[]
  readonly now: Instant
  readonly today: Day
  readonly newId: () => string
  readonly services: Services
  readonly watch: Watch
  /** What leaves the server only once the transaction is committed. */
  readonly afterCommit: { cookies: Cookie[] }
  /** Address and browser of the caller; empty for jobs. */
  readonly caller: { readonly address: string; readonly agent: string }
}
