import { type Day, daysBetween } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { rulesIn } from '../../settings/server/settings.door.ts'
import { type Deadline, pactDeadlines } from '../core/pact.deadlines.ts'
import type { Pact } from '../core/pact.schema.ts'
import { defaultPactSettings, type PactSettings } from '../core/pact.settings.ts'

/** What the pacts of a district live by. */
export type PactRules = {
  readonly programme: string
  readonly settings: PactSettings
  readonly signingCodeMinutes: number
  readonly privacyNotice: string
  /** Kinds that may be chosen now; empty while the programme has set none up. */
  readonly kinds: readonly string[]
}

type Kind = { readonly code: string; readonly data: Record<string, unknown> }

const agesOf = (kinds: readonly Kind[]): PactSettings['expectedAges'] =>
  Object.fromEntries(
    kinds.flatMap(({ code, data: { ageFrom, ageTo } }) =>
      typeof ageFrom === 'number' && typeof ageTo === 'number' ? [[code, { from: ageFrom, to: ageTo }]] : [],
    ),
  )

export const pactRulesIn = async (tx: Tx, districtId: string): Promise<PactRules> => {
  const { programme, deadlines, rules, kinds } = await rulesIn(tx, districtId)
  return {
    programme,
    settings: {
      ...deadlines,
      requiredSigners: rules.requiredSigners,
      expectedAges: { ...defaultPactSettings.expectedAges, ...agesOf(kinds) },
    },
    signingCodeMinutes: deadlines.signingCodeMinutes,
    privacyNotice: rules.privacyNotice,
    kinds: kinds.map(({ code }) => code),
  }
}

/** Deadlines of a pact; the day set for the next review, if one was, takes the place of the reckoned one. */
export const deadlinesOf = (
  { pact, reviewDue }: { pact: Pact; reviewDue: Day | null },
  settings: PactSettings,
  today: Day,
): Deadline[] =>
  pactDeadlines(pact, settings, today)
    .map((one) =>
      one.kind === 'review' && reviewDue !== null
        ? { ...one, due: reviewDue, days: daysBetween(today, reviewDue), isLate: reviewDue < today }
        : one,
    )
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))

/** The next thing a pact asks for; that its end draws near is a warning and not a thing to do. */
export const nextOf = (
  pact: Pact,
  { settings, today, reviewDue = null }: { settings: PactSettings; today: Day; reviewDue?: Day | null },
): Deadline | undefined => deadlinesOf({ pact, reviewDue }, settings, today).find(({ kind }) => kind !== 'endAlert')
