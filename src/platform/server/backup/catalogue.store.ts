import type pg from 'pg'
import type { BackupTable, Partition, SequenceState } from './backup.schema.ts'
import type { Pointer } from './order.ts'

export const leftOut = ['graphile_worker']

/** The product's schemas: all but the system's own, those of extensions' tables and the queue's. */
const ours = `n.nspname not in ('information_schema', 'graphile_worker') and n.nspname not like 'pg\\_%'
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

export const qualified = ({ schema, name }: { schema: string; name: string }): string => `${schema}.${name}`

/** Text settings on which COPY's output depends, the same at both ends; `row_security = off` fails rather than hide rows. */
export const settle = (client: pg.Client, mode: string): Promise<unknown> =>
  client.query(`begin ${mode};
    set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
    set local extra_float_digits = 1; set local bytea_output = 'hex'; set local row_security = off;
    set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0`)

/** Every table that keeps rows of the product, but the list of migrations, which each database has of its own. */
export const tablesOf = async (client: pg.Client): Promise<BackupTable[]> => {
  const { rows } = await client.query<BackupTable>(`
    select n.nspname as schema, c.relname as name, coalesce(
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '{}') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
      and (n.nspname, c.relname) <> ('public', 'migration') and ${ours}
    order by 1, 2`)
  return rows
}

export type ForeignKey = Pointer & { readonly table: string; readonly constraint: string; readonly deferrable: boolean }

export const foreignKeysOf = async (client: pg.Client): Promise<ForeignKey[]> => {
  const { rows } = await client.query<ForeignKey>(`
    select n.nspname || '.' || c.relname as from, tn.nspname || '.' || t.relname as to,
      format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as constraint, k.condeferrable as deferrable
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${ours}`)
  return rows
}

export const partitionsOf = async (client: pg.Client): Promise<Partition[]> => {
  const { rows } = await client.query<Partition>(`
    select n.nspname as schema, c.relname as name, pn.nspname as "parentSchema", p.relname as "parentName",
      pg_get_expr(c.relpartbound, c.oid) as bound, c.relrowsecurity as "rowSecurity"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_inherits i on i.inhrelid = c.oid
    join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
    where c.relispartition and c.relkind = 'r' and ${ours}
    order by 1, 2`)
  return rows
}

export const sequencesOf = async (client: pg.Client): Promise<SequenceState[]> => {
  const { rows } = await client.query<SequenceState>(`
    select s.schemaname as schema, s.sequencename as name,
      coalesce(s.last_value + s.increment_by, s.start_value)::text as next
    from pg_sequences s
    join pg_namespace n on n.nspname = s.schemaname
    join pg_class c on c.relnamespace = n.oid and c.relname = s.sequencename
    where ${ours} order by 1, 2`)
  return rows
}

/** Undefined if the product's migrations never ran here. */
export const migrationsOf = async (client: pg.Client): Promise<string[] | undefined> => {
  const known = await client.query(`select to_regclass('public.migration') as found`)
  if (known.rows[0]?.found === null) return undefined
  const { rows } = await client.query<{ name: string }>('select name from public.migration order by name')
  return rows.map(({ name }) => name)
}

export const momentOf = async (client: pg.Client): Promise<{ takenAt: string; server: string }> => {
  const { rows } = await client.query<{ takenAt: string; server: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "takenAt", current_setting('server_version') as server`,
  )
  const [moment] = rows
  if (!moment) throw new Error('the server told no time')
  return moment
}
