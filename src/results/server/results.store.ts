import { sql } from 'kysely'
import type { Day } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Counted, Period } from '../core/results.ts'

type Row = {
  level: string
  district_id: string | null
  municipality: string | null
  place: string | null
  people: number
  unrecognisable: number
}

type Count = { readonly counted: Counted; readonly places: ReadonlyMap<string, string> }

/** Beneficiaries of pacts signed by a day, each person once at each level, and the names of the places; aggregates only. */
export const countBeneficiaries = async (tx: Tx, day: Day): Promise<Count> => {
  const { rows } = await sql<Row>`select c.*, m.name as place from app.count_beneficiaries(${day}::date) c
    left join municipality m on m.istat_code = c.municipality`.execute(tx.db)
  const places = new Map(rows.flatMap(({ municipality, place }) => (municipality ? [[municipality, place ?? '']] : [])))
  return { counted: countedIn(rows), places }
}

/** Who was in a pact on some day of a period, each person once, and for how many it was the first time. */
export const countReached = async (tx: Tx, period: Period): Promise<{ reached: number; firstTime: number }> => {
  const { rows } = await sql<{ reached: number; firstTime: number }>`
    select reached, first_time as "firstTime" from app.count_reached(${period.from}::date, ${period.until}::date)`.execute(
    tx.db,
  )
  return rows[0] ?? { reached: 0, firstTime: 0 }
}

const countedIn = (rows: readonly Row[]): Counted => {
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
