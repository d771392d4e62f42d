import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import { withStart } from '../core/catalogue.start.ts'
import { defaultDeadlines, defaultRules, newProgramme } from '../core/settings.defaults.ts'
import type {
  CatalogueItem,
  CatalogueKind,
  District,
  Municipality,
  Programme,
  Target,
  Versioned,
} from '../core/settings.schema.ts'

type Details = { readonly deadlines?: object; readonly rules?: object }

/** The programme; what a newer version of the product adds to it has its default until somebody sets it. */
export const getProgramme = async (tx: Tx): Promise<Programme & { version: number }> => {
  const row = await tx.db.selectFrom('programme').selectAll().executeTakeFirst()
  if (!row) return { ...newProgramme, version: 0 }
  const details = row.details as Details
  return {
    name: row.name,
    funder: row.funder,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    deadlines: { ...defaultDeadlines, ...details.deadlines },
    rules: { ...defaultRules, ...details.rules },
    version: row.version,
  }
}

/** False when somebody changed it since `version` was read. */
export const saveProgramme = async (
  tx: Tx,
  { deadlines, rules, ...one }: Programme,
  version: number,
): Promise<boolean> => {
  const row = {
    name: one.name,
    funder: one.funder,
    starts_on: one.startsOn,
    ends_on: one.endsOn,
    details: JSON.stringify({ deadlines, rules }),
  }
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('programme')
    .values({ ...row, version: version + 1 })
    .onConflict((conflict) =>
      conflict
        .column('single')
        // what else is written there (that this is a demo) stays
        .doUpdateSet({ ...row, details: sql<string>`programme.details || excluded.details`, version: version + 1 })
        .where('programme.version', '=', version),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const listDistricts = async (tx: Tx): Promise<Versioned<District>[]> => {
  const rows = await tx.db
    .selectFrom('district')
    .leftJoin('district_setting', (join) =>
      join.onRef('district_setting.district_id', '=', 'district.id').on('district_setting.key', '=', 'deadlines'),
    )
    .selectAll('district')
    .select('district_setting.value')
    .orderBy('district.code')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    seat: row.seat,
    controller: row.controller,
    controllerContact: row.controller_contact,
    dpoContact: row.dpo_contact,
    state: row.state === 'closed' ? 'closed' : 'active',
    deadlines: (row.value ?? {}) as District['deadlines'],
    version: row.version,
  }))
}

/** Under which version a record is changed; absent: whatever stands there is replaced. */
type Under = number | undefined

/** False when somebody changed it since `under` was read, or made it meanwhile; so for the others below. */
export const saveDistrict = async (tx: Tx, district: District, under?: Under): Promise<boolean> => {
  const row = {
    name: district.name,
    seat: district.seat,
    controller: district.controller,
    controller_contact: district.controllerContact,
    dpo_contact: district.dpoContact,
    state: district.state,
  }
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('district')
    .values({ id: district.id, code: district.code, ...row })
    .onConflict((conflict) => {
      const update = conflict.column('code').doUpdateSet({ ...row, version: sql`district.version + 1` })
      return under === undefined ? update : update.where('district.version', '=', under)
    })
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  const value = JSON.stringify(district.deadlines)
  await tx.db
    .insertInto('district_setting')
    .values({ district_id: district.id, key: 'deadlines', value })
    .onConflict((conflict) => conflict.columns(['district_id', 'key']).doUpdateSet({ value }))
    .execute()
  return true
}

const toItem = (row: {
  id: string
  kind: string
  code: string
  label_it: string
  label_en: string
  data: unknown
  position: number
  active: boolean
}): CatalogueItem => ({
  id: row.id,
  kind: row.kind as CatalogueKind,
  code: row.code,
  labelIt: row.label_it,
  labelEn: row.label_en,
  data: row.data as CatalogueItem['data'],
  position: row.position,
  active: row.active,
})

/** One list of the configuration, or all of them; switched-off entries included. */
export const listCatalogue = async (tx: Tx, kind?: CatalogueKind): Promise<Versioned<CatalogueItem>[]> => {
  const rows = await tx.db
    .selectFrom('catalogue_item')
    .selectAll()
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .orderBy('kind')
    .orderBy('position')
    .orderBy('code')
    .execute()
  const versions = new Map(rows.map((row) => [`${row.kind} ${row.code}`, row.version]))
  // an entry that nobody has saved yet is a new one
  return withStart(rows.map(toItem), kind).map((item) => ({
    ...item,
    version: versions.get(`${item.kind} ${item.code}`) ?? 0,
  }))
}

export const saveCatalogueItems = async (tx: Tx, items: readonly CatalogueItem[], under?: Under): Promise<boolean> => {
  if (items.length === 0) return true
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('catalogue_item')
    .values(
      items.map((item) => ({
        id: item.id,
        kind: item.kind,
        code: item.code,
        label_it: item.labelIt,
        label_en: item.labelEn,
        data: JSON.stringify(item.data),
        position: item.position,
        active: item.active,
      })),
    )
    .onConflict((conflict) => {
      const update = conflict.columns(['kind', 'code']).doUpdateSet((row) => ({
        label_it: row.ref('excluded.label_it'),
        label_en: row.ref('excluded.label_en'),
        data: row.ref('excluded.data'),
        position: row.ref('excluded.position'),
        active: row.ref('excluded.active'),
        version: sql`catalogue_item.version + 1`,
      }))
      return under === undefined ? update : update.where('catalogue_item.version', '=', under)
    })
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) === items.length
}

export const listTargets = async (tx: Tx): Promise<Versioned<Target>[]> => {
  const rows = await tx.db.selectFrom('target').selectAll().orderBy('position').orderBy('code').execute()
  return rows.map((row) => ({
    code: row.code,
    labelIt: row.label_it,
    labelEn: row.label_en,
    value: row.value,
    definitionIt: row.definition_it,
    definitionEn: row.definition_en,
    position: row.position,
    version: row.version,
  }))
}

export const saveTargets = async (tx: Tx, targets: readonly Target[], under?: Under): Promise<boolean> => {
  if (targets.length === 0) return true
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('target')
    .values(
      targets.map((one) => ({
        code: one.code,
        label_it: one.labelIt,
        label_en: one.labelEn,
        value: one.value,
        definition_it: one.definitionIt,
        definition_en: one.definitionEn,
        position: one.position,
      })),
    )
    .onConflict((conflict) => {
      const update = conflict.column('code').doUpdateSet((row) => ({
        label_it: row.ref('excluded.label_it'),
        label_en: row.ref('excluded.label_en'),
        value: row.ref('excluded.value'),
        definition_it: row.ref('excluded.definition_it'),
        definition_en: row.ref('excluded.definition_en'),
        position: row.ref('excluded.position'),
        version: sql`target.version + 1`,
      }))
      return under === undefined ? update : update.where('target.version', '=', under)
    })
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) === targets.length
}

export const listMunicipalities = async (tx: Tx): Promise<Municipality[]> => {
  const rows = await tx.db.selectFrom('municipality').selectAll().orderBy('name').execute()
  return rows.map((row) => ({
    istatCode: row.istat_code,
    cadastralCode: row.cadastral_code,
    name: row.name,
    districtId: row.district_id,
    lat: row.lat,
    lon: row.lon,
  }))
}

export const saveMunicipalities = async (tx: Tx, municipalities: readonly Municipality[]): Promise<void> => {
  if (municipalities.length === 0) return
  await tx.db
    .insertInto('municipality')
    .values(
      municipalities.map((one) => ({
        istat_code: one.istatCode,
        cadastral_code: one.cadastralCode,
        name: one.name,
        district_id: one.districtId,
        lat: one.lat,
        lon: one.lon,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('istat_code').doUpdateSet((row) => ({
        cadastral_code: row.ref('excluded.cadastral_code'),
        name: row.ref('excluded.name'),
        district_id: row.ref('excluded.district_id'),
        lat: row.ref('excluded.lat'),
        lon: row.ref('excluded.lon'),
      })),
    )
    .execute()
}

/** False when there is no such municipality. */
export const putMunicipality = async (tx: Tx, istatCode: string, districtId: string | null): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('municipality')
    .set({ district_id: districtId })
    .where('istat_code', '=', istatCode)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What one district lives by, in one question: its deadlines, the rules, and the kinds of pact that may be chosen. */
export const getRules = async (
  tx: Tx,
  districtId: string,
): Promise<{
  name: string
  deadlines: object
  rules: object
  kinds: { code: string; data: Record<string, unknown> }[]
}> => {
  const { rows } = await sql<{ name: string; details: Details; own: object | null; kinds: never }>`
    select coalesce(max(p.name), '') as name, coalesce((array_agg(p.details))[1], '{}'::jsonb) as details,
      (select s.value from district_setting s where s.district_id = ${districtId} and s.key = 'deadlines') as own,
      (select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'data', c.data)), '[]'::jsonb)
        from catalogue_item c where c.kind = 'pactKind' and c.active) as kinds
    from programme p`.execute(tx.db)
  const [row] = rows
  return {
    name: row?.name ?? newProgramme.name,
    deadlines: { ...defaultDeadlines, ...row?.details.deadlines, ...row?.own },
    rules: { ...defaultRules, ...row?.details.rules },
    kinds: row?.kinds ?? [],
  }
}
