import { describe, expect, test } from 'vitest'
import type { Actor, Grant } from '../../platform/core/actor.ts'
import { publicActor } from '../../platform/core/actor.ts'
import { isIpaCode, isRuntsNumber, isSchoolCode, isTaxCode, normalizeTaxCode } from './codes.ts'
import { organisationTexts, readOrganisation, readSite } from './organisation.form.ts'
import { mayChange, mayMove } from './organisation.policy.ts'
import { OrganisationDraft, SiteDraft } from './organisation.schema.ts'
import { faultsOf, siteFault, tidied } from './organisation.ts'

const draft = (more: Partial<OrganisationDraft> = {}): OrganisationDraft =>
  OrganisationDraft.parse({ name: 'Oratorio di prova', kind: 'parish', ...more })

describe('the codes of a body', () => {
  // counted by hand with the decree's rule
  test.each(['00743110157', '12345678903', '07643520567'])('%s adds up', (code) => expect(isTaxCode(code)).toBe(true))
  test.each(['00743110158', '10743110157', '0074311015', '00000000000', 'abc', ''])('%s does not', (code) =>
    expect(isTaxCode(code)).toBe(false),
  )
  test('two neighbours swapped are noticed', () => expect(isTaxCode('07043110157')).toBe(false))
  test('a code is read as people type it', () => expect(normalizeTaxCode(' it 007.4311-0157 ')).toBe('00743110157'))
  test('register numbers are digits, school codes have ten signs, public bodies a short name', () => {
    expect([isRuntsNumber('12345'), isRuntsNumber('12a')]).toEqual([true, false])
    expect([isSchoolCode('CRIC82000X'), isSchoolCode('CRIC8200'), isSchoolCode('cric82000x')]).toEqual([
      true,
      false,
      false,
    ])
    expect([isIpaCode('c_d142'), isIpaCode('c d142')]).toEqual([true, false])
  })
})

describe('a form', () => {
  test('is kept in one shape: blanks gone, codes in their form, nothing where nothing was written', () =>
    expect(
      tidied(draft({ name: '  Oratorio   San Luca ', ipaCode: 'C_D142', schoolCode: ' cric82000x' })),
    ).toMatchObject({ name: 'Oratorio San Luca', taxCode: null, ipaCode: 'c_d142', schoolCode: 'CRIC82000X' }))
  test('without codes is well', () => expect(faultsOf(draft())).toEqual([]))
  test('tells every field to mend at once', () =>
    expect(
      faultsOf(draft({ name: ' ', taxCode: '1', runtsNumber: 'x', ipaCode: '?', schoolCode: '9', email: 'a@b' })).map(
        ({ field }) => field,
      ),
    ).toEqual(['name', 'taxCode', 'runtsNumber', 'ipaCode', 'schoolCode', 'email']))
  test('a site has a name', () =>
    expect([siteFault(SiteDraft.parse({ name: ' ' })), siteFault(SiteDraft.parse({ name: 'Sede' }))]).toEqual([
      'organisations.siteNameMissing',
      undefined,
    ]))
})

describe('what the form of a body shows and reads', () => {
  const shared = draft({ taxCode: '00743110157', districtIds: ['019c0000-0000-7000-8000-000000000001'], active: false })
  test('is the same body', () => expect(readOrganisation(organisationTexts(shared), false)).toEqual(shared))
  test('needs a kind', () => expect(readOrganisation({ ...organisationTexts(shared), kind: '' }, true)).toBeUndefined())
  test('a site without a municipality, ticked as closed', () =>
    expect(readSite({ name: 'Sede', address: '', municipalityIstat: '', placeKind: 'office', closed: 'yes' })).toEqual({
      name: 'Sede',
      address: '',
      municipalityIstat: null,
      placeKind: 'office',
      active: false,
    }))
})

describe('who may change a body', () => {
  const [mine, theirs] = ['019c0000-0000-7000-8000-000000000001', '019c0000-0000-7000-8000-000000000002']
  const grant: Grant = {
    role: 'coordinator',
    districtId: mine,
    organisationId: null,
    permissions: ['organisations.manage'],
  }
  const coordinator: Actor = { ...publicActor('it'), kind: 'account', grants: [grant] }
  const tutor: Actor = { ...coordinator, grants: [{ ...grant, permissions: ['organisations.read'] }] }

  test.each([
    ['of the own district', [mine], true],
    ['shared with another district', [mine, theirs], true],
    ['of another district', [theirs], false],
    ['of no district', [], true],
  ])('a coordinator and a body %s', (_, districts, allowed) => {
    expect(mayChange(coordinator, districts)).toBe(allowed)
    expect(mayChange(tutor, districts)).toBe(false)
  })
  test('a coordinator lends a body to the own district only', () => {
    expect(mayMove(coordinator, [theirs], [mine, theirs])).toBe(true)
    expect(mayMove(coordinator, [mine], [mine, theirs])).toBe(false)
    expect(mayMove(coordinator, [mine, theirs], [mine])).toBe(false)
  })
})
