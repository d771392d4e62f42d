/** What a file says around a drawing. */
export type PictureWords = { readonly title: string; readonly sentence: string; readonly legend: readonly string[] }

const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'display',
] as const

/** A copy that needs no stylesheet: every element carries how it looks here. */
const standalone = (svg: SVGSVGElement): SVGSVGElement => {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const [here, there] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')]
  here.forEach((element, number) => {
    const style = getComputedStyle(element)
    there[number]?.setAttribute('style', kept.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'))
    there[number]?.removeAttribute('class')
  })
  return copy
}

const [edge, line, letterWidth] = [24, 28, 10]

/** Words on lines of at most so many letters. */
export const wrapped = (text: string, letters: number): string[] => {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

type Row = { readonly text: string; readonly y: number; readonly size: number; readonly bold: boolean }

const element = (name: string, attributes: Readonly<Record<string, string | number>>): SVGElement => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

const written = ({ text, y, size, bold }: Row): SVGElement => {
  const row = element('text', { x: edge, y, 'font-size': size, 'font-weight': bold ? 700 : 400, fill: '#17324d' })
  row.textContent = text
  return row
}

/** A drawing of the page as an SVG of its own, with its sentence above and what its lines mean below. */
export const svgFileOf = (svg: SVGSVGElement, words: PictureWords): { text: string; width: number; height: number } => {
  const box = svg.viewBox.baseVal
  const head = wrapped(words.sentence, Math.floor((box.width - 2 * edge) / letterWidth))
  const top = edge + (head.length + 1) * line
  const height = top + box.height + words.legend.length * line + edge
  const outer = element('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${box.width} ${height}`,
    width: box.width,
    height,
    'font-family': getComputedStyle(svg).fontFamily,
    role: 'img',
  })
  const title = element('title', {})
  title.textContent = words.title
  const drawing = standalone(svg)
  for (const [key, value] of Object.entries({ x: 0, y: top, width: box.width, height: box.height }))
    drawing.setAttribute(key, String(value))
  outer.append(
    title,
    element('rect', { width: box.width, height, fill: '#fff' }),
    written({ text: words.title, y: edge + 6, size: 16, bold: false }),
    ...head.map((text, row) => written({ text, y: edge + 6 + (row + 1) * line, size: 20, bold: true })),
    drawing,
    ...words.legend.map((text, row) =>
      written({ text, y: top + box.height + (row + 0.5) * line, size: 16, bold: false }),
    ),
  )
  return { text: new XMLSerializer().serializeToString(outer), width: box.width, height }
}

/** The same as a PNG, twice as fine as a plain screen. */
export const pngFileOf = async ({ text, width, height }: ReturnType<typeof svgFileOf>): Promise<Blob> => {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  const image = new Image()
  image.src = address
  await image.decode()
  URL.revokeObjectURL(address)
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: width * 2, height: height * 2 })
  canvas.getContext('2d')?.drawImage(image, 0, 0, width * 2, height * 2)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}
