import { describe, expect, test } from 'vitest'
import { Permission } from '../../platform/core/permission.ts'
import { passwordFault } from './password.ts'
import { clashesIn, closedToTechnical, fitsScope, technicalPermissions } from './role.policy.ts'

const anna = { email: 'anna.bianchi@esempio.it', name: 'Anna Bianchi' }
const place = { districtId: null, organisationId: null }

describe('a new password', () => {
  test.each([
    ['undici segn', 'access.passwordShort'],
    ['a b c d e f g h i', 'access.passwordShort'],
    ['viva la Bianchi del terzo piano', 'access.passwordYours'],
    ['ANNA.BIANCHI 2026', 'access.passwordYours'],
    ['fare legami insieme', 'access.passwordYours'],
    ['aaaaaaaaaaaaaaaa', 'access.passwordSimple'],
    ['123456789012', 'access.passwordSimple'],
    ['qwertyuiopas', 'access.passwordSimple'],
  ])('%j is turned down: %s', (password, fault) => expect(passwordFault(password, anna)).toBe(fault))

  test.each(['quattro mele sul tavolo', 'Tr4ttore-celeste', 'tre anni di pioggia'])('%j will do', (password) =>
    expect(passwordFault(password, anna)).toBeUndefined(),
  )

  test('may hold a short first name that is also a word', () =>
    expect(passwordFault('sul lago con la barca', { email: 'io@esempio.it', name: 'Lago Io' })).toBeUndefined())
})

describe('a role', () => {
  test('that keeps the system never opens a case or reads who did, whichever permissions are put together', () => {
    for (const technical of technicalPermissions)
      for (const one of Permission.options)
        expect(clashesIn([technical, one]), `${technical} ${one}`).toEqual(closedToTechnical.includes(one) ? [one] : [])
  })

  test('that is not technical may hold everything else', () => {
    const others = Permission.options.filter((one) => !technicalPermissions.includes(one))
    expect(clashesIn(others)).toEqual([])
  })

  test('is held where its scope says', () => {
    expect(fitsScope('programme', place)).toBe(true)
    expect(fitsScope('programme', { ...place, districtId: 'd' })).toBe(false)
    expect(fitsScope('programme', { ...place, organisationId: 'o' })).toBe(false)
    expect(fitsScope('district', { ...place, districtId: 'd' })).toBe(true)
    expect(fitsScope('organisation', place)).toBe(false)
    expect(fitsScope('organisation', { districtId: 'd', organisationId: 'o' })).toBe(true)
  })
})
