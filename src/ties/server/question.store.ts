import { type Selectable, sql } from 'kysely'
import type { TieQuestion as Table } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Question, QuestionRow } from '../core/question.schema.ts'
import type { End } from '../core/question.ts'

const toQuestion = (row: Selectable<Table>): Question => ({
  id: row.id,
  districtId: row.district_id,
  kind: row.kind === 'claim' ? 'claim' : 'met',
  aId: row.a_id,
  bId: row.b_id,
  tieId: row.tie_id,
  occasionKind: row.occasion_kind,
  occasionId: row.occasion_id,
  times: row.times,
  firstDay: row.first_day,
  lastDay: row.last_day,
  state: row.state as Question['state'],
  aAnswer: row.a_answer as Question['aAnswer'],
  bAnswer: row.b_answer as Question['bAnswer'],
})

/** One question; others who answer it wait. */
export const lockQuestion = async (tx: Tx, id: string): Promise<Question | undefined> => {
  const row = await tx.db
    .selectFrom('tie_question')
    .selectAll()
    .where('id', '=', id)
    .where('district_id', 'in', tx.districts)
    .forUpdate()
    .executeTakeFirst()
  return row && toQuestion(row)
}

export const saveAnswer = async (tx: Tx, question: Question, end: End): Promise<void> => {
  await tx.db
    .updateTable('tie_question')
    .set({
      state: question.state,
      ...(end === 'a' ? { a_answer: question.aAnswer, a_at: tx.now } : { b_answer: question.bAnswer, b_at: tx.now }),
    })
    .where('district_id', '=', question.districtId)
    .where('id', '=', question.id)
    .execute()
}

/**
 * What a person is still asked: whatever this end has not answered. A refusal of the other end changes nothing here, so that
 * nobody reads it in a question that goes away. The other end is its initials.
 */
export const questionsFor = async (tx: Tx, districtId: string, personId: string): Promise<QuestionRow[]> => {
  const { rows } = await sql<QuestionRow & { firstDay: string | null }>`
    select q.id, q.kind, app.initials_of(q.district_id, case when q.a_id = ${personId} then q.b_id else q.a_id end) as other,
      coalesce(o.name, '') as place, q.times, q.first_day as "firstDay", q.last_day as "lastDay"
    from tie_question q left join organisation o on o.id = q.occasion_id
    where q.district_id = ${districtId}
      and (q.a_id = ${personId} and q.a_answer is null or q.b_id = ${personId} and q.b_answer is null)
    union all select x.id, 'across', x.other_label, '', 0, x.since, null from tie_across x
      where x.district_id = ${districtId} and x.person_id = ${personId} and x.answer is null
    order by "lastDay" desc nulls first, id limit 20`.execute(tx.db)
  return rows.map((row) => ({ ...row, other: row.other ?? '' }))
}

/** False when the same was asked before, whatever the answer. */
export const addClaim = async (
  tx: Tx,
  claim: { id: string; districtId: string; aId: string; bId: string; tieId: string },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('tie_question')
    .values({
      district_id: claim.districtId,
      id: claim.id,
      kind: 'claim',
      a_id: claim.aId,
      b_id: claim.bId,
      tie_id: claim.tieId,
      a_answer: 'yes',
      a_at: tx.now,
      made_at: tx.now,
      made_by: tx.actor.id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Whether a person stands in the reader's sight, under this very record. */
export const isPersonInSight = async (tx: Tx, districtId: string, personId: string): Promise<boolean> => {
  const row = await tx.db
    .selectFrom('person')
    .select('id')
    .where('district_id', '=', districtId)
    .where('id', '=', personId)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The shift of this person at which the two were first seen together: where the tie is born. */
export const birthOf = async (tx: Tx, question: Question, personId: string): Promise<string | null> => {
  if (question.occasionId === null || question.firstDay === null) return null
  const row = await tx.db
    .selectFrom('met')
    .select('source_id')
    .where('district_id', '=', question.districtId)
    .where('occasion_kind', '=', question.occasionKind)
    .where('occasion_id', '=', question.occasionId)
    .where('person_id', '=', personId)
    .where('day', '=', question.firstDay)
    .executeTakeFirst()
  return row?.source_id ?? null
}

export type BornTie = {
  readonly id: string
  readonly kind: string
  readonly since: string
  readonly evidence: string
  readonly originKind: string
  readonly originId: string | null
}

/** The first yes: a tie of this person with the other's initials. The answer must be saved. */
export const bearTie = async (
  tx: Tx,
  question: Question,
  personId: string,
  { id, ...tie }: BornTie,
): Promise<boolean> => {
  const { rows } = await sql<{ born: boolean }>`
    select app.half_tie(${question.districtId}, ${question.id}, ${personId}, ${id}, ${JSON.stringify(tie)}::jsonb, ${tx.now}) as born`.execute(
    tx.db,
  )
  return rows[0]?.born ?? false
}

/** Both said yes: the initials give way to the person. False when the tie is not there to be joined. */
export const joinTie = async (
  tx: Tx,
  question: Question,
  evidence: 'saidByBoth' | 'seenByWorker',
): Promise<boolean> => {
  const { rows } = await sql<{ joined: boolean }>`
    select app.join_tie(${question.districtId}, ${question.id}, ${evidence}, ${tx.now}) as joined`.execute(tx.db)
  return rows[0]?.joined ?? false
}

export type MetPair = {
  a_id: string
  b_id: string
  occasion_kind: string
  occasion_id: string
  times: number
  first_day: string
  last_day: string
}

/**
 * Pairs whom registers saw together on at least `least` days in the last year, where at most `crowd` people were. Only adults who
 * are followed, of one district, with no tie between them and never asked before.
 */
export const metPairs = async (
  tx: Tx,
  districtId: string,
  { least, crowd }: { least: number; crowd: number },
): Promise<MetPair[]> => {
  const { rows } = await sql<MetPair>`
    with seen as (
      select m.occasion_kind, m.occasion_id, m.day, coalesce(p.merged_into, p.id) as person_id,
        count(*) over (partition by m.occasion_kind, m.occasion_id, m.day) as people
      from met m join person p on p.district_id = m.district_id and p.id = m.person_id
      where m.district_id = ${districtId} and m.day > ${tx.today}::date - 365 and m.day <= ${tx.today}::date),
    asked as (
      select p.id from person p where p.district_id = ${districtId} and p.followed and p.erased_at is null and p.merged_into is null
        and (p.birth_date is null or p.birth_date <= ${tx.today}::date - interval '18 years')
        and (p.birth_year is null or p.birth_year <= extract(year from ${tx.today}::date) - 18)),
    pairs as (
      select distinct on (a.person_id, b.person_id) a.person_id as a_id, b.person_id as b_id, a.occasion_kind, a.occasion_id,
        count(distinct a.day)::int as times, min(a.day) as first_day, max(a.day) as last_day
      from seen a join seen b using (occasion_kind, occasion_id, day)
      where a.person_id < b.person_id and a.people <= ${crowd}
        and a.person_id in (select id from asked) and b.person_id in (select id from asked)
      group by 1, 2, 3, 4 having count(distinct a.day) >= ${least}
      order by a.person_id, b.person_id, count(distinct a.day) desc)
    select p.* from pairs p
    where not exists (select 1 from tie t where t.district_id = ${districtId}
      and (t.a_id = p.a_id and t.b_id = p.b_id or t.a_id = p.b_id and t.b_id = p.a_id))
      and not exists (select 1 from tie_question q where q.district_id = ${districtId}
        and least(q.a_id, q.b_id) = p.a_id and greatest(q.a_id, q.b_id) = p.b_id)
    limit 5000`.execute(tx.db)
  return rows
}

/** Makes questions of pairs, each once. */
export const askPairs = async (tx: Tx, districtId: string, pairs: readonly MetPair[]): Promise<void> => {
  await tx.db
    .insertInto('tie_question')
    .values(pairs.map((pair) => ({ ...pair, district_id: districtId, id: tx.newId(), kind: 'met', made_at: tx.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
