import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import { Sex } from '../core/person.schema.ts'
import type { KnownIdentity } from '../core/sheet.schema.ts'
import { fiscalIndex } from './personWrite.store.ts'

const opened = (tx: Tx, field: string, id: string, token: string | null): string | null =>
  token === null ? null : tx.services.secrets.open(`person.${field}`, id, token)
const list = (text: string | null): string[] => (text === null ? [] : (JSON.parse(text) as string[]))

/**
 * Everybody in a district's registry, as far as a comparison may know them: of one who is followed names, birth and
 * town, never what lies in the sheet.
 */
export const listIdentities = async (tx: Tx, districtId: string): Promise<KnownIdentity[]> => {
  const rows = await tx.db
    .selectFrom('person as p')
    .leftJoin('person_detail as d', (join) =>
      join.onRef('d.district_id', '=', 'p.district_id').onRef('d.person_id', '=', 'p.id').on('p.followed', '=', false),
    )
    .select([
      'p.id',
      'family_name',
      'given_name',
      'birth_date',
      'birth_year',
      'sex',
      'municipality_istat',
      'p.followed',
    ])
    .select(['d.person_id', 'fiscal_code_sealed', 'phones_sealed', 'emails_sealed'])
    .where('p.district_id', '=', districtId)
    .where('p.merged_into', 'is', null)
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({
    personId: row.id,
    followed: row.followed,
    familyName: row.family_name,
    givenName: row.given_name,
    birthDate: row.birth_date,
    birthYear: row.birth_year,
    sex: row.person_id === null ? 'unknown' : Sex.parse(row.sex),
    municipalityIstat: row.municipality_istat,
    fiscalCode: opened(tx, 'fiscalCode', row.id, row.fiscal_code_sealed),
    phones: list(opened(tx, 'phones', row.id, row.phones_sealed)),
    emails: list(opened(tx, 'emails', row.id, row.emails_sealed)),
  }))
}

/** Which of these codici fiscali are somebody's in the district, and whose. */
export const bearersOf = async (tx: Tx, districtId: string, codes: readonly string[]): Promise<Map<string, string>> => {
  const byIndex = new Map(codes.map((code) => [fiscalIndex(tx, code), code]))
  const { rows } = await sql<{ fiscal_index: string; id: string }>`
    select * from app.persons_of_codes(${districtId}::uuid, ${[...byIndex.keys()]}::text[]) b`.execute(tx.db)
  return new Map(rows.map(({ fiscal_index, id }) => [byIndex.get(fiscal_index) ?? '', id]))
}
