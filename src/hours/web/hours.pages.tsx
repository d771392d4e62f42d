import type { DeskPage } from '../../platform/web/pages.ts'

export const hourPages: readonly DeskPage[] = [
  { path: '/patti/$pactId/turni', load: () => import('./ShiftsPage.tsx').then((page) => page.ShiftsPage) },
  {
    path: '/turni',
    load: () => import('./HostedPage.tsx').then((page) => page.HostedPage),
    nav: { label: { it: 'Turni', en: 'Shifts' }, icon: 'give', order: 40, permissions: ['shifts.host'] },
  },
]
