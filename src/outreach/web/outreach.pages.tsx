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
  { path: '/segnalazioni/$referralId', load: () => import('./ReferralPage.tsx').then((page) => page.ReferralPage) },
  { path: '/antenne', load: () => import('./AntennasPage.tsx').then((page) => page.AntennasPage) },
  { path: '/importa', load: () => import('./ImportPage.tsx').then((page) => page.ImportPage) },
  { path: '/importa/$importId', load: () => import('./ImportRunPage.tsx').then((page) => page.ImportRunPage) },
]
