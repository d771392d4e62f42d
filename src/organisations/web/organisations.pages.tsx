import type { DeskPage } from '../../platform/web/pages.ts'

export const organisationPages: readonly DeskPage[] = [
  {
    path: '/enti',
    load: async () => (await import('./OrganisationsPage.tsx')).OrganisationsPage,
    nav: {
      label: { it: 'Enti', en: 'Organisations' },
      icon: 'building',
      order: 70,
      permissions: ['organisations.read'],
    },
  },
  { path: '/enti/nuovo', load: async () => (await import('./NewOrganisationPage.tsx')).NewOrganisationPage },
  { path: '/enti/$organisationId', load: async () => (await import('./OrganisationPage.tsx')).OrganisationPage },
  {
    path: '/enti/$organisationId/cambia',
    load: async () => (await import('./ChangeOrganisationPage.tsx')).ChangeOrganisationPage,
  },
]
