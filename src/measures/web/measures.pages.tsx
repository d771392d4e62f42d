import type { DeskPage } from '../../platform/web/pages.ts'

/** Asking, the figures, and the shelf of instruments; what was measured with somebody stands in their file. */
export const measurePages: readonly DeskPage[] = [
  {
    path: '/casi/$caseId/misure/nuova',
    permissions: ['cases.work'],
    load: async () => (await import('./StartMeasurePage.tsx')).StartMeasurePage,
  },
  {
    path: '/casi/$caseId/misure/$measureId',
    permissions: ['cases.work'],
    load: async () => (await import('./MeasurePage.tsx')).MeasurePage,
  },
  {
    path: '/misure',
    permissions: ['results.read'],
    load: async () => (await import('./FiguresPage.tsx')).FiguresPage,
  },
  {
    path: '/amministrazione/misure',
    permissions: ['settings.manage'],
    load: async () => (await import('./ShelfPage.tsx')).ShelfPage,
  },
  {
    path: '/amministrazione/misure/$code',
    permissions: ['settings.manage'],
    load: async () => (await import('./TextsPage.tsx')).TextsPage,
  },
]
