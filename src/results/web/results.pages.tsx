import type { DeskPage } from '../../platform/web/pages.ts'

export const resultsPages: readonly DeskPage[] = [
  {
    path: '/risultati',
    load: async () => (await import('./ResultsPage.tsx')).ResultsPage,
    nav: { label: { it: 'Risultati', en: 'Results' }, icon: 'chart', order: 60, permissions: ['results.read'] },
  },
]
