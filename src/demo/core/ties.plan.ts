import type { Day } from '../../platform/core/day.ts'
import { daysFromTo, earlier, idOn, later, officeHour, plusDays } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { PlannedCase, PlannedPact, PlannedPerson, PlannedTie } from './plan.schema.ts'
import { suitsPerson } from './suits.ts'
import { type TieText, tieTexts } from './tie.texts.ts'

export type TiesFor = {
  readonly one: PlannedPerson
  readonly file: PlannedCase
  readonly pact: PlannedPact
  /** Persons of the same district who said yes to being named. */
  readonly others: readonly PlannedPerson[]
  readonly today: Day
}

const initials = (chance: Chance): string => {
  const letters = 'ABCDEFGILMNOPRSTVZ'
  return `${letters.charAt(chance.int(0, 17))}. ${letters.charAt(chance.int(0, 17))}.`
}

const originId = (of: TiesFor, text: TieText): string | null => {
  if (text.origin === 'pact') return of.pact.pact.id
  return text.origin === 'giveBack' ? (of.pact.versions[0]?.content.giveBack[0]?.id ?? of.pact.pact.id) : null
}

const tieOf = (chance: Chance, of: TiesFor, text: TieText, from: Day | null): PlannedTie => {
  const recorded = from ?? of.file.openedOn
  const isNew = from !== null
  const named = isNew && chance.chance(0.3) ? chance.pick(of.others) : null
  const lost = !isNew && chance.chance(0.1) ? plusDays(of.file.openedOn, chance.int(20, 90)) : null
  return {
    id: idOn(recorded, chance),
    districtId: of.one.person.districtId,
    personId: of.one.person.id,
    otherPersonId: named?.person.id ?? null,
    label: named ? `${named.person.givenName} ${named.person.familyName.charAt(0)}.` : initials(chance),
    kind: text.kind,
    what: text.label,
    setting: text.setting,
    capital: text.capital,
    closeness: chance.weighted<1 | 2 | 3>(
      isNew
        ? [
            [1, 45],
            [2, 40],
            [3, 15],
          ]
        : [
            [1, 25],
            [2, 40],
            [3, 35],
          ],
    ),
    from,
    to: lost !== null && lost < of.today ? lost : null,
    origin: { kind: text.origin, id: originId(of, text) },
    recordedAt: officeHour(recorded, chance),
    recordedBy: of.pact.pact.tutorId,
  }
}

/** Ties told at the first reading, and those born of the pact, each with the occasion that made it. */
export const tiesPlan = (chance: Chance, of: TiesFor): PlannedTie[] => {
  const fits = tieTexts.filter(({ label, setting, who }) => suitsPerson(`${label} ${setting}`, who, of.one))
  const before = chance
    .some(
      fits.filter(({ origin }) => origin === 'before'),
      chance.int(1, 4),
    )
    .map((text) => tieOf(chance, of, text, null))
  const begun = of.pact.moves.find(({ move }) => move === 'activate')?.on
  if (begun === undefined) return before
  const until = earlier(of.pact.pact.closedOn ?? of.today, plusDays(of.today, -1))
  const days = Math.max(1, daysFromTo(begun, until))
  const count = Math.min(5, Math.floor(days / 40) + (chance.chance(0.5) ? 1 : 0))
  const born = chance
    .some(
      fits.filter(({ origin }) => origin !== 'before'),
      count,
    )
    .map((text) => {
      const day = plusDays(begun, chance.int(0, days))
      return tieOf(chance, of, text, earlier(later(day, begun), until))
    })
  return [...before, ...born]
}
