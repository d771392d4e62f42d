import type pg from 'pg'

export type JournalCheck = {
  /** Number of the first link that does not hold; null when all do. */
  readonly brokenNo: number | null
  readonly brokenEntry: string | null
  /** Links that hold, up to the broken one. */
  readonly held: number
  /** Entries that wait for their seal: those of about the last minute. */
  readonly waiting: number
  /** Entries that have no seal and do not wait for one: written past the product. */
  readonly stray: number
}

/** Seals what waits, then walks the whole chain of the journal. */
export const verifyJournal = async (pool: pg.Pool): Promise<JournalCheck> => {
  await pool.query('select app.seal_journal(1000000)').catch(() => {})
  const { rows } = await pool.query<{
    broken_no: number | null
    broken_entry: string | null
    held: number
    waiting: number
    stray: number
  }>('select broken_no, broken_entry, held, waiting, stray from app.verify_journal()')
  const row = rows[0]
  return {
    brokenNo: row?.broken_no ?? null,
    brokenEntry: row?.broken_entry ?? null,
    held: row?.held ?? 0,
    waiting: row?.waiting ?? 0,
    stray: row?.stray ?? 0,
  }
}
