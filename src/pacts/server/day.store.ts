import { sql } from 'kysely'
import { Language } from '../../platform/core/words.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Pact } from '../core/pact.schema.ts'
import { toPact } from './pact.rows.ts'

/** Pacts whose start has come, or whose suspension is over. */
export const dueMoves = async (tx: Tx): Promise<{ pactId: string; move: 'activate' | 'resume' }[]> => {
  const rows = await tx.db
    .selectFrom('pact')
    .select(['id', 'state'])
    .where('district_id', 'in', [...tx.districts])
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'signed'), eb('starts_on', '<=', tx.today)]),
        eb.and([eb('state', '=', 'suspended'), eb('suspended_until', '<=', tx.today)]),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id, state }) => ({ pactId: id, move: state === 'signed' ? 'activate' : 'resume' }))
}

export type Reckoned = {
  readonly pact: Pact
  readonly reviewDue: string | null
  readonly nextKind: string | null
  readonly nextDue: string | null
}

/** Pacts that may still ask for something. */
export const openPacts = async (tx: Tx): Promise<Reckoned[]> => {
  const rows = await tx.db
    .selectFrom('pact')
    .selectAll()
    .where('district_id', 'in', [...tx.districts])
    .where('state', 'not in', ['refused', 'withdrawn', 'interrupted', 'transferred'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    pact: toPact(row),
    reviewDue: row.next_review_due,
    nextKind: row.next_kind,
    nextDue: row.next_due,
  }))
}

export type Reminder = {
  readonly email: string
  readonly language: Language
  readonly number: string
  readonly kind: 'review' | 'finalReview' | 'end' | 'sign' | 'followUp'
  readonly due: string
}

const told = ['review', 'finalReview', 'end', 'sign', 'followUp'] as const

/** What is due up to a day, with the address of whoever is tutor. */
export const dueReminders = async (tx: Tx, until: string): Promise<Reminder[]> => {
  const rows = await tx.db
    .selectFrom('pact')
    .innerJoin('account', 'account.id', 'pact.tutor_id')
    .select(['account.email', 'account.language', 'pact.number', 'pact.next_kind', 'pact.next_due'])
    .where('pact.district_id', 'in', [...tx.districts])
    .where('pact.next_due', '<=', until)
    .where('account.state', '=', 'active')
    .orderBy('pact.next_due')
    .orderBy('pact.number')
    .execute()
  return rows.flatMap(({ email, language, number, next_kind, next_due }) => {
    const kind = told.find((one) => one === next_kind)
    return kind && next_due
      ? [{ email, language: Language.catch('it').parse(language), number, kind, due: next_due }]
      : []
  })
}

export type LeftFile = { readonly districtId: string; readonly caseId: string; readonly personId: string }

/**
 * Files that ended before `before` without a follow-up still to come, and that hold labels of third parties: without a pact, with one
 * that broke off, passed on, or with follow-ups that were due before `before` and that nobody held.
 */
export const filesWithLabels = async (tx: Tx, before: string): Promise<LeftFile[]> => {
  const { rows } = await sql<LeftFile>`
    select c.district_id as "districtId", c.id as "caseId", c.person_id as "personId" from case_file c
    where c.district_id = any(${[...tx.districts]}::uuid[]) and c.state <> 'open' and c.closed_on < ${before}::date
      and not exists (select 1 from follow_up f where f.district_id = c.district_id and f.case_id = c.id and f.held_on is null
        and f.due >= ${before}::date)
      and (exists (select 1 from tie t where t.district_id = c.district_id and t.case_id = c.id and t.labels_erased_at is null
          and (t.a_kind = 'alter' and t.a_label <> '' or t.b_kind = 'alter' and t.b_label <> ''))
        or exists (select 1 from wave w join wave_alter a on a.district_id = w.district_id and a.wave_id = w.id
          where w.district_id = c.district_id and w.case_id = c.id and a.label <> ''))
    order by c.district_id, c.id`.execute(tx.db)
  return rows
}
