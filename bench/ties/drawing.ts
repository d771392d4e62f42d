import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { openBrowser } from '../browser.ts'
import type { Drawn } from './drawing.page.ts'

/**
 * Times the drawing of 5,000 nodes and 20,000 ties in a headless Chromium without a graphics card: laying out in the worker, filtering, one
 * whole picture, frames in a second while the paper is moved and zoomed.
 */
const site = 'http://drawing.invalid'
const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' }

const bundle = async (folder: string): Promise<void> => {
  const entry = fileURLToPath(import.meta.resolve('./drawing.page.ts'))
  const input = join(folder, 'index.html')
  writeFileSync(
    input,
    `<canvas style="display:block;width:880px;height:600px"></canvas><script type="module" src="${entry}"></script>`,
  )
  await build({ configFile: false, root: folder, logLevel: 'error', build: { outDir: join(folder, 'out') } })
}

const folder = mkdtempSync(join(tmpdir(), 'drawing-'))
const browser = await openBrowser()
try {
  await bundle(folder)
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.route(`${site}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    const path = pathname === '/' ? '/index.html' : pathname
    const contentType = types[path.split('.').at(-1) ?? ''] ?? 'text/plain'
    return route.fulfill({ body: readFileSync(join(folder, 'out', path)), contentType })
  })
  await page.goto(`${site}/`)
  const found = await page.evaluate(() => (window as unknown as { drawn: Promise<Drawn> }).drawn)
  process.stdout.write('\nDrawing 5,000 nodes, 20,000 ties\n')
  console.table({
    'laid out in the worker (s)': (found.layout / 1000).toFixed(2),
    'filtered (ms)': found.filter.toFixed(1),
    'one whole picture (ms)': found.paint.toFixed(0),
    'frames in a second, moved': found.pan.toFixed(0),
    'frames in a second, zoomed': found.zoom.toFixed(0),
    'longest wait between two frames (ms)': found.worst.toFixed(0),
  })
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
