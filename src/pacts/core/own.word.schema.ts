import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { prose } from '../../platform/core/text.ts'

/** What a person says on their own page: one of their commitments is done, or they ask to leave the pact. */
export const OwnWordKind = z.enum(['done', 'withdraw'])
export type OwnWordKind = z.infer<typeof OwnWordKind>

/** It changes nothing by itself: it waits (`open`) until it is acted upon (`taken`) or talked over (`setAside`). */
export const OwnWord = z.strictObject({
  id: Id,
  kind: OwnWordKind,
  /** The commitment that is said to be done. */
  itemId: Id.nullable(),
  /** In the person's own words; may be empty, nobody has to say why. */
  text: prose(2000),
  at: z.iso.datetime(),
  state: z.enum(['open', 'taken', 'setAside']),
  answer: prose(1000),
  answeredAt: z.iso.datetime().nullable(),
})
export type OwnWord = z.infer<typeof OwnWord>
