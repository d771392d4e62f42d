import type { DeskPage } from '../../platform/web/pages.ts'

export const centerPages: readonly DeskPage[] = [
  {
    path: '/classi',
    load: async () => (await import('./ClassesPage.tsx')).ClassesPage,
    nav: { label: { it: 'Classi', en: 'Classes' }, icon: 'people', order: 45, permissions: ['classes.teach'] },
  },
  {
    path: '/classi/nuova',
    permissions: ['classes.teach'],
    load: async () => (await import('./NewClassPage.tsx')).NewClassPage,
  },
  {
    path: '/classi/$id',
    permissions: ['classes.teach'],
    load: async () => (await import('./ClassPage.tsx')).ClassPage,
  },
]
