import type { Instrument } from './instrument.schema.ts'
import type { MeasureRow } from './measure.api.ts'

/** One result in time. */
export type Point = { readonly id: string; readonly on: string; readonly moment: string; readonly value: number }

type Told = Pick<MeasureRow, 'id' | 'rater' | 'state' | 'scores' | 'heldOn' | 'moment'>

/** The results of one score, oldest first; those that cannot be read or were not valid are left out. */
export const pointsOf = (rows: readonly Told[], score: string, rater: MeasureRow['rater'] = 'person'): Point[] =>
  rows
    .filter((row) => row.rater === rater && row.state === 'done')
    .flatMap((row) => {
      const value = row.scores?.find(({ code }) => code === score)?.value
      return value === null || value === undefined ? [] : [{ id: row.id, on: row.heldOn, moment: row.moment, value }]
    })
    .sort((one, other) => one.on.localeCompare(other.on) || one.id.localeCompare(other.id))

export type Change = {
  readonly from: number
  readonly to: number
  readonly way: 'up' | 'down' | 'same'
  /** Whether it reaches the least change that means something; undefined where nobody published one. */
  readonly means?: boolean
}

/** From the first to the last of the same score; undefined while there are not two. */
export const changeOf = (instrument: Instrument, points: readonly Point[]): Change | undefined => {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return undefined
  const by = last.value - first.value
  const way = by > 0 ? 'up' : by < 0 ? 'down' : 'same'
  const { change } = instrument
  return { from: first.value, to: last.value, way, ...(change ? { means: Math.abs(by) >= change.by } : {}) }
}
