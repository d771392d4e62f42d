import type { DeskPage } from '../../platform/web/pages.ts'

export const settingsPages: readonly DeskPage[] = [
  {
    path: '/amministrazione',
    load: async () => (await import('./AdministrationPage.tsx')).AdministrationPage,
    nav: {
      label: { it: 'Amministrazione', en: 'Administration' },
      icon: 'gear',
      order: 90,
      permissions: ['settings.manage'],
    },
  },
  { path: '/amministrazione/programma', load: async () => (await import('./ProgrammePage.tsx')).ProgrammePage },
  { path: '/amministrazione/ambiti', load: async () => (await import('./DistrictsPage.tsx')).DistrictsPage },
  { path: '/amministrazione/ambiti/nuovo', load: async () => (await import('./DistrictPage.tsx')).NewDistrictPage },
  { path: '/amministrazione/ambiti/$code', load: async () => (await import('./DistrictPage.tsx')).DistrictPage },
  { path: '/amministrazione/cataloghi', load: async () => (await import('./CataloguePage.tsx')).CataloguePage },
  { path: '/amministrazione/cataloghi/$kind', load: async () => (await import('./CataloguePage.tsx')).CataloguePage },
  { path: '/amministrazione/risultati-attesi', load: async () => (await import('./TargetsPage.tsx')).TargetsPage },
  {
    path: '/amministrazione/configurazione',
    load: async () => (await import('./ConfigurationPage.tsx')).ConfigurationPage,
  },
]
