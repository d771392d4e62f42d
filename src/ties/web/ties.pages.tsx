import type { DeskPage } from '../../platform/web/pages.ts'

export const tiePages: readonly DeskPage[] = [
  { path: '/amministrazione/legame', load: async () => (await import('./LegamePage.tsx')).LegamePage },
]
