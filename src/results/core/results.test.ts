import { expect, test } from 'vitest'
import { type Counted, paceOf, periodOf, reachedOf, resultsOf, shownOf } from './results.ts'

const names = { district: (id: string): string => id, place: (code: string): string => code }
const counted = (overrides: Partial<Counted> = {}): Counted => ({
  total: 60,
  unrecognisable: 0,
  districts: [
    {
      districtId: 'north',
      people: 40,
      places: [
        { istatCode: '1', people: 37 },
        { istatCode: '2', people: 3 },
      ],
    },
    {
      districtId: 'south',
      people: 20,
      places: [
        { istatCode: '3', people: 12 },
        { istatCode: '4', people: 8 },
      ],
    },
  ],
  ...overrides,
})

test('a small municipality is hidden together with another, and the district stays', () => {
  const { districts, total } = shownOf(counted(), { least: 5, whole: new Set(), names })
  expect(total).toBe(60)
  expect(districts[0]).toMatchObject({ people: 40, places: [{ people: null }, { people: null }] })
  expect(districts[1]).toMatchObject({ people: 20, places: [{ people: 12 }, { people: 8 }] })
})
test('the workers of a district see their own figures whole', () =>
  expect(shownOf(counted(), { least: 5, whole: new Set(['north']), names }).districts[0]).toMatchObject({
    places: [{ people: 37 }, { people: 3 }],
  }))
const district = (districtId: string, ...people: number[]): Counted['districts'][number] => ({
  districtId,
  people: people.reduce((sum, one) => sum + one, 0),
  places: people.map((count, at) => ({ istatCode: `${districtId}${at}`, people: count })),
})
const three = counted({ total: 53, districts: [district('north', 12, 8), district('south', 3), district('east', 30)] })

test('whoever sees their own district whole does not find a small one by taking it off the total', () => {
  const { total, districts } = shownOf(three, { least: 5, whole: new Set(['north']), names })
  expect(districts.map(({ people }) => people)).toEqual([20, null, null])
  expect(total).toBe(53)
})
test('a district that is hidden for the sake of a small one is not found by adding up its towns', () => {
  const { districts } = shownOf(three, { least: 5, whole: new Set(), names })
  expect(districts.map(({ people }) => people)).toEqual([null, null, 30])
  expect(districts[0]?.places.map(({ people }) => people)).toEqual([null, null])
})
test('where only one small district is left beside one’s own, the total is hidden too', () => {
  const two = counted({ total: 23, districts: [district('north', 20), district('south', 3)] })
  expect(shownOf(two, { least: 5, whole: new Set(['north']), names })).toMatchObject({
    total: null,
    districts: [{ people: 20 }, { people: null }],
  })
})
test('a small overlap between districts is not given away by the difference of the sums', () => {
  const { districts, overlap } = shownOf(counted({ total: 58 }), { least: 5, whole: new Set(), names })
  expect([overlap, ...districts.map(({ people }) => people)].filter((one) => one === null).length).toBeGreaterThan(1)
})
test.each([
  ['2025-12-31', 0],
  ['2026-01-01', 0],
  ['2026-07-02', 50],
  ['2027-03-01', 100],
])('on %s the pace of 100 in a year is %i', (day, pace) =>
  expect(paceOf(100, { start: '2026-01-01', end: '2026-12-31' }, day)).toBe(pace),
)
test('a result whose room is not built has no number', () => {
  const target = {
    code: 'labs',
    labelIt: 'Laboratori',
    labelEn: 'Labs',
    value: 45,
    definitionIt: '',
    definitionEn: '',
    position: 1,
  }
  expect(resultsOf([target], 60, { period: { start: null, end: null }, day: '2026-01-01' })[0]).toMatchObject({
    state: 'notYet',
    actual: null,
  })
})

test('a period is made of whole months, of the last twelve when nobody says, and is turned when told backwards', () => {
  expect(periodOf({}, '2026-11-22')).toEqual({ from: '2025-12-01', until: '2026-11-30' })
  expect(periodOf({ until: '2026-02-10' }, '2026-11-22')).toEqual({ from: '2025-03-01', until: '2026-02-28' })
  const year = { from: '2026-01-01', until: '2026-12-31' }
  expect(periodOf({ from: '2026-12-05', until: '2026-01-20' }, '2026-11-22')).toEqual(year)
})
test.each([
  [20, 12, 20, 12],
  [20, 3, 20, null],
  [20, 18, 20, null],
  [20, 20, 20, 20],
  [5, 2, 5, null],
  [3, 3, null, null],
  [0, 0, 0, 0],
])('of %i reached, %i of them for the first time, %s and %s may be shown', (reached, firstTime, people, first) => {
  const period = { from: '2026-01-01', until: '2026-12-31' }
  expect(reachedOf(period, { reached, firstTime }, 5)).toEqual({ ...period, people, firstTime: first })
})
