import { z } from 'zod'
import { Done, endpoint, Id } from '../../platform/core/contract.ts'
import { NewTie, Tie } from './tie.schema.ts'

/** How it is drawn: born in the programme, from before, lost. */
export const DrawnAs = z.enum(['new', 'old', 'lost'])

/** A tie as one person's: `other` is the far end. */
export const TieRow = Tie.extend({
  other: z.string(),
  drawnAs: DrawnAs,
  /** Counts as a legame today, by the definition in force. */
  lasting: z.boolean(),
  /** Name of the occasion that made it ('Patto P-2026-012'), when its room knows it. */
  originLabel: z.string(),
  recordedByName: z.string(),
  /** The other is followed in another district, where the same tie stands too. */
  across: z.boolean(),
  /** The reader may say that it is over, or how close it is. */
  canChange: z.boolean(),
})
export type TieRow = z.infer<typeof TieRow>

export const tieApi = {
  list: endpoint({
    name: 'ties.list',
    method: 'GET',
    path: '/ties',
    permission: 'signedIn',
    journal: 'none',
    summary: 'The ties told within a case, or a person’s; third parties are initials',
    query: z.object({ caseId: Id.optional(), personId: Id.optional() }),
    reply: z.object({
      rows: z.array(TieRow),
      canRecord: z.boolean(),
      personLabel: z.string(),
      /** Households that the person belongs or belonged to: ends of ties, as the person is. */
      households: z.array(z.object({ id: Id, label: z.string() })),
      /** Pacts of the case, on whose occasion a tie may have been born. */
      pacts: z.array(z.object({ id: Id, number: z.string() })),
    }),
  }),
  record: endpoint({
    name: 'ties.record',
    method: 'POST',
    path: '/ties',
    permission: 'ties.record',
    journal: 'write',
    summary: 'Records a tie of the person of a case, with the occasion that made it',
    body: NewTie.extend({ caseId: Id }),
    reply: z.object({ id: Id }),
  }),
  end: endpoint({
    name: 'ties.end',
    method: 'POST',
    path: '/ties/:tieId/end',
    permission: 'ties.record',
    journal: 'write',
    summary: 'Records that a tie is over, from the file of either end; its dates stay, and the other district is told',
    params: z.object({ tieId: Id }),
    body: z.object({ until: z.iso.date(), caseId: Id.optional() }),
    reply: Done,
  }),
  weigh: endpoint({
    name: 'ties.weigh',
    method: 'POST',
    path: '/ties/:tieId/strength',
    permission: 'ties.record',
    journal: 'write',
    summary: 'Records how close a tie is now, as the person of the case says',
    params: z.object({ tieId: Id }),
    body: z.object({ strength: z.int().min(1).max(3), caseId: Id }),
    reply: Done,
  }),
}
