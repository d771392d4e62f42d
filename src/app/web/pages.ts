import { accessPages } from '../../access/web/access.pages.tsx'
import { deskRoomPages } from '../../desk/web/desk.pages.tsx'
import type { DeskPage } from '../../platform/web/pages.ts'
import { resultsPages } from '../../results/web/results.pages.tsx'

/** Every page of the workspace, room by room. */
export const deskPages: readonly DeskPage[] = [...accessPages, ...resultsPages, ...deskRoomPages]
