import { addDays, addMonths, type Day, daysBetween } from '../../platform/core/day.ts'
import { suppress } from '../../platform/core/suppression.ts'
import type { Target } from '../../settings/core/settings.schema.ts'
import type { DistrictCount, Reached, Result } from './results.schema.ts'

/** Beneficiaries of pacts as the database counts them; every figure is people counted once at its level. */
export type Counted = {
  readonly total: number
  readonly unrecognisable: number
  readonly districts: readonly {
    readonly districtId: string
    readonly people: number
    readonly places: readonly { readonly istatCode: string; readonly people: number }[]
  }[]
}

export type Period = { readonly from: Day; readonly until: Day }

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`

/**
 * Whole months, so that two neighbouring days do not tell one person by subtraction; without days, the last twelve up to
 * this one. Days told the wrong way round are turned.
 */
export const periodOf = (asked: { from?: Day | undefined; until?: Day | undefined }, today: Day): Period => {
  const until = asked.until ?? today
  const from = asked.from ?? addMonths(monthOf(until), -11)
  const [first, last] = from <= until ? [from, until] : [until, from]
  return { from: monthOf(first), until: addDays(addMonths(monthOf(last), 1), -1) }
}

/** Those reached for the first time and those known from before add up to all: none of the three gives another away. */
export const reachedOf = (period: Period, found: { reached: number; firstTime: number }, least: number): Reached => {
  const before = { key: 'before', count: found.reached - found.firstTime }
  const { total, cells } = suppress([{ key: 'first', count: found.firstTime }, before], least)
  return { ...period, people: total, firstTime: cells.find(({ key }) => key === 'first')?.count ?? null }
}

/** The indicator that daily work already counts. */
export const countedIndicator = 'pactBeneficiaries'

/** Where a straight line from start to end stands on a day: whole units, 0 before the start, the target after the end. */
export const paceOf = (target: number, period: { start: Day | null; end: Day | null }, day: Day): number | null => {
  const { start, end } = period
  if (start === null || end === null || end <= start) return null
  const share = daysBetween(start, day) / daysBetween(start, end)
  return Math.round(target * Math.min(1, Math.max(0, share)))
}

export const resultsOf = (
  targets: readonly Target[],
  total: number | null,
  { period, day }: { period: { start: Day | null; end: Day | null }; day: Day },
): Result[] =>
  targets.map((target) => {
    const counted = target.code === countedIndicator
    return {
      ...target,
      state: counted ? 'counted' : 'notYet',
      actual: counted ? total : null,
      pace: counted ? paceOf(target.value, period, day) : null,
    }
  })

type Names = { readonly district: (id: string) => string; readonly place: (istatCode: string) => string }

/** A district that is hidden hides its places with it: shown ones would add up to it. */
const placesOf = (
  places: Counted['districts'][number]['places'],
  district: number | null,
  { least, isWhole }: { least: number; isWhole: boolean },
): ReadonlyMap<string, number | null> => {
  if (district === null) return new Map()
  const cells = places.map(({ istatCode, people }) => ({ key: istatCode, count: people }))
  const shown = isWhole ? cells : suppress(cells, least).cells
  return new Map<string, number | null>(shown.map(({ key, count }) => [key, count]))
}

/**
 * What a reader may see: small cells hidden with what would give them away, at both levels. The overlap stands in the same
 * sum as the districts (their sum less the overlap is the programme's total), so it is hidden by the same rule.
 * `whole` are the districts whose cases the reader works with: those figures have not left their district's workers. Whoever
 * sees one of them whole takes it off the total, so the others are hidden among themselves.
 */
export const shownOf = (
  counted: Counted,
  { least, whole, names }: { least: number; whole: ReadonlySet<string>; names: Names },
): { total: number | null; overlap: number | null; districts: DistrictCount[] } => {
  const overlap = counted.districts.reduce((sum, { people }) => sum + people, 0) - counted.total
  const others = counted.districts.filter(({ districtId }) => !whole.has(districtId))
  const cells = others.map(({ districtId, people }) => ({ key: districtId, count: people }))
  const upper = suppress([...cells, { key: 'overlap', count: overlap }], least)
  const shownAt = new Map(upper.cells.map(({ key, count }) => [key, count]))
  const districts = counted.districts.map(({ districtId, people, places }): DistrictCount => {
    const isWhole = whole.has(districtId)
    const shown = isWhole ? people : (shownAt.get(districtId) ?? null)
    const at = placesOf(places, shown, { least, isWhole })
    return {
      districtId,
      name: names.district(districtId),
      whole: isWhole,
      people: shown,
      places: places.map(({ istatCode }) => ({
        istatCode,
        name: names.place(istatCode),
        people: at.get(istatCode) ?? null,
      })),
    }
  })
  const tooFew = counted.total > 0 && counted.total < least
  const givesAway = others.length > 0 && upper.total === null
  return { total: tooFew || givesAway ? null : counted.total, overlap: shownAt.get('overlap') ?? null, districts }
}
