import type { DeskPage } from '../../platform/web/pages.ts'

/** The pages of triage, antennas and imports. */
export const outreachPages: readonly DeskPage[] = [
  {
    path: '/segnalazioni',
    load: () => import('./ReferralsPage.tsx').then((page) => page.ReferralsPage),
    nav: {
      label: { it: 'Segnalazioni', en: 'Referrals' },
      icon: 'bell',
      order: 30,
      permissions: ['referrals.triage'],
    },
  },
  {
    path: '/segnalazioni/nuova',
    permissions: ['referrals.triage'],
    load: () => import('./DeskCallPage.tsx').then((page) => page.DeskCallPage),
  },
  {
    path: '/segnalazioni/$referralId',
    permissions: ['referrals.triage'],
    load: () => import('./ReferralPage.tsx').then((page) => page.ReferralPage),
  },
  {
    path: '/antenne',
    permissions: ['antennas.manage'],
    load: () => import('./AntennasPage.tsx').then((page) => page.AntennasPage),
  },
  {
    path: '/importa',
    permissions: ['imports.run'],
    load: () => import('./ImportPage.tsx').then((page) => page.ImportPage),
  },
  {
    path: '/importa/$importId',
    permissions: ['imports.run'],
    load: () => import('./ImportRunPage.tsx').then((page) => page.ImportRunPage),
  },
]
