import type { Texts } from '../../platform/core/clash.ts'
import { deadlineNames, deadlineText } from './deadlines.ts'
import { deadlineField } from './programme.form.ts'
import type { CatalogueItem, CatalogueKind, District, Target } from './settings.schema.ts'

const words = (label: string): string[] =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

const free = (code: string, taken: readonly string[], count = 2): string =>
  !taken.includes(code) ? code : taken.includes(`${code}${count}`) ? free(code, taken, count + 1) : `${code}${count}`

/** The code of a new entry, made of its label and of nobody else's: 'Corso di italiano' gives 'corsoDiItaliano'. */
export const codeFrom = (label: string, taken: readonly string[]): string => {
  const [first = 'voce', ...rest] = words(label)
  const joined = [first, ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('')
  const begun = /^[a-z]/.test(joined) ? joined : `n${joined}`
  return free((begun.length < 2 ? `${begun}Voce` : begun).slice(0, 34), taken)
}

/** As `codeFrom`, with dashes: 'Ambito Cremasco' gives 'ambito-cremasco'. */
export const districtCodeFrom = (name: string, taken: readonly string[]): string => {
  const joined = words(name).join('-')
  const begun = /^[a-z]/.test(joined) ? joined : `a-${joined}`
  return free((begun.length < 2 ? `${begun}-ambito` : begun).slice(0, 26).replace(/-$/, ''), taken)
}

type Placed = { readonly code: string; readonly position: number }

/** Moves an entry one place up (-1) or down (1): the entries whose position is another one now, with it. */
export const moved = <T extends Placed>(entries: readonly T[], code: string, step: -1 | 1): T[] => {
  const sorted = entries.toSorted((one, other) => one.position - other.position || (one.code < other.code ? -1 : 1))
  const from = sorted.findIndex((entry) => entry.code === code)
  const [entry, other] = [sorted[from], sorted[from + step]]
  if (!entry || !other) return []
  const swapped = sorted.with(from, other).with(from + step, entry)
  return swapped
    .map((one, place) => ({ ...one, position: (place + 1) * 10 }))
    .filter((one) => sorted.find(({ code }) => code === one.code)?.position !== one.position)
}

/** The position of an entry that comes last. */
export const lastPosition = (entries: readonly Placed[]): number =>
  Math.max(0, ...entries.map(({ position }) => position)) + 10

/** What entries of a kind say beside their labels. */
export const extraFields: Readonly<
  Partial<
    Record<
      CatalogueKind,
      readonly { readonly name: 'ageFrom' | 'ageTo' | 'unit' | 'istatCode'; readonly number: boolean }[]
    >
  >
> = {
  pactKind: [
    { name: 'ageFrom', number: true },
    { name: 'ageTo', number: true },
  ],
  support: [
    { name: 'unit', number: false },
    { name: 'istatCode', number: false },
  ],
}

/** The entry's own facts with what the form says of them; facts that the form does not know stay. */
export const dataFrom = (
  kind: CatalogueKind,
  before: CatalogueItem['data'],
  texts: Readonly<Record<string, string>>,
): CatalogueItem['data'] => ({
  ...before,
  ...Object.fromEntries(
    (extraFields[kind] ?? []).map(({ name, number }) => {
      const text = (texts[name] ?? '').trim()
      return [name, text === '' ? null : number && /^\d+$/.test(text) ? Number(text) : text]
    }),
  ),
})

/** An entry of a list as its form holds it; so for the others below. */
export const itemTexts = (kind: CatalogueKind, item: CatalogueItem | undefined): Texts => ({
  labelIt: item?.labelIt ?? '',
  labelEn: item?.labelEn ?? '',
  off: item && !item.active ? 'yes' : '',
  ...Object.fromEntries((extraFields[kind] ?? []).map(({ name }) => [name, String(item?.data[name] ?? '')])),
})

export const targetTexts = (target: Target | undefined): Texts => ({
  labelIt: target?.labelIt ?? '',
  labelEn: target?.labelEn ?? '',
  value: target ? String(target.value) : '',
  definitionIt: target?.definitionIt ?? '',
  definitionEn: target?.definitionEn ?? '',
})

export const districtTexts = (district: District | undefined): Texts => ({
  name: district?.name ?? '',
  seat: district?.seat ?? '',
  controller: district?.controller ?? '',
  controllerContact: district?.controllerContact ?? '',
  dpoContact: district?.dpoContact ?? '',
  closed: district?.state === 'closed' ? 'yes' : '',
  ...Object.fromEntries(deadlineNames.map((name) => [deadlineField(name), deadlineText(district?.deadlines[name])])),
})
