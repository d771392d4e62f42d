// Given time is told, never owed. No rule about a right, a support or the state of a pact reads it: what this door gives
// is for pages, registers and counts.
import type { Tx } from '../../platform/server/tx.ts'
import type { LaterCover } from '../core/cover.schema.ts'
import { listCovers } from './ground.store.ts'
import { type FoundShift, listShifts } from './shift.store.ts'

/** Every shift of a pact by day. */
export const shiftsOfPact = (tx: Tx, districtId: string, pactId: string): Promise<FoundShift[]> =>
  listShifts(tx, { districtId, pactId })

/** Covers brought after the text was signed. */
export const laterCovers = (tx: Tx, districtId: string, pactId: string): Promise<LaterCover[]> =>
  listCovers(tx, districtId, pactId)
