import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Page } from '../core/page.ts'
import type { Outcome, Refusal } from '../core/refusal.ts'
import { textWords } from '../core/text.words.ts'
import { type Language, say } from '../core/words.ts'
import { callerOf, comesFromOutside, languageAsked, languageOf, sendCookies, sessionHash } from './caller.ts'
import { type FileReply, isFileReply, sendFile } from './fileReply.ts'
import type { House } from './house.ts'
import { turnAway } from './http.ts'
import { type FieldError, fieldErrors, statusOf } from './problem.ts'
import { isSound, soundOf, soundText } from './sound.ts'
import { transact } from './transact.ts'
import type { Tx } from './tx.ts'

/** What a page answers: HTML, a file, or the address to go on to. */
export type PageReply = { readonly html: string; readonly status?: number } | { readonly location: string } | FileReply

export type PageCall<Q extends z.ZodType, P extends z.ZodType, B extends z.ZodType> = {
  readonly params: z.output<P>
  readonly query: z.output<Q>
  /** The parsed form; undefined when `errors` says what to mend in `typed`. */
  readonly body: z.output<B> | undefined
  readonly typed: Readonly<Record<string, unknown>>
  readonly errors: readonly FieldError[]
  readonly language: Language
  readonly cookies: Readonly<Record<string, string | undefined>>
}

/** Opens a page. A form with faults reaches the act too, which shows it again with what was typed. */
export const servePage = <Q extends z.ZodType, P extends z.ZodType, B extends z.ZodType>(
  house: House,
  spec: Page<Q, P, B>,
  act: (tx: Tx, call: PageCall<Q, P, B>) => Promise<Outcome<PageReply>>,
): void => {
  house.pages.push(spec as unknown as Page)
  house.app.route({
    method: spec.method,
    url: spec.path,
    handler: async (request, reply) => {
      const language = languageOf(request)
      const refused = (refusal: Refusal): FastifyReply =>
        reply.code(statusOf[refusal.kind]).type('text/html; charset=utf-8').send(house.refusalPage(language, refusal))
      if (spec.method === 'POST' && comesFromOutside(request, house.services.baseUrl))
        return refused({ kind: 'forbidden', code: 'platform.fromOutside' })
      const call = readPage(spec, request, language)
      if (!call) return refused({ kind: 'notFound', code: 'platform.notFound' })
      let cookies: Tx['afterCommit']['cookies'] = []
      const outcome = await transact(house.services, openingOf(spec, request, language), async ({ tx, who }) => {
        const refusal = turnAway(spec.access, tx.actor, who)
        if (refusal) return { ok: false, refusal }
        cookies = tx.afterCommit.cookies
        return act(tx, call)
      })
      if (outcome.ok || outcome.refusal.kept) sendCookies(reply, house.services, [...cookies, ...languageKept(request)])
      return outcome.ok ? sendPage(reply, outcome.value) : refused(outcome.refusal)
    },
  })
}

const languageKept = (request: FastifyRequest): Tx['afterCommit']['cookies'] => {
  const { lang } = request.query as { lang?: unknown }
  return lang === 'it' || lang === 'en' ? [{ name: 'fl_lang', value: lang, maxAgeSeconds: 31_536_000 }] : []
}

const sendPage = (reply: FastifyReply, value: PageReply): FastifyReply => {
  if (isFileReply(value)) return sendFile(reply, value)
  if ('location' in value) return reply.redirect(value.location, 303)
  return reply
    .code(value.status ?? 200)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(value.html)
}

const readPage = <Q extends z.ZodType, P extends z.ZodType, B extends z.ZodType>(
  spec: Page<Q, P, B>,
  request: FastifyRequest,
  language: Language,
): PageCall<Q, P, B> | undefined => {
  const params = spec.params.safeParse(request.params)
  const query = spec.query.safeParse(request.query)
  if (!params.success || !query.success || !isSound([params.data, query.data])) return undefined
  const sent = (request.body ?? {}) as Record<string, unknown>
  const unsound = Object.keys(sent).filter((name) => !isSound({ [name]: sent[name] }))
  // what cannot be kept goes; the form comes back with all the rest, to be looked at again
  const typed = Object.fromEntries(Object.entries(sent).map(([name, value]) => [soundText(name), soundOf(value)]))
  const body = spec.body.safeParse(unsound.length === 0 ? typed : undefined)
  const errors =
    body.success || spec.method === 'GET'
      ? []
      : [
          ...unsound.map((path) => ({ path, message: say(textWords, language, 'platform.text.unprintable') })),
          ...fieldErrors(spec.body, typed, language),
        ]
  const { cookies } = request
  return {
    params: params.data,
    query: query.data,
    body: body.success ? body.data : undefined,
    typed,
    errors,
    language,
    cookies,
  }
}

const openingOf = (spec: Page, request: FastifyRequest, language: Language): Parameters<typeof transact>[1] => {
  const tokenHash = spec.access === 'ownPage' ? sessionHash(request, 'person') : ''
  return {
    by: tokenHash ? { tokenHash } : 'public',
    caller: callerOf(request),
    readOnly: spec.journal === 'none',
    signIn: spec.name.startsWith('access.') && spec.access === 'public',
    language: languageAsked(request) ?? language,
  }
}
