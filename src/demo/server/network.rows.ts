import { hashToken } from '../../platform/server/secret/tokens.ts'
import type { BodyKind } from '../core/bodies.ts'
import type { AccountRole, PlannedAccount, PlannedBody } from '../core/plan.schema.ts'
import { everywhere } from '../core/surveys.plan.ts'
import { type Batch, batch, type Row } from './bulk.store.ts'
import type { Scene } from './scene.ts'

const kinds: Readonly<Record<BodyKind, string>> = {
  municipality: 'municipality',
  districtCompany: 'districtSocialCompany',
  cooperative: 'cooperative',
  consortium: 'consortium',
  odv: 'association',
  aps: 'association',
  parish: 'parish',
  foundation: 'foundation',
  school: 'school',
  firm: 'firm',
  union: 'union',
  jobCentre: 'jobCentre',
  youthInfo: 'youthInfo',
  familyCounselling: 'healthService',
  volunteeringCentre: 'volunteerCentre',
}
const placeKinds: Partial<Record<BodyKind, string>> = {
  school: 'school',
  parish: 'parish',
  firm: 'workplace',
  odv: 'association',
  aps: 'association',
}
const prefixes: Readonly<Record<PlannedBody['district'], string>> = {
  cremasco: '0373',
  cremonese: '0372',
  casalasco: '0375',
}
const organisation = ({ firstAt }: Scene, body: PlannedBody, at: number): Row<'organisation'> => ({
  id: body.id,
  name: body.name,
  kind: kinds[body.kind],
  email: `info@${body.key}.demo.invalid`,
  // no number in Italy begins so: nobody answers
  phone: `${prefixes[body.district]} 000${String(at).padStart(3, '0')}`,
  what_it_brings: body.about,
  created_at: firstAt,
})

const districtsOf = ({ plan }: Scene, body: PlannedBody): string[] =>
  everywhere.includes(body.kind) ? plan.districts.map(({ id }) => id) : [body.districtId]

const sites = ({ newId }: Scene, body: PlannedBody): Row<'site'>[] =>
  body.sites.map(({ name, address, municipality }) => ({
    id: newId(),
    organisation_id: body.id,
    name,
    address,
    municipality_istat: municipality,
    place_kind: placeKinds[body.kind] ?? 'office',
  }))

/** The bodies of the network, where they work and their sites. */
export const bodyRows = (scene: Scene): Batch[] => {
  const { bodies } = scene.plan
  return [
    batch(
      'organisation',
      bodies.map((body, at) => organisation(scene, body, at)),
    ),
    batch(
      'organisation_district',
      bodies.flatMap((body) =>
        districtsOf(scene, body).map((district_id) => ({ organisation_id: body.id, district_id })),
      ),
    ),
    batch(
      'site',
      bodies.flatMap((body) => sites(scene, body)),
    ),
  ]
}

const roleCodes: Readonly<Record<AccountRole, string>> = {
  admin: 'administrator',
  evaluator: 'evaluator',
  intake: 'intake',
  socialWorker: 'socialWorker',
  tutor: 'tutor',
  panel: 'panel',
  coordinator: 'coordinator',
  host: 'host',
  auditor: 'auditor',
  teacher: 'teacher',
}
const jobTitles: Readonly<Record<AccountRole, string>> = {
  admin: 'Amministrazione di sistema',
  evaluator: 'Valutazione',
  intake: 'Accoglienza',
  socialWorker: 'Assistente sociale',
  tutor: 'Tutor di patti',
  panel: 'Commissione di valutazione',
  coordinator: 'Coordinamento di ambito',
  host: 'Ente ospitante',
  auditor: 'Revisione degli accessi',
  teacher: 'Insegnante',
}

export const emailOf = ({ username }: Pick<PlannedAccount, 'username'>): string => `${username}@demo.invalid`

/** What everybody signs in with: one password, hashed once, and a second factor each. */
export type Keys = { readonly passwordHash: string; readonly totpSealedOf: (accountId: string) => string }

export const accountRows = ({ plan, firstDay, firstAt, newId }: Scene, keys: Keys): Batch[] => [
  batch(
    'account',
    plan.accounts.map((one) => ({
      id: one.id,
      email: emailOf(one),
      name: one.name,
      job_title: jobTitles[one.role],
      state: 'active',
      second_factor: 'totp',
      created_at: firstAt,
    })),
  ),
  batch(
    'account_secret',
    plan.accounts.map(({ id }) => ({
      account_id: id,
      password_hash: keys.passwordHash,
      totp_sealed: keys.totpSealedOf(id),
    })),
  ),
  batch(
    'account_role',
    plan.accounts.map((one) => ({
      id: newId(),
      account_id: one.id,
      role_code: roleCodes[one.role],
      district_id: one.districtId,
      organisation_id: one.organisationId,
      from_day: firstDay,
    })),
  ),
]

/** Antennas with what they have sent so far; `tokenOf` gives the secret of each link, of which the hash is kept. */
export const antennaRows = (scene: Scene, tokenOf: (antennaId: string) => string): Batch[] => {
  const { plan, firstAt } = scene
  return [
    batch(
      'antenna',
      plan.antennas.map((one) => {
        const sent = plan.referrals.filter(({ antennaId }) => antennaId === one.id)
        const days = sent.map(({ receivedAt }) => receivedAt.slice(0, 10)).sort()
        return {
          district_id: one.districtId,
          id: one.id,
          name: one.name,
          place: plan.municipalities.find(({ istat }) => istat === one.municipality)?.name ?? '',
          kind: one.kind,
          contact_sealed: scene.seal('antenna.contact', one.id, one.contact),
          organisation_id: one.body === null ? null : (scene.bodyOf(one.body)?.id ?? null),
          municipality_istat: one.municipality,
          token_hash: hashToken(tokenOf(one.id)),
          sent: sent.length,
          taken_up: sent.filter(({ permission, moves }) => permission === 'given' && moves.length > 0).length,
          last_sent_on: days.at(-1) ?? null,
          created_at: firstAt,
          created_by: scene.accountIn('intake', one.districtId).id,
        }
      }),
    ),
  ]
}
