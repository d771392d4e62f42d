import type { CatalogueItem, Configuration } from './settings.schema.ts'

/** One difference between two configurations, e.g. 'catalogues/support/course/labelIt'. */
export type Difference = { readonly path: string; readonly before: unknown; readonly after: unknown }

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const compare = (path: string, before: unknown, after: unknown): Difference[] => {
  if (isPlain(before) && isPlain(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .sort()
      .flatMap((key) => compare(path === '' ? key : `${path}/${key}`, before[key], after[key]))
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }]
}

const codeOf = ({ kind, code }: Pick<CatalogueItem, 'kind' | 'code'>): string => `${kind}.${code}`

/** Lists become tables by their codes, so that order does not count and each difference has a name. */
const byCode = ({
  districts,
  municipalities,
  catalogues,
  targets,
  programme,
  legame,
  measuring,
}: Configuration): Record<string, unknown> => ({
  programme,
  districts: Object.fromEntries(districts.map((one) => [one.code, one])),
  municipalities: Object.fromEntries(municipalities.map((one) => [one.istatCode, one])),
  catalogues: Object.fromEntries(catalogues.map(({ id: _, ...one }) => [codeOf(one), one])),
  targets: Object.fromEntries(targets.map((one) => [one.code, one])),
  ...(legame ? { legame } : {}),
  ...(measuring ? { measuring } : {}),
})

const withMissing = <T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): T[] => {
  const named = new Set(after.map(keyOf))
  return [...after, ...before.filter((one) => !named.has(keyOf(one)))]
}

/** What stands after `given` was taken in: entries of lists that it lacks are switched off, all else that it lacks stays. */
const takenIn = (before: Configuration, given: Configuration): Configuration => ({
  ...given,
  // a file from before ties were said to bond or give access keeps what was said since
  legame: given.legame ? { ...before.legame, ...given.legame } : before.legame,
  measuring: given.measuring ?? before.measuring,
  districts: withMissing(before.districts, given.districts, ({ code }) => code),
  municipalities: withMissing(before.municipalities, given.municipalities, ({ istatCode }) => istatCode),
  targets: withMissing(before.targets, given.targets, ({ code }) => code),
  catalogues: withMissing(
    before.catalogues.map((item) => ({ ...item, active: false })),
    given.catalogues,
    codeOf,
  ),
})

/** What would change if `given` were taken in over `before`. */
export const compareConfigurations = (before: Configuration, given: Configuration): Difference[] =>
  compare('', byCode(before), byCode(takenIn(before, given)))
