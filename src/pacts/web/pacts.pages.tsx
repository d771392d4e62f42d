import type { DeskPage } from '../../platform/web/pages.ts'

/** The pages of pacts in the workspace. */
export const pactPages: readonly DeskPage[] = [
  {
    path: '/patti',
    load: () => import('./PactsPage.tsx').then((page) => page.PactsPage),
    nav: {
      label: { it: 'Patti', en: 'Pacts' },
      icon: 'pact',
      order: 30,
      permissions: ['pacts.write', 'pacts.review', 'cases.all', 'cases.work'],
    },
  },
  {
    path: '/patti/nuovo',
    permissions: ['pacts.write'],
    load: () => import('./StartPactPage.tsx').then((page) => page.StartPactPage),
  },
  {
    path: '/patti/commissione',
    permissions: ['pacts.review'],
    load: () => import('./PanelPage.tsx').then((page) => page.PanelPage),
  },
  { path: '/patti/$pactId', load: () => import('./PactPage.tsx').then((page) => page.PactPage) },
  { path: '/patti/$pactId/scrivi', load: () => import('./WritePage.tsx').then((page) => page.WritePage) },
  { path: '/patti/$pactId/firme', load: () => import('./SignPage.tsx').then((page) => page.SignPage) },
  { path: '/patti/$pactId/confronta', load: () => import('./ComparePage.tsx').then((page) => page.ComparePage) },
  { path: '/patti/$pactId/verifica/$reviewId', load: () => import('./ReviewPage.tsx').then((page) => page.ReviewPage) },
  { path: '/patti/$pactId/chiudi', load: () => import('./ClosePage.tsx').then((page) => page.ClosePage) },
  {
    path: '/patti/$pactId/dopo/$followUpId',
    load: () => import('./FollowUpPage.tsx').then((page) => page.FollowUpPage),
  },
]
