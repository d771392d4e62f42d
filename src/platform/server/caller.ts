import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../core/words.ts'
import { hashToken } from './secret/tokens.ts'
import type { Cookie, Services } from './tx.ts'

export const accountCookie = 'fl_session'
export const personCookie = 'fl_person'
export const languageCookie = 'fl_lang'

/** Hash of the session's secret that the browser holds; '' when it holds none. */
export const sessionHash = (request: FastifyRequest, kind: 'account' | 'person'): string => {
  const token = request.cookies[kind === 'account' ? accountCookie : personCookie]
  if (!token) return ''
  const known = hashes.get(request)
  if (known?.token === token) return known.hash
  const hash = hashToken(token)
  hashes.set(request, { token, hash })
  return hash
}
// the limit of requests and the transaction ask for the same one
const hashes = new WeakMap<FastifyRequest, { token: string; hash: string }>()

const isLanguage = (value: unknown): value is Language => value === 'it' || value === 'en'

/** The language asked for by address, cookie or browser, in this order; undefined when none of ours is named. */
export const languageAsked = (request: FastifyRequest): Language | undefined => {
  const { lang } = request.query as { lang?: unknown }
  return isLanguage(lang)
    ? lang
    : isLanguage(request.cookies[languageCookie])
      ? request.cookies[languageCookie]
      : undefined
}

/** As `languageAsked`, else what the browser prefers, else Italian. */
export const languageOf = (request: FastifyRequest): Language =>
  languageAsked(request) ?? (/^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'it')

export const callerOf = (request: FastifyRequest): { address: string; agent: string } => ({
  address: request.ip,
  agent: String(request.headers['user-agent'] ?? '').slice(0, 200),
})

const origins = new Map<string, string>()
const originOf = (baseUrl: string): string => {
  const known = origins.get(baseUrl) ?? new URL(baseUrl).origin
  origins.set(baseUrl, known)
  return known
}

/** A change must come from our own pages: a foreign site's form or script is turned away (CSRF). */
export const comesFromOutside = (request: FastifyRequest, baseUrl: string): boolean => {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = request.headers
  return origin !== undefined && origin !== originOf(baseUrl) && origin !== `http://${request.headers.host}`
}

/** Sets the cookies of an act once it is committed; an empty value takes the cookie away. */
export const sendCookies = (reply: FastifyReply, services: Services, cookies: readonly Cookie[]): void => {
  for (const { name, value, maxAgeSeconds, path } of cookies)
    reply.setCookie(name, value, {
      path: path ?? '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: services.baseUrl.startsWith('https:'),
      maxAge: value === '' ? 0 : maxAgeSeconds,
    })
}
