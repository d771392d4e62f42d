import type { DeskPage } from '../../platform/web/pages.ts'

export const tiePages: readonly DeskPage[] = [
  {
    path: '/legami',
    load: async () => (await import('./NetworkPage.tsx')).NetworkPage,
    // whoever reads figures only is told so, and led to them; the menu does not send them here
    permissions: ['networks.read'],
    nav: { label: { it: 'Legami', en: 'Ties' }, icon: 'link', order: 55, permissions: ['cases.all'] },
  },
  // the network of one person is its equipe's, which reads no others
  { path: '/legami/persona', load: async () => (await import('./NetworkPage.tsx')).NetworkPage },
  { path: '/casi/$caseId/legami/colloquio', load: async () => (await import('./InterviewPage.tsx')).InterviewPage },
  {
    path: '/legami/misure',
    load: async () => (await import('./FiguresPage.tsx')).FiguresPage,
    nav: {
      label: { it: 'La rete in numeri', en: 'The network in figures' },
      icon: 'chart',
      order: 56,
      permissions: ['networks.read'],
    },
  },
  {
    path: '/legami/enti',
    load: async () => (await import('./BodiesPage.tsx')).BodiesPage,
    nav: {
      label: { it: 'Rete degli enti', en: 'Organisations’ network' },
      icon: 'building',
      order: 57,
      permissions: ['networks.read'],
    },
  },
  {
    path: '/amministrazione/legame',
    permissions: ['settings.manage'],
    load: async () => (await import('./LegamePage.tsx')).LegamePage,
  },
]
