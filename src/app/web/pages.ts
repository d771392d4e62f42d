import type { DeskPage } from '../../platform/web/pages.ts'

/** Every page of the workspace, room by room. */
export const deskPages: readonly DeskPage[] = []
