import type { Difference } from './configuration.ts'
import type { Configuration } from './settings.schema.ts'

const areas = ['programme', 'districts', 'municipalities', 'catalogues', 'targets', 'legame', 'measuring'] as const

/** Where a difference lies: the part of the configuration, the entry with its own name, and the field. */
export type Place = {
  readonly area: (typeof areas)[number]
  readonly entry: string | null
  readonly field: string | null
}

type Named = Pick<Configuration, 'districts' | 'municipalities' | 'catalogues' | 'targets'>

const nameIn = (configurations: readonly Named[], area: Place['area'], code: string): string => {
  for (const { districts, municipalities, catalogues, targets } of configurations) {
    const found =
      districts.find((one) => area === 'districts' && one.code === code)?.name ??
      municipalities.find((one) => area === 'municipalities' && one.istatCode === code)?.name ??
      catalogues.find((one) => area === 'catalogues' && `${one.kind}.${one.code}` === code)?.labelIt ??
      targets.find((one) => area === 'targets' && one.code === code)?.labelIt
    if (found !== undefined) return found
  }
  return code
}

/** A difference's path ('catalogues/support.course/labelIt') in the names that people gave. */
export const placeOf = ({ path }: Difference, configurations: readonly Named[]): Place => {
  const [first = '', second, ...rest] = path.split('/')
  const area = areas.find((one) => one === first) ?? 'programme'
  if (area === 'programme' || area === 'legame' || area === 'measuring')
    return { area, entry: null, field: rest.at(-1) ?? second ?? null }
  return { area, entry: second === undefined ? null : nameIn(configurations, area, second), field: rest.at(-1) ?? null }
}

/** A value as one reads it; a whole entry is told by its name. */
export const valueText = (value: unknown, yes: string, no: string): string => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? yes : no
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value !== 'object') return String(value)
  const named = value as { labelIt?: unknown; name?: unknown }
  return String(named.labelIt ?? named.name ?? JSON.stringify(value))
}
