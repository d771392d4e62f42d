import { sql } from 'kysely'
import { z } from 'zod'
import { dayOf } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Result } from '../core/figures.ts'
import { MeasurePlan } from '../core/plan.schema.ts'
import type { Plan } from '../core/schedule.ts'
import type { LoadedTexts } from '../core/texts.ts'

export type KeptTexts = LoadedTexts & { readonly permission: string; readonly loadedOn: string; readonly by: string }

/** The texts of every instrument, or of one: all revisions, the newest first. */
export const listTexts = async (tx: Tx, code?: string): Promise<KeptTexts[]> => {
  const rows = await tx.db
    .selectFrom('instrument_text as t')
    .leftJoin('account as a', 'a.id', 't.loaded_by')
    .selectAll('t')
    .select('a.name as by')
    .$if(code !== undefined, (query) => query.where('t.code', '=', code ?? ''))
    .orderBy('t.language')
    .orderBy('t.revision', 'desc')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    version: row.version,
    language: row.language,
    revision: row.revision,
    texts: z.record(z.string(), z.string()).parse(row.texts),
    permission: row.permission,
    loadedOn: dayOf(row.loaded_at),
    by: row.by ?? '',
  }))
}

type NewTexts = Omit<LoadedTexts, 'revision'> & { readonly permission: string }

/** Loads one more revision; gives its number, or undefined when somebody loaded another at the same moment. */
export const addTexts = async (tx: Tx, one: NewTexts): Promise<number | undefined> => {
  const { rows } = await sql<{ revision: number }>`
    insert into instrument_text (id, code, version, language, revision, texts, permission, loaded_by, loaded_at)
    select ${tx.newId()}, ${one.code}, ${one.version}, ${one.language}, coalesce(max(revision), 0) + 1,
      ${JSON.stringify(one.texts)}::jsonb, ${one.permission}, ${tx.actor.id}, ${tx.now}::timestamptz
    from instrument_text where code = ${one.code} and version = ${one.version} and language = ${one.language}
    on conflict do nothing returning revision`.execute(tx.db)
  return rows[0]?.revision
}

/** How far the plan has reached the pacts under way; null where it never changed. */
export const readReach = async (tx: Tx): Promise<{ on: string; pacts: number } | 'soon' | null> => {
  const row = await tx.db.selectFrom('measure_plan').selectAll().executeTakeFirstOrThrow()
  if (row.applied_version < row.version) return 'soon'
  return row.applied_at === null ? null : { on: dayOf(row.applied_at), pacts: row.pacts_touched }
}

export const readPlan = async (tx: Tx): Promise<Plan & { readonly version: number }> => {
  const row = await tx.db.selectFrom('measure_plan').selectAll().executeTakeFirstOrThrow()
  const plan = MeasurePlan.parse({
    battery: row.battery,
    firstDays: row.first_days,
    midMonths: row.mid_months,
    lastDays: row.last_days,
    afterMonths: row.after_months,
  })
  return { ...plan, version: row.version }
}

/** False when somebody changed it since `version` was read. */
export const savePlan = async (tx: Tx, plan: Plan, version: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('measure_plan')
    .set({
      battery: [...plan.battery],
      first_days: plan.firstDays,
      mid_months: plan.midMonths,
      last_days: plan.lastDays,
      after_months: plan.afterMonths,
      version: version + 1,
    })
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Results without names in these districts; the database answers only for those whose figures the actor may see. */
export const resultsIn = async (tx: Tx, districts: readonly string[]): Promise<Result[]> => {
  const { rows } = await sql<
    Omit<Result, 'value' | 'person' | 'told'> & {
      person: string | number
      value: string | null
      told: string | number
    }
  >`
    select * from app.measure_results(${[...districts]}::uuid[])`.execute(tx.db)
  return rows.map((row) => ({
    ...row,
    person: Number(row.person),
    told: Number(row.told),
    value: row.value === null ? null : Number(row.value),
  }))
}
