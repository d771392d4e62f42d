import { organisationNames } from '../../organisations/server/organisation.door.ts'
import { districtsWith } from '../../platform/core/actor.ts'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { hashToken, randomToken } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { districtOf } from '../../settings/server/settings.door.ts'
import type { Antenna, AntennaDraft } from '../core/antenna.schema.ts'
import { canManageAntennas } from '../core/referral.policy.ts'
import * as store from './antenna.store.ts'

type Linked = { readonly id: string; readonly link: string }

const linkOf = (tx: Tx, token: string): string => `${tx.services.baseUrl}/antenna/${token}`

const journal = (tx: Tx, one: Pick<Antenna, 'districtId' | 'id'>, act: string, changed?: object): Promise<void> =>
  writeJournal(tx, {
    act,
    districtId: one.districtId,
    subject: { kind: 'antenna', id: one.id },
    ...(changed ? { changed: { ...changed } } : {}),
  })

export const listAntennas = async (
  tx: Tx,
  wish: { district?: string | undefined; revoked: 'yes' | 'no'; limit: number; offset: number },
): Promise<Outcome<{ rows: Antenna[]; total: number }>> => {
  const mine = districtsWith(tx.actor, 'antennas.manage', tx.districts)
  const districts = wish.district ? mine.filter((id) => id === wish.district) : mine
  if (districts.length === 0) return done({ rows: [], total: 0 })
  return done(await store.listAntennas(tx, { ...wish, districts, revoked: wish.revoked === 'yes' }))
}

export const createAntenna = async (tx: Tx, draft: AntennaDraft): Promise<Outcome<Linked>> => {
  if (!canManageAntennas(tx.actor, draft.districtId)) return unknown()
  const { organisationId, municipalityIstat } = draft
  if (organisationId && !(await organisationNames(tx, [organisationId])).has(organisationId))
    return refuse('invalid', 'outreach.noSuchBody')
  if (municipalityIstat && !(await districtOf(tx, municipalityIstat)))
    return refuse('invalid', 'outreach.noSuchMunicipality')
  const [id, token] = [tx.newId(), randomToken(16)]
  await store.insertAntenna(tx, { ...draft, id, tokenHash: hashToken(token) })
  await journal(tx, { ...draft, id }, 'antennas.create', draft)
  return done({ id, link: linkOf(tx, token) })
}

const findMine = async (tx: Tx, id: string): Promise<Outcome<Antenna>> => {
  const found = await store.findAntenna(tx, id)
  return found && canManageAntennas(tx.actor, found.districtId) ? done(found) : unknown()
}

export const renewLink = async (tx: Tx, id: string): Promise<Outcome<Linked>> => {
  const found = await findMine(tx, id)
  if (!found.ok) return found
  const token = randomToken(16)
  await store.changeLink(tx, found.value, hashToken(token))
  await journal(tx, found.value, 'antennas.renew')
  return done({ id, link: linkOf(tx, token) })
}

export const revokeLink = async (tx: Tx, id: string): Promise<Outcome<typeof isDone>> => {
  const found = await findMine(tx, id)
  if (!found.ok) return found
  if (found.value.revokedAt !== null) return refuse('conflict', 'outreach.antennaRevoked')
  await store.revokeLink(tx, found.value)
  await journal(tx, found.value, 'antennas.revoke')
  return done(isDone)
}
