import type { DeskPage } from '../../platform/web/pages.ts'

const settings = ['settings.manage'] as const

export const settingsPages: readonly DeskPage[] = [
  {
    path: '/amministrazione',
    load: async () => (await import('./AdministrationPage.tsx')).AdministrationPage,
    nav: {
      label: { it: 'Amministrazione', en: 'Administration' },
      icon: 'gear',
      order: 90,
      permissions: ['settings.manage', 'accounts.manage', 'outbox.read'],
    },
  },
  {
    path: '/amministrazione/programma',
    permissions: settings,
    load: async () => (await import('./ProgrammePage.tsx')).ProgrammePage,
  },
  {
    path: '/amministrazione/ambiti',
    permissions: settings,
    load: async () => (await import('./DistrictsPage.tsx')).DistrictsPage,
  },
  {
    path: '/amministrazione/ambiti/nuovo',
    permissions: settings,
    load: async () => (await import('./DistrictPage.tsx')).NewDistrictPage,
  },
  {
    path: '/amministrazione/ambiti/$code',
    permissions: settings,
    load: async () => (await import('./DistrictPage.tsx')).DistrictPage,
  },
  {
    path: '/amministrazione/cataloghi',
    permissions: settings,
    load: async () => (await import('./CataloguePage.tsx')).CataloguePage,
  },
  {
    path: '/amministrazione/cataloghi/$kind',
    permissions: settings,
    load: async () => (await import('./CataloguePage.tsx')).CataloguePage,
  },
  {
    path: '/amministrazione/risultati-attesi',
    permissions: settings,
    load: async () => (await import('./TargetsPage.tsx')).TargetsPage,
  },
  {
    path: '/amministrazione/configurazione',
    permissions: settings,
    load: async () => (await import('./ConfigurationPage.tsx')).ConfigurationPage,
  },
]
