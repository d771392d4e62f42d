import { describe, expect, test } from 'vitest'
import { type Actor, publicActor } from '../../platform/core/actor.ts'
import type { Permission } from '../../platform/core/permission.ts'
import { canReadAppointment, canTellUs, canWriteAppointment } from './appointment.policy.ts'
import { anAppointment } from './appointment.sample.ts'
import { Appointment, AppointmentKind, AppointmentOutcome } from './appointment.schema.ts'
import { chainOf, isAwaited, reschedule, sayOutcome, whyNotSay } from './appointment.ts'
import { appointmentWords } from './appointment.words.ts'

const before = '2026-11-24T08:00:00Z'
const after = '2026-11-24T09:30:00Z'
const first = anAppointment()

describe('how an appointment went', () => {
  test.each([
    ['came', before, 'gatherings.notYet'],
    ['didNotCome', before, 'gatherings.notYet'],
    ['toldUs', before, null],
    ['came', after, null],
    ['didNotCome', after, null],
    ['toldUs', after, null],
  ] as const)('"%s" said at %s: %s', (outcome, now, code) => expect(whyNotSay(first, outcome, now)).toBe(code))
  test('can be said anew when it was wrong, but not of one that was moved', () => {
    const said = { outcome: 'came', note: 'Con Fanta' } as const
    expect(sayOutcome(anAppointment({ outcome: 'didNotCome' }), said, after)).toMatchObject({ value: said })
    expect(sayOutcome(anAppointment({ outcome: 'moved' }), said, after)).toMatchObject({
      refusal: { code: 'gatherings.movedAlready' },
    })
  })
})

describe('an appointment is moved', () => {
  const to = {
    id: first.districtId,
    at: '2026-12-01T08:30:00Z',
    minutes: 45,
    place: 'Stanza 1',
    note: 'Issa ha la febbre',
  }
  test('and the old one stays, with its reason, pointing to the new', () => {
    const outcome = reschedule(first, to, before)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    const { old, next } = outcome.value
    expect(old).toMatchObject({
      id: first.id,
      at: first.at,
      outcome: 'moved',
      movedToId: to.id,
      note: 'Issa ha la febbre',
    })
    expect(next).toMatchObject({ id: to.id, at: to.at, minutes: 45, place: 'Stanza 1', outcome: null, movedToId: null })
    expect([old, next].every((one) => Appointment.safeParse(one).success)).toBe(true)
    expect([isAwaited(old), isAwaited(next)]).toEqual([false, true])
    expect(chainOf(next, [next, old])).toEqual([old, next])
  })
  test('and having told us stays told', () =>
    expect(reschedule(anAppointment({ outcome: 'toldUs' }), to, after)).toMatchObject({
      value: { old: { outcome: 'toldUs' } },
    }))
  test.each([
    ['twice', anAppointment({ outcome: 'moved', movedToId: to.id }), to, 'gatherings.movedAlready'],
    ['after it took place', anAppointment({ outcome: 'came' }), to, 'gatherings.held'],
    ['to a day that is over', first, { ...to, at: before }, 'gatherings.past'],
  ])('never %s', (_, appointment, where, code) =>
    expect(reschedule(appointment, where, after)).toMatchObject({ ok: false, refusal: { code } }),
  )
})

describe('who sees an appointment', () => {
  const account = (permissions: Permission[], cases: string[] = []): Actor => ({
    ...publicActor('it'),
    kind: 'account',
    cases,
    grants: [{ role: 'x', districtId: first.districtId, organisationId: null, permissions }],
  })
  const inCase = [first.caseId]
  test.each<[string, Actor, string]>([
    ['the public', publicActor('it'), '...'],
    ['the person', { ...publicActor('it'), kind: 'person', id: first.personId }, 'r.t'],
    ['another person', { ...publicActor('it'), kind: 'person', id: first.caseId }, '...'],
    ['the equipe', account(['cases.work'], inCase), 'rwt'],
    ['a tutor of a partner body', account(['pacts.write'], inCase), 'rwt'],
    ['who broke the glass', account(['cases.breakGlass'], inCase), 'r..'],
    ['a worker of another case', account(['cases.work']), '...'],
    ['the coordinator', account(['cases.all']), 'r..'],
  ])('%s', (_, actor, expected) => {
    const may = [
      canReadAppointment(actor, first) && 'r',
      canWriteAppointment(actor, first) && 'w',
      canTellUs(actor, first) && 't',
    ]
    expect(may.map((one) => one || '.').join('')).toBe(expected)
  })
})

test('the words name every kind and every outcome', () => {
  const keys = Object.keys(appointmentWords.it)
  for (const kind of AppointmentKind.options) expect(keys).toContain(`gatherings.kind.${kind}`)
  for (const outcome of AppointmentOutcome.options) expect(keys).toContain(`gatherings.outcome.${outcome}`)
})
