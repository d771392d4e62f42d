import type { Day } from '../../platform/core/day.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Legame, LegameVersion } from './legame.schema.ts'

/** The version in force on a day: the newest of those that hold by then. The first holds for every day before it. */
export const legameOn = (versions: readonly LegameVersion[], day: Day): LegameVersion | undefined => {
  const ordered = [...versions].sort((a, b) => b.version - a.version)
  return ordered.find(({ fromDay }) => fromDay <= day) ?? ordered.at(-1)
}

/** A version never holds from before the one that it follows, so that figures of the past stay as they were. */
export const nextLegame = (
  versions: readonly Pick<LegameVersion, 'version' | 'fromDay'>[],
  given: Legame,
): Outcome<number> => {
  const last = versions.reduce<Pick<LegameVersion, 'version' | 'fromDay'> | undefined>(
    (newest, one) => (newest && newest.version > one.version ? newest : one),
    undefined,
  )
  if (last && given.fromDay < last.fromDay) return refuse('invalid', 'settings.legameBefore', { day: last.fromDay })
  if (given.bonding.some((kind) => given.linking.includes(kind))) return refuse('invalid', 'settings.legameTwice')
  return done((last?.version ?? 0) + 1)
}
