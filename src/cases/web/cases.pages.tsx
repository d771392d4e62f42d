import type { DeskPage } from '../../platform/web/pages.ts'

const moves = ['referrals.triage', 'cases.work', 'cases.all'] as const

/** The pages of the files of people who are followed. */
export const casePages: readonly DeskPage[] = [
  {
    path: '/casi',
    load: () => import('./CasesPage.tsx').then((page) => page.CasesPage),
    nav: {
      label: { it: 'Casi', en: 'Cases' },
      icon: 'note',
      order: 25,
      permissions: ['cases.work', 'pacts.write', 'cases.all'],
    },
  },
  {
    path: '/casi/nuovo',
    permissions: ['cases.open'],
    load: () => import('./NewCasePage.tsx').then((page) => page.NewCasePage),
  },
  {
    path: '/casi/apri-urgenza',
    permissions: ['cases.breakGlass'],
    load: () => import('./BreakGlassPage.tsx').then((page) => page.BreakGlassPage),
  },
  {
    path: '/casi/aperture-urgenza',
    permissions: ['cases.all'],
    load: () => import('./GlassPage.tsx').then((page) => page.GlassPage),
  },
  {
    path: '/casi/da-fare',
    permissions: ['cases.all'],
    load: () => import('./OverseenTasksPage.tsx').then((page) => page.OverseenTasksPage),
  },
  { path: '/casi/$caseId', load: () => import('./DiaryPage.tsx').then((page) => page.DiaryPage) },
  { path: '/casi/$caseId/valutazione', load: () => import('./AssessmentPage.tsx').then((page) => page.AssessmentPage) },
  { path: '/casi/$caseId/compiti', load: () => import('./TasksPage.tsx').then((page) => page.TasksPage) },
  { path: '/casi/$caseId/appuntamenti', load: () => import('./MeetingsPage.tsx').then((page) => page.MeetingsPage) },
  { path: '/casi/$caseId/allegati', load: () => import('./AttachmentsPage.tsx').then((page) => page.AttachmentsPage) },
  { path: '/casi/$caseId/legami', load: () => import('./CaseTiesPage.tsx').then((page) => page.CaseTiesPage) },
  { path: '/casi/$caseId/misure', load: () => import('./CaseMeasuresPage.tsx').then((page) => page.CaseMeasuresPage) },
  { path: '/casi/$caseId/equipe', load: () => import('./EquipePage.tsx').then((page) => page.EquipePage) },
  { path: '/casi/$caseId/passaggio', load: () => import('./TransferPage.tsx').then((page) => page.TransferPage) },
  {
    path: '/passaggi',
    permissions: moves,
    load: () => import('./TransfersPage.tsx').then((page) => page.TransfersPage),
  },
  {
    path: '/passaggi/$transferId',
    permissions: moves,
    load: () => import('./OfferPage.tsx').then((page) => page.OfferPage),
  },
]
