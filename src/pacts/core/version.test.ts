import { describe, expect, test } from 'vitest'
import { aCommitment, aContent, aGiveBack, sampleHash, sampleId } from './content.sample.ts'
import { aMoveContext, anActivePact, aSignatory, aVersion } from './pact.sample.ts'
import { defaultPactSettings } from './pact.settings.ts'
import { proposeSigners, signAs } from './signers.ts'
import { VersionState } from './version.schema.ts'
import {
  allVersionMoves,
  moveVersion,
  type VersionMove,
  versionMoves,
  whyNotRenegotiate,
  whyNotVersion,
} from './version.ts'

/** Written by hand. Columns: draft toPanel signing inForce superseded abandoned refused. */
const table: Record<VersionMove, [open: string, to: VersionState]> = {
  submit: ['y......', 'toPanel'],
  takeBack: ['.yy....', 'draft'],
  sendBack: ['.y.....', 'draft'],
  approve: ['.y.....', 'signing'],
  refuse: ['.y.....', 'refused'],
  putInForce: ['..y....', 'inForce'],
  supersede: ['...y...', 'superseded'],
  abandon: ['yyy....', 'abandoned'],
}
const cells = allVersionMoves.flatMap((move) =>
  VersionState.options.map((state, column) => ({ move, state, open: table[move][0][column] === 'y' })),
)
const pact = anActivePact()
const context = aMoveContext({ asked: { reason: 'Verbale' } })

describe('a text of a pact', () => {
  test('has every move in the table', () =>
    expect([...allVersionMoves].sort()).toEqual(Object.keys(versionMoves).sort()))
  test.each(cells)('$state: $move open? $open', ({ move, state, open }) => {
    const outcome = moveVersion(aVersion({ state }), move, { pact, context })
    expect(outcome.ok).toBe(open)
    if (outcome.ok) expect(outcome.value.state).toBe(table[move][1])
  })
  test('is not approved by its own tutor', () =>
    expect(
      whyNotVersion(aVersion({ state: 'toPanel' }), 'approve', { pact, context: { ...context, actorId: pact.tutorId } })
        ?.code,
    ).toBe('pacts.needs.otherThanTutor'))
  test('that changes an earlier one says why', () => {
    const why = (reason: string): string | undefined =>
      whyNotVersion(aVersion({ number: 2, reason }), 'submit', { pact, context })?.code
    expect(why(' ')).toBe('pacts.needs.renegotiationReason')
    expect(why('Le prove di lavoro sono al mattino')).toBeUndefined()
  })
  test('taken back loses what was to be signed', () =>
    expect(
      moveVersion(aVersion({ state: 'signing', contentHash: sampleHash }), 'takeBack', { pact, context }),
    ).toMatchObject({ value: { state: 'draft', contentHash: null } }))
  test('is prepared while the pact stays active, one at a time', () => {
    expect(whyNotRenegotiate(pact, [aVersion({ state: 'inForce' })], 'Nuovo lavoro')).toBeNull()
    expect(whyNotRenegotiate(pact, [aVersion({ state: 'draft' })])?.code).toBe('pacts.renegotiate.onePending')
    expect(whyNotRenegotiate({ state: 'closed' }, [])?.code).toBe('pacts.renegotiate.notUnderWay')
    expect(whyNotRenegotiate(pact, [], ' ')?.code).toBe('pacts.needs.renegotiationReason')
  })
})

describe('a signature', () => {
  const version = aVersion({ state: 'signing', contentHash: sampleHash })
  const waiting = aSignatory({ signedAt: null, method: null, signedHash: null })
  const act = {
    seenHash: sampleHash,
    method: 'code',
    helper: 'Interprete: Nadia B.',
    at: '2026-09-02T08:00:00Z',
  } as const
  test('keeps how, when, on what and with whose help', () =>
    expect(signAs(waiting, version, act)).toMatchObject({
      value: { signedAt: act.at, method: 'code', signedHash: sampleHash, helper: 'Interprete: Nadia B.' },
    }))
  test.each([
    ['on a text that changed meanwhile', waiting, version, 'b2'.repeat(32), 'pacts.sign.changed'],
    ['twice', aSignatory(), version, sampleHash, 'pacts.sign.twice'],
    ['on a draft', waiting, aVersion(), sampleHash, 'pacts.sign.notOpen'],
    ['on the text of somebody else', waiting, { ...version, id: sampleId(10) }, sampleHash, 'pacts.sign.notOpen'],
  ])('is not taken %s', (_, signatory, text, seenHash, code) =>
    expect(signAs(signatory, text, { ...act, seenHash })).toMatchObject({ ok: false, refusal: { code } }),
  )
})

describe('who signs', () => {
  const amina = { id: sampleId(3), label: 'Amina T.', isAdult: true, guardians: [] }
  const fanta = { id: sampleId(31), label: 'Fanta T.', isAdult: true, guardians: [] }
  const issa = { id: sampleId(32), label: 'Issa T.', isAdult: false, guardians: [{ id: amina.id, label: amina.label }] }
  const partner = { id: sampleId(6), label: 'Comune di Crema' }
  const parties = { person: amina, members: [fanta, issa], partner }
  const roles = (signers: ReturnType<typeof proposeSigners>): string[] =>
    signers.map(({ role, label }) => `${role} ${label}`)

  test('the person, the partner body and the host', () =>
    expect(roles(proposeSigners(aContent(), parties, defaultPactSettings))).toEqual([
      'person Amina T.',
      'partnerBody Comune di Crema',
      'host Tavola Lunga',
    ]))
  test('every adult of the household who promises something', () => {
    const content = aContent({
      commitments: [aCommitment({ ownerId: fanta.id, ownerLabel: 'Fanta T.' })],
      giveBack: [],
    })
    expect(roles(proposeSigners(content, parties, defaultPactSettings))).toContain('adultMember Fanta T.')
  })
  test('guardians for a minor, once each', () => {
    const content = aContent({ commitments: [aCommitment({ ownerId: issa.id })], giveBack: [] })
    expect(roles(proposeSigners(content, parties, defaultPactSettings))).toEqual([
      'person Amina T.',
      'partnerBody Comune di Crema',
    ])
    const minor = { ...parties, person: { ...issa, guardians: [{ id: sampleId(40), label: 'Tutrice legale' }] } }
    expect(roles(proposeSigners(content, minor, defaultPactSettings))[0]).toBe('guardian Tutrice legale')
  })
  test('both for a protected adult', () => {
    const person = { ...amina, guardians: [{ id: sampleId(41), label: 'Amministratore di sostegno' }] }
    expect(
      roles(proposeSigners(aContent({ giveBack: [] }), { ...parties, person }, defaultPactSettings)).slice(0, 2),
    ).toEqual(['person Amina T.', 'guardian Amministratore di sostegno'])
  })
  test('supporters only if the settings want them', () => {
    const content = aContent({
      commitments: [
        aCommitment({ side: 'community', ownerKind: 'organisation', ownerId: sampleId(50), ownerLabel: 'Oratorio' }),
      ],
      giveBack: [aGiveBack({ hostOrganisationId: partner.id })],
    })
    const required = (settings: Pick<typeof defaultPactSettings, 'requiredSigners'>): boolean | undefined =>
      proposeSigners(content, parties, settings).find(({ role }) => role === 'supporter')?.required
    expect(required(defaultPactSettings)).toBe(false)
    expect(required({ requiredSigners: ['supporter'] })).toBe(true)
    expect(roles(proposeSigners(content, parties, defaultPactSettings)).some((one) => one.startsWith('host'))).toBe(
      false,
    )
  })
})
