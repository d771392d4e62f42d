import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { ClassQuestion, NewClass } from '../core/class.schema.ts'
import type { ClassAnswer } from '../core/class.ts'

export type FoundWave = {
  readonly number: 1 | 2
  readonly question: ClassQuestion
  readonly most: number
  readonly codeSealed: string | null
  readonly openedAt: string
  readonly closesAt: string
  readonly answers: readonly ClassAnswer[]
}
export type FoundClass = NewClass & {
  readonly id: string
  readonly districtId: string
  readonly school: string
  readonly photoFileId: string | null
  readonly createdAt: string
  readonly erasedAt: string | null
}

const classes = (tx: Tx) =>
  tx.db
    .selectFrom('school_class as c')
    .leftJoin('organisation as o', 'o.id', 'c.organisation_id')
    .selectAll('c')
    .select('o.name as school')
    .where('c.district_id', 'in', tx.districts)

type Row = Awaited<ReturnType<ReturnType<typeof classes>['execute']>>[number]

const toClass = (row: Row): FoundClass => ({
  id: row.id,
  districtId: row.district_id,
  name: row.name,
  schoolYear: row.school_year,
  purpose: row.purpose,
  pupils: row.pupils,
  school: row.school ?? '',
  photoFileId: row.photo_file_id,
  createdAt: row.created_at,
  erasedAt: row.erased_at,
})

/** The classes of the teacher who asks, the newest first. */
export const listClasses = async (tx: Tx): Promise<FoundClass[]> =>
  (await classes(tx).orderBy('c.created_at', 'desc').limit(100).execute()).map(toClass)

export const findClass = async (tx: Tx, id: string, lock = false): Promise<FoundClass | undefined> => {
  const row = await classes(tx)
    .where('c.id', '=', id)
    .$if(lock, (query) => query.forUpdate('c'))
    .executeTakeFirst()
  return row && toClass(row)
}

export const addClass = async (
  tx: Tx,
  one: NewClass & { id: string; districtId: string; organisationId: string | null },
): Promise<void> => {
  await tx.db
    .insertInto('school_class')
    .values({
      district_id: one.districtId,
      id: one.id,
      organisation_id: one.organisationId,
      teacher_id: tx.actor.id,
      name: one.name,
      school_year: one.schoolYear,
      purpose: one.purpose,
      pupils: one.pupils,
      created_at: tx.now,
    })
    .execute()
}

/** The waves of a class with their answers, the first one first. */
export const wavesOf = async (tx: Tx, { districtId, id }: FoundClass): Promise<FoundWave[]> => {
  const { rows } = await sql<FoundWave>`
    select w.number, w.question, w.most, w.code_sealed as "codeSealed", w.opened_at as "openedAt", w.closes_at as "closesAt",
      coalesce((select jsonb_agg(jsonb_build_object('pupil', a.pupil, 'choices', a.choices)) from class_answer a
        where a.district_id = w.district_id and a.class_id = w.class_id and a.number = w.number), '[]') as answers
    from class_wave w where w.district_id = ${districtId} and w.class_id = ${id} order by w.number`.execute(tx.db)
  return rows
}

export const saveWave = async (
  tx: Tx,
  { districtId, id }: FoundClass,
  wave: Omit<FoundWave, 'answers' | 'openedAt'> & { codeHash: string },
): Promise<void> => {
  const row = {
    question: wave.question,
    most: wave.most,
    code_hash: wave.codeHash,
    code_sealed: wave.codeSealed,
    opened_at: tx.now,
    closes_at: wave.closesAt,
  }
  await tx.db
    .insertInto('class_wave')
    .values({ district_id: districtId, class_id: id, teacher_id: tx.actor.id, number: wave.number, ...row })
    .onConflict((conflict) => conflict.columns(['district_id', 'class_id', 'number']).doUpdateSet(row))
    .execute()
}

/** False when it was closed already, or never opened. A wave lasts a second at least. */
export const closeWave = async (tx: Tx, { districtId, id }: FoundClass, number: 1 | 2): Promise<boolean> => {
  const { rows } = await sql`
    update class_wave set closes_at = greatest(${tx.now}::timestamptz, opened_at + interval '1 second')
    where district_id = ${districtId} and class_id = ${id} and number = ${number} and closes_at > ${tx.now}::timestamptz
    returning number`.execute(tx.db)
  return rows.length > 0
}

export const takeBack = async (
  tx: Tx,
  { districtId, id }: FoundClass,
  number: number,
  pupil: number,
): Promise<boolean> => {
  const { numDeletedRows } = await tx.db
    .deleteFrom('class_answer')
    .where('district_id', '=', districtId)
    .where('class_id', '=', id)
    .where('number', '=', number)
    .where('pupil', '=', pupil)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export const savePhoto = async (tx: Tx, { districtId, id }: FoundClass, fileId: string): Promise<void> => {
  await tx.db
    .updateTable('school_class')
    .set({ photo_file_id: fileId })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Answers, codes and picture go; that the class was asked, and why, stays. */
export const eraseClass = async (tx: Tx, { districtId, id }: Pick<FoundClass, 'districtId' | 'id'>): Promise<void> => {
  await tx.db.deleteFrom('class_answer').where('district_id', '=', districtId).where('class_id', '=', id).execute()
  await sql`update class_wave set code_hash = null, code_sealed = null, closes_at = least(closes_at, greatest(${tx.now}::timestamptz, opened_at + interval '1 second'))
    where district_id = ${districtId} and class_id = ${id}`.execute(tx.db)
  await tx.db
    .updateTable('school_class')
    .set({ photo_file_id: null, erased_at: tx.now })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Classes that still hold answers, for the job that erases them when their year is over. */
export const keptClasses = async (tx: Tx): Promise<FoundClass[]> =>
  (await classes(tx).where('c.erased_at', 'is', null).execute()).map(toClass)

export type OpenClass = {
  readonly districtId: string
  readonly classId: string
  readonly number: number
  readonly name: string
  readonly question: ClassQuestion
  readonly most: number
  readonly pupils: number
  readonly answered: readonly number[]
}

/** What a code opens now. */
export const classOfCode = async (tx: Tx, hash: string): Promise<OpenClass | undefined> => {
  const { rows } = await sql<OpenClass>`
    select district_id as "districtId", class_id as "classId", number, name, question, most, pupils, answered
    from app.class_of_code(${hash}, ${tx.now}::timestamptz)`.execute(tx.db)
  return rows[0]
}

export const keepAnswer = async (tx: Tx, hash: string, pupil: number, choices: readonly number[]): Promise<string> => {
  const { rows } = await sql<{ why: string }>`
    select app.answer_class(${hash}, ${pupil}::int, ${[...choices]}::int[], ${tx.now}::timestamptz) as why`.execute(
    tx.db,
  )
  return rows[0]?.why ?? 'code'
}
