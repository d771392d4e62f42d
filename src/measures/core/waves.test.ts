import { expect, test } from 'vitest'
import { findInstrument } from './instruments.ts'
import type { MeasureRow } from './measure.api.ts'
import { changeOf, pointsOf } from './waves.ts'

const row = (id: string, heldOn: string, value: number | null, more: Partial<MeasureRow> = {}): MeasureRow => ({
  id,
  occasionId: id,
  instrument: 'who5',
  definition: 1,
  rater: 'person',
  moment: 'T0',
  state: 'done',
  heldOn,
  present: [],
  by: '',
  scores: [{ code: 'total', value, missing: value === null ? 1 : 0 }],
  hidden: null,
  shared: false,
  ...more,
})
const changed = (...values: readonly number[]) => {
  const who5 = findInstrument('who5')
  if (!who5) throw new Error('no WHO-5')
  return changeOf(
    who5,
    pointsOf(
      values.map((value, no) => row(String(no), `2026-0${no + 1}-01`, value)),
      'total',
    ),
  )
}

test('results stand in the order of their days, without those that are open, hidden or not valid', () =>
  expect(
    pointsOf(
      [
        row('c', '2026-03-01', 60),
        row('a', '2026-01-01', 40),
        row('x', '2026-02-01', null),
        row('y', '2026-02-02', 8, { state: 'open', scores: null }),
        row('z', '2026-02-03', 8, { rater: 'worker' }),
      ],
      'total',
    ).map(({ id }) => id),
  ).toEqual(['a', 'c']))
test.each([
  [[40, 50], { from: 40, to: 50, way: 'up', means: true }],
  [[40, 36, 48], { from: 40, to: 48, way: 'up', means: false }],
  [[60, 48], { from: 60, to: 48, way: 'down', means: true }],
  [[60, 60], { from: 60, to: 60, way: 'same', means: false }],
  [[60], undefined],
])('WHO-5 %j', (values, wanted) => expect(changed(...values)).toEqual(wanted))
