import { wrapped } from '../../platform/web/picture.ts'
import type { NodeKind } from '../core/network.schema.ts'
import type { Seen } from './NetworkCanvas.tsx'
import type { Size } from './network.camera.ts'
import { type Look, nodeLooks } from './network.look.ts'
import { paint, type Scene } from './network.paint.ts'
import { canvasPen, escaped, fontFamily, type Pen, svgPen } from './network.pen.ts'

/** What a saved picture says around the drawing. `filters` are the words of what was chosen. */
export type Caption = {
  readonly title: string
  readonly sentence: string
  /** What else to know. */
  readonly more: string
  readonly filters: string
  readonly legend: readonly { readonly kind: NodeKind; readonly label: string }[]
  readonly lines: Readonly<Record<'new' | 'old' | 'lost' | 'empty', string>>
  readonly source: string
}

export type Picture = { readonly scene: Scene; readonly seen: Seen; readonly look: Look; readonly caption: Caption }

const [edge, line] = [24, 22]

type Row = { readonly text: string; readonly size: number; readonly bold?: boolean }

const headOf = ({ title, sentence, more, filters }: Caption, width: number): Row[] => {
  const small = (words: string): Row[] =>
    wrapped(words, Math.floor((width - 2 * edge) / 7.4)).map((text) => ({ text, size: 15 }))
  const large = wrapped(sentence, Math.floor((width - 2 * edge) / 9.6))
  return [...small(title), ...large.map((text) => ({ text, size: 19, bold: true })), ...small(more), ...small(filters)]
}

const headHeight = (rows: readonly Row[]): number => edge + rows.length * (line + 4)

const legendItemWidth = 230

/** Forms first, then lines, in as many columns as there is room for. Answers where it ends. */
const drawLegend = (pen: Pen, { look, caption }: Picture, { width, top }: { width: number; top: number }): number => {
  const columns = Math.max(1, Math.floor((width - 2 * edge) / legendItemWidth))
  const at = (item: number) => ({
    x: edge + (item % columns) * legendItemWidth,
    y: top + Math.floor(item / columns) * line,
  })
  const letters = { size: 14, color: look.ink }
  caption.legend.forEach(({ kind, label }, item) => {
    const { x, y } = at(item)
    const color = look.sides[nodeLooks[kind].side]
    const ink = { fill: kind === 'alter' ? look.paper : color, line: color, width: kind === 'alter' ? 2 : 0 }
    pen.marks(nodeLooks[kind].shape, [x + 8, y - 5, 6], ink)
    pen.text(label, { x: x + 24, y }, letters)
  })
  const below = caption.legend.length > 0 ? at(Math.ceil(caption.legend.length / columns) * columns).y : top
  const strokes = {
    new: { color: look.tie, width: 3 },
    old: { color: look.old, width: 2 },
    lost: { color: look.old, width: 2.5, dots: true },
  } as const
  const kinds = ['new', 'old', 'lost'] as const
  kinds.forEach((kind, row) => {
    const y = below + row * line
    pen.lines([edge, y - 5, edge + 36, y - 5], strokes[kind])
    pen.text(caption.lines[kind], { x: edge + 46, y }, letters)
  })
  const last = below + kinds.length * line
  pen.marks('ring', [edge + 18, last - 5, 6], { fill: look.paper, line: look.sides.persona, width: 2 })
  pen.text(caption.lines.empty, { x: edge + 46, y: last }, letters)
  return last
}

const sizeOf = (picture: Picture): Size & { readonly head: number } => {
  const { width, height } = picture.seen.size
  const head = headHeight(headOf(picture.caption, width))
  const columns = Math.max(1, Math.floor((width - 2 * edge) / legendItemWidth))
  const foot = (Math.ceil(picture.caption.legend.length / columns) + 4) * line + 3 * edge
  return { width, height: head + height + foot, head }
}

const drawWords = (pen: Pen, picture: Picture): void => {
  const { width, height, head } = sizeOf(picture)
  const { look, caption, seen } = picture
  headOf(caption, width).forEach(({ text, size, bold }, row) => {
    pen.text(text, { x: edge, y: edge + 6 + row * (line + 4) }, { size, color: look.ink, bold: bold ?? false })
  })
  drawLegend(pen, picture, { width, top: head + seen.size.height + edge })
  pen.text(caption.source, { x: edge, y: height - edge / 2 }, { size: 12, color: look.soft })
}

/** Whoever never consented is drawn in a file, and named in none. */
const forFile = (scene: Scene): Scene => ({
  ...scene,
  nameOf: (node) => (scene.network.nodes[node]?.kind === 'alter' ? '' : scene.nameOf(node)),
})

/** The picture as an SVG: what is seen, with its sentence above and its legend below, in letters of its own (a stylesheet). */
export const svgOf = (picture: Picture, letters: string): string => {
  const { width, height, head } = sizeOf(picture)
  const { scene, seen, look, caption } = picture
  const [inside, words]: [string[], string[]] = [[], []]
  paint(svgPen(inside), { scene: forFile(scene), camera: seen.camera, size: seen.size, look })
  drawWords(svgPen(words), picture)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${escaped(fontFamily)}" role="img">`,
    `<title>${escaped(caption.title)}</title>`,
    `<style>${letters}</style>`,
    `<desc>${escaped([caption.sentence, caption.more, caption.filters].filter(Boolean).join(' '))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${look.paper}"/>`,
    `<svg x="0" y="${head}" width="${seen.size.width}" height="${seen.size.height}" overflow="hidden">`,
    ...inside,
    '</svg>',
    ...words,
    '</svg>',
  ].join('\n')
}

/** The same as a PNG, twice as fine as a plain screen. */
export const pngOf = (picture: Picture): Promise<Blob> => {
  const { width, height, head } = sizeOf(picture)
  const { scene, seen, look } = picture
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: width * 2, height: height * 2 })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.scale(2, 2)
  context.fillStyle = look.paper
  context.fillRect(0, 0, width, height)
  context.save()
  context.translate(0, head)
  context.beginPath()
  context.rect(0, 0, seen.size.width, seen.size.height)
  context.clip()
  paint(canvasPen(context), { scene: forFile(scene), camera: seen.camera, size: seen.size, look })
  context.restore()
  drawWords(canvasPen(context), picture)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}
