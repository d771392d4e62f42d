import type { Tx } from './tx.ts'

/** The next number of a series in a district and year; the row stays locked until the act ends, so none is given twice. */
export const takeNumber = async (
  tx: Tx,
  { districtId, series, year }: { districtId: string; series: string; year: number },
): Promise<number> => {
  const { last } = await tx.db
    .insertInto('counter')
    .values({ district_id: districtId, series, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['district_id', 'series', 'year']).doUpdateSet((row) => ({ last: row('counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}
