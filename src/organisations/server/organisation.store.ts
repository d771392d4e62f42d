import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { OrganisationQuery } from '../core/organisation.api.ts'
import type {
  OrganisationChoice,
  OrganisationKind,
  OrganisationRow,
  Site,
  SiteDraft,
} from '../core/organisation.schema.ts'
import type { tidied } from '../core/organisation.ts'

type Kept = ReturnType<typeof tidied>
/** An organisation as it is kept. */
export type Found = Kept & { readonly id: string; readonly version: number }

const holding = (q: string): string => `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

const wherePart = (
  query: Pick<OrganisationQuery, 'q' | 'kind' | 'district' | 'municipality' | 'active'>,
): RawBuilder<unknown> => {
  const parts: RawBuilder<unknown>[] = [sql`true`]
  const q = query.q.trim()
  if (q) parts.push(sql`(lower(o.name) like ${holding(q)} or o.tax_code = ${q.replace(/\D/g, '') || null})`)
  if (query.kind) parts.push(sql`o.kind = ${query.kind}`)
  if (query.active) parts.push(sql`o.active = ${query.active === 'yes'}`)
  if (query.district)
    parts.push(
      sql`exists (select 1 from organisation_district d where d.organisation_id = o.id and d.district_id = ${query.district})`,
    )
  if (query.municipality)
    parts.push(
      sql`exists (select 1 from site s where s.organisation_id = o.id and s.active and s.municipality_istat = ${query.municipality})`,
    )
  return sql.join(parts, sql` and `)
}

export const listOrganisations = async (
  tx: Tx,
  query: OrganisationQuery,
): Promise<{ rows: OrganisationRow[]; total: number }> => {
  const where = wherePart(query)
  const { rows } = await sql<OrganisationRow>`
    select o.id, o.name, o.kind, o.active, o.what_it_brings as "whatItBrings",
      array(select d.district_id::text from organisation_district d where d.organisation_id = o.id order by 1) as "districtIds",
      array(select distinct m.name from site s join municipality m on m.istat_code = s.municipality_istat
        where s.organisation_id = o.id and s.active order by 1) as places
    from organisation o where ${where}
    order by lower(o.name), o.id limit ${query.limit} offset ${query.offset}`.execute(tx.db)
  const counted = await sql<{
    total: number
  }>`select count(*)::int as total from organisation o where ${where}`.execute(tx.db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export const listChoices = async (
  tx: Tx,
  q: string,
  kind: OrganisationKind | undefined,
): Promise<OrganisationChoice[]> => {
  const { rows } = await sql<OrganisationChoice>`
    select o.id, o.name, o.kind from organisation o
    where o.active and ${wherePart({ q, kind, active: 'yes', district: undefined, municipality: undefined })}
    order by lower(o.name) like ${holding(q.trim()).slice(1)} desc, lower(o.name), o.id limit 20`.execute(tx.db)
  return rows
}

export const findOrganisation = async (tx: Tx, id: string): Promise<Found | undefined> => {
  const { rows } = await sql<Found>`
    select o.id, o.name, o.kind, o.tax_code as "taxCode", o.runts_number as "runtsNumber", o.ipa_code as "ipaCode",
      o.school_code as "schoolCode", o.email, o.phone, o.what_it_brings as "whatItBrings", o.active, o.version,
      array(select d.district_id::text from organisation_district d where d.organisation_id = o.id order by 1) as "districtIds"
    from organisation o where o.id = ${id}`.execute(tx.db)
  return rows[0]
}

/** Another organisation with the tax code; until the transaction ends nobody else can take that code. */
export const holdTaxCode = async (
  tx: Tx,
  taxCode: string,
  except: string,
): Promise<{ id: string; name: string } | undefined> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`organisation ${taxCode}`}, 0))`.execute(tx.db)
  return tx.db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('tax_code', '=', taxCode)
    .where('id', '<>', except)
    .executeTakeFirst()
}

const columnsOf = (one: Kept) => ({
  name: one.name,
  kind: one.kind,
  tax_code: one.taxCode,
  runts_number: one.runtsNumber,
  ipa_code: one.ipaCode,
  school_code: one.schoolCode,
  email: one.email,
  phone: one.phone,
  what_it_brings: one.whatItBrings,
  active: one.active,
})

const addDistricts = async (tx: Tx, id: string, districtIds: readonly string[]): Promise<void> => {
  if (districtIds.length > 0)
    await tx.db
      .insertInto('organisation_district')
      .values(districtIds.map((districtId) => ({ organisation_id: id, district_id: districtId })))
      .execute()
}

export const insertOrganisation = async (tx: Tx, id: string, one: Kept): Promise<void> => {
  await tx.db
    .insertInto('organisation')
    .values({ id, ...columnsOf(one), created_at: tx.now })
    .execute()
  await addDistricts(tx, id, one.districtIds)
}

/** False when somebody changed it since `version` was read. */
export const saveOrganisation = async (tx: Tx, id: string, one: Kept, version: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('organisation')
    .set({ ...columnsOf(one), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tx.db.deleteFrom('organisation_district').where('organisation_id', '=', id).execute()
  await addDistricts(tx, id, one.districtIds)
  return true
}

export const listSites = async (tx: Tx, organisationId: string): Promise<Site[]> => {
  const { rows } = await sql<Site>`
    select s.id, s.name, s.address, s.municipality_istat as "municipalityIstat", m.name as municipality,
      s.place_kind as "placeKind", s.active, s.version
    from site s left join municipality m on m.istat_code = s.municipality_istat
    where s.organisation_id = ${organisationId} order by s.active desc, lower(s.name), s.id`.execute(tx.db)
  return rows
}

const siteColumns = (site: SiteDraft) => ({
  name: site.name.trim(),
  address: site.address.trim(),
  municipality_istat: site.municipalityIstat,
  place_kind: site.placeKind,
  active: site.active,
})

export const insertSite = async (
  tx: Tx,
  ids: { id: string; organisationId: string },
  site: SiteDraft,
): Promise<void> => {
  await tx.db
    .insertInto('site')
    .values({ id: ids.id, organisation_id: ids.organisationId, ...siteColumns(site) })
    .execute()
}

/** False when somebody changed the site since `version` was read; absent: whatever stands there is replaced. */
export const saveSite = async (
  tx: Tx,
  ids: { id: string; organisationId: string; version?: number | undefined },
  site: SiteDraft,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('site')
    .set({ ...siteColumns(site), version: sql`version + 1` })
    .where('id', '=', ids.id)
    .where('organisation_id', '=', ids.organisationId)
    .$if(ids.version !== undefined, (query) => query.where('version', '=', ids.version ?? 0))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const namesOf = async (tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
  ids.length === 0
    ? []
    : tx.db
        .selectFrom('organisation')
        .select(['id', 'name'])
        .where('id', 'in', [...ids])
        .execute()
