import type { DeskPage } from '../../platform/web/pages.ts'

export const tiePages: readonly DeskPage[] = [
  {
    path: '/amministrazione/legame',
    permissions: ['settings.manage'],
    load: async () => (await import('./LegamePage.tsx')).LegamePage,
  },
]
