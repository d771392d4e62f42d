import type { DeskPage } from '../../platform/web/pages.ts'

const accounts = ['accounts.manage'] as const

/** The pages of accounts: the way in, one's own profile, and what an administrator and an auditor see. */
export const accessPages: readonly DeskPage[] = [
  { path: '/accedi', load: () => import('./SignInPage.tsx').then((page) => page.SignInPage) },
  { path: '/accedi/password', load: () => import('./ForgotPage.tsx').then((page) => page.ForgotPage) },
  { path: '/invito/$token', load: () => import('./TicketPage.tsx').then((page) => page.InvitationPage) },
  { path: '/password/$token', load: () => import('./TicketPage.tsx').then((page) => page.ResetPasswordPage) },
  { path: '/profilo', load: () => import('./ProfilePage.tsx').then((page) => page.ProfilePage) },
  {
    path: '/amministrazione/persone',
    load: () => import('./AccountsPage.tsx').then((page) => page.AccountsPage),
    nav: { label: { it: 'Account', en: 'Accounts' }, icon: 'key', order: 90, permissions: accounts },
  },
  {
    path: '/amministrazione/persone/nuova',
    permissions: accounts,
    load: () => import('./NewAccountPage.tsx').then((page) => page.NewAccountPage),
  },
  {
    path: '/amministrazione/persone/$accountId',
    permissions: accounts,
    load: () => import('./AccountPage.tsx').then((page) => page.AccountPage),
  },
  {
    path: '/amministrazione/ruoli',
    load: () => import('./RolesPage.tsx').then((page) => page.RolesPage),
    nav: { label: { it: 'Ruoli', en: 'Roles' }, icon: 'people', order: 91, permissions: accounts },
  },
  {
    path: '/amministrazione/ruoli/$code',
    permissions: accounts,
    load: () => import('./RolesPage.tsx').then((page) => page.RolePage),
  },
  {
    path: '/amministrazione/posta',
    load: () => import('./OutboxPage.tsx').then((page) => page.OutboxPage),
    nav: {
      label: { it: 'Posta in uscita', en: 'Outgoing mail' },
      icon: 'mail',
      order: 92,
      permissions: ['outbox.read'],
    },
  },
  {
    path: '/registro',
    load: () => import('./JournalPage.tsx').then((page) => page.JournalPage),
    nav: { label: { it: 'Registro', en: 'Journal' }, icon: 'eye', order: 80, permissions: ['journal.read'] },
  },
]
