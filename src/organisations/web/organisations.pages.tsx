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
  {
    path: '/enti/nuovo',
    permissions: ['organisations.manage'],
    load: async () => (await import('./NewOrganisationPage.tsx')).NewOrganisationPage,
  },
  {
    path: '/enti/$organisationId',
    permissions: ['organisations.read'],
    load: async () => (await import('./OrganisationPage.tsx')).OrganisationPage,
  },
  {
    path: '/enti/$organisationId/cambia',
    permissions: ['organisations.manage'],
    load: async () => (await import('./ChangeOrganisationPage.tsx')).ChangeOrganisationPage,
  },
]
