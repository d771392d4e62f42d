import type { Outcome } from '../../core/refusal.ts'
import type { Secrets } from '../secret/secrets.ts'

export type StoredFile = {
  readonly fileId: string
  readonly sha256: string
  readonly type: string
  readonly size: number
  readonly name: string
}

export type Files = {
  /** Keeps a file, encrypted; refuses what is too large, empty, infected, or not of an allowed kind. */
  readonly put: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<Outcome<StoredFile>>
  /** The bytes of a kept file; undefined when there is none. */
  readonly get: (fileId: string) => Promise<Uint8Array | undefined>
  readonly remove: (fileId: string) => Promise<void>
}

export type FilesWish = {
  readonly dataDir: string
  readonly secrets: Secrets
  readonly maxBytes?: number
  readonly clamdUrl?: string | undefined
}

export const makeFiles = (wish: FilesWish): Files => {
  const away = (): Promise<never> => Promise.reject(new Error(`no files in ${wish.dataDir} yet`))
  return { put: away, get: away, remove: away }
}
