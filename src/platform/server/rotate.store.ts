import type pg from 'pg'
import type { Secrets } from './secret/secrets.ts'

/** Where sealed values lie: a column (or the text `inside` a JSON column) and the column of the row that each belongs to. */
export type SealedField = {
  readonly table: string
  readonly column: string
  readonly row: string
  readonly field: string
  readonly inside?: string
}

type Kept = { readonly row: string; readonly token: string }
const atOnce = 500

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const tokenOf = ({ column, inside }: SealedField): string =>
  inside ? `(${quoted(column)} ->> '${inside}')` : quoted(column)

const stale = async (owner: pg.Pool, place: SealedField, keyId: string): Promise<Kept[]> => {
  const token = tokenOf(place)
  const { rows } = await owner.query<Kept>(
    `select ${quoted(place.row)}::text as row, ${token} as token from ${quoted(place.table)}
     where ${token} is not null and not starts_with(${token}, $1) limit ${atOnce}`,
    [`${keyId}.`],
  )
  return rows
}

/** Only what still holds the token that was read is written: what somebody changed meanwhile is under today's key already. */
const replace = (owner: pg.Pool, place: SealedField, rows: readonly (Kept & { fresh: string })[]): Promise<unknown> => {
  const { column, inside } = place
  const value = inside ? `jsonb_set(${quoted(column)}, '{${inside}}', to_jsonb(fresh))` : 'fresh'
  return owner.query(
    `update ${quoted(place.table)} set ${quoted(column)} = ${value}
     from unnest($1::text[], $2::text[], $3::text[]) as one (at_row, old, fresh)
     where ${quoted(place.row)}::text = at_row and ${tokenOf(place)} = old`,
    [rows.map(({ row }) => row), rows.map(({ token }) => token), rows.map(({ fresh }) => fresh)],
  )
}

/**
 * Seals one column anew under today's key, some hundreds of values at a time. May be stopped and started again at any
 * moment, and beside a running product that has the same keys. Throws `CannotOpen` at a value that no key here opens.
 */
export const rotateField = async (owner: pg.Pool, secrets: Secrets, place: SealedField): Promise<number> => {
  for (let done = 0; ; ) {
    const rows = await stale(owner, place, secrets.keyId)
    if (rows.length === 0) return done
    const fresh = rows.map((one) => ({ ...one, fresh: secrets.reseal(place.field, one.row, one.token) }))
    await replace(owner, place, fresh)
    done += rows.length
  }
}
