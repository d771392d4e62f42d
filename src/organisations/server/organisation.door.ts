import type { Tx } from '../../platform/server/tx.ts'
import { namesOf } from './organisation.store.ts'

/** Names by id, for lists that show who; ids that are nobody's are left out. */
export const organisationNames = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map((await namesOf(tx, [...new Set(ids)])).map(({ id, name }) => [id, name]))
