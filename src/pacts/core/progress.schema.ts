import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { line } from '../../platform/core/text.ts'
import { Ladder, PaymentState } from './content.schema.ts'

/** `late` is never written: it is what a planned commitment is after its due date. */
export const MarkedState = z.enum(['planned', 'kept', 'notKept', 'released'])
export const CommitmentState = z.enum(['planned', 'kept', 'late', 'notKept', 'released'])
export type CommitmentState = z.infer<typeof CommitmentState>

const mark = {
  id: Id,
  /** Of the commitment, step, goal or support in the content. */
  itemId: Id,
  on: z.iso.date(),
  at: z.iso.datetime(),
  by: Id,
  /** '17 sere su 20'. */
  note: line(300),
}

/** One dated line of what happened to an item of the signed text, which itself never changes. The latest counts. */
export const Mark = z.discriminatedUnion('about', [
  z.strictObject({ ...mark, about: z.literal('commitment'), value: MarkedState }),
  z.strictObject({ ...mark, about: z.literal('step'), value: z.enum(['done', 'undone']) }),
  z.strictObject({ ...mark, about: z.literal('goal'), value: Ladder }),
  z.strictObject({ ...mark, about: z.literal('support'), value: PaymentState }),
])
export type Mark = z.infer<typeof Mark>
