import { sql } from 'kysely'
import type { Day } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { OriginKind, TieEvidence, TieKind } from '../core/tie.schema.ts'

export type TakenNode = {
  readonly id: string
  readonly kind: string
  readonly birthDate: Day | null
  readonly birthYear: number | null
  readonly town: string
  readonly name: string
}
export type TakenTie = {
  readonly a: string
  readonly b: string
  readonly kind: TieKind
  readonly strength: number | null
  readonly since: Day
  readonly until: Day | null
  readonly origin: OriginKind
  readonly evidence: TieEvidence
}

/** Ties between two known ends that had begun by a day, in the districts that the reader may take out. */
export const networkOut = async (
  tx: Tx,
  districts: readonly string[],
  day: Day,
): Promise<{ nodes: TakenNode[]; ties: TakenTie[] }> => {
  const { rows } = await sql<{ network: { nodes: TakenNode[]; ties: TakenTie[] } }>`
    select app.network_out(${[...districts]}::uuid[], ${day}::date) as network`.execute(tx.db)
  return rows[0]?.network ?? { nodes: [], ties: [] }
}
