import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, monthEndBy } from './day.ts'

test('days between two days are as many as one adds to go from one to the other, across leap years and centuries', () => {
  const day = fc.integer({ min: 0, max: 130_000 }).map((days) => addDays('1850-01-01', days))
  fc.assert(
    fc.property(day, fc.integer({ min: -60_000, max: 60_000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days)
    }),
  )
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('1900-02-28', '1900-03-01')).toBe(1)
})

test('the last month end that had come is the day itself, or that of the month before', () =>
  expect(['2026-11-22', '2026-11-30', '2026-12-31', '2027-01-01', '2024-03-15', '2024-02-29'].map(monthEndBy)).toEqual([
    ...['2026-10-31', '2026-11-30', '2026-12-31', '2026-12-31', '2024-02-29', '2024-02-29'],
  ]))
