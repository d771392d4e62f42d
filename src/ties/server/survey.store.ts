import { sql } from 'kysely'
import type { Day } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { FoundLink } from '../core/network.take.ts'
import type { Said } from '../core/survey.schema.ts'
import type { InvitedBody, SeenPair, Told } from '../core/survey.ts'

export type FoundSurvey = {
  readonly id: string
  readonly districtId: string
  readonly year: number
  readonly openedOn: Day
  readonly closesOn: Day
  readonly closedAt: string | null
}

const surveys = (tx: Tx) =>
  tx.db
    .selectFrom('body_survey')
    .select([
      'id',
      'district_id as districtId',
      'year',
      'opened_on as openedOn',
      'closes_on as closesOn',
      'closed_at as closedAt',
    ])

export const listSurveys = async (tx: Tx, districtId: string): Promise<FoundSurvey[]> =>
  surveys(tx).where('district_id', '=', districtId).orderBy('year', 'desc').execute()

export const findSurvey = async (tx: Tx, id: string): Promise<FoundSurvey | undefined> =>
  surveys(tx).where('district_id', 'in', tx.districts).where('id', '=', id).executeTakeFirst()

/** False when the survey of this year is there already. */
export const addSurvey = async (tx: Tx, one: Omit<FoundSurvey, 'closedAt'>): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('body_survey')
    .values({
      district_id: one.districtId,
      id: one.id,
      year: one.year,
      opened_on: one.openedOn,
      closes_on: one.closesOn,
      opened_by: tx.actor.id,
    })
    .onConflict((conflict) => conflict.columns(['district_id', 'year']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const closeSurvey = async (tx: Tx, { districtId, id }: FoundSurvey): Promise<void> => {
  await tx.db
    .updateTable('body_survey')
    .set({ closed_at: tx.now })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Active bodies of a district, by name. */
export const bodiesIn = async (
  tx: Tx,
  districtId: string,
): Promise<{ id: string; name: string; kind: string; email: string }[]> =>
  tx.db
    .selectFrom('organisation as o')
    .innerJoin('organisation_district as d', 'd.organisation_id', 'o.id')
    .select(['o.id', 'o.name', 'o.kind', 'o.email'])
    .where('d.district_id', '=', districtId)
    .where('o.active', '=', true)
    .orderBy('o.name')
    .execute()

export const addInvites = async (
  tx: Tx,
  { districtId, id }: Pick<FoundSurvey, 'districtId' | 'id'>,
  invites: readonly { organisationId: string; tokenHash: string }[],
): Promise<void> => {
  await tx.db
    .insertInto('body_invite')
    .values(
      invites.map(({ organisationId, tokenHash }) => ({
        district_id: districtId,
        survey_id: id,
        organisation_id: organisationId,
        token_hash: tokenHash,
        invited_at: tx.now,
      })),
    )
    .execute()
}

/** A new link, which shows nothing of what was said by the one before. False when the body was not invited. */
export const changeInvite = async (
  tx: Tx,
  { districtId, id }: FoundSurvey,
  { organisationId, tokenHash }: { organisationId: string; tokenHash: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('body_invite')
    .set({ token_hash: tokenHash, link_no: sql<number>`link_no + 1` })
    .where('district_id', '=', districtId)
    .where('survey_id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The bodies of a survey; whether they answered is what they said, not what they were sent. */
export const invitedBodies = async (tx: Tx, { districtId, id }: FoundSurvey, told: Told): Promise<InvitedBody[]> => {
  const { rows } = await sql<{ id: string; name: string; kind: string; invited: boolean }>`
    select o.id, o.name, o.kind, true as invited from organisation o where o.id = any(app.survey_bodies(${districtId}, ${id}))
    order by lower(o.name)`.execute(tx.db)
  const answered = new Set(told.arcs.map(({ from }) => from))
  return rows.map((row) => ({ ...row, answered: answered.has(row.id) }))
}

/** Who named whom; once nobody can answer any more, the means that may be told. */
export const toldIn = async (tx: Tx, { districtId, id }: FoundSurvey): Promise<Told> => {
  const { rows } = await sql<{ told: Told | null }>`
    select app.survey_told(${districtId}, ${id}, ${tx.today}::date) as told`.execute(tx.db)
  return rows[0]?.told ?? { arcs: [], scores: [], all: { trust: null, value: null } }
}

/** Bodies seen at work together by a day. */
export const seenTogether = async (
  tx: Tx,
  districts: readonly string[],
  day: Day,
): Promise<(SeenPair & { since: Day; until: Day | null })[]> => {
  const { rows } = await sql<SeenPair & { since: Day; until: Day | null }>`
    select a, b, since, until, pacts from app.bodies_together(${[...districts]}::uuid[], ${day}::date) order by a, b`.execute(
    tx.db,
  )
  return rows
}

/** The same as edges of a network. */
export const bodiesTogether = async (tx: Tx, districts: readonly string[], day: Day): Promise<FoundLink[]> =>
  (await seenTogether(tx, districts, day)).map(({ a, b, since, until }) => ({ a, b, since, until }))

export type OpenSurvey = {
  readonly districtId: string
  readonly surveyId: string
  readonly organisationId: string
  readonly name: string
  readonly year: number
  readonly closesOn: Day
  readonly finished: boolean
  /** `said` is null also where it was told by an earlier link. */
  readonly others: readonly { id: string; name: string; told: boolean; said: Said | null }[]
}

/** What a link opens today. */
export const surveyOfLink = async (tx: Tx, hash: string): Promise<OpenSurvey | undefined> => {
  const { rows } = await sql<{ survey: OpenSurvey | null }>`
    select app.survey_of_link(${hash}, ${tx.today}::date) as survey`.execute(tx.db)
  const survey = rows[0]?.survey
  return survey ? { ...survey, others: survey.others ?? [] } : undefined
}

/** Keeps what is said of a body, takes it back (null), or ends the answering (no body). '' when kept. */
export const answerSurvey = async (
  tx: Tx,
  hash: string,
  { otherId, said }: { otherId: string | null; said: Said | null },
): Promise<string> => {
  const text = said === null ? null : JSON.stringify(said)
  const { rows } = await sql<{ why: string }>`
    select app.answer_survey(${hash}, ${tx.today}::date, ${tx.now}::timestamptz, ${otherId}::uuid, ${text}::jsonb) as why`.execute(
    tx.db,
  )
  return rows[0]?.why ?? 'closed'
}
