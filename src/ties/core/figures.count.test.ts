import { describe, expect, test } from 'vitest'
import { figureDefinitions, isOfBodies } from './figures.definitions.ts'
import { dayNumber, snapshotOf } from './figures.snapshot.ts'
import { countFigures, countFragile, type RawFigures } from './figures.ts'
import { changeDataOf, closenessOf, type FoundWave } from './figures.waves.ts'
import { capitals, firstLegame, type LegameRule } from './legame.ts'
import { pieceShelf } from './network/piecewise.ts'
import { ageBandOn, type FoundNode, type FoundTie, legameTest } from './network.take.ts'

const day = '2026-11-22'
const from = '2026-01-01'
const person = (id: string, more: Partial<FoundNode> = {}): FoundNode => ({
  id,
  kind: 'person',
  label: id,
  birthDate: '1980-01-01',
  birthYear: null,
  town: '019035',
  caseId: null,
  followed: true,
  ...more,
})
let last = 0
const tie = (a: string, b: string | null, more: Partial<FoundTie> = {}): FoundTie => ({
  id: `tie ${String(last++).padStart(4, '0')}`,
  a: { kind: 'person', id: a, label: a },
  b: b === null ? { kind: 'alter', id: null, label: 'T.G.' } : { kind: 'person', id: b, label: b },
  kind: 'friend',
  strength: null,
  direction: 'mutual',
  since: '2025-01-01',
  until: null,
  evidence: 'saidByPerson',
  origin: { kind: 'before', id: null },
  recordedOn: '2025-01-01',
  ...more,
})
const measured = (
  nodes: FoundNode[],
  ties: FoundTie[],
  waves: FoundWave[] = [],
  knows: [FoundTie, FoundTie, string][] = [],
  rule: LegameRule = firstLegame,
): RawFigures => {
  const { snapshot } = snapshotOf({
    nodes,
    ties,
    knows: knows.map(([a, b, of]) => ({ a: a.id, b: b.id, since: from, until: null, of })),
    close: closenessOf(waves, from),
    waves: changeDataOf(waves, firstLegame),
    day,
    from,
    counts: legameTest(firstLegame, day),
    rule,
  })
  return countFigures(snapshot, 7, pieceShelf())
}
const value = ({ scalars }: RawFigures, code: string): number | undefined =>
  scalars.find((one) => one.code === code)?.value
const row = ({ tables }: RawFigures, code: string, key: string): number | undefined =>
  tables.find((one) => one.code === code)?.rows.find((one) => one.key === key)?.count

const [amina, bruno, carla] = [
  person('amina'),
  person('bruno', { birthDate: '1950-01-01', town: '019036' }),
  person('carla'),
]
const firm = person('firm', { kind: 'firm', birthDate: null, town: '', followed: false })
const coop = person('coop', { kind: 'thirdSector', birthDate: null, town: '', followed: false })

describe('a tie in the figures', () => {
  test('between the same two is one, whoever told it, and goes both ways when they say different ones', () => {
    const found = measured(
      [amina, bruno],
      [tie('amina', 'bruno', { direction: 'gives' }), tie('bruno', 'amina', { direction: 'gives' })],
    )
    expect([value(found, 'ties'), value(found, 'reciprocity'), value(found, 'density')]).toEqual([1, 1, 1])
    const oneWay = measured(
      [amina, bruno],
      [tie('amina', 'bruno', { direction: 'gives' }), tie('bruno', 'amina', { direction: 'receives' })],
    )
    expect(value(oneWay, 'reciprocity')).toBe(0)
  })
  test('that is young, that has ended or that is with a worker does not count as a legame, and is counted apart', () => {
    const found = measured(
      [amina, bruno, carla],
      [
        tie('amina', 'bruno', { since: '2026-10-01', origin: { kind: 'lab', id: null } }),
        tie('amina', 'carla', { until: '2026-06-01' }),
        tie('bruno', null, { kind: 'professional' }),
        tie('carla', null),
      ],
    )
    expect(['ties', 'young', 'apart'].map((code) => value(found, code))).toEqual([1, 1, 1])
    expect([row(found, 'new', 'lab'), row(found, 'lost', 'before'), row(found, 'degree', '0-1')]).toEqual([1, 1, 3])
  })
  test('told closer in the latest conversation is stronger, told farther is weaker', () => {
    const [nearer, farther] = [tie('amina', null), tie('amina', null)]
    const wave = (number: number, heldOn: string, close: [number, number]): FoundWave => ({
      personId: 'amina',
      districtId: 'crema',
      number,
      heldOn,
      asked: null,
      had: null,
      pactKinds: ['inclusion'],
      alters: [nearer, farther].map(({ id }, no) => ({
        tieId: id,
        kind: 'friend',
        change: 'same',
        closeness: close[no] ?? 1,
        since: '2025-01-01',
      })),
    })
    const found = measured([amina], [nearer, farther], [wave(1, '2025-12-01', [1, 3]), wave(2, '2026-09-01', [3, 2])])
    expect([row(found, 'stronger', 'before'), row(found, 'weaker', 'before')]).toEqual([1, 1])
    expect(found.change.map(({ kind, key }) => [kind, key])).toEqual([
      ['all', ''],
      ['district', 'crema'],
      ['pactKind', 'inclusion'],
    ])
    expect(found.change[0]?.rows.find(({ code }) => code === 'size')).toMatchObject({
      n: 1,
      before: 2,
      after: 2,
      change: 0,
    })
  })
})

test('bonding, bridging and linking read the kind of the tie, and institutions link whatever it is, as the definition says', () => {
  const ties = [
    tie('amina', 'bruno', { kind: 'kin' }),
    tie('amina', 'coop', { kind: 'volunteer' }),
    tie('amina', 'firm', { kind: 'friend' }),
    tie('bruno', null, { kind: 'professional' }),
  ]
  const found = measured([amina, bruno, firm, coop], ties)
  expect(capitals.map((key) => row(found, 'capital', key))).toEqual([1, 1, 2])
  const otherwise = { ...firstLegame, bonding: ['kin', 'friend', 'volunteer'], linking: [], linkingBodies: ['public'] }
  const again = measured([amina, bruno, firm, coop], ties, [], [], otherwise)
  expect(capitals.map((key) => row(again, 'capital', key))).toEqual([3, 1, 0])
})

test('bridges between social and profit join a firm with people, families or the third sector', () => {
  const school = person('school', { kind: 'school', birthDate: null, followed: false })
  const found = measured(
    [amina, firm, coop, school],
    [tie('amina', 'firm'), tie('coop', 'firm'), tie('school', 'firm'), tie('amina', 'coop')],
  )
  expect(value(found, 'socialProfit')).toBe(2)
  expect(value(found, 'ei.sector')).toBe(1)
})

test('what third parties know of one another narrows the world around a person', () => {
  const ties = [tie('amina', null), tie('amina', null), tie('amina', null)] as const
  const open = measured([amina], [...ties])
  const closed = measured(
    [amina],
    [...ties],
    [],
    [
      [ties[0], ties[1], 'amina'],
      [ties[1], ties[2], 'amina'],
      [ties[0], ties[2], 'amina'],
    ],
  )
  expect([value(open, 'effectiveSize'), value(closed, 'effectiveSize')]).toEqual([3, expect.closeTo(1, 9)])
  expect(value(closed, 'constraint')).toBeGreaterThan(value(open, 'constraint') ?? 1)
  expect([value(closed, 'ties'), value(closed, 'transitivity')]).toEqual([3, Number.NaN])
})

test('across towns and ages the matrix is the same both ways, with what is not known beside it', () => {
  const unknown = person('dora', { birthDate: null, town: '' })
  const found = measured(
    [amina, bruno, carla, unknown],
    [tie('amina', 'bruno'), tie('amina', 'carla'), tie('amina', 'dora')],
  )
  const town = found.mixing.find(({ code }) => code === 'town')
  expect([town?.keys, town?.cells, town?.unknown]).toEqual([['019035', '019036'], [1, 1, 1, 0], 1])
  expect(value(found, 'ei.town')).toBe(0)
})

test('ties from before are followed from the day they were told, so that those that died untold do not make the others look immortal', () => {
  const old = tie('amina', null, { since: '1990-01-01', recordedOn: '2026-01-22', until: '2026-07-22' })
  const found = measured([amina], [old, tie('amina', null, { origin: { kind: 'lab', id: null }, since: '2026-02-22' })])
  expect(found.survival.map(({ origin, n, ended, median }) => [origin, n, ended, median])).toEqual([
    ['before', 1, 1, 5],
    ['lab', 1, 0, Number.NaN],
    ['here', 1, 0, Number.NaN],
  ])
})

test('whose loss splits the network stands first when more are cut off', () => {
  const people = ['a', 'b', 'c', 'd', 'e'].map((id) => person(id))
  const ties = [tie('a', 'b'), tie('b', 'c'), tie('c', 'd'), tie('d', 'e')]
  const { snapshot } = snapshotOf({
    nodes: people,
    ties,
    knows: [],
    close: new Map(),
    waves: changeDataOf([], firstLegame),
    day,
    from,
    counts: legameTest(firstLegame, day),
    rule: { ...firstLegame, leftOut: [] },
  })
  const { bridges, linchpins } = countFragile(snapshot)
  expect(linchpins[0]).toMatchObject({ node: 2, pieces: 2, cut: 2 })
  expect(bridges.map(({ cut }) => cut)).toEqual([2, 2])
})

test('nobody at all is measured without complaint', () => {
  const found = measured([], [])
  expect([found.people, value(found, 'ties'), value(found, 'density')]).toEqual([0, 0, Number.NaN])
  expect(found.survival).toEqual([])
})

test('days are numbered one after the other, leap days too, and ages are read on the day', () => {
  expect(['1970-01-01', '1969-12-31', '2000-02-29', '2000-03-01', '2026-11-22'].map(dayNumber)).toEqual([
    0, -1, 11016, 11017, 20779,
  ])
  const born = { birthDate: '1971-11-23', birthYear: null }
  expect([ageBandOn(born, '2026-11-22'), ageBandOn(born, '2026-11-23')]).toEqual(['35-54', '55-74'])
  expect([
    ageBandOn({ birthDate: null, birthYear: 1950 }, day),
    ageBandOn({ birthDate: null, birthYear: null }, day),
  ]).toEqual(['75+', ''])
})

test('of bodies among themselves everything that is shown can be counted', () => {
  const body = (id: string, kind: FoundNode['kind']): FoundNode => person(id, { kind, followed: false, town: '' })
  const joined = (a: string, b: string): FoundTie =>
    tie(a, b, { a: { kind: 'organisation', id: a, label: a }, b: { kind: 'organisation', id: b, label: b } })
  const bodies = [body('one', 'thirdSector'), body('two', 'public'), body('three', 'firm'), body('four', 'school')]
  const found = measured(bodies, [
    joined('one', 'two'),
    joined('two', 'three'),
    joined('one', 'three'),
    joined('three', 'four'),
  ])
  const shown = found.scalars.filter(({ code }) =>
    figureDefinitions.some((one) => one.code === code && isOfBodies(one)),
  )
  expect(shown.filter((one) => one.value === null).map(({ code }) => code)).toEqual([])
  expect(shown.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['ties', 'density', 'kCore', 'bridges', 'ei.sector']),
  )
  expect(shown.map(({ code }) => code)).not.toEqual(expect.arrayContaining(['ei.town']))
})
