import { describe, expect, test } from 'vitest'
import { lockMinutesFor } from './deadlines.ts'

describe('a screen locks', () => {
  test.each([
    ['as the programme says', [], 15],
    ['as the programme says, where the district says nothing', [{}], 15],
    ['sooner in a district that wants it', [{ lockMinutes: 5 }], 5],
    ['later in a district that wants it', [{ lockMinutes: 40 }], 40],
    ['at the shortest, for somebody at work in two', [{ lockMinutes: 40 }, {}], 15],
  ])('%s', (_, districts, minutes) => expect(lockMinutesFor({ lockMinutes: 15 }, districts)).toBe(minutes))
})
