import { expect, test } from 'vitest'
import { withStart } from '../../settings/core/catalogue.start.ts'
import type { CatalogueItem } from '../../settings/core/settings.schema.ts'
import { channelOf } from './import.referral.ts'

const list = withStart([], 'referralChannel')
const ours: CatalogueItem = {
  ...{ id: '019c0000-0000-7000-8000-00000000ca7a', kind: 'referralChannel', code: 'emporio' },
  ...{ labelIt: 'Emporio solidale', labelEn: 'Solidarity shop', data: {}, position: 5, active: true },
}

test.each([
  ['CPI Cremona', 'jobCentre'],
  ['la Caritas di Crema', 'parish'],
  ['Parrocchia di Ombriano', 'parish'],
  ['il barista', 'other'],
  [null, 'other'],
])('%s comes by %s', (reporter, channel) => expect(channelOf(reporter, list)).toBe(channel))

test('a channel of the programme’s own list is known by its label, in both languages', () => {
  expect(channelOf('emporio SOLIDALE di Crema', [...list, ours])).toBe('emporio')
  expect(channelOf('the solidarity shop', [...list, ours])).toBe('emporio')
})
test('a channel that was switched off is nobody’s any more', () => {
  const off = list.map((one) => (one.code === 'jobCentre' ? { ...one, active: false } : one))
  expect(channelOf('CPI Cremona', off)).toBe('other')
})
