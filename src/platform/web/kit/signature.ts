export type Dot = { x: number; y: number }
/** Strokes in parts of the pad's width and height (0 to 1), so that turning the phone keeps them. */
export type Stroke = readonly Dot[]

const size = { width: 900, height: 288 } as const

const drawStroke = (pen: CanvasRenderingContext2D, stroke: Stroke, width: number, height: number): void => {
  const [first, ...others] = stroke.map((dot) => ({ x: dot.x * width, y: dot.y * height }))
  if (first === undefined) return
  pen.beginPath()
  pen.moveTo(first.x, first.y)
  let last = first
  for (const dot of others) {
    pen.quadraticCurveTo(last.x, last.y, (last.x + dot.x) / 2, (last.y + dot.y) / 2)
    last = dot
  }
  pen.lineTo(last.x + 0.01, last.y)
  pen.stroke()
}

/** Draws all strokes anew on a canvas of any size. */
export const paint = (canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void => {
  const pen = canvas.getContext('2d')
  if (pen === null) return
  pen.clearRect(0, 0, canvas.width, canvas.height)
  Object.assign(pen, { lineWidth: canvas.width / 250, lineCap: 'round', lineJoin: 'round', strokeStyle: '#17324d' })
  for (const stroke of strokes) drawStroke(pen, stroke, canvas.width, canvas.height)
}

/** The strokes as a PNG data URL of 900 × 288, or null when there are none. */
export const strokesAsPng = (strokes: readonly Stroke[]): string | null => {
  if (strokes.length === 0) return null
  const canvas = document.createElement('canvas')
  Object.assign(canvas, size)
  paint(canvas, strokes)
  return canvas.toDataURL('image/png')
}

/** A typed name, written in a hand, as a PNG data URL; null when empty. */
export const nameAsPng = (name: string): string | null => {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, size)
  const pen = canvas.getContext('2d')
  if (pen === null || name.trim() === '') return null
  Object.assign(pen, { fillStyle: '#17324d', textAlign: 'center', textBaseline: 'middle' })
  pen.font = 'italic 84px "Segoe Script", "Bradley Hand", cursive'
  pen.fillText(name.trim(), size.width / 2, size.height / 2, size.width - 60)
  return canvas.toDataURL('image/png')
}
