import type { Day } from '../../platform/core/day.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { TieOrigin } from './tie.schema.ts'
import { isNickname } from './tie.ts'
import {
  type Alter,
  altersAtMost,
  type Change,
  type Closeness,
  type Link,
  Resource,
  type ResourceAnswer,
  type Wave,
} from './wave.schema.ts'

const folded = (label: string): string => label.normalize('NFC').replace(/[. ]/g, '').toLocaleLowerCase('it')

/** Why a wave cannot be of this day, or null. */
export const whyNotHeldOn = (heldOn: Day, { after, today }: { after: Day | null; today: Day }): string | null => {
  if (heldOn > today) return 'waves.future'
  return after !== null && heldOn < after ? 'waves.beforeLast' : null
}

/** What is known around an alter when it is told. */
export type AlterAround = {
  readonly heldOn: Day
  /** Given name of the person whose ties they are. */
  readonly person: string
  readonly others: readonly Pick<Alter, 'id' | 'label'>[]
  /** The alter as it is kept now, when it is. */
  readonly kept: Alter | null
  readonly isOccasion: (origin: TieOrigin) => boolean
}

const whyNotLabel = (alter: Alter, { person, others, kept }: AlterAround): string | null => {
  if (kept !== null && kept.label === alter.label) return null
  if (alter.label.trim() === '') return 'waves.labelMissing'
  if (!isNickname(alter.label)) return 'waves.fullName'
  if (folded(alter.label) === folded(person)) return 'waves.withOneself'
  const isTwin = others.some(({ id, label }) => id !== alter.id && folded(label) === folded(alter.label))
  return isTwin ? 'waves.labelTwice' : null
}

const whyNotDates = ({ since, until, change }: Alter, heldOn: Day): string | null => {
  if (since !== null && since > heldOn) return 'waves.sinceAfter'
  if (until === null) return null
  if (change !== 'gone') return 'waves.untilAlive'
  if (until > heldOn) return 'waves.untilAfter'
  return since !== null && until < since ? 'ties.endsBeforeStart' : null
}

const whyNotOrigin = ({ origin, tieId }: Alter, around: AlterAround): string | null => {
  // what a tie was born of is told once
  if (tieId !== null) return null
  const isLoose = origin.kind === 'before' || origin.kind === 'other'
  if (isLoose) return origin.id === null ? null : 'ties.originUnknown'
  return around.isOccasion(origin) ? null : 'ties.originUnknown'
}

/** The code of the reason why an alter cannot be told so, or null. */
export const whyNotAlter = (alter: Alter, around: AlterAround): string | null => {
  const isCarried = around.kept !== null && around.kept.tieId !== null
  if ((alter.tieId !== null) !== isCarried || (isCarried && around.kept?.tieId !== alter.tieId))
    return 'waves.alterUnknown'
  if (isCarried === (alter.change === 'new')) return 'waves.alterUnknown'
  if (around.kept === null && around.others.length >= altersAtMost) return 'waves.tooMany'
  return whyNotLabel(alter, around) ?? whyNotDates(alter, around.heldOn) ?? whyNotOrigin(alter, around)
}

type Told = Pick<Alter, 'kind' | 'closeness' | 'often' | 'helps' | 'direction'>

const isSameTold = (a: Told, b: Told): boolean =>
  a.kind === b.kind &&
  a.closeness === b.closeness &&
  a.often === b.often &&
  a.direction === b.direction &&
  [...a.helps].sort().join() === [...b.helps].sort().join()

/** What became of a tie that is still there: the same when nothing was told otherwise. */
export const stillThere = (now: Told, before: Told): Change => (isSameTold(now, before) ? 'same' : 'changed')

/** Links without order and without doubles; each joins two different alters of the wave. */
export const tidyLinks = (links: readonly Link[], ids: readonly string[]): Outcome<Link[]> => {
  const known = new Set(ids)
  if (links.some(([a, b]) => a === b)) return refuse('invalid', 'waves.linkWithItself')
  if (links.some(([a, b]) => !known.has(a) || !known.has(b))) return refuse('invalid', 'waves.alterUnknown')
  const pairs = new Map(links.map(([a, b]): [string, Link] => (a < b ? [a + b, [a, b]] : [b + a, [b, a]])))
  return done([...pairs.values()].sort(([a, b], [c, d]) => (a + b < c + d ? -1 : 1)))
}

/** How many of the ten were asked, and for how many there is somebody. */
export const resourceCounts = (answers: readonly ResourceAnswer[]): { asked: number; had: number } => ({
  asked: new Set(answers.map(({ item }) => item)).size,
  had: new Set(answers.filter(({ have }) => have === 'yes').map(({ item }) => item)).size,
})

export const hasAskedAll = (answers: readonly ResourceAnswer[]): boolean =>
  resourceCounts(answers).asked === Resource.options.length

/** Strength of a tie (1 thin to 3 strong) for a ring (1 very close to 3 a little far), and back. */
export const strengthOf = (closeness: Closeness): Closeness => (4 - closeness) as Closeness
export const closenessOf = (strength: number | null): Closeness | null =>
  strength === 1 || strength === 2 || strength === 3 ? strengthOf(strength) : null

const isAlive = ({ change }: Pick<Alter, 'change'>): boolean => change !== 'gone' && change !== 'unasked'

/** Those of whom the person says that they are there now. */
export const aliveIn = <A extends Pick<Alter, 'change'>>(alters: readonly A[]): A[] => alters.filter(isAlive)

/** Why a wave cannot be ended yet, or null. */
export const whyNotDone = (wave: Pick<Wave, 'state'>, alters: readonly Alter[]): Outcome<null> => {
  if (wave.state !== 'open') return refuse('conflict', 'waves.notOpen')
  const unplaced = aliveIn(alters).find(({ closeness }) => closeness === null)
  return unplaced ? refuse('invalid', 'waves.unplaced', { label: unplaced.label }) : done(null)
}

/**
 * The day since which a tie told now is there. Of one from before the programme the file's opening is the latest it can be;
 * of one born since, the day it was first told.
 */
export const sinceOf = (
  alter: Pick<Alter, 'since' | 'origin'>,
  { heldOn, caseOpenedOn }: { heldOn: Day; caseOpenedOn: Day },
): Day => {
  if (alter.since !== null) return alter.since
  return alter.origin.kind === 'before' && caseOpenedOn < heldOn ? caseOpenedOn : heldOn
}
