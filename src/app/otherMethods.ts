import type { House } from '../platform/server/house.ts'

const spoken = (path: string): RegExp => new RegExp(`^${path.replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+')}/?$`)

/** The methods that an address does answer to, for whoever came with another; none where nothing is served. */
export const otherMethods = ({ endpoints, pages }: Pick<House, 'endpoints' | 'pages'>, url: string): string[] => {
  const path = url.split('?')[0] ?? ''
  const served = [
    { method: 'GET', path: '/api/health' },
    { method: 'GET', path: '/api/v1/openapi.json' },
    ...endpoints.map((one) => ({ method: one.method, path: `/api/v1${one.path}` })),
    ...pages,
  ]
  return [...new Set(served.filter((one) => spoken(one.path).test(path)).map(({ method }) => method))].sort()
}
