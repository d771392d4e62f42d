import type pg from 'pg'
import type { Files } from '../platform/server/files/files.ts'
import { rotateField } from '../platform/server/rotate.store.ts'
import type { Secrets } from '../platform/server/secret/secrets.ts'
import { sealedFields } from './sealedFields.ts'

type Means = { readonly owner: pg.Pool; readonly secrets: Secrets; readonly files: Files }

/**
 * Seals everything anew under the first key of FIELD_KEY: every column, then every kept file. What is done already is left
 * alone, so a rotation that was stopped is simply started again. Blind indexes stay: they are made with the last key.
 */
export const rotateKeys = async ({ owner, secrets, files }: Means): Promise<{ values: number; files: number }> => {
  const rotated = { values: 0, files: 0 }
  for (const place of sealedFields) rotated.values += await rotateField(owner, secrets, place)
  for (const fileId of await files.all()) rotated.files += (await files.reseal(fileId)) ? 1 : 0
  return rotated
}
