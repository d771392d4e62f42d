import { z } from 'zod'
import { endpoint } from '../../platform/core/contract.ts'

const codes = z.array(z.string().regex(/^[a-z][A-Za-z]{1,19}$/)).max(10)
const text = z.string().trim().min(20).max(600)

/** What the programme counts as a *legame*, as data. Kinds are those of a tie; the words are for people, the rest for the count. */
export const Legame = z.strictObject({
  /** Months for which a tie must have lived. */
  months: z.int().min(0).max(24),
  /** Named by the person, and not only seen by a worker. */
  namedByPerson: z.boolean(),
  /** Kinds of tie that never count; workers (`professional`) are counted apart, as linking. */
  leftOut: codes,
  /** Kinds of tie that bond, and those that give access (`linking`); all others bridge. */
  bonding: codes,
  linking: codes,
  /** Kinds of body a tie with which gives access, whatever the tie is called. */
  linkingBodies: codes,
  textIt: text,
  textEn: text,
  fromDay: z.iso.date(),
})
export type Legame = z.infer<typeof Legame>

export const LegameVersion = Legame.extend({ version: z.int(), madeAt: z.iso.datetime(), madeByName: z.string() })
export type LegameVersion = z.infer<typeof LegameVersion>

export const legameApi = {
  versions: endpoint({
    name: 'settings.legame',
    method: 'GET',
    path: '/settings/legame',
    permission: 'signedIn',
    journal: 'none',
    summary: 'What counts as a legame: every version, the newest first',
    reply: z.object({ rows: z.array(LegameVersion) }),
  }),
  write: endpoint({
    name: 'settings.writeLegame',
    method: 'POST',
    path: '/settings/legame',
    permission: 'settings.manage',
    journal: 'write',
    summary: 'Writes the next version of what counts as a legame; `after` is the newest one that was read',
    body: Legame.extend({ after: z.int() }),
    reply: z.object({ version: z.int() }),
  }),
}
