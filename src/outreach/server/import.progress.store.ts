import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { ImportProgress } from '../core/imports.api.ts'

type Place = { readonly districtId: string; readonly id: string }
export type Line = Place & Omit<ImportProgress, 'stopped'>

export const tell = async (tx: Tx, line: Line): Promise<void> => {
  await sql`select app.tell_import(${line.districtId}, ${line.id}, ${line.phase}, ${line.done}, ${line.total}, ${tx.services.clock()}, ${line.fault})`.execute(
    tx.db,
  )
}

/** Without a word for so long, whoever worked at it is gone. */
const silenceMs = 120_000

export const findProgress = async (tx: Tx, { districtId, id }: Place): Promise<ImportProgress> => {
  const row = await tx.db
    .selectFrom('import_progress')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('import_id', '=', id)
    .executeTakeFirst()
  if (!row) return { phase: 'rest', done: 0, total: 0, stopped: false, fault: null }
  const isSilent = Date.parse(tx.now) - Date.parse(row.at) > silenceMs
  const isWorking = row.phase !== 'rest'
  return {
    phase: row.phase as ImportProgress['phase'],
    done: row.done,
    total: row.total,
    stopped: isWorking && (isSilent || row.fault !== null),
    fault: row.fault,
  }
}
