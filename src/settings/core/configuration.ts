import type { Configuration } from './settings.schema.ts'

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

/** Lists become tables by their codes, so that order does not count and each difference has a name. */
const byCode = ({
  districts,
  municipalities,
  catalogues,
  targets,
  programme,
}: Configuration): Record<string, unknown> => ({
  programme,
  districts: Object.fromEntries(districts.map((one) => [one.code, one])),
  municipalities: Object.fromEntries(municipalities.map((one) => [one.istatCode, one])),
  catalogues: Object.fromEntries(catalogues.map(({ id: _, ...one }) => [`${one.kind}.${one.code}`, one])),
  targets: Object.fromEntries(targets.map((one) => [one.code, one])),
})

/** What would change if `after` were taken in over `before`; entries that `after` lacks are shown as going away. */
export const compareConfigurations = (before: Configuration, after: Configuration): Difference[] =>
  compare('', byCode(before), byCode(after))
