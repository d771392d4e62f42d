import { z } from 'zod'
import type { Endpoint } from '../core/contract.ts'

type Schema = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema =>
  z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    unrepresentable: 'any',
    io,
    override: ({ jsonSchema }) => void delete jsonSchema.$schema,
  }) as Schema

const parametersOf = (endpoint: Endpoint, place: 'path' | 'query'): Schema[] => {
  const { properties = {}, required = [] } = schemaOf(endpoint[place === 'path' ? 'params' : 'query'], 'input') as {
    properties?: Record<string, Schema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }))
}

const problem = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const rates = Object.fromEntries(
  ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'].map((name) => [
    name,
    { schema: { type: 'integer' } },
  ]),
)

const operationOf = (endpoint: Endpoint): Schema => ({
  operationId: endpoint.name,
  summary: endpoint.summary,
  tags: [endpoint.name.split('.')[0]],
  'x-permission': endpoint.permission,
  ...(endpoint.permission === 'public' ? { security: [] } : {}),
  parameters: [...parametersOf(endpoint, 'path'), ...parametersOf(endpoint, 'query')],
  ...(endpoint.method === 'GET'
    ? {}
    : {
        requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } },
      }),
  responses: {
    200: {
      description: 'Done',
      headers: rates,
      content: { 'application/json': { schema: schemaOf(endpoint.reply, 'output') } },
    },
    ...Object.fromEntries([400, 401, 403, 404, 409, 422, 429].map((status) => [status, problem])),
  },
})

/** The whole API as OpenAPI 3.1, from the same contracts that serve it. */
export const describeApi = (endpoints: readonly Endpoint[], version: string, baseUrl: string): Schema => {
  const paths: Record<string, Schema> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fare Legami',
      version,
      summary: 'Runs a community-welfare programme end to end.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'fl_session' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            about: { type: 'object' },
            errors: {
              type: 'array',
              items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
            },
          },
        },
      },
    },
  }
}
