import type { Instant } from '../../platform/core/day.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { PactContent } from './content.schema.ts'
import type { PactSettings } from './pact.settings.ts'
import type { PactVersion, Signatory, SignatureMethod, SignerRole } from './version.schema.ts'

export type Party = { readonly id: string; readonly label: string }
/** `guardians` are empty for an adult who signs alone. */
export type SigningPerson = Party & { readonly isAdult: boolean; readonly guardians: readonly Party[] }

type Signer = Pick<Signatory, 'role' | 'required' | 'label' | 'personId' | 'accountId' | 'organisationId'>

const byPerson = (role: SignerRole, { id, label }: Party): Omit<Signer, 'required'> => ({
  role,
  label,
  personId: id,
  accountId: null,
  organisationId: null,
})
const byBody = (role: SignerRole, { id, label }: Party): Omit<Signer, 'required'> => ({
  ...byPerson(role, { id, label }),
  personId: null,
  organisationId: id,
})

const signersFor = (person: SigningPerson, role: 'person' | 'adultMember'): Omit<Signer, 'required'>[] => [
  ...(person.isAdult ? [byPerson(role, person)] : []),
  ...person.guardians.map((guardian) => byPerson('guardian', guardian)),
]

/** Who signs a text: the person, every adult of the household with a commitment, guardians, the partner body, hosts, supporters. */
export const proposeSigners = (
  content: PactContent,
  parties: { person: SigningPerson; members: readonly SigningPerson[]; partner: Party },
  settings: Pick<PactSettings, 'requiredSigners'>,
): Signer[] => {
  const owners = new Set(content.commitments.flatMap((one) => (one.ownerKind === 'person' ? [one.ownerId] : [])))
  const all = [
    ...signersFor(parties.person, 'person'),
    ...parties.members.filter(({ id }) => owners.has(id)).flatMap((member) => signersFor(member, 'adultMember')),
    byBody('partnerBody', parties.partner),
    ...content.giveBack.flatMap(({ hostOrganisationId: id, hostLabel: label }) =>
      id === null || id === parties.partner.id ? [] : [byBody('host', { id, label })],
    ),
    ...content.commitments.flatMap((one) =>
      one.side === 'community' && one.ownerKind === 'organisation' && one.ownerId !== null
        ? [byBody('supporter', { id: one.ownerId, label: one.ownerLabel })]
        : [],
    ),
  ]
  const seen = new Set<string>()
  return all
    .filter((one) => {
      const who = one.personId ?? one.organisationId ?? ''
      return !seen.has(who) && seen.add(who) !== undefined
    })
    .map((one) => ({ ...one, required: settings.requiredSigners.includes(one.role) }))
}

/** A party that need not sign may still do so once the text binds: its signature stands beside the frozen text. */
export const isLate = ({ state }: Pick<PactVersion, 'state'>, { required }: Pick<Signatory, 'required'>): boolean =>
  state === 'inForce' && !required

/** One signature on the text that was in front of the signer; refused when that text is no longer the one to sign. */
export const signAs = (
  signatory: Signatory,
  version: Pick<PactVersion, 'id' | 'state' | 'contentHash'>,
  act: { seenHash: string; method: SignatureMethod; helper: string; at: Instant },
): Outcome<Signatory> => {
  const isOpen = version.state === 'signing' || isLate(version, signatory)
  if (!isOpen || signatory.versionId !== version.id) return refuse('conflict', 'pacts.sign.notOpen')
  if (signatory.signedAt !== null) return refuse('conflict', 'pacts.sign.twice', { at: signatory.signedAt })
  if (act.seenHash !== version.contentHash) return refuse('conflict', 'pacts.sign.changed')
  const { seenHash: signedHash, method, helper, at: signedAt } = act
  return done({ ...signatory, signedHash, method, helper, signedAt })
}
