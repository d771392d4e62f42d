import type { DeskPage } from '../../platform/web/pages.ts'

export const gatheringPages: readonly DeskPage[] = [
  {
    path: '/agenda',
    load: () => import('./AgendaPage.tsx').then((page) => page.AgendaPage),
    nav: {
      label: { it: 'Agenda', en: 'Agenda' },
      icon: 'calendar',
      order: 50,
      permissions: ['cases.work', 'pacts.write'],
    },
  },
]
