import { sql } from 'kysely'
import { addDays } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'

export type PassedOn = {
  readonly districtId: string
  readonly caseId: string
  readonly personId: string
  readonly pacts: number
  readonly tasks: number
  readonly appointments: number
}

/** What somebody who is no longer at work left open in each case goes to those who still are; only cases where something did. */
export const passOnCases = async (tx: Tx, accountId: string): Promise<PassedOn[]> =>
  (
    await sql<PassedOn>`select district_id as "districtId", case_id as "caseId", person_id as "personId", pacts, tasks, appointments
      from app.hand_over_of(${accountId}, ${tx.now})`.execute(tx.db)
  ).rows

/** Calls for a hand that they had taken are everybody's again, where they take in no more. */
export const freeReferrals = async (tx: Tx, accountId: string): Promise<{ districtId: string; id: string }[]> =>
  (
    await sql<{ districtId: string; id: string }>`select district_id as "districtId", id
      from app.free_referrals(${accountId}, ${tx.now})`.execute(tx.db)
  ).rows

/** Accounts with a role whose last day was yesterday. */
export const listRunOut = async (tx: Tx): Promise<string[]> =>
  (
    await tx.db
      .selectFrom('account_role')
      .select('account_id')
      .distinct()
      .where('ended_at', 'is', null)
      .where('until_day', '=', addDays(tx.today, -1))
      .execute()
  ).map(({ account_id }) => account_id)
