import { describe, expect, test } from 'vitest'
import { publicActor } from '../../platform/core/actor.ts'
import { coveredUntil, isCovered } from './cover.ts'
import { canMoveShift, canReadShift } from './shift.policy.ts'
import { aCover, aShift } from './shift.sample.ts'
import { Shift, type ShiftState } from './shift.schema.ts'
import { moveShift, type ShiftMove, shiftMoves, timeGiven, unusualWeeks, whyNotPlanned, whyNotShift } from './shift.ts'

const covered = { today: '2026-11-24', covers: [aCover()] }

/** Written by hand: y where the move is open. Columns: planned confirmed absent toldUs recovered cancelled. */
const table: Record<ShiftMove, string> = {
  confirm: 'y.yy..',
  missed: 'yy....',
  tellUs: 'y.y...',
  recover: '..yy..',
  cancel: 'y.....',
}
const states: ShiftState[] = ['planned', 'confirmed', 'absent', 'toldUs', 'recovered', 'cancelled']
const cells = (Object.keys(shiftMoves) as ShiftMove[]).flatMap((move) =>
  states.map((state, column) => ({ move, state, open: table[move][column] === 'y' })),
)

describe('a shift of give-back', () => {
  test.each(cells)('$state: $move open? $open', ({ move, state, open }) => {
    const shift = aShift({ state })
    const recovery = { state: 'confirmed', recoversId: shift.id } as const
    expect(whyNotShift(shift, move, { ...covered, recovery })).toBe(open ? null : 'hours.moveNotOpen')
  })

  test.each([
    ['2026-09-01', null],
    ['2027-03-31', null],
    ['2026-08-31', 'hours.notCovered'],
    ['2027-04-01', 'hours.notCovered'],
  ])('on %s, with a policy from 1 September to 31 March, confirming says %s', (day, code) =>
    expect(whyNotShift(aShift({ day }), 'confirm', { ...covered, today: '2027-05-01' })).toBe(code),
  )

  test('is never confirmed without any cover', () =>
    expect(whyNotShift(aShift(), 'confirm', { today: '2026-11-24', covers: [] })).toBe('hours.notCovered'))
  test('is not confirmed before its day', () =>
    expect(whyNotShift(aShift({ day: '2026-11-25' }), 'confirm', covered)).toBe('hours.future'))
  test('can be called off beforehand by telling us', () =>
    expect(whyNotShift(aShift({ day: '2026-12-09' }), 'tellUs', covered)).toBeNull())
  test('is made up for only by a shift that was done for it', () =>
    expect(whyNotShift(aShift({ state: 'absent' }), 'recover', covered)).toBe('hours.notRecovered'))

  test('remembers who confirmed it, and forgets when that was wrong', () => {
    const act = { ...covered, by: 'ada', at: '2026-11-24T09:00:00Z', reason: '' }
    const confirmed = moveShift(aShift(), 'confirm', act)
    expect(confirmed).toMatchObject({ ok: true, value: { state: 'confirmed', confirmedBy: 'ada' } })
    expect(moveShift(aShift({ state: 'confirmed', confirmedBy: 'ada' }), 'missed', act)).toMatchObject({
      value: { state: 'absent', confirmedBy: null },
    })
  })

  test.each([
    [15, true],
    [720, true],
    [14, false],
    [721, false],
    [60.5, false],
  ])('of %s minutes is accepted: %s', (minutes, ok) => expect(Shift.safeParse(aShift({ minutes })).success).toBe(ok))

  test('has no more minutes than between its times', () => {
    const { pactId, giveBackId, hostOrganisationId, day, recoversId } = aShift()
    const shift = { pactId, giveBackId, hostOrganisationId, day, recoversId, from: '18:00', to: '20:00', minutes: 150 }
    expect(whyNotPlanned(shift)?.code).toBe('hours.moreThanSpan')
    expect(whyNotPlanned({ ...shift, minutes: 120 })).toBeNull()
    expect(whyNotPlanned({ ...shift, to: '17:00' })?.code).toBe('hours.endsBeforeStart')
  })
})

describe('time given', () => {
  test('counts confirmed shifts, and each day of attendance once', () =>
    expect(
      timeGiven([
        aShift({ state: 'confirmed', minutes: 60 }),
        aShift({ state: 'confirmed', minutes: 90 }),
        aShift({ state: 'toldUs', day: '2026-11-12' }),
      ]),
    ).toEqual({ minutes: 150, times: 2, days: ['2026-11-11'] }))

  test.each([
    [460, [{ monday: '2026-11-09', minutes: 460, tooMuch: false }]],
    [480, []],
    [960, []],
    [975, [{ monday: '2026-11-09', minutes: 975, tooMuch: true }]],
  ])('a PUC week of %s minutes warns outside 8 to 16 hours', (minutes, expected) => {
    const shifts = [aShift({ day: '2026-11-09', minutes: 200 }), aShift({ day: '2026-11-15', minutes: minutes - 200 })]
    expect(unusualWeeks(shifts, 'puc')).toEqual(expected)
  })
  test('volunteering has no such weeks', () => expect(unusualWeeks([aShift()], 'etsVolunteering')).toEqual([]))
})

describe('a cover', () => {
  const autumn = aCover({ from: '2026-09-01', to: '2026-12-31' })
  const winter = aCover({ from: '2027-01-01', to: '2027-03-31' })
  test('written the wrong way round covers nothing', () =>
    expect(isCovered([aCover({ from: '2026-12-01', to: '2026-11-01' })], '2026-11-15')).toBe(false))
  test('goes on in the next one when there is no gap', () => {
    expect(coveredUntil([winter, autumn], '2026-10-10')).toBe('2027-03-31')
    expect(coveredUntil([autumn, { ...winter, from: '2027-01-02' }], '2026-10-10')).toBe('2026-12-31')
    expect(coveredUntil([winter], '2026-10-10')).toBeNull()
  })
})

describe('who sees a shift', () => {
  const shift = aShift()
  const pact = { caseId: 'case', personId: 'amina' }
  const account = { ...publicActor('it'), kind: 'account', id: 'x' } as const
  const host = (organisationId: string, districtId: string | null) => ({
    ...account,
    grants: [{ role: 'host', districtId, organisationId, permissions: ['shifts.host'] as const }],
  })
  const own = String(shift.hostOrganisationId)
  const equipe = {
    ...account,
    cases: ['case'],
    grants: [
      { role: 'tutor', districtId: shift.districtId, organisationId: null, permissions: ['pacts.write'] as const },
    ],
  }
  test.each([
    ['the public', publicActor('it'), false, false],
    ['its host', host(own, shift.districtId), true, true],
    ['another host', host('other', shift.districtId), false, false],
    ['the same host in another district', host(own, 'elsewhere'), false, false],
    ['the tutor in the equipe', equipe, true, true],
    ['a tutor of another case', { ...equipe, cases: [] }, false, false],
    ['the person', { ...publicActor('it'), kind: 'person', id: 'amina' } as const, true, false],
    ['another person', { ...publicActor('it'), kind: 'person', id: 'teresa' } as const, false, false],
  ])('%s: reads %s, says who came %s', (_, actor, reads, says) => {
    expect(canReadShift(actor, shift, pact)).toBe(reads)
    expect(canMoveShift(actor, shift, pact)).toBe(says)
  })
})
