import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { StartPact } from '../core/pact.api.ts'
import type { Deadline } from '../core/pact.deadlines.ts'
import type { Pact } from '../core/pact.schema.ts'
import type { CaseAround } from './around.store.ts'
import { changeable, instant, nextColumns, toPact } from './pact.rows.ts'

export type KeptPact = {
  readonly pact: Pact
  readonly personLabel: string
  readonly municipality: string | null
  readonly beforePanel: boolean
  readonly lastMoveAt: string
  /** Day set for the next review. */
  readonly reviewDue: string | null
}

/** With `lock`, others who would change the same pact wait. */
export const findPact = async (tx: Tx, pactId: string, lock = false): Promise<KeptPact | undefined> => {
  const row = await tx.db
    .selectFrom('pact')
    .selectAll()
    .where('district_id', 'in', [...tx.districts])
    .where('id', '=', pactId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return (
    row && {
      pact: toPact(row),
      personLabel: row.person_label,
      municipality: row.municipality_istat,
      beforePanel: row.before_panel,
      lastMoveAt: instant(row.last_move_at),
      reviewDue: row.next_review_due,
    }
  )
}

export const savePact = async (
  tx: Tx,
  pact: Pact,
  more: {
    next: Deadline | undefined
    beforePanel: boolean
    lastMoveAt: string
    reviewDue: string | null
  },
): Promise<void> => {
  await tx.db
    .updateTable('pact')
    .set({
      ...changeable(pact, more.next),
      before_panel: more.beforePanel,
      last_move_at: more.lastMoveAt,
      next_review_due: more.reviewDue,
    })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('district_id', '=', pact.districtId)
    .where('id', '=', pact.id)
    .execute()
  // whoever takes part in a signed pact counts from this very transaction on
  if (pact.signedOn !== null) tx.watch.later('select app.recount_pact($1, $2)', [pact.districtId, pact.id])
}

export const saveNext = async (tx: Tx, pact: Pact, next: Deadline | undefined): Promise<void> => {
  await tx.db
    .updateTable('pact')
    .set(nextColumns(next))
    .where('district_id', '=', pact.districtId)
    .where('id', '=', pact.id)
    .execute()
}

export const saveCounts = async (tx: Tx, pact: Pact, counts: { kept: number; total: number }): Promise<void> => {
  await tx.db
    .updateTable('pact')
    .set({ kept_count: counts.kept, commitment_count: counts.total })
    .where('district_id', '=', pact.districtId)
    .where('id', '=', pact.id)
    .execute()
}

export type PastMove = {
  readonly pact: Pact
  readonly move: string
  readonly to: string
  readonly at: string
  readonly reason: string
  readonly asked: object
}

/** One line of the life of a pact, numbered in the statement itself; the pact is locked by then. */
export const addMove = async (tx: Tx, { pact, ...one }: PastMove): Promise<void> => {
  await tx.db
    .insertInto('pact_move')
    .values((eb) => ({
      district_id: pact.districtId,
      id: tx.newId(),
      pact_id: pact.id,
      case_id: pact.caseId,
      person_id: pact.personId,
      no: eb
        .selectFrom('pact_move')
        .select(sql<number>`coalesce(max(no), 0) + 1`.as('no'))
        .where('district_id', '=', pact.districtId)
        .where('pact_id', '=', pact.id),
      move: one.move,
      from_state: pact.state,
      to_state: one.to,
      at: one.at,
      by_id: tx.actor.id,
      by_name: tx.actor.name,
      reason: one.reason,
      asked: JSON.stringify(one.asked),
    }))
    .execute()
}

type NewPact = {
  readonly id: string
  readonly versionId: string
  readonly districtId: string
  readonly start: StartPact
  readonly around: CaseAround
  readonly content: { readonly reviewEveryDays: number; readonly commitments: readonly unknown[] }
  readonly next: Deadline | undefined
}

/** Takes the next number of the year and writes pact, first text and first line of its life: one statement. */
export const addPact = async (tx: Tx, one: NewPact): Promise<string> => {
  const { id, versionId, districtId, start, around, content, next } = one
  const year = Number(tx.today.slice(0, 4))
  const { rows } = await sql<{ number: string }>`
    with numbered as (
      insert into counter (district_id, series, year, last) values (${districtId}, 'PG', ${year}, 1)
      on conflict (district_id, series, year) do update set last = counter.last + 1
      returning last),
    made as (
      insert into pact (district_id, id, number, kind, case_id, person_id, person_label, household_id, involved_ids,
        tutor_id, partner_organisation_id, municipality_istat, state, state_since, last_move_at, interviewed_on,
        review_every_days, commitment_count, created_at, next_kind, next_due)
      select ${districtId}, ${id}, 'PG-' || ${String(year)} || '-' || lpad(last::text, greatest(3, length(last::text)), '0'),
        ${start.kind}, ${start.caseId}, ${around.personId}, ${around.personLabel}, ${around.householdId},
        ${[...start.involvedIds]}::uuid[], ${start.tutorId}, ${start.partnerOrganisationId}, ${around.municipality},
        'draft', ${tx.today}, ${tx.now}, ${start.interviewedOn}, ${content.reviewEveryDays},
        ${content.commitments.length}, ${tx.now}, ${next?.kind ?? null}, ${next?.due ?? null}::date
      from numbered returning number),
    text_ as (
      insert into pact_version (district_id, id, pact_id, case_id, person_id, number, state, content, created_at, created_by)
      values (${districtId}, ${versionId}, ${id}, ${start.caseId}, ${around.personId}, 1, 'draft',
        ${JSON.stringify(content)}::jsonb, ${tx.now}, ${tx.actor.id}))
    select number from made`.execute(tx.db)
  tx.watch.wrote = true
  return rows[0]?.number ?? ''
}
