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
import type { Services } from '../platform/server/tx.ts'
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
  })
  await app.register(fastifyCookie)
  await app.register(fastifyFormbody)
  await app.register(fastifyRateLimit, {
    max: services.config.RATE_LIMIT_PER_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: (request: FastifyRequest) =>
      sessionHash(request, 'account') || sessionHash(request, 'person') || request.ip,
    errorResponseBuilder: () => Object.assign(new Error('too many'), { statusCode: 429 }),
  })
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: 12_582_912 },
    (_request, body, done) => done(null, body),
  )
  app.addHook('onSend', async (_request, reply) => void reply.headers(headers))
  const house: House = { app, services, endpoints: [], pages: [], sayRefusal, sayAct, refusalPage }
  app.setErrorHandler((error: FastifyError, request, reply) => broken(house, error, request, reply))
  app.setNotFoundHandler((request, reply) =>
    problemOrPage(house, request, reply, { kind: 'notFound', code: 'platform.notFound' }, 404),
  )
  for (const room of rooms) room.open?.(house)
  app.get('/api/health', async (_request, reply) => {
    const found = await health(services, version)
    return reply.code(found.status === 'ok' ? 200 : 503).send(found)
  })
  const description = describeApi(house.endpoints, version, services.baseUrl)
  app.get('/api/v1/openapi.json', async () => description)
  await serveWeb(app)
  return { app, house }
}

const problemOrPage = (
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  status: number,
): FastifyReply => {
  const language = languageOf(request)
  if (request.url.startsWith('/api/')) return sendProblem(house, reply, { refusal, language, status })
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(refusalPage(language, refusal, status))
}

const broken = (house: House, error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const status = error.statusCode ?? 500
  if (status === 429) return problemOrPage(house, request, reply, { kind: 'tooMany', code: 'platform.tooMany' }, 429)
  if (status === 413) return problemOrPage(house, request, reply, { kind: 'invalid', code: 'platform.tooLarge' }, 413)
  if (status < 500) return problemOrPage(house, request, reply, { kind: 'invalid', code: 'platform.malformed' }, status)
  house.services.log.error({ err: error, request: request.id, url: request.routeOptions.url }, 'a request broke')
  const away = /ECONNREFUSED|ENOENT|terminat|timeout|Connection/i.test(`${error.code ?? ''} ${error.message}`)
  const refusal: Refusal = away
    ? { kind: 'invalid', code: 'platform.away' }
    : { kind: 'invalid', code: 'platform.broken', about: { request: request.id } }
  return problemOrPage(house, request, reply, refusal, away ? 503 : 500)
}
