import type { z } from 'zod'
import { getPerson, registerPerson } from '../../persons/server/person.door.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { programmeNow } from '../../settings/server/settings.door.ts'
import type { Referral } from '../core/referral.schema.ts'
import type { referralsApi } from '../core/referrals.api.ts'
import { addLine } from './move.store.ts'
import { type Changed, findMine, journal, save } from './referral.acts.ts'

const findUnlinked = async (tx: Tx, id: string, version: number): Promise<Outcome<Referral>> => {
  const found = await findMine(tx, id)
  if (!found.ok) return found
  const { referral } = found.value
  if (referral.version !== version) return refuse('conflict', 'platform.changedMeanwhile')
  if (referral.erasedAt !== null) return refuse('conflict', 'outreach.needs.notErased')
  return referral.personId === null ? done(referral) : refuse('conflict', 'outreach.needs.unlinked')
}

type Why = { readonly act: string; readonly reason?: string; readonly note?: string }

const join = async (tx: Tx, before: Referral, personId: string, why: Why): Promise<Outcome<Changed>> => {
  const next = { ...before, personId, version: before.version + 1 }
  const saved = await save(tx, next)
  if (!saved.ok) return saved
  const { act, reason = '', note = '' } = why
  await addLine(tx, { before, to: before.state, move: 'link', reason: reason || null, note })
  await journal(tx, next, { act, changed: { personId }, reason: [reason, note].filter(Boolean).join(': ') })
  return saved
}

type Registering = z.output<typeof referralsApi.register.body>

/** Registers the person whom a referral is about; only somebody who agreed to be contacted is ever registered. */
export const registerFrom = async (
  tx: Tx,
  id: string,
  { person, permissionGiven, how, householdId, version }: Registering,
): Promise<Outcome<Changed & { personId: string }>> => {
  const found = await findUnlinked(tx, id, version)
  if (!found.ok) return found
  if (!permissionGiven) return refuse('invalid', 'outreach.needs.permission')
  const { rules } = await programmeNow(tx)
  const registered = await registerPerson(tx, {
    ...person,
    districtId: found.value.districtId,
    contactPermission: 'given',
    ground: {
      purpose: 'contact',
      basis: 'consent',
      dataKind: 'identity',
      how,
      noticeVersion: rules.privacyNotice,
      recipient: '',
      expiresOn: null,
    },
    ...(householdId ? { householdId } : {}),
  })
  if (!registered.ok) return registered
  const { id: personId } = registered.value
  const joined = await join(tx, found.value, personId, { act: 'referrals.register' })
  return joined.ok ? done({ ...joined.value, personId }) : joined
}

/** Joins a referral to somebody registered before; which likenesses were seen is kept with the join. */
export const linkPerson = async (
  tx: Tx,
  id: string,
  { personId, matched, reason, version }: z.output<typeof referralsApi.link.body>,
): Promise<Outcome<Changed>> => {
  const found = await findUnlinked(tx, id, version)
  if (!found.ok) return found
  const person = await getPerson(tx, found.value.districtId, personId)
  if (!person) return unknown()
  return join(tx, found.value, person.id, { act: 'referrals.link', reason: matched.join(' '), note: reason })
}

/** Undoes a wrong join. */
export const unlinkPerson = async (
  tx: Tx,
  id: string,
  { reason, version }: z.output<typeof referralsApi.unlink.body>,
): Promise<Outcome<Changed>> => {
  const found = await findMine(tx, id)
  if (!found.ok) return found
  const { referral } = found.value
  if (referral.version !== version) return refuse('conflict', 'platform.changedMeanwhile')
  if (referral.personId === null) return refuse('conflict', 'outreach.needs.linked')
  if (referral.caseId !== null) return refuse('conflict', 'outreach.needs.noCase')
  if (referral.state === 'pactProposed') return refuse('conflict', 'outreach.needs.reopened')
  const next = { ...referral, personId: null, version: version + 1 }
  const saved = await save(tx, next)
  if (!saved.ok) return saved
  await addLine(tx, { before: referral, to: referral.state, move: 'unlink', note: reason })
  await journal(tx, referral, { act: 'referrals.unlink', changed: { personId: null }, reason })
  return saved
}
