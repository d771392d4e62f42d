import { z } from 'zod'
import { Done, endpoint, Id } from '../../platform/core/contract.ts'
import { Language } from '../../platform/core/words.ts'
import { AccountName, DistrictRow } from './account.schema.ts'
import { PasskeyRow, SessionRow } from './session.schema.ts'

/** What everybody may do with their own account. */
export const profileApi = {
  change: endpoint({
    name: 'access.changeProfile',
    method: 'PATCH',
    path: '/access/me',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Change own name and language',
    body: z.object({ name: AccountName, language: Language }),
    reply: Done,
  }),
  changePassword: endpoint({
    name: 'access.changePassword',
    method: 'POST',
    path: '/access/password',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Change own password; the other sessions end',
    body: z.object({ old: z.string().min(1).max(200), password: z.string().min(1).max(200) }),
    reply: Done,
  }),
  sessions: endpoint({
    name: 'access.sessions',
    method: 'GET',
    path: '/access/sessions',
    permission: 'signedIn',
    journal: 'none',
    summary: 'Own open sessions',
    reply: z.object({ rows: z.array(SessionRow) }),
  }),
  endSession: endpoint({
    name: 'access.endSession',
    method: 'DELETE',
    path: '/access/sessions/:id',
    permission: 'signedIn',
    journal: 'write',
    summary: 'End one of the own sessions',
    params: z.object({ id: Id }),
    reply: Done,
  }),
  signOutEverywhere: endpoint({
    name: 'access.signOutEverywhere',
    method: 'POST',
    path: '/access/sign-out/everywhere',
    permission: 'signedIn',
    journal: 'write',
    summary: 'End all own sessions, this one too',
    reply: Done,
  }),
  passkeys: endpoint({
    name: 'access.passkeys',
    method: 'GET',
    path: '/access/passkeys',
    permission: 'signedIn',
    journal: 'none',
    summary: 'Own passkeys',
    reply: z.object({ rows: z.array(PasskeyRow) }),
  }),
  passkeyRemove: endpoint({
    name: 'access.passkeyRemove',
    method: 'DELETE',
    path: '/access/passkeys/:id',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Remove an own passkey; the last second factor stays',
    params: z.object({ id: z.string().max(1400) }),
    reply: Done,
  }),
  districts: endpoint({
    name: 'access.districts',
    method: 'GET',
    path: '/access/districts',
    permission: 'signedIn',
    journal: 'none',
    summary: 'The districts of the programme, for pickers',
    reply: z.object({ rows: z.array(DistrictRow) }),
  }),
}
