import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Refusal, RefusalKind } from '../core/refusal.ts'
import type { Language } from '../core/words.ts'
import type { House } from './house.ts'

export const statusOf: Record<RefusalKind, number> = {
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  gone: 410,
  invalid: 422,
  tooMany: 429,
}

export type FieldError = { readonly path: string; readonly message: string }

const localeErrors = { it: z.locales.it().localeError, en: z.locales.en().localeError }

/** The faults of a body field by field, in the reader's language. */
export const fieldErrors = (schema: z.ZodType, value: unknown, language: Language): FieldError[] => {
  const parsed = schema.safeParse(value, { error: localeErrors[language] })
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
}

/** Sends a refusal as `application/problem+json` (RFC 9457), with its code and the facts the page may need. */
export const sendProblem = (
  house: Pick<House, 'sayRefusal'>,
  reply: FastifyReply,
  problem: { refusal: Refusal; language: Language; status?: number; errors?: FieldError[] },
): FastifyReply => {
  const { refusal, language, errors } = problem
  const status = problem.status ?? statusOf[refusal.kind]
  const until = status === 429 ? refusal.about?.until : undefined
  if (typeof until === 'string') reply.header('retry-after', new Date(until).toUTCString())
  return reply
    .code(status)
    .type('application/problem+json')
    .send({
      type: `urn:fare-legami:problem:${refusal.code}`,
      title: house.sayRefusal(language, refusal),
      status,
      code: refusal.code,
      ...(refusal.about ? { about: refusal.about } : {}),
      ...(errors?.length ? { errors } : {}),
    })
}
