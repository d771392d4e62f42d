import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { Language } from '../../platform/core/words.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { queueMail } from '../../platform/server/outbox.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { AccountChange, AccountRow, HandOver, NewAccount, WholeAccount } from '../core/account.schema.ts'
import {
  type Account,
  type AccountFilter,
  addAccount,
  casesInHand,
  findAccount,
  listAccounts,
  saveAccount,
} from './account.store.ts'
import { giveRole, keepsAdministrator } from './grants.acts.ts'
import { passOnWork } from './handOver.acts.ts'
import { mailOf } from './mails.ts'
import { removePasskeys } from './passkey.store.ts'
import { endGrants, holdersOf, listGrants } from './role.store.ts'
import { addSecret, saveTotp } from './secret.store.ts'
import { endSessions, listSessions } from './session.store.ts'
import { sendTicket } from './ticket.acts.ts'
import { closeTickets } from './ticket.store.ts'

type Done = Promise<Outcome<typeof isDone>>
const subject = (id: string): { kind: string; id: string } => ({ kind: 'account', id })

const withGrants = async (tx: Tx, accounts: readonly Account[]): Promise<(Account & AccountRow)[]> => {
  const grants = await listGrants(
    tx,
    accounts.map(({ id }) => id),
  )
  return accounts.map((account) => ({ ...account, grants: grants.get(account.id) ?? [] }))
}

export const findAccounts = async (
  tx: Tx,
  filter: AccountFilter,
): Promise<Outcome<{ rows: AccountRow[]; total: number }>> => {
  const { rows, total } = await listAccounts(tx, filter)
  return done({ rows: await withGrants(tx, rows), total })
}

export const openAccount = async (tx: Tx, id: string): Promise<Outcome<WholeAccount>> => {
  const account = await findAccount(tx, { id })
  const [whole] = account ? await withGrants(tx, [account]) : []
  if (!whole) return unknown()
  return done({ ...whole, sessions: (await listSessions(tx, id)).length, inHand: await casesInHand(tx, id) })
}

export const inviteAccount = async (tx: Tx, wish: NewAccount): Promise<Outcome<{ id: string }>> => {
  const id = tx.newId()
  if (!(await addAccount(tx, id, wish))) return refuse('conflict', 'access.emailTaken')
  await addSecret(tx, id)
  for (const grant of wish.grants) {
    const given = await giveRole(tx, id, grant)
    if (!given.ok) return given
  }
  const account = await findAccount(tx, { id })
  if (account) await sendTicket(tx, account, 'invitation')
  await writeJournal(tx, {
    act: 'access.invite',
    subject: subject(id),
    changed: { email: wish.email, name: wish.name },
  })
  return done({ id })
}

/** Also brings back somebody who had left; roles are then given anew. */
export const inviteAgain = async (tx: Tx, id: string): Done => {
  const account = await findAccount(tx, { id })
  if (!account) return unknown()
  if (account.state === 'active') return refuse('conflict', 'access.alreadyIn')
  await saveAccount(tx, id, { state: 'invited' })
  await sendTicket(tx, account, 'invitation')
  await writeJournal(tx, { act: 'access.inviteAgain', subject: subject(id) })
  return done(isDone)
}

export const changeAccount = async (tx: Tx, id: string, change: AccountChange): Done => {
  if (!(await findAccount(tx, { id }))) return unknown()
  await saveAccount(tx, id, change)
  await writeJournal(tx, { act: 'access.changeAccount', subject: subject(id), changed: change })
  return done(isDone)
}

/** Nobody of the technical room sees whose cases they are: coordinators are told how many wait for new hands. */
const tellCoordinators = async (tx: Tx, leaver: Account, handOver: readonly HandOver[]): Promise<void> => {
  for (const { districtId, districtName, cases } of handOver)
    for (const coordinator of await holdersOf(tx, 'cases.all', { districtId })) {
      const to = { email: coordinator.email, language: Language.parse(coordinator.language) }
      if (coordinator.id !== leaver.id)
        await queueMail(tx, mailOf(to, 'handOver', { name: leaver.name, district: districtName, count: cases }))
    }
}

/** Sessions, roles, links and secrets end at once; what they were at work on is handed over. */
export const endAccount = async (tx: Tx, id: string): Promise<Outcome<{ handOver: HandOver[] }>> => {
  const account = await findAccount(tx, { id })
  if (!account) return unknown()
  if (id === tx.actor.id) return refuse('conflict', 'access.notYourself')
  if (account.state === 'left') return refuse('conflict', 'access.alreadyLeft')
  const handOver = await casesInHand(tx, id)
  await endSessions(tx, id)
  await closeTickets(tx, id)
  await removePasskeys(tx, id)
  await saveTotp(tx, id, null)
  await saveAccount(tx, id, { state: 'left', leftAt: tx.now, secondFactor: 'none' })
  const alone = await keepsAdministrator(tx, () => endGrants(tx, id))
  if (alone) return alone
  await passOnWork(tx, id)
  await tellCoordinators(tx, account, handOver)
  await writeJournal(tx, { act: 'access.endAccount', subject: subject(id), changed: { state: 'left' } })
  return done({ handOver })
}

export const resetSecondFactor = async (tx: Tx, id: string): Done => {
  const account = await findAccount(tx, { id })
  if (!account) return unknown()
  if (id === tx.actor.id) return refuse('conflict', 'access.notYourself')
  await saveTotp(tx, id, null)
  await removePasskeys(tx, id)
  await saveAccount(tx, id, { secondFactor: 'none' })
  await endSessions(tx, id)
  await queueMail(tx, mailOf(account, 'secondFactorReset', { name: account.name }))
  await writeJournal(tx, { act: 'access.resetSecondFactor', subject: subject(id), changed: { secondFactor: 'none' } })
  return done(isDone)
}
