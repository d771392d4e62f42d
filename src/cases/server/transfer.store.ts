import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { TransferRow } from '../core/transfer.api.ts'
import { AgreedHow, TransferOffer, TransferState } from '../core/transfer.schema.ts'
import type { Place } from './case.store.ts'

export type TransferRecord = TransferRow & {
  readonly reason: string
  readonly agreedOn: string
  readonly agreedHow: AgreedHow
  readonly offer: TransferOffer
  readonly personId: string
  readonly caseId: string
  readonly toPersonId: string | null
  readonly toCaseId: string | null
}

const transfers = (tx: Tx) =>
  tx.db
    .selectFrom('person_transfer as t')
    .innerJoin('district as f', 'f.id', 't.district_id')
    .innerJoin('district as g', 'g.id', 't.to_district_id')
    .innerJoin('account as p', 'p.id', 't.proposed_by')
    .leftJoin('account as a', 'a.id', 't.answered_by')
    .where('t.district_id', 'in', [...tx.districts])
    .select(['t.id', 't.state', 't.person_label as person', 't.district_id as fromDistrictId', 'f.name as from'])
    .select(['t.to_district_id as toDistrictId', 'g.name as to', 't.proposed_at as proposedAt', 'p.name as proposedBy'])
    .select(['t.answered_at as answeredAt', 'a.name as answeredBy', 't.answer'])

const toRow = <T extends { state: string }>(row: T): T & { state: TransferState } => ({
  ...row,
  state: TransferState.parse(row.state),
})

/** The proposals that the reader's policies show, newest first. */
export const listTransfers = async (
  tx: Tx,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: TransferRow[]; total: number }> => {
  const found = await transfers(tx)
    .select((one) => one.fn.countAll<number>().over().as('total'))
    .orderBy(sql`t.state <> 'proposed'`)
    .orderBy('t.proposed_at', 'desc')
    .orderBy('t.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows: found.map(({ total: _, ...row }) => toRow(row)), total: found[0]?.total ?? 0 }
}

export const listTransfersOf = async (tx: Tx, { districtId, id }: Place): Promise<TransferRow[]> => {
  const rows = await transfers(tx)
    .where('t.district_id', '=', districtId)
    .where('t.case_id', '=', id)
    .orderBy('t.proposed_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(toRow)
}

export const findTransfer = async (tx: Tx, id: string): Promise<TransferRecord | undefined> => {
  const row = await transfers(tx)
    .where('t.id', '=', id)
    .select(['t.reason', 't.agreed_on as agreedOn', 't.agreed_how', 't.offer_sealed', 't.person_id as personId'])
    .select(['t.case_id as caseId', 't.to_person_id as toPersonId', 't.to_case_id as toCaseId'])
    .executeTakeFirst()
  if (!row) return undefined
  const { offer_sealed, agreed_how, ...one } = row
  const offer: unknown = JSON.parse(tx.services.secrets.open('transfer.offer', id, offer_sealed))
  return { ...toRow(one), agreedHow: AgreedHow.parse(agreed_how), offer: TransferOffer.parse(offer) }
}

/** Lets one answer at a time through; whoever comes second then reads what the first has decided. */
export const holdTransfer = async (tx: Tx, id: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 34))`.execute(tx.db)
}

/** The proposal of this case that nobody has answered yet. */
export const waitingTransfer = async (tx: Tx, { districtId, id }: Place): Promise<string | undefined> => {
  const row = await tx.db
    .selectFrom('person_transfer')
    .select('id')
    .where('district_id', '=', districtId)
    .where('case_id', '=', id)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return row?.id
}

export type NewTransfer = Pick<
  TransferRecord,
  'reason' | 'agreedOn' | 'agreedHow' | 'offer' | 'personId' | 'caseId'
> & {
  readonly id: string
  readonly districtId: string
  readonly toDistrictId: string
  readonly person: string
}

export const addTransfer = async (tx: Tx, one: NewTransfer): Promise<void> => {
  const { secrets } = tx.services
  await tx.db
    .insertInto('person_transfer')
    .values({
      district_id: one.districtId,
      id: one.id,
      person_id: one.personId,
      case_id: one.caseId,
      to_district_id: one.toDistrictId,
      person_label: one.person,
      offer_sealed: secrets.seal('transfer.offer', one.id, JSON.stringify(one.offer)),
      hand_over_sealed: secrets.seal('case.handOver', one.caseId, one.offer.handOver),
      reason: one.reason,
      agreed_on: one.agreedOn,
      agreed_how: one.agreedHow,
      proposed_at: tx.now,
      proposed_by: tx.actor.id,
    })
    .execute()
}

export type Answer = {
  readonly state: Exclude<TransferState, 'proposed'>
  readonly said?: string
  readonly personId?: string
  readonly caseId?: string | null
}

/** '' when the answer is kept, else why it is not; on 'accepted' the old file closes with it. */
export const answerTransfer = async (
  tx: Tx,
  { fromDistrictId, id }: TransferRow,
  { state, said = '', personId, caseId }: Answer,
): Promise<'' | 'unknown' | 'answered' | 'caseClosed' | 'runningPacts'> => {
  const { rows } = await sql<{ why: '' | 'unknown' | 'answered' | 'caseClosed' | 'runningPacts' }>`
    select app.answer_transfer(${fromDistrictId}::uuid, ${id}::uuid, ${state}, ${tx.now}::timestamptz, ${tx.today}::date,
      ${said}, ${personId ?? null}::uuid, ${caseId ?? null}::uuid) as why`.execute(tx.db)
  return rows[0]?.why ?? 'unknown'
}
