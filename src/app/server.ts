import { isUtf8 } from 'node:buffer'
import type { Socket } from 'node:net'
import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import fastifyRateLimit from '@fastify/rate-limit'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Refusal } from '../platform/core/refusal.ts'
import { languageOf, sessionHash } from '../platform/server/caller.ts'
import { health } from '../platform/server/health.ts'
import type { House } from '../platform/server/house.ts'
import { describeApi } from '../platform/server/openapi.ts'
import { sendProblem } from '../platform/server/problem.ts'
import { RateStore } from '../platform/server/rateStore.ts'
import type { Services } from '../platform/server/tx.ts'
import { otherMethods } from './otherMethods.ts'
import { refusalPage } from './refusalPage.ts'
import { rooms, sayAct, sayRefusal } from './rooms.ts'
import { serveWeb } from './web.ts'

export type Built = { readonly app: FastifyInstance; readonly house: House }

const headers = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** The hall: the server with every room's doors open, not yet listening. */
export const buildServer = async (services: Services, version: string): Promise<Built> => {
  const logger: FastifyBaseLogger = services.log
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: services.config.TRUST_PROXY,
    bodyLimit: 1_048_576,
    clientErrorHandler: turnAwayUnread,
    frameworkErrors: (_error, request, reply) => void turnAwayUnparsed(request, reply),
  })
  await app.register(fastifyCookie)
  await app.register(fastifyFormbody)
  await app.register(fastifyRateLimit, {
    max: services.config.RATE_LIMIT_PER_MINUTE,
    timeWindow: '1 minute',
    store: RateStore,
    keyGenerator: (request: FastifyRequest) =>
      sessionHash(request, 'account') || sessionHash(request, 'person') || request.ip,
    errorResponseBuilder: () => Object.assign(new Error('too many'), { statusCode: 429 }),
  })
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: 12_582_912 },
    (_request, body, done) => done(null, body),
  )
  const readJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    // letters of another encoding would be kept as question marks
    if (isUtf8(body as Buffer)) return readJson(request, body.toString('utf8'), done)
    done(Object.assign(new Error('not UTF-8'), { statusCode: 400 }))
  })
  app.addHook('onSend', async (request, reply) => {
    reply.headers(headers)
    // what the API says of persons stays in no cache
    if (isForPrograms(request.url) && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  const house: House = { app, services, endpoints: [], pages: [], sayRefusal, sayAct, refusalPage }
  app.setErrorHandler((error: FastifyError, request, reply) => broken(house, error, request, reply))
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => nowhere(house, request, reply))
  for (const room of rooms) room.open?.(house)
  app.get('/api/health', async (_request, reply) => {
    const found = await health(services, version)
    if (found.status === 'ok') return found
    return reply.code(503).header('retry-after', secondsToReturn).send(found)
  })
  const description = describeApi(house.endpoints, version, services.baseUrl)
  app.get('/api/v1/openapi.json', async () => description)
  await serveWeb(app)
  return { app, house }
}

const nowhere = (house: House, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const methods = otherMethods(house, request.url)
  if (methods.length === 0)
    return problemOrPage(house, request, reply, { kind: 'notFound', code: 'platform.notFound' }, 404)
  reply.header('allow', methods.join(', '))
  return problemOrPage(house, request, reply, { kind: 'invalid', code: 'platform.wrongMethod' }, 405)
}

const isForPrograms = (url: string): boolean => /^\/api([/?]|$)/.test(url)

const problemOrPage = (
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  status: number,
): FastifyReply => {
  const language = languageOf(request)
  if (isForPrograms(request.url)) return sendProblem(house, reply, { refusal, language, status })
  return reply.code(status).type('text/html; charset=utf-8').send(refusalPage(language, refusal))
}

// a database that restarts is back by then
const secondsToReturn = 10

// the database is not there, is ending, is starting (57P0x), or has no connection left (53300)
const isAway = /ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|57P0|53300|08\d\d\d|terminat|timeout|Connection/i

// two who wait for each other (40P01), or whose changes cannot both stand (40001): the database let one of them go
const isCrossed = new Set(['40P01', '40001'])

/** An address that cannot be decoded reaches no route: no cookie was read, only the browser tells the language. */
const turnAwayUnparsed = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const language = /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'it'
  return sendProblem({ sayRefusal }, reply.headers({ ...headers, 'cache-control': 'no-store' }), {
    refusal: { kind: 'invalid', code: 'platform.unreadable' },
    language,
    status: 400,
  })
}

const unread = {
  type: 'urn:fare-legami:problem:platform.unreadable',
  title: `${sayRefusal('it', { kind: 'invalid', code: 'platform.unreadable' })} / ${sayRefusal('en', { kind: 'invalid', code: 'platform.unreadable' })}`,
  code: 'platform.unreadable',
}

/** What is no request at all (an unknown method, headers without end) has no language either: it is told in both. */
const turnAwayUnread = (error: { readonly code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const [status, text] =
    error.code === 'HPE_HEADER_OVERFLOW' ? [431, 'Request Header Fields Too Large'] : [400, 'Bad Request']
  const body = JSON.stringify({ ...unread, status })
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${status} ${text}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nContent-Type: application/problem+json; charset=utf-8\r\nConnection: close\r\n\r\n${body}`,
    )
  socket.destroy(error as Error)
}

const broken = (house: House, error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const status = error.statusCode ?? 500
  if (status === 429) return problemOrPage(house, request, reply, { kind: 'tooMany', code: 'platform.tooMany' }, 429)
  if (status === 413) return problemOrPage(house, request, reply, { kind: 'invalid', code: 'platform.tooLarge' }, 413)
  if (status < 500)
    return problemOrPage(house, request, reply, { kind: 'invalid', code: 'platform.unreadable' }, status)
  if (isCrossed.has(error.code)) {
    reply.header('retry-after', 1)
    return problemOrPage(house, request, reply, { kind: 'conflict', code: 'platform.crossed' }, 409)
  }
  house.services.log.error({ err: error, request: request.id, url: request.routeOptions.url }, 'a request broke')
  const away = isAway.test(`${error.code ?? ''} ${error.message}`)
  const refusal: Refusal = away
    ? { kind: 'invalid', code: 'platform.away' }
    : { kind: 'invalid', code: 'platform.broken', about: { request: request.id } }
  if (away) reply.header('retry-after', secondsToReturn)
  return problemOrPage(house, request, reply, refusal, away ? 503 : 500)
}
