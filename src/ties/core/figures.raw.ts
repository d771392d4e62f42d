import { at, sectors } from './figures.groups.ts'
import type { Snapshot } from './figures.snapshot.ts'

export type Raw = { readonly code: string; readonly value: number; readonly n: number }
export type RawTable = {
  readonly code: string
  readonly rows: readonly { key: string; count: number; people: number }[]
}
export type RawMixing = {
  readonly code: string
  readonly keys: readonly string[]
  readonly cells: readonly number[]
  readonly people: readonly number[]
  readonly unknown: number
}
export type Standing = {
  readonly people: number
  readonly scalars: readonly Raw[]
  readonly tables: readonly RawTable[]
  readonly mixing: readonly RawMixing[]
}

const personSector = sectors.indexOf('person')
export const isPerson = ({ sector }: Snapshot, node: number): boolean => at(sector, node) === personSector

export const meanOf = (values: Iterable<number>): { value: number; n: number } => {
  let [sum, n] = [0, 0]
  for (const value of values)
    if (!Number.isNaN(value)) {
      sum += value
      n++
    }
  return { value: n === 0 ? Number.NaN : sum / n, n }
}

export const most = (values: Iterable<number>): number => {
  let found = Number.NaN
  for (const value of values) if (!(value <= found)) found = value
  return found
}
