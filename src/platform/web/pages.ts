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
  /** Set for pages that stand in the navigation. */
  readonly nav?: {
    readonly label: Readonly<Record<Language, string>>
    readonly icon: IconName
    readonly order: number
    /** Shown to holders of any of these; to everybody when absent. */
    readonly permissions?: readonly Permission[]
  }
}
