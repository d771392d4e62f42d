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
  reached: number
  first_time: number
}

type Count = { readonly counted: Counted; readonly places: ReadonlyMap<string, string>; readonly reached: ReachedCount }
type ReachedCount = { readonly reached: number; readonly firstTime: number }

/** Beneficiaries of pacts signed by a day, each person once at each level, the names of the places, and who was reached in a period; aggregates only. */
export const countBeneficiaries = async (tx: Tx, { day, period }: { day: Day; period: Period }): Promise<Count> => {
  const { rows } =
    await sql<Row>`select c.*, m.name as place, r.reached, r.first_time from app.count_beneficiaries(${day}::date) c
    cross join app.count_reached(${period.from}::date, ${period.until}::date) r
    left join municipality m on m.istat_code = c.municipality`.execute(tx.db)
  const places = new Map(rows.flatMap(({ municipality, place }) => (municipality ? [[municipality, place ?? '']] : [])))
  const [any] = rows
  return { counted: countedIn(rows), places, reached: { reached: any?.reached ?? 0, firstTime: any?.first_time ?? 0 } }
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
