import { AgeBand, NodeKind } from './network.schema.ts'
import { OriginKind, TieKind } from './tie.schema.ts'

/** The orders in which the columns of a snapshot are numbered. */
export const sectors = NodeKind.options
export const ages = AgeBand.options.filter((band) => band !== '')
export const tieKinds = TieKind.options
export const origins = OriginKind.options

/** Rows of the distribution of ties per person; the first is isolation. */
export const degreeBands = ['0-1', '2-3', '4-6', '7-10', '11+'] as const
export const degreeBandOf = (ties: number): number =>
  ties <= 1 ? 0 : ties <= 3 ? 1 : ties <= 6 ? 2 : ties <= 10 ? 3 : 4

/** A number of a column that is surely there; rows of a snapshot all have the same length. */
export const at = (numbers: ArrayLike<number>, index: number): number => numbers[index] ?? 0
