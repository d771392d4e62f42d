import { z } from 'zod'
import { page } from '../../platform/core/page.ts'
import { done } from '../../platform/core/refusal.ts'
import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import type { JobBook } from '../../platform/server/jobs.ts'
import { outboxJobs } from '../../platform/server/outbox.ts'
import { servePage } from '../../platform/server/page.ts'
import { accountsApi } from '../core/accounts.api.ts'
import { journalApi } from '../core/journal.api.ts'
import { outboxApi } from '../core/outbox.api.ts'
import { profileApi } from '../core/profile.api.ts'
import { signInApi } from '../core/signIn.api.ts'
import { listDistricts, searchBodies } from './account.store.ts'
import {
  changeAccount,
  endAccount,
  findAccounts,
  inviteAccount,
  inviteAgain,
  openAccount,
  resetSecondFactor,
} from './accounts.acts.ts'
import { changeRole, endGrant, grantRole, showRoles } from './grants.acts.ts'
import { passOnRunOut } from './handOver.acts.ts'
import { readJournal, readMail, readOutbox, takeJournal, verifyNow } from './journal.acts.ts'
import { comeBack, goToProvider, tripCookie } from './oidc.acts.ts'
import { returnPath } from './oidc.ts'
import { addOwnPasskey, answerPasskey, askPasskey, removeOwnPasskey, startPasskey } from './passkey.acts.ts'
import { listPasskeys } from './passkey.store.ts'
import { changePassword, changeProfile, endOwnSession, signOutEverywhere } from './profile.acts.ts'
import { confirmTotp, startTotp } from './secondFactor.acts.ts'
import { listSessions } from './session.store.ts'
import { giveCode, lock, signIn, signOut, unlock, whoAmI } from './signIn.acts.ts'
import { acceptInvitation, forgotPassword, lookAtTicket, mailPasswordLink, resetPassword } from './ticket.acts.ts'

const signInRoutes = (house: House): void => {
  serve(house, signInApi.me, (tx, { who }) => whoAmI(tx, who))
  serve(house, signInApi.signIn, (tx, { body, who }) => signIn(tx, body, who))
  serve(house, signInApi.code, (tx, { body, who }) => giveCode(tx, body.code, who))
  serve(house, signInApi.totpStart, (tx, { body, who }) => startTotp(tx, body.password, who))
  serve(house, signInApi.totpConfirm, (tx, { body, who }) => confirmTotp(tx, body, who))
  serve(house, signInApi.passkeyStart, (tx, { body, who }) => startPasskey(tx, body.password, who))
  serve(house, signInApi.passkeyAdd, (tx, { body, who }) => addOwnPasskey(tx, body, who))
  serve(house, signInApi.passkeyAsk, (tx, { who }) => askPasskey(tx, who))
  serve(house, signInApi.passkeyAnswer, (tx, { body, who }) => answerPasskey(tx, body, who))
  serve(house, signInApi.lock, (tx, { who }) => lock(tx, who))
  serve(house, signInApi.unlock, (tx, { body, who }) => unlock(tx, body.password, who))
  serve(house, signInApi.signOut, (tx, { who }) => signOut(tx, who))
  serve(house, signInApi.ticket, (tx, { body }) => lookAtTicket(tx, body.token))
  serve(house, signInApi.acceptInvitation, (tx, { body, who }) => acceptInvitation(tx, body, who))
  serve(house, signInApi.forgot, (tx, { body }) => forgotPassword(tx, body.email))
  serve(house, signInApi.resetPassword, (tx, { body }) => resetPassword(tx, body))
}

const profileRoutes = (house: House): void => {
  serve(house, profileApi.change, (tx, { body }) => changeProfile(tx, body))
  serve(house, profileApi.changePassword, (tx, { body }) => changePassword(tx, body))
  serve(house, profileApi.sessions, async (tx) => done({ rows: await listSessions(tx, tx.actor.id) }))
  serve(house, profileApi.endSession, (tx, { params }) => endOwnSession(tx, params.id))
  serve(house, profileApi.signOutEverywhere, (tx) => signOutEverywhere(tx))
  serve(house, profileApi.passkeys, async (tx) => done({ rows: await listPasskeys(tx, tx.actor.id) }))
  serve(house, profileApi.passkeyRemove, (tx, { params }) => removeOwnPasskey(tx, params.id))
  serve(house, profileApi.districts, async (tx) => done({ rows: await listDistricts(tx) }))
}

const accountsRoutes = (house: House): void => {
  serve(house, accountsApi.list, (tx, { query }) => findAccounts(tx, query))
  serve(house, accountsApi.one, (tx, { params }) => openAccount(tx, params.id))
  serve(house, accountsApi.invite, (tx, { body }) => inviteAccount(tx, body))
  serve(house, accountsApi.inviteAgain, (tx, { params }) => inviteAgain(tx, params.id))
  serve(house, accountsApi.change, (tx, { params, body }) => changeAccount(tx, params.id, body))
  serve(house, accountsApi.grant, (tx, { params, body }) => grantRole(tx, params.id, body))
  serve(house, accountsApi.endGrant, (tx, { params }) => endGrant(tx, params))
  serve(house, accountsApi.end, (tx, { params }) => endAccount(tx, params.id))
  serve(house, accountsApi.resetSecondFactor, (tx, { params }) => resetSecondFactor(tx, params.id))
  serve(house, accountsApi.bodies, async (tx, { query }) => done({ rows: await searchBodies(tx, query.search) }))
  serve(house, accountsApi.roles, (tx) => showRoles(tx))
  serve(house, accountsApi.saveRole, (tx, { params, body }) => changeRole(tx, params.code, body))
  serve(house, outboxApi.list, (tx, { query }) => readOutbox(tx, query))
  serve(house, outboxApi.one, (tx, { params }) => readMail(tx, params.id))
  serve(house, journalApi.list, (tx, { query }) =>
    readJournal(tx, query, (act) => house.sayAct(tx.actor.language, act)),
  )
  serve(house, journalApi.take, (tx, { query }) =>
    takeJournal(tx, query, (act) => house.sayAct(tx.actor.language, act)),
  )
  serve(house, journalApi.verify, (tx) => verifyNow(tx))
}

const Nothing = z.object({})
const oidcPage = { method: 'GET', access: 'public', journal: 'write', params: Nothing, body: Nothing } as const
const startPage = page({ ...oidcPage, name: 'access.oidcStart', path: '/accedi/oidc', query: z.looseObject({}) })
const returnPage = page({
  ...oidcPage,
  name: 'access.oidc',
  path: returnPath,
  query: z.record(z.string(), z.string()),
})

export const accessRoutes = (house: House): void => {
  signInRoutes(house)
  profileRoutes(house)
  accountsRoutes(house)
  servePage(house, startPage, (tx) => goToProvider(tx))
  servePage(house, returnPage, (tx, { query, cookies }) => comeBack(tx, query, cookies[tripCookie]))
}

export const accessJobs: JobBook = {
  jobs: { ...outboxJobs.jobs, mailPasswordLink, passOnRunOut },
  // 0:30 in Italy at the earliest, also in winter
  cron: [...outboxJobs.cron, '30 23 * * * passOnRunOut'],
}
