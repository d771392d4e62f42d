import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rotateKeys } from '../../src/app/rotate.ts'
import { sealedFields } from '../../src/app/sealedFields.ts'
import { makeFiles } from '../../src/platform/server/files/files.ts'
import { openPool } from '../../src/platform/server/pool.ts'
import { rotateField } from '../../src/platform/server/rotate.store.ts'
import { readKeys } from '../../src/platform/server/secret/keys.ts'
import { CannotOpen, makeSecrets } from '../../src/platform/server/secret/secrets.ts'
import { crema, openHouse, type TestHouse } from '../house.ts'
import { folder } from './product.ts'

let house: TestHouse
let owner: ReturnType<typeof openPool>
const data = folder('rotate')
const [old, fresh] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]
const before = makeSecrets(readKeys(old))
const after = makeSecrets(readKeys(`${fresh},${old}`))
const onlyFresh = makeSecrets(readKeys(fresh))
const idOf = (no: number): string => `019c0000-0000-7000-8000-${no.toString(16).padStart(12, '0')}`

beforeAll(async () => {
  house = await openHouse('rotate')
  owner = openPool({ ...house.db.owner, max: 2 })
})
afterAll(async () => {
  await owner.end()
  await house.close()
  data.remove()
})

test('every sealed column of the database has its place in the list', async () => {
  const found = await house.sql<{ place: string }>(
    `select table_name || '.' || column_name as place from information_schema.columns
     where table_schema = 'public' and data_type = 'text' and column_name like '%\\_sealed' order by 1`,
  )
  const listed = sealedFields.map(({ table, column }) => `${table}.${column}`)
  expect(found.length).toBeGreaterThan(10)
  expect(found.map(({ place }) => place).filter((place) => !listed.includes(place))).toEqual([])
  for (const { table, column, row } of sealedFields)
    expect(await house.sql(`select ${column}, ${row} from ${table} limit 0`)).toEqual([])
})

test('a rotation that is stopped and started again leaves everything under the new key, and nothing is lost', async () => {
  await fill(1_200)
  const files = makeFiles({ dataDir: data.path, secrets: before })
  const kept = await files.put({ name: 'nota.txt', bytes: Buffer.from('Una nota che resta.') })
  const place = sealedFields.find(({ table }) => table === 'household')
  if (!place || !kept.ok) throw new Error('nothing to rotate')
  const broken = { ...owner, query: failing(2) } as unknown as typeof owner
  await expect(rotateField(broken, after, place)).rejects.toThrow('cut short')
  const half = (await addresses()).filter(({ token }) => after.isCurrent(token)).length
  expect([half > 0, half < 1_200]).toEqual([true, true])
  const means = { owner, secrets: after, files: makeFiles({ dataDir: data.path, secrets: after }) }
  expect(await rotateKeys(means)).toEqual({ values: 1_200 - half, files: 1 })
  expect(await rotateKeys(means)).toEqual({ values: 0, files: 0 })
  const rows = await addresses()
  expect(rows).toHaveLength(1_200)
  expect(rows.filter(({ id, token }) => onlyFresh.open('household.address', id, token) !== `Via ${id}`)).toEqual([])
  const text = await makeFiles({ dataDir: data.path, secrets: onlyFresh }).get(kept.value.fileId)
  expect(Buffer.from(text ?? []).toString()).toBe('Una nota che resta.')
})

test('indexes stay as they are, so that searches go on finding', () =>
  expect(after.blindIndex('person.fiscalCode', 'RSSMRA80A01H501U')).toBe(
    before.blindIndex('person.fiscalCode', 'RSSMRA80A01H501U'),
  ))

test('a value that no key opens stops the rotation by name and is left alone', async () => {
  await house.sql(`update household set address_sealed = $2 where id = $1`, [
    idOf(0),
    before.seal('household.address', idOf(1), 'x'),
  ])
  const files = makeFiles({ dataDir: data.path, secrets: after })
  await expect(rotateKeys({ owner, secrets: after, files })).rejects.toThrow(CannotOpen)
  expect((await addresses()).find(({ id }) => id === idOf(0))?.token).toMatch(new RegExp(`^${before.keyId}`))
})

const addresses = async (): Promise<{ id: string; token: string }[]> =>
  house.sql('select id, address_sealed as token from household order by id')

const fill = async (count: number): Promise<void> => {
  const rows = Array.from({ length: count }, (_, no) => ({
    id: idOf(no),
    token: before.seal('household.address', idOf(no), `Via ${idOf(no)}`),
  }))
  await house.sql(
    `insert into household (district_id, id, label, address_sealed, created_at)
     select $1, r.id, 'Famiglia', r.token, now() from jsonb_to_recordset($2::jsonb) as r (id uuid, token text)`,
    [crema, JSON.stringify(rows)],
  )
}

/** A connection that is cut at the second change. */
const failing = (atMost: number): ((text: string, values: unknown[]) => Promise<unknown>) => {
  const told = { changes: 0 }
  return (text, values) => {
    if (text.startsWith('update') && ++told.changes >= atMost) return Promise.reject(new Error('cut short'))
    return owner.query(text, values)
  }
}
