import { expect, test } from 'vitest'
import { planHosted } from './hosted.ts'

const today = '2026-11-24'
const at = (day: string, state: 'planned' | 'confirmed' | 'absent' = 'planned') => ({ day, state })

test('a host sees first the days of which nobody said who came, then this week, then the weeks that follow', () => {
  const plan = planHosted(
    [
      at('2026-12-08'),
      at('2026-11-30'),
      at('2026-11-24'),
      at('2026-11-20'),
      at('2026-11-22', 'confirmed'),
      at('2026-11-18'),
      at('2026-11-19', 'absent'),
      at('2026-12-01'),
    ],
    today,
  )
  expect(plan.waiting.map(({ day }) => day)).toEqual(['2026-11-18', '2026-11-20'])
  expect(plan.near.map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-30'])
  expect(plan.later.map(({ from, to, rows }) => [from, to, rows.length])).toEqual([
    ['2026-12-01', '2026-12-07', 1],
    ['2026-12-08', '2026-12-14', 1],
  ])
  expect(plan.told.map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-19'])
})

test('today counts for this week also when somebody came already', () => {
  const plan = planHosted([at(today, 'confirmed')], today)
  expect([plan.near.length, plan.told.length]).toEqual([1, 0])
})
