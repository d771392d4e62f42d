import type { DeskPage } from '../../platform/web/pages.ts'

/** The pages of persons and households. */
export const personPages: readonly DeskPage[] = [
  {
    path: '/persone',
    load: () => import('./PersonsPage.tsx').then((page) => page.PersonsPage),
    nav: {
      label: { it: 'Persone', en: 'People' },
      icon: 'people',
      order: 20,
      permissions: ['persons.register', 'cases.work', 'cases.all'],
    },
  },
  {
    path: '/persone/nuova',
    permissions: ['persons.register'],
    load: () => import('./RegisterPage.tsx').then((page) => page.RegisterPage),
  },
  {
    path: '/persone/correzioni',
    permissions: ['cases.work', 'cases.all'],
    load: () => import('./CorrectionsPage.tsx').then((page) => page.CorrectionsPage),
  },
  { path: '/persone/$personId', load: () => import('./PersonPage.tsx').then((page) => page.PersonPage) },
  { path: '/persone/$personId/modifica', load: () => import('./EditPage.tsx').then((page) => page.EditPage) },
  { path: '/persone/$personId/unisci', load: () => import('./MergePage.tsx').then((page) => page.MergePage) },
  {
    path: '/persone/$personId/nucleo',
    load: () => import('./NewHouseholdPage.tsx').then((page) => page.NewHouseholdPage),
  },
  { path: '/nuclei/$householdId', load: () => import('./HouseholdPage.tsx').then((page) => page.HouseholdPage) },
]
