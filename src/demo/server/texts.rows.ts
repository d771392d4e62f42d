import { defaultPactSettings } from '../../pacts/core/pact.settings.ts'
import { proposeSigners } from '../../pacts/core/signers.ts'
import type { PactVersion, Signatory } from '../../pacts/core/version.schema.ts'
import type { Instant } from '../../platform/core/day.ts'
import type { PlannedPact, PlannedPerson } from '../core/plan.schema.ts'
import type { Row } from './bulk.store.ts'
import { drawingOf } from './drawing.ts'
import { fullName, type Scene } from './scene.ts'

const signaturesOf = ({ signatories }: PlannedPact, { id }: Pick<PactVersion, 'id'>): Signatory[] =>
  signatories.filter(({ versionId }) => versionId === id)

const latest = (moments: readonly (string | null | undefined)[]): Instant | null =>
  moments
    .flatMap((at) => at ?? [])
    .sort()
    .at(-1) ?? null

/** When the first text got its last signature. */
export const lastSigned = (one: PlannedPact): Instant | null => {
  const [first] = one.versions
  return first ? latest(signaturesOf(one, first).map(({ signedAt }) => signedAt)) : null
}

/** The moment from which a text binds: its last signature, or the move that says so. */
const frozenAt = (one: PlannedPact, version: PactVersion): Instant | null => {
  if (version.state !== 'inForce' && version.state !== 'superseded') return null
  const moved =
    version.number === 1
      ? one.moves.find(({ move }) => move === 'sign')?.at
      : one.versionMoves.find(({ versionId, move }) => versionId === version.id && move === 'putInForce')?.at
  return latest([moved, ...signaturesOf(one, version).map(({ signedAt }) => signedAt)])
}

const isSigning = ({ state }: PactVersion): boolean =>
  ['signing', 'inForce', 'superseded', 'abandoned', 'refused'].includes(state)

type Signer = Pick<Signatory, 'role' | 'required' | 'label' | 'personId' | 'accountId' | 'organisationId'>
const signerOf = ({ role, required, label, personId, organisationId }: Signatory): Signer => {
  return { role, required, label, personId, accountId: null, organisationId }
}

/** Who will sign a text that is before the panel; later texts have their signatures already. */
const proposed = (scene: Scene, { pact }: PlannedPact, version: PactVersion): Signer[] => {
  const partyOf = (one: PlannedPerson) => ({ id: one.person.id, label: fullName(one), isAdult: true, guardians: [] })
  const partner = scene.plan.bodies.find(({ id }) => id === pact.partnerOrganisationId)
  return proposeSigners(
    version.content,
    {
      person: partyOf(scene.person(pact.personId)),
      members: pact.involvedIds
        .map(scene.person)
        .filter(({ age }) => age >= 18)
        .map(partyOf),
      partner: { id: pact.partnerOrganisationId, label: partner?.name ?? '' },
    },
    defaultPactSettings,
  )
}

const signersOf = (scene: Scene, one: PlannedPact, version: PactVersion): Signer[] => {
  const signatures = signaturesOf(one, version)
  if (signatures.length > 0) return signatures.map(signerOf)
  return ['toPanel', 'abandoned', 'refused'].includes(version.state) ? proposed(scene, one, version) : []
}

export const versionRows = (scene: Scene, one: PlannedPact): Row<'pact_version'>[] =>
  one.versions.map((version) => ({
    district_id: one.pact.districtId,
    id: version.id,
    pact_id: one.pact.id,
    case_id: one.pact.caseId,
    person_id: one.pact.personId,
    number: version.number,
    state: version.state,
    reason: version.reason,
    content: version.content,
    content_hash: isSigning(version) ? version.contentHash : null,
    frozen_at: frozenAt(one, version),
    signers: signersOf(scene, one, version),
    created_at: version.number === 1 ? one.createdAt : begunAt(one, version),
    created_by: one.pact.tutorId,
  }))

/** Half an hour before its first move; a draft that nobody moved, the morning it was begun (its id holds the day). */
const begunAt = ({ versionMoves }: PlannedPact, { id }: PactVersion): Instant => {
  const moved = versionMoves.find(({ versionId }) => versionId === id)?.at
  const millis = moved ? Date.parse(moved) - 1_800_000 : Number.parseInt(id.replace('-', '').slice(0, 12), 16)
  return new Date(millis).toISOString()
}

type Proof = Pick<Row<'signatory'>, 'signed_at' | 'method' | 'signed_hash' | 'image_sealed' | 'taken_by' | 'helper'>

const unsigned: Proof = {
  signed_at: null,
  method: null,
  signed_hash: null,
  image_sealed: null,
  taken_by: null,
  helper: '',
}

/** Signed by hand on the screen, or by code where the plan says so. No paper: the demo keeps no files. */
const proofOf = (scene: Scene, { pact }: PlannedPact, signatory: Signatory): Proof => {
  const { id, signedAt, signedHash, label, helper } = signatory
  if (signedAt === null) return unsigned
  const base = { signed_at: signedAt, signed_hash: signedHash, taken_by: pact.tutorId, helper }
  if (signatory.method === 'code') return { ...base, method: 'code', image_sealed: null }
  return { ...base, method: 'drawn', image_sealed: scene.seal('signatory.image', id, drawingOf(label)) }
}

export const signatoryRows = (scene: Scene, one: PlannedPact): Row<'signatory'>[] =>
  one.versions.flatMap((version) =>
    signaturesOf(one, version).map((signatory) => ({
      district_id: one.pact.districtId,
      id: signatory.id,
      version_id: version.id,
      pact_id: one.pact.id,
      case_id: one.pact.caseId,
      person_id: one.pact.personId,
      signer_person_id: signatory.personId,
      signer_organisation_id: signatory.organisationId,
      role: signatory.role,
      required: signatory.required,
      label: signatory.label,
      ...proofOf(scene, one, signatory),
      dropped_at: version.state === 'draft' ? droppedAt(one) : null,
    })),
  )

/** A text taken back loses the signatures that it had. */
const droppedAt = ({ moves, createdAt }: PlannedPact): Instant =>
  moves.filter(({ move }) => move === 'takeBack').at(-1)?.at ?? createdAt
