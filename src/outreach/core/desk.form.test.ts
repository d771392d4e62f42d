import { describe, expect, test } from 'vitest'
import { deskCall, deskFaults } from './desk.form.ts'
import { ContactPermission, Said, Seen } from './referral.schema.ts'

const texts = {
  ...{ text: 'Non esce più di casa.', town: '019035', who: 'other', channel: 'parish', permission: 'yes' },
  ...{ phone: '333 555 0199', name: 'Rosa', signs: 'isolation,food', urgent: 'yes', age: '65+' },
}

describe('what was said at the desk', () => {
  test('makes a referral that the server takes', () => {
    const { said, permission, ...seen } = deskCall(texts, 'Possiamo richiamare? Sì')
    expect(Seen.parse(seen)).toMatchObject({
      kind: 'worried',
      channel: 'parish',
      signs: ['isolation', 'food'],
      urgent: true,
    })
    expect(Said.parse(said)).toMatchObject({ senderName: 'Rosa', personName: '', phone: '333 555 0199' })
    expect(ContactPermission.parse(permission)).toEqual({
      of: 'sender',
      how: 'spoken',
      words: 'Possiamo richiamare? Sì',
    })
  })
  test('of oneself is one’s own, whatever channel stood in the form', () =>
    expect(deskCall({ ...texts, who: 'self' }, '')).toMatchObject({
      kind: 'forMe',
      channel: 'self',
      said: { personName: 'Rosa', senderName: '', personKnows: true },
      permission: { of: 'person' },
    }))
  test('without permission carries no word, name or number', () => {
    const call = deskCall({ ...texts, permission: 'no' }, '')
    expect(call.permission).toBeNull()
    expect(JSON.stringify(call)).not.toMatch(/Rosa|333|casa/)
  })
  test('asks for permission before anything is kept, and for a number only where somebody may call', () => {
    expect(deskFaults({}).map(({ field }) => field)).toEqual(['text', 'town', 'who-0', 'permission-0'])
    expect(deskFaults({ ...texts, phone: ' ' }).map(({ field }) => field)).toEqual(['phone'])
    expect(deskFaults({ ...texts, phone: '', email: 'rosa@esempio.it' })).toEqual([])
    expect(deskFaults({ ...texts, phone: '', permission: 'no' })).toEqual([])
  })
})
