import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** An office screen, a tablet, a phone. */
export type Width = 1280 | 1024 | 390

/** Debian's Chromium, headless; as root it needs its sandbox off. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...quiet, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] })

const elsewhere = new WeakMap<BrowserContext, Set<string>>()

/** Notes every host but the product's own that a page turns to. */
const watch = (context: BrowserContext, baseURL: string): void => {
  const hosts = new Set<string>()
  elsewhere.set(context, hosts)
  const note = (address: string): void => {
    const { protocol, host } = new URL(address)
    if (/^(https?|wss?):$/.test(protocol) && host !== new URL(baseURL).host) hosts.add(host)
  }
  context.on('request', (request) => note(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => note(socket.url())))
}

/** A visitor of their own, with nothing in common with the others. */
export const visitor = async (
  browser: Browser,
  baseURL: string,
  width: Width = 1280,
): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height: width === 390 ? 844 : width === 1024 ? 768 : 900 },
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
    ...(width === 1280 ? {} : { hasTouch: true }),
    ...(width === 390 ? { isMobile: true } : {}),
  })
  context.setDefaultTimeout(30_000)
  watch(context, baseURL)
  return { context, page: await context.newPage() }
}

type Finding = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }

/** What axe finds against WCAG 2.2 A and AA on the page as it stands, and hosts that were called, as short lines. */
export const findings = async (page: Page): Promise<string[]> => {
  const before = page.viewportSize()
  // As tall as its content, also when some of it comes later: at the fold the bar at the bottom of a phone half covers
  // whatever happens to scroll under it.
  for (let tries = 0; before && tries < 5; tries++) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    if (height <= (page.viewportSize()?.height ?? 0)) break
    await page.setViewportSize({ width: before.width, height })
  }
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (where: Document, options: object) => Promise<{ violations: Finding[] }> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    return (await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })).violations
  })
  if (before) await page.setViewportSize(before)
  return [
    ...[...(elsewhere.get(page.context()) ?? [])].map((host) => `calls another host: ${host}`),
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    ),
  ]
}

/** Whether the page is wider than its window: content cut off or scrolling sideways. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)

/** Keeps a picture of the page for the eye, when SHOTS names a folder. */
export const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}-${page.viewportSize()?.width ?? 0}.png`), fullPage: true })
}
