import type { ComponentType } from 'react'
import type { Permission } from '../core/permission.ts'
import type { Language } from '../core/words.ts'
import type { IconName } from './kit/icons.ts'

/** One page of the workspace, as its room offers it to the hall. */
export type DeskPage = {
  /** Below /scrivania; parameters as `$name`. */
  readonly path: `/${string}`
  /** Loads the page's code when it is first opened. */
  readonly load: () => Promise<ComponentType>
  /** Opened by holders of any of these, from the menu and by its address alike; by everybody when absent. */
  readonly permissions?: readonly Permission[]
  /** Set for pages that stand in the navigation. */
  readonly nav?: {
    readonly label: Readonly<Record<Language, string>>
    readonly icon: IconName
    readonly order: number
    /** As `permissions` of the page, where the page itself says nothing; else who, of those that may open it, meets it in the menu. */
    readonly permissions?: readonly Permission[]
  }
}

/** One rule for the menu and for the address bar; of a single record the server then decides. */
export const mayOpenPage = (page: DeskPage, held: readonly Permission[]): boolean => {
  const needed = page.permissions ?? page.nav?.permissions
  return needed === undefined || needed.some((one) => held.includes(one))
}

/** Whether a page stands in the menu of whoever holds these: an address may answer more people than find work there. */
export const standsInMenu = (page: DeskPage, held: readonly Permission[]): boolean =>
  page.nav !== undefined &&
  mayOpenPage(page, held) &&
  (page.nav.permissions === undefined || page.nav.permissions.some((one) => held.includes(one)))
