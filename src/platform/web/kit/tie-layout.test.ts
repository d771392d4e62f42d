import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeLabels } from './tie-labels.ts'
import { type Closeness, type DrawnTie, ego, meet, paper, placeTies, type Round } from './tie-layout.ts'

const closeness = fc.constantFrom<Closeness[]>(1, 2, 3)
const tie = fc.record(
  {
    kind: fc.constantFrom<DrawnTie['kind'][]>('new', 'old', 'lost'),
    closeness,
    was: closeness,
    bead: fc.constantFrom('A', 'B'),
    relation: fc.constantFrom('amicizia', 'parentela', 'compagna di tavola', 'operatrice dei servizi sociali'),
  },
  { requiredKeys: ['kind', 'closeness'] },
)
const someTies = fc
  .array(tie, { minLength: 1, maxLength: 12 })
  .map((ties) => ties.map((one, index): DrawnTie => ({ id: `t${index}`, name: 'Ada B.', ...one })))

/** So many near that the names of the rings find no room. */
const crowded = ([3, 1, 1, 1, 1, 1, 1, 2, 2, 1, 1] as const).map((near, index): DrawnTie => {
  const moved = index === 9 ? ({ was: 3, relation: 'amicizia' } as const) : {}
  return { id: `t${index}`, name: 'Ada B.', kind: 'new', closeness: near, ...moved }
})

const circlesOf = (ties: readonly DrawnTie[]): Round[] => [
  ego,
  ...placeTies(ties).flatMap((one) => [one, one.beadAt ?? [], one.ghost ?? []].flat()),
]
const names = ['molto vicino', 'vicino', 'un po’ lontano'] as const

describe('a drawing of one to twelve ties', () => {
  it('has no circle over another, and none off the paper', () =>
    fc.assert(
      fc.property(someTies, (ties) => {
        const circles = circlesOf(ties)
        const met = circles.flatMap((one, index) => circles.slice(index + 1).filter((other) => meet(one, other)))
        expect(met).toEqual([])
        for (const { x, y, r } of circles) {
          expect(Math.min(x - paper.x, paper.x + paper.width - x)).toBeGreaterThanOrEqual(r)
          expect(Math.min(y - paper.y, paper.y + paper.height - y)).toBeGreaterThanOrEqual(r)
        }
      }),
      { numRuns: 600 },
    ))

  it('gives every new tie its bead, and every tie a circle big enough for two letters', () =>
    fc.assert(
      fc.property(someTies, (ties) => {
        for (const { kind, beadAt, r } of placeTies(ties)) {
          expect(beadAt === null).toBe(kind !== 'new')
          expect(r).toBeGreaterThanOrEqual(22)
        }
      }),
      { numRuns: 300 },
    ))

  it('puts no text over a circle or over another text', () =>
    fc.assert(
      fc.property(someTies, (ties) => {
        const placed = placeTies(ties)
        const labels = placeLabels(placed, names)
        const texts = [...labels.rings.flatMap((one) => one ?? []), ...labels.relations.values()].map(
          ({ x, y, half }) => ({
            ...{ left: x - half, right: x + half },
            ...{ top: y - 12, bottom: y + 4 },
          }),
        )
        for (const [index, text] of texts.entries()) {
          const under = texts
            .slice(index + 1)
            .filter((o) => o.left < text.right && text.left < o.right && o.top < text.bottom && text.top < o.bottom)
          expect(under).toEqual([])
          const covered = circlesOf(ties).filter(({ x, y, r }) => {
            const [dx, dy] = [Math.max(text.left - x, 0, x - text.right), Math.max(text.top - y, 0, y - text.bottom)]
            return Math.hypot(dx, dy) < r
          })
          expect(covered).toEqual([])
        }
      }),
      { numRuns: 400, examples: [[crowded]] },
    ))

  it('is the same in whatever order the ties come', () =>
    fc.assert(
      fc.property(someTies, (ties) => {
        expect(placeTies([...ties].reverse())).toEqual(placeTies(ties))
      }),
    ))
})
