import { describe, expect, test } from 'vitest'
import { drawnTown } from '../../../bench/ties/drawn.ts'
import { aNode } from '../core/drawing.sample.ts'
import { drawnOn, everything } from '../core/drawing.ts'
import { layOut, type Places } from './layout.ts'
import { aroundEgo, fitTo, gridOf, nodeAt, ringRadii, toPaper, toScreen, zoomedAt } from './network.camera.ts'
import { nodeLooks } from './network.look.ts'
import { paint } from './network.paint.ts'
import { svgPen } from './network.pen.ts'
import { svgOf } from './network.picture.ts'

const aThird = aNode({ kind: 'alter', label: 'Z.Q.' })
const town = drawnTown(400, 1200)
const ends = (side: 'from' | 'to'): Int32Array => Int32Array.from(town.ties, (tie) => tie[side])
const places = layOut({ size: 402, from: ends('from'), to: ends('to') })
const distance = (from: number, to: number, where: Places = places): number =>
  Math.hypot((where[2 * from] ?? 0) - (where[2 * to] ?? 0), (where[2 * from + 1] ?? 0) - (where[2 * to + 1] ?? 0))

describe('a layout', () => {
  test('is the same every time, and everybody has a place', () => {
    expect(layOut({ size: 402, from: ends('from'), to: ends('to') })).toEqual(places)
    expect(places.every(Number.isFinite)).toBe(true)
  })
  test('puts those who are tied nearer than those who are not', () => {
    const tied = town.ties.map(({ from, to }) => distance(from, to))
    const others = Array.from({ length: 400 }, (_, node) => distance(node, (node + 200) % 400))
    const mean = (all: number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length
    expect(mean(tied) * 2).toBeLessThan(mean(others))
  })
  test('seats those without any tie below everybody', () => {
    const lowest = Math.max(...town.ties.map(({ from }) => places[2 * from + 1] ?? 0))
    expect(places[2 * 401 + 1]).toBeGreaterThan(lowest)
  })
  test.each([
    ['nobody', 0, []],
    ['one alone', 1, []],
    ['one tied to themselves', 1, [0]],
    ['two', 2, [0]],
  ] as const)('manages with %s', (_, size, from) => {
    const found = layOut({ size, from: Int32Array.from(from), to: Int32Array.from(from, () => size - 1) })
    expect(found).toHaveLength(2 * size)
    expect(found.every(Number.isFinite)).toBe(true)
  })
})

describe('what is seen', () => {
  const size = { width: 800, height: 500 }
  const nodes = [...Array(402).keys()]
  const camera = fitTo(places, nodes, size)
  const on = (node: number) => toScreen(camera, size, { x: places[2 * node] ?? 0, y: places[2 * node + 1] ?? 0 })
  test('holds everybody at first', () => {
    for (const node of nodes) {
      expect(on(node).x).toBeGreaterThan(0)
      expect(on(node).x).toBeLessThan(size.width)
      expect(on(node).y).toBeGreaterThan(0)
      expect(on(node).y).toBeLessThan(size.height)
    }
  })
  test('keeps the point under the hand when it grows', () => {
    const at = { x: 123, y: 45 }
    const under = toPaper(camera, size, at)
    const grown = toScreen(zoomedAt(camera, size, at, 3), size, under)
    expect(grown.x).toBeCloseTo(at.x)
    expect(grown.y).toBeCloseTo(at.y)
  })
  test('knows who is under the hand, and who is not', () => {
    const grid = gridOf(places, nodes)
    const under = { x: (places[14] ?? 0) + 1, y: places[15] ?? 0 }
    expect(nodeAt(grid, places, under, 10)).toBe(7)
    expect(nodeAt(grid, places, { x: 1e6, y: 1e6 }, 10)).toBeNull()
  })
})

describe('around one', () => {
  test('those tied to it stand on a ring, the others on a wider one', () => {
    const rings = [
      [1, 2, 3],
      [4, 5],
    ]
    const placed = aroundEgo(places, 0, rings)
    const [near = 0, far = 0] = ringRadii(rings)
    for (const node of [1, 2, 3]) expect(distance(0, node, placed)).toBeCloseTo(near, 3)
    for (const node of [4, 5]) expect(distance(0, node, placed)).toBeCloseTo(far, 3)
    expect(far).toBeGreaterThan(near)
  })
})

describe('a saved drawing', () => {
  const look = {
    paper: '#fff',
    ink: '#000',
    soft: '#333',
    tie: '#b35900',
    tieFill: '#f4b26a',
    old: '#666',
    sides: { persona: '#7a3e9d', servizi: '#06c', comunita: '#00703c', other: '#666' },
  }
  const parts: string[] = []
  const size = { width: 800, height: 500 }
  const drawing = drawnOn(town, everything, town.day)
  const scene = { network: town, drawing, places, lit: null, litTies: null, chosen: 0, rings: [] }
  paint(svgPen(parts), {
    scene: { ...scene, nameOf: (node) => (node === 0 ? 'Bar <Centrale> & Co' : '') },
    camera: fitTo(places, drawing.nodes, size),
    size,
    look,
  })
  const svg = parts.join('')
  test('has every node as a form of its own, and no name that breaks it', () => {
    const forms = (svg.match(/<(circle|polygon)/g) ?? []).length
    expect(forms).toBeGreaterThanOrEqual(400)
    expect(svg).toContain('Bar &lt;Centrale&gt; &amp; Co')
  })
  test('draws lost ties as dots and new ones warm', () => {
    expect(svg).toMatch(/stroke="#666"[^>]*stroke-dasharray/)
    expect(svg).toMatch(/stroke="#b35900"/)
  })
  test('names no third party, though it draws them', () => {
    const withAlter = { ...town, nodes: town.nodes.map((node, number) => (number === 0 ? aThird : node)) }
    const caption = {
      title: 'Legami',
      sentence: 'Una frase',
      more: '',
      filters: '',
      legend: [],
      lines: { new: 'n', old: 'o', lost: 'l', empty: 'e' },
      source: 'Fare Legami',
    }
    const seen = { camera: fitTo(places, drawing.nodes, size), size }
    const nameOf = (node: number): string => withAlter.nodes[node]?.label ?? ''
    const file = svgOf({ scene: { ...scene, network: withAlter, nameOf }, seen, look, caption }, '')
    expect(file).not.toContain('Z.Q.')
    expect(file).toContain('Una frase')
    expect((file.match(/<(circle|polygon)/g) ?? []).length).toBeGreaterThanOrEqual(400)
  })
  test('tells people, services and the community apart without colour', () => {
    const shapes = (['person', 'public', 'thirdSector', 'firm', 'school'] as const).map((kind) => nodeLooks[kind].shape)
    expect(new Set(shapes).size).toBe(5)
  })
})
