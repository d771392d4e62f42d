import type { Day } from '../../platform/core/day.ts'
import { ageOn } from '../../platform/core/day.ts'
import { defaultDeadlines, defaultRules } from '../../settings/core/settings.defaults.ts'
import type { Deadlines, Rules } from '../../settings/core/settings.schema.ts'

/** Deadlines and limits of pacts, as the programme or a district sets them, and what goes with the kinds of pact. */
export type PactSettings = Deadlines &
  Pick<Rules, 'requiredSigners'> & {
    /** Ages at which a kind of pact is expected; a person outside them is a warning, never a refusal. */
    readonly expectedAges: Readonly<Record<string, { readonly from: number; readonly to: number }>>
  }

export const defaultPactSettings: PactSettings = {
  ...defaultDeadlines,
  requiredSigners: defaultRules.requiredSigners,
  expectedAges: { autonomy: { from: 19, to: 39 } },
}

/** A warning for the tutor when the person's age is outside what the kind expects; unknown ages say nothing. */
export const ageWarning = (
  kind: string,
  birthDate: Day | null,
  { settings, today }: { settings: PactSettings; today: Day },
): { code: 'pacts.warn.age'; params: { age: number; from: number; to: number } } | null => {
  const expected = Object.hasOwn(settings.expectedAges, kind) ? settings.expectedAges[kind] : undefined
  if (expected === undefined || birthDate === null) return null
  const age = ageOn(birthDate, today)
  if (age >= expected.from && age <= expected.to) return null
  return { code: 'pacts.warn.age', params: { age, from: expected.from, to: expected.to } }
}
