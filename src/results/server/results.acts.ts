import { mayIn } from '../../platform/core/actor.ts'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Target } from '../../settings/core/settings.schema.ts'
import { allDistricts, allTargets, programmeNow } from '../../settings/server/settings.door.ts'
import type { Dashboard, Reached } from '../core/results.schema.ts'
import { type Counted, periodOf, reachedOf, resultsOf, shownOf } from '../core/results.ts'
import { countBeneficiaries, countReached } from './results.store.ts'

/** Districts in which nobody is counted yet stand in the table with their zero. */
const everyDistrict = (counted: Counted, ids: readonly string[]): Counted => ({
  ...counted,
  districts: ids.map(
    (id) => counted.districts.find(({ districtId }) => districtId === id) ?? { districtId: id, people: 0, places: [] },
  ),
})

/** A target is kept with a version beside it, which is nothing for the reader of results. */
const asItself = ({ code, labelIt, labelEn, value, definitionIt, definitionEn, position }: Target): Target => {
  return { code, labelIt, labelEn, value, definitionIt, definitionEn, position }
}

type Asked = Parameters<typeof periodOf>[0]

/** Who was in a pact in a period: asked apart from the results, which do not wait for it. */
export const showReached = async (tx: Tx, asked: Asked): Promise<Outcome<Reached>> => {
  const period = periodOf(asked, tx.today)
  const [programme, found] = await Promise.all([programmeNow(tx), countReached(tx, period)])
  return done(reachedOf(period, found, programme.rules.smallCell))
}

/** The expected results with what is reached today. */
export const showResults = async (tx: Tx): Promise<Outcome<Dashboard>> => {
  // asked together, they travel together
  const [programme, everyOne, { counted: found, places }, targets] = await Promise.all([
    programmeNow(tx),
    allDistricts(tx),
    countBeneficiaries(tx, tx.today),
    allTargets(tx),
  ])
  const districts = everyOne.filter(({ state }) => state === 'active')
  const counted = everyDistrict(
    found,
    districts.map(({ id }) => id),
  )
  const least = programme.rules.smallCell
  const shown = shownOf(counted, {
    least,
    whole: new Set(districts.filter(({ id }) => mayIn(tx.actor, 'cases.all', id)).map(({ id }) => id)),
    names: {
      district: (id) => districts.find((one) => one.id === id)?.name ?? '',
      place: (code) => places.get(code) ?? '',
    },
  })
  const period = { start: programme.startsOn, end: programme.endsOn }
  const few = counted.unrecognisable > 0 && counted.unrecognisable < least
  return done({
    programme: programme.name,
    day: tx.today,
    results: resultsOf(targets.map(asItself), shown.total, { period, day: tx.today }),
    districts: shown.districts,
    overlap: shown.overlap,
    unrecognisable: few ? null : counted.unrecognisable,
    least,
  })
}
