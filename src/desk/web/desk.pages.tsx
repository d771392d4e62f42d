import type { DeskPage } from '../../platform/web/pages.ts'

export const deskRoomPages: readonly DeskPage[] = [
  {
    path: '/',
    load: async () => (await import('./TodayPage.tsx')).TodayPage,
    nav: { label: { it: 'Oggi', en: 'Today' }, icon: 'sun', order: 10 },
  },
  { path: '/cerca', load: async () => (await import('./SearchPage.tsx')).SearchPage },
]
