import type { Point } from './network.camera.ts'

/** One form for each kind of node, so that none is told by colour alone. */
export type Shape = 'circle' | 'ring' | 'square' | 'diamond' | 'triangle' | 'pentagon' | 'hexagon'

export type Stroke = {
  readonly color: string
  readonly width: number
  readonly dots?: boolean
  readonly alpha?: number
}
export type Ink = {
  readonly fill: string
  readonly line: string
  readonly width: number
  readonly alpha?: number
}
export type Lettering = {
  readonly size: number
  readonly color: string
  readonly bold?: boolean
  /** Colour around the letters, so that they are read over lines. */
  readonly halo?: string
  readonly middle?: boolean
}

/** What draws on a screen, in a picture or in an SVG: the same strokes, marks and words. */
export type Pen = {
  /** Straight lines: x, y, x, y, … */
  readonly lines: (ends: readonly number[], stroke: Stroke) => void
  /** Equal forms: x, y, radius, … */
  readonly marks: (shape: Shape, at: readonly number[], ink: Ink) => void
  readonly text: (words: string, at: Point, letters: Lettering) => void
}

export const fontFamily = '"Titillium Web", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'

const turn = Math.PI / 2
const corners = (count: number, from: number, grow: number): readonly (readonly [number, number])[] =>
  Array.from({ length: count }, (_, corner) => {
    const angle = from + (corner * 2 * Math.PI) / count
    return [grow * Math.cos(angle), grow * Math.sin(angle)]
  })

// of the same area, roughly, so that no form looks more important than another
const outlines: Readonly<Record<Exclude<Shape, 'circle' | 'ring'>, readonly (readonly [number, number])[]>> = {
  square: corners(4, turn / 2, 1.25),
  diamond: corners(4, turn, 1.35),
  triangle: corners(3, -turn, 1.5),
  pentagon: corners(5, -turn, 1.2),
  hexagon: corners(6, 0, 1.15),
}

const each = (at: readonly number[], take: (x: number, y: number, radius: number) => void): void => {
  for (let mark = 0; mark < at.length; mark += 3) take(at[mark] ?? 0, at[mark + 1] ?? 0, at[mark + 2] ?? 0)
}

const trace = (context: CanvasRenderingContext2D, shape: Shape, at: readonly number[]): void =>
  each(at, (x, y, radius) => {
    if (shape === 'circle' || shape === 'ring') {
      context.moveTo(x + radius, y)
      context.arc(x, y, radius, 0, 2 * Math.PI)
      return
    }
    outlines[shape].forEach(([dx, dy], corner) => {
      if (corner === 0) context.moveTo(x + dx * radius, y + dy * radius)
      else context.lineTo(x + dx * radius, y + dy * radius)
    })
    context.closePath()
  })

// one path of many lines is slow to fill where nothing but the processor paints
const linesAtOnce = 200

const strokeAll = (context: CanvasRenderingContext2D, ends: readonly number[]): void => {
  for (let from = 0; from < ends.length; from += 4 * linesAtOnce) {
    context.beginPath()
    for (let end = from; end < Math.min(ends.length, from + 4 * linesAtOnce); end += 4) {
      context.moveTo(ends[end] ?? 0, ends[end + 1] ?? 0)
      context.lineTo(ends[end + 2] ?? 0, ends[end + 3] ?? 0)
    }
    context.stroke()
  }
}

/** Draws on a canvas. */
export const canvasPen = (context: CanvasRenderingContext2D): Pen => ({
  lines: (ends, { color, width, dots, alpha }) => {
    Object.assign(context, { strokeStyle: color, lineWidth: width, globalAlpha: alpha ?? 1, lineCap: 'butt' })
    if (dots) {
      context.lineCap = 'round'
      context.setLineDash([0.1, width * 2.4])
    }
    strokeAll(context, ends)
    context.setLineDash([])
    context.globalAlpha = 1
  },
  marks: (shape, at, { fill, line, width, alpha }) => {
    Object.assign(context, { fillStyle: fill, strokeStyle: line, lineWidth: width, globalAlpha: alpha ?? 1 })
    context.beginPath()
    trace(context, shape, at)
    if (shape !== 'ring') context.fill()
    if (width > 0) context.stroke()
    context.globalAlpha = 1
  },
  text: (words, at, { size, color, bold, halo, middle }) => {
    context.font = `${bold ? 700 : 400} ${size}px ${fontFamily}`
    context.textAlign = middle ? 'center' : 'left'
    if (halo) {
      Object.assign(context, { strokeStyle: halo, lineWidth: 4, lineJoin: 'round' })
      context.strokeText(words, at.x, at.y)
    }
    context.fillStyle = color
    context.fillText(words, at.x, at.y)
  },
})

const short = (value: number): string => String(Math.round(value * 10) / 10)

/** A text as it stands between two tags or in an attribute. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

type Mark = Point & { readonly radius: number }

/** The corners of a form as an SVG polygon names them; null for what is round. */
export const pointsOf = (shape: Shape, { x, y, radius }: Mark): string | null =>
  shape === 'circle' || shape === 'ring'
    ? null
    : outlines[shape].map(([dx, dy]) => `${short(x + dx * radius)},${short(y + dy * radius)}`).join(' ')

const markOf = (shape: Shape, mark: Mark): string => {
  const points = pointsOf(shape, mark)
  return points === null
    ? `<circle cx="${short(mark.x)}" cy="${short(mark.y)}" r="${short(mark.radius)}"/>`
    : `<polygon points="${points}"/>`
}

/** Writes an SVG, element by element into `parts`. */
export const svgPen = (parts: string[]): Pen => ({
  lines: (ends, { color, width, dots, alpha }) => {
    if (ends.length === 0) return
    let path = ''
    for (let end = 0; end < ends.length; end += 4)
      path += `M${short(ends[end] ?? 0)} ${short(ends[end + 1] ?? 0)}L${short(ends[end + 2] ?? 0)} ${short(ends[end + 3] ?? 0)}`
    const dotted = dots ? ` stroke-linecap="round" stroke-dasharray="0.1 ${short(width * 2.4)}"` : ''
    parts.push(
      `<path d="${path}" fill="none" stroke="${color}" stroke-width="${short(width)}" stroke-opacity="${alpha ?? 1}"${dotted}/>`,
    )
  },
  marks: (shape, at, { fill, line, width, alpha }) => {
    if (at.length === 0) return
    const inside = shape === 'ring' ? 'none' : fill
    parts.push(`<g fill="${inside}" stroke="${line}" stroke-width="${short(width)}" opacity="${alpha ?? 1}">`)
    each(at, (x, y, radius) => parts.push(markOf(shape, { x, y, radius })))
    parts.push('</g>')
  },
  text: (words, at, { size, color, bold, halo, middle }) => {
    const edge = halo ? ` paint-order="stroke" stroke="${halo}" stroke-width="4" stroke-linejoin="round"` : ''
    const anchor = middle ? ' text-anchor="middle"' : ''
    parts.push(
      `<text x="${short(at.x)}" y="${short(at.y)}" font-size="${size}" font-weight="${bold ? 700 : 400}" fill="${color}"${edge}${anchor}>${escaped(words)}</text>`,
    )
  },
})
