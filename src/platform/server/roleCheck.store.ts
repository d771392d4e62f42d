import type pg from 'pg'
import { migrations } from './migrate.ts'

/** Row-level security is the second lock only if the run-time role can neither switch it off nor walk around it. */
export const refuseMightyRole = async (app: pg.Pool): Promise<void> => {
  const { rows } = await app.query<{ mighty: boolean; owns: boolean; role: string }>(
    `select current_user as role, r.rolsuper or r.rolbypassrls as mighty,
       exists (select 1 from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owns
     from pg_roles r where r.rolname = current_user`,
  )
  const found = rows[0]
  if (found?.mighty || found?.owns)
    throw new Error(
      `DATABASE_URL: il ruolo «${found.role}» può scavalcare i diritti; ne serve uno senza superuser che non possieda tabelle. / The role "${found.role}" can walk around the rights; use one without superuser that owns no table.`,
    )
}

/** Without the owner's address nothing is migrated: then the schema must already be this version's. */
export const schemaIsCurrent = async (app: pg.Pool): Promise<void> => {
  const { rows } = await app.query<{ name: string }>('select name from migration').catch(() => ({ rows: [] }))
  const missing = migrations().filter(({ name }) => !rows.some((row) => row.name === name))
  if (missing.length > 0)
    throw new Error(
      `Il database non è aggiornato (manca ${missing[0]?.name}): indicare MIGRATE_DATABASE_URL. / The database is behind (it lacks ${missing[0]?.name}): set MIGRATE_DATABASE_URL.`,
    )
}
