import { nilId } from '../../platform/core/actor.ts'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { NewGrant, RoleChange, RoleRow } from '../core/account.schema.ts'
import { clashesIn, fitsScope } from '../core/role.policy.ts'
import { findAccount } from './account.store.ts'
import { passOnWork } from './handOver.acts.ts'
import {
  addGrant,
  endGrants,
  findScope,
  heldBeside,
  holdersOf,
  listGrants,
  listRoles,
  permissionsOf,
  saveRole,
} from './role.store.ts'

type Done = Promise<Outcome<typeof isDone>>

/** Carries out a removal of rights and refuses it when nobody would be left who manages accounts. */
export const keepsAdministrator = async (
  tx: Tx,
  remove: () => Promise<unknown>,
): Promise<Outcome<never> | undefined> => {
  await holdersOf(tx, 'accounts.manage', { lock: true })
  await remove()
  return (await holdersOf(tx, 'accounts.manage')).length > 0
    ? undefined
    : refuse('conflict', 'access.lastAdministrator')
}

/** One account may not gather in several roles what a single one may not permit. */
const clashesBeside = async (
  tx: Tx,
  { code, permissions }: Pick<RoleRow, 'code' | 'permissions'>,
  accountId?: string,
): Promise<Outcome<never> | undefined> => {
  const clashes = (await heldBeside(tx, code, accountId)).flatMap((held) =>
    clashesIn([...new Set([...held.permissions, ...permissions])]),
  )
  if (clashes.length === 0) return undefined
  return refuse('invalid', 'access.technicalAccount', { permissions: [...new Set(clashes)] })
}

/** Gives a role where its scope lets it be held. */
export const giveRole = async (tx: Tx, accountId: string, grant: NewGrant): Promise<Outcome<string>> => {
  const scope = await findScope(tx, grant)
  if (!scope) return refuse('invalid', 'access.noSuchRole')
  if (!fitsScope(scope, grant)) return refuse('invalid', `access.scope.${scope}`)
  if (grant.untilDay !== null && grant.untilDay < tx.today) return refuse('invalid', 'access.roleEnded')
  const permissions = await permissionsOf(tx, grant.role)
  const clash = await clashesBeside(tx, { code: grant.role, permissions }, accountId)
  if (clash) return clash
  const id = await addGrant(tx, accountId, grant)
  return id === undefined ? refuse('conflict', 'access.roleHeld') : done(id)
}

export const grantRole = async (tx: Tx, accountId: string, grant: NewGrant): Promise<Outcome<{ id: string }>> => {
  const account = await findAccount(tx, { id: accountId })
  if (!account) return unknown()
  if (accountId === tx.actor.id) return refuse('forbidden', 'access.notToYourself')
  if (account.state === 'left') return refuse('conflict', 'access.alreadyLeft')
  const given = await giveRole(tx, accountId, grant)
  if (!given.ok) return given
  await writeJournal(tx, {
    act: 'access.grant',
    districtId: grant.districtId ?? undefined,
    subject: { kind: 'account', id: accountId },
    changed: { role: grant.role, organisationId: grant.organisationId },
    reason: grant.role,
  })
  return done({ id: given.value })
}

/** Sessions go on; the right is gone at their next request. */
export const endGrant = async (tx: Tx, { id, grantId }: { id: string; grantId: string }): Done => {
  const grant = (await listGrants(tx, [id])).get(id)?.find((one) => one.id === grantId)
  if (!grant) return unknown()
  const alone = await keepsAdministrator(tx, () => endGrants(tx, id, { only: grantId }))
  if (alone) return alone
  await passOnWork(tx, id)
  await writeJournal(tx, {
    act: 'access.endGrant',
    districtId: grant.districtId ?? undefined,
    subject: { kind: 'account', id },
    changed: { role: grant.role },
    reason: grant.role,
  })
  return done(isDone)
}

export const showRoles = async (tx: Tx): Promise<Outcome<{ rows: RoleRow[] }>> => done({ rows: await listRoles(tx) })

/** Whether whoever acts would permit themselves something by changing a role that they hold. */
const widensOwn = async (tx: Tx, code: string, { permissions }: RoleChange): Promise<boolean> => {
  const own = (await listGrants(tx, [tx.actor.id])).get(tx.actor.id) ?? []
  if (!own.some(({ role }) => role === code)) return false
  const before = new Set(await permissionsOf(tx, code))
  return permissions.some((one) => !before.has(one))
}

export const changeRole = async (tx: Tx, code: string, role: RoleChange): Done => {
  const clashes = clashesIn(role.permissions)
  if (clashes.length > 0) return refuse('invalid', 'access.technicalRole', { permissions: clashes })
  if (await widensOwn(tx, code, role)) return refuse('forbidden', 'access.notWidenOwn')
  const clash = await clashesBeside(tx, { code, permissions: role.permissions })
  if (clash) return clash
  const alone = await keepsAdministrator(tx, () => saveRole(tx, code, role))
  if (alone) return alone
  await writeJournal(tx, {
    act: 'access.saveRole',
    subject: { kind: 'role', id: nilId },
    changed: role,
    reason: code,
  })
  return done(isDone)
}
