// Writes database/schema.ts from a migrated database: npm run schema -- postgres://owner@host/database
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const [url] = process.argv.slice(2)
if (!url) throw new Error('usage: npm run schema -- URL of a migrated database')
const out = 'database/schema.ts'
execFileSync('kysely-codegen', [
  ...['--url', url, '--dialect', 'postgres', '--out-file', out, '--exclude-pattern', '(graphile_worker|app).*'],
  ...['--date-parser', 'string', '--numeric-parser', 'number', '--log-level', 'error'],
])
// the pool reads instants as ISO text, counts as numbers and JSON as unknown: see src/platform/server/pool.ts
const text = readFileSync(out, 'utf8')
  .replace(/export type Int8 = .*;/, 'export type Int8 = number')
  .replace(/export type Timestamp = .*;/, 'export type Timestamp = string')
  .replace(/export type Numeric = .*;/, 'export type Numeric = number')
  .replace(
    /export type Json = [\s\S]*?(?=export type|export interface Account)/,
    'export type Json = ColumnType<unknown, string, string>\n\n',
  )
  .replace(/export type Json(Array|Object|Primitive|Value) = [\s\S]*?(?=export (type|interface))/g, '')
  .replace('by kysely-codegen.', 'from a migrated database by `npm run schema`.')
writeFileSync(out, text)
execFileSync('biome', ['check', '--write', out])
