import { sql } from 'kysely'
import type { Day } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Counted } from '../core/results.ts'

type Row = {
  level: string
  district_id: string | null
  municipality: string | null
  people: number
  unrecognisable: number
}

/** Beneficiaries of pacts signed by a day, each person once at each level; one statement, aggregates only. */
export const countBeneficiaries = async (tx: Tx, byDay: Day): Promise<Counted> => {
  const { rows } = await sql<Row>`select * from app.count_beneficiaries(${byDay}::date)`.execute(tx.db)
  const whole = rows.find(({ level }) => level === 'programme')
  return {
    total: whole?.people ?? 0,
    unrecognisable: whole?.unrecognisable ?? 0,
    districts: rows
      .filter(({ level }) => level === 'district')
      .map(({ district_id, people }) => ({
        districtId: district_id ?? '',
        people,
        places: rows
          .filter((row) => row.level === 'municipality' && row.district_id === district_id)
          .map((row) => ({ istatCode: row.municipality ?? '', people: row.people })),
      })),
  }
}
