import { addMonths, type Day } from '../../platform/core/day.ts'
import { tieKinds } from './figures.groups.ts'
import type { LegameRule } from './legame.ts'
import { blau } from './network/mixing.ts'
import type { TieKind } from './tie.schema.ts'

/** One conversation that has ended, as it was told. */
export type FoundWave = {
  readonly personId: string
  readonly districtId: string
  readonly number: number
  readonly heldOn: Day
  readonly asked: number | null
  readonly had: number | null
  /** Kinds of the person's pacts by the day. */
  readonly pactKinds: readonly string[]
  readonly alters: readonly {
    readonly tieId: string | null
    readonly kind: TieKind
    readonly change: string
    readonly closeness: number | null
    readonly since: Day | null
  }[]
}

/** Measured of every person with a conversation: at the first one and at the latest; NaN where it was not told. */
export const changeCodes = ['size', 'diversity', 'legami', 'resources', 'isolated'] as const
export type ChangeCode = (typeof changeCodes)[number]
export type ChangeData = {
  readonly before: Readonly<Record<ChangeCode, Float64Array>>
  readonly after: Readonly<Record<ChangeCode, Float64Array>>
  /** Which people (by place in the columns) a group holds. */
  readonly groups: readonly {
    readonly kind: 'all' | 'district' | 'pactKind'
    readonly key: string
    readonly who: Int32Array
  }[]
}

const isThere = ({ change }: FoundWave['alters'][number]): boolean => ['new', 'same', 'changed'].includes(change)

/**
 * One person by one conversation, people paid to be there left out: how many alters, their diversity by kind (Blau 1977), the share that
 * had lived as long as a legame must, what they could count on of what was asked, and 1 when they have one alter or none.
 */
export const toldBy = (wave: FoundWave, rule: LegameRule): Record<ChangeCode, number> => {
  const alters = wave.alters.filter((alter) => isThere(alter) && !rule.leftOut.includes(alter.kind))
  const proven = alters.filter(({ since }) => since !== null && addMonths(since, rule.months) <= wave.heldOn)
  const counts = tieKinds.map((kind) => alters.filter((alter) => alter.kind === kind).length)
  return {
    size: alters.length,
    diversity: blau(counts),
    legami: alters.length === 0 ? Number.NaN : proven.length / alters.length,
    resources: wave.asked === null || wave.had === null || wave.asked === 0 ? Number.NaN : wave.had / wave.asked,
    isolated: alters.length <= 1 ? 1 : 0,
  }
}

const nothing = Object.fromEntries(changeCodes.map((code) => [code, Number.NaN])) as Record<ChangeCode, number>

const columns = (rows: readonly Record<ChangeCode, number>[]): Record<ChangeCode, Float64Array> =>
  Object.fromEntries(changeCodes.map((code) => [code, Float64Array.from(rows, (row) => row[code])])) as Record<
    ChangeCode,
    Float64Array
  >

const membersBy = (
  people: readonly FoundWave[],
  keysOf: (one: FoundWave) => readonly string[],
): [string, Int32Array][] => {
  const members = new Map<string, number[]>()
  people.forEach((one, no) => {
    for (const key of new Set(keysOf(one))) members.set(key, [...(members.get(key) ?? []), no])
  })
  return [...members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, who]) => [key, Int32Array.from(who)])
}

/** First and latest conversation of every person, side by side; whoever had one only is missing after. */
export const changeDataOf = (waves: readonly FoundWave[], rule: LegameRule): ChangeData => {
  const ends = new Map<string, { first: FoundWave; last: FoundWave }>()
  for (const wave of [...waves].sort((a, b) => a.number - b.number)) {
    const before = ends.get(wave.personId)
    ends.set(wave.personId, before ? { ...before, last: wave } : { first: wave, last: wave })
  }
  const people = [...ends.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  const firsts = people.map(({ first }) => first)
  const groups = (kind: 'district' | 'pactKind', keysOf: (one: FoundWave) => readonly string[]) =>
    membersBy(firsts, keysOf).map(([key, who]) => ({ kind, key, who }))
  return {
    before: columns(firsts.map((wave) => toldBy(wave, rule))),
    after: columns(people.map(({ first, last }) => (first === last ? nothing : toldBy(last, rule)))),
    groups: [
      { kind: 'all', key: '', who: Int32Array.from(people, (_, no) => no) },
      ...groups('district', ({ districtId }) => [districtId]),
      ...groups('pactKind', ({ pactKinds }) => pactKinds),
    ],
  }
}

/** How close a tie was told to be in the last conversation by `from`, and in the last one of all. */
export const closenessOf = (
  waves: readonly FoundWave[],
  from: Day,
): Map<string, { readonly before: number; readonly after: number }> => {
  const close = new Map<string, { before: number; after: number }>()
  for (const { heldOn, alters } of [...waves].sort((a, b) => a.number - b.number))
    for (const { tieId, closeness } of alters) {
      if (tieId === null || closeness === null) continue
      const before = close.get(tieId)?.before ?? 0
      close.set(tieId, { before: heldOn <= from ? closeness : before, after: closeness })
    }
  return close
}
