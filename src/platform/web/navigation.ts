import { useNavigate, useParams as useRouteParams, useSearch } from '@tanstack/react-router'

export const deskBase = '/scrivania'

/** The address of a page of the workspace, for plain links: the hall follows them without reloading. */
export const at = (path: `/${string}`): string => `${deskBase}${path === '/' ? '' : path}`

/** The parameters of the page's address. */
export const useParams = (): Readonly<Record<string, string>> =>
  useRouteParams({ strict: false }) as Record<string, string>

/** The filters kept in the address, and a way to change them in place (undefined takes one away). */
export const useFilters = (): readonly [
  Readonly<Record<string, string>>,
  (change: Record<string, string | undefined>) => void,
] => {
  const found = useSearch({ strict: false }) as Record<string, unknown>
  const filters = Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)]))
  const navigate = useNavigate()
  const change = (more: Record<string, string | undefined>): void => {
    const next = Object.fromEntries(
      Object.entries({ ...filters, ...more }).filter(([, value]) => value !== undefined && value !== ''),
    )
    void navigate({ to: '.', search: next as never, replace: true })
  }
  return [filters, change]
}

/** Goes to an address below /scrivania. */
export const useGo = (): ((to: string, options?: { replace?: boolean }) => void) => {
  const navigate = useNavigate()
  return (to, options) => {
    const [place = '/', hash] = to.split('#')
    const [path = '/', search] = place.split('?')
    void navigate({
      to: path as never,
      search: Object.fromEntries(new URLSearchParams(search)) as never,
      ...(hash ? { hash } : {}),
      replace: options?.replace ?? false,
    })
  }
}
