import type { MouseEvent } from 'react'

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented

/**
 * A click handler for an element around plain links: those below `base` are given to `go` (path below base, with search
 * and hash), the others and places of the page itself stay with the browser. So the kit needs no router, and every link works without script.
 */
export const followLinks =
  (base: string, go: (to: string) => void) =>
  (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null || !isPlain(event) || link.target !== '' || link.hasAttribute('download')) return
    const to = new URL(link.href, location.href)
    const inside = to.pathname === base || to.pathname.startsWith(`${base}/`)
    const isPlaceHere = to.hash !== '' && to.pathname === location.pathname && to.search === location.search
    if (to.origin !== location.origin || !inside || isPlaceHere) return
    event.preventDefault()
    go((to.pathname.slice(base.length) || '/') + to.search + to.hash)
  }
