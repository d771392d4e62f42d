import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/server/tx.ts'
import { Cover, type LaterCover, LegalForm } from '../core/cover.schema.ts'
import type { Shift } from '../core/shift.schema.ts'

export type Ground = { readonly pactState: string; readonly covers: readonly Pick<Cover, 'from' | 'to'>[] }

/** Whether the pact goes on, and the days that covers hold for this give-back: what a host may not read itself. */
export const groundOf = async (
  tx: Tx,
  shift: Pick<Shift, 'districtId' | 'pactId' | 'giveBackId'>,
): Promise<Ground | undefined> => {
  const { rows } = await sql<{ pact_state: string; from_day: string | null; to_day: string | null }>`
    select * from app.shift_ground(${shift.districtId}, ${shift.pactId}, ${shift.giveBackId})`.execute(tx.db)
  const [first] = rows
  return (
    first && {
      pactState: first.pact_state,
      covers: rows.flatMap(({ from_day, to_day }) => (from_day && to_day ? [{ from: from_day, to: to_day }] : [])),
    }
  )
}

const GiveBackText = z.object({
  id: z.string(),
  legalForm: LegalForm,
  hostOrganisationId: z.string().nullable(),
  hostLabel: z.string(),
  plannedHours: z.number(),
  schedule: z.string(),
  tasks: z.string(),
  covers: z.array(Cover),
})

export type PactGround = {
  readonly districtId: string
  readonly number: string
  readonly state: string
  readonly caseId: string
  readonly personId: string
  readonly personLabel: string
  readonly giveBack: readonly z.infer<typeof GiveBackText>[]
}

// The pacts stand above on the stairs: only what attendance needs of a text in force is read of their tables, here and
// nowhere else. `giveBack` is empty while no text is in force.
export const pactGround = async (tx: Tx, pactId: string): Promise<PactGround | undefined> => {
  const row = await tx.db
    .selectFrom('pact as p')
    .leftJoin('pact_version as v', (join) =>
      join.onRef('v.district_id', '=', 'p.district_id').onRef('v.pact_id', '=', 'p.id').on('v.state', '=', 'inForce'),
    )
    .select(['p.district_id as districtId', 'p.number', 'p.state', 'p.case_id as caseId', 'p.person_id as personId'])
    .select(['p.person_label as personLabel', sql<unknown>`v.content -> 'giveBack'`.as('giveBack')])
    .where('p.district_id', 'in', tx.districts)
    .where('p.id', '=', pactId)
    .executeTakeFirst()
  return row && { ...row, giveBack: z.array(GiveBackText).parse(row.giveBack ?? []) }
}

export const listCovers = async (tx: Tx, districtId: string, pactId: string): Promise<LaterCover[]> => {
  const rows = await tx.db
    .selectFrom('cover')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('pact_id', '=', pactId)
    .orderBy('from_day')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    giveBackId: row.give_back_id,
    policy: row.policy,
    insurer: row.insurer,
    from: row.from_day,
    to: row.to_day,
  }))
}

export const addCover = async (
  tx: Tx,
  about: { districtId: string; pactId: string; caseId: string },
  cover: LaterCover,
): Promise<void> => {
  await tx.db
    .insertInto('cover')
    .values({
      district_id: about.districtId,
      id: cover.id,
      pact_id: about.pactId,
      case_id: about.caseId,
      give_back_id: cover.giveBackId,
      policy: cover.policy,
      insurer: cover.insurer,
      from_day: cover.from,
      to_day: cover.to,
      added_by: tx.actor.id,
      at: tx.now,
    })
    .execute()
}
