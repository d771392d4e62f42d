import type { FastifyInstance } from 'fastify'
import type { Endpoint } from '../core/contract.ts'
import type { Page } from '../core/page.ts'
import type { Refusal } from '../core/refusal.ts'
import type { Language } from '../core/words.ts'
import type { Services } from './tx.ts'

/** What a room is given to open its doors: the server, the outside world, and the texts of refusals. */
export type House = {
  readonly app: FastifyInstance
  readonly services: Services
  /** Every endpoint and page opened so far, for OpenAPI and for the tests that walk the house. */
  readonly endpoints: Endpoint[]
  readonly pages: Page[]
  readonly sayRefusal: (language: Language, refusal: Refusal) => string
  /** The words of an act for the journal ('ha firmato il patto'); the name itself when no room has them. */
  readonly sayAct: (language: Language, act: string) => string
  /** A whole HTML page that tells a refusal. */
  readonly refusalPage: (language: Language, refusal: Refusal) => string
}
