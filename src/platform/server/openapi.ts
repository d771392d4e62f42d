import { z } from 'zod'
import { type Endpoint, FileOut } from '../core/contract.ts'

type Schema = Record<string, unknown>
type Parts = Record<string, Schema>

/** What refers to itself is named once for the whole description: its references are read from the top of the document. */
const schemaOf = (
  schema: z.ZodType,
  io: 'input' | 'output',
  { name, parts }: { name: string; parts: Parts },
): Schema => {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any', io })
  const named = JSON.parse(JSON.stringify(made), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', `#/components/schemas/${name}.`) : value,
  ) as Schema & { $defs?: Parts }
  const { $defs = {}, ...whole } = named
  for (const [part, one] of Object.entries($defs)) parts[`${name}.${part}`] = one
  return whole
}

const parametersOf = (endpoint: Endpoint, place: 'path' | 'query', parts: Parts): Schema[] => {
  const { properties = {}, required = [] } = schemaOf(endpoint[place === 'path' ? 'params' : 'query'], 'input', {
    name: `${endpoint.name}.${place}`,
    parts,
  }) as { properties?: Record<string, Schema>; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }))
}

const bytes = { 'application/octet-stream': {} }

const bodyOf = (endpoint: Endpoint, parts: Parts): Schema => {
  if (endpoint.takesFile) return { requestBody: { required: true, content: bytes } }
  if (endpoint.method === 'GET') return {}
  const schema = schemaOf(endpoint.body, 'input', { name: `${endpoint.name}.body`, parts })
  const isEmpty = schema.type === 'object' && Object.keys(schema.properties ?? {}).length === 0
  return isEmpty ? {} : { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

const header = (description: string): Schema => ({ description, schema: { type: 'integer' } })
const rates = {
  'X-RateLimit-Limit': header('Requests allowed in a minute'),
  'X-RateLimit-Remaining': header('Requests left in this minute'),
  'X-RateLimit-Reset': header('Seconds until the next minute begins'),
}
const later = { 'Retry-After': header('Seconds to wait') }
const isProblem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
const refusals: Readonly<Record<number, Schema>> = Object.fromEntries(
  Object.entries({
    400: 'What came cannot be read, or has fields that it must not have',
    401: 'Nobody is signed in, or a step of the sign-in is missing',
    403: 'The permission is missing',
    404: 'There is no such record among those that the reader may open',
    409: 'Somebody else changed it meanwhile, or it stands in another state',
    410: 'It ended: a link or a code that was good once',
    413: 'It is too large',
    415: 'It is of another kind than the one that is taken here',
    422: 'A rule refuses it',
    429: 'Too many requests',
    503: 'The database is away',
  }).map(([status, description]) => [
    status,
    { description, content: isProblem, ...(['429', '503'].includes(status) ? { headers: later } : {}) },
  ]),
)

const operationOf = (endpoint: Endpoint, parts: Parts): Schema => ({
  operationId: endpoint.name,
  summary: endpoint.summary,
  tags: [endpoint.name.split('.')[0]],
  'x-permission': endpoint.permission,
  ...(endpoint.permission === 'public' ? { security: [] } : {}),
  parameters: [...parametersOf(endpoint, 'path', parts), ...parametersOf(endpoint, 'query', parts)],
  ...bodyOf(endpoint, parts),
  responses: {
    200: {
      description: 'Done',
      headers: rates,
      content:
        endpoint.reply === FileOut
          ? { '*/*': {} }
          : { 'application/json': { schema: schemaOf(endpoint.reply, 'output', { name: endpoint.name, parts }) } },
    },
    ...refusals,
  },
})

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string', description: 'What happened, in the language of whoever asked' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'The same reason for programs' },
    about: { type: 'object' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
}

/** The whole API as OpenAPI 3.1, from the same contracts that serve it. */
export const describeApi = (endpoints: readonly Endpoint[], version: string, baseUrl: string): Schema => {
  const [paths, parts]: [Record<string, Schema>, Parts] = [{}, {}]
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, parts) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fare Legami',
      version,
      summary: 'Runs a community-welfare programme end to end.',
      description: `Refusals are problems (RFC 9457). An Idempotency-Key makes a change happen once. ${baseUrl}/api/health tells whether the service can work.`,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'fl_session' } },
      schemas: { Problem: problem, ...parts },
    },
  }
}
