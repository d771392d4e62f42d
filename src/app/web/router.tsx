import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { deskBase } from '../../platform/web/navigation.ts'
import { Broken, NoPage } from './Dead.tsx'
import { Frame } from './Frame.tsx'
import { guarded } from './Guarded.tsx'
import { deskPages } from './pages.ts'

const root = createRootRoute({ component: Frame, notFoundComponent: NoPage, errorComponent: Broken })

// a search text stays the text it is: '001' is a code, not a number
const readSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))
const writeSearch = (search: Record<string, unknown>): string => {
  const text = new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)])).toString()
  return text ? `?${text}` : ''
}

const pages = deskPages.map((page) =>
  createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: lazyRouteComponent(async () => ({ default: guarded(page, await page.load()) })),
  }),
)

/** One route for each page of each room. */
export const router = createRouter({
  routeTree: root.addChildren(pages),
  basepath: deskBase,
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
})
