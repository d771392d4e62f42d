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

/** A copy that needs no stylesheet: every element carries how it looks here. What is marked private stays on the page. */
const standalone = (svg: SVGSVGElement): SVGSVGElement => {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const [here, there] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')]
  here.forEach((element, number) => {
    const style = getComputedStyle(element)
    there[number]?.setAttribute('style', kept.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'))
    there[number]?.removeAttribute('class')
  })
  for (const left of copy.querySelectorAll('[data-private]')) left.remove()
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

/** What is drawn, also where it reaches beyond its box. */
const wholeOf = (svg: SVGSVGElement): { x: number; y: number; width: number; height: number } => {
  const [box, ink] = [svg.viewBox.baseVal, svg.getBBox()]
  const [x, y] = [Math.min(box.x, ink.x - 8), Math.min(box.y, ink.y - 8)]
  return {
    x,
    y,
    width: Math.max(box.x + box.width, ink.x + ink.width + 8) - x,
    height: Math.max(box.y + box.height, ink.y + ink.height + 8) - y,
  }
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

const asData = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

const isOurs = (rule: CSSRule): rule is CSSFontFaceRule =>
  rule instanceof CSSFontFaceRule &&
  /Titillium/.test(rule.style.getPropertyValue('font-family')) &&
  /^(400|700)$/.test(rule.style.getPropertyValue('font-weight')) &&
  /U\+0+-0*FF/i.test(rule.style.getPropertyValue('unicode-range'))

/** The page's own letters as a stylesheet, so that a file looks the same where they are not installed; '' when they cannot be read. */
export const lettersOfPage = async (): Promise<string> => {
  const sheets = [...document.styleSheets].filter(({ href }) => href?.startsWith(location.origin))
  const faces = sheets.flatMap((sheet) => [...sheet.cssRules]).filter(isOurs)
  const written = faces.map(async ({ style, parentStyleSheet }) => {
    const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1] ?? ''
    const found = await fetch(new URL(address, parentStyleSheet?.href ?? location.href))
    const weight = style.getPropertyValue('font-weight')
    return `@font-face{font-family:'Titillium Web';font-weight:${weight};src:url(${await asData(await found.blob())})}`
  })
  return (await Promise.all(written).catch(() => [])).join('')
}

/** A drawing of the page as an SVG of its own, with its sentence above and what its lines mean below. */
export const svgFileOf = async (
  svg: SVGSVGElement,
  words: PictureWords,
): Promise<{ text: string; width: number; height: number }> => {
  const box = wholeOf(svg)
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
  const [title, style] = [element('title', {}), element('style', {})]
  title.textContent = words.title
  style.textContent = await lettersOfPage()
  const drawing = standalone(svg)
  const viewBox = `${box.x} ${box.y} ${box.width} ${box.height}`
  for (const [key, value] of Object.entries({ x: 0, y: top, width: box.width, height: box.height, viewBox }))
    drawing.setAttribute(key, String(value))
  outer.append(
    title,
    style,
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
export const pngFileOf = async ({ text, width, height }: Awaited<ReturnType<typeof svgFileOf>>): Promise<Blob> => {
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
