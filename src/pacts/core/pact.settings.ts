import { z } from 'zod'
import type { Day } from '../../platform/core/day.ts'
import { ageOn } from '../../platform/core/day.ts'
import { SignerRole } from './version.schema.ts'

const days = (max: number) => z.int().min(1).max(max)

/** Deadlines and limits of pacts: a district may change each. Sources: field-notes §9.2, all of them the programme's own choice. */
export const PactSettings = z.strictObject({
  signWithinDays: days(365),
  reviewEveryDays: days(365),
  termMonths: z.int().min(1).max(36),
  maxTermMonths: z.int().min(1).max(60),
  maxExtensions: z.int().min(0).max(10),
  alertBeforeEndDays: days(180),
  finalReviewWithinDays: days(180),
  followUpMonths: z.array(z.int().min(1).max(60)).max(10),
  requiredSigners: z.array(SignerRole).max(6),
  /** Ages at which a kind of pact is expected; a person outside them is a warning, never a refusal. */
  expectedAges: z.record(z.string(), z.strictObject({ from: z.int().min(0), to: z.int().max(130) })),
})
export type PactSettings = z.infer<typeof PactSettings>

export const defaultPactSettings: PactSettings = {
  signWithinDays: 30,
  reviewEveryDays: 90,
  termMonths: 6,
  maxTermMonths: 12,
  maxExtensions: 2,
  alertBeforeEndDays: 30,
  finalReviewWithinDays: 30,
  followUpMonths: [3, 6, 12],
  requiredSigners: ['person', 'adultMember', 'guardian', 'partnerBody', 'host'],
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
