import type { Tx } from '../../platform/server/tx.ts'
import { listOwn } from './share.store.ts'

/** How many results the person who is in finds on their own page. */
export const countOwn = async (tx: Tx): Promise<number> => (await listOwn(tx)).length
