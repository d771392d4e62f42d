import type { Day } from '../../platform/core/day.ts'
import type { Commitment, Goal, PactContent, Side, Step } from './content.schema.ts'
import type { CommitmentState, Mark } from './progress.schema.ts'

type About<K extends Mark['about']> = Extract<Mark, { about: K }>

const isAbout =
  <K extends Mark['about']>(about: K, itemId: string) =>
  (mark: Mark): mark is About<K> =>
    mark.about === about && mark.itemId === itemId

/** The dated history of one item, oldest first: by the day it speaks of, then by when it was written. */
export const historyOf = <K extends Mark['about']>(about: K, itemId: string, marks: readonly Mark[]): About<K>[] =>
  marks.filter(isAbout(about, itemId)).sort((a, b) => (`${a.on} ${a.at}` < `${b.on} ${b.at}` ? -1 : 1))

/** What a commitment is on a day: what was last said of it, or late when nothing was and its date has passed. */
export const commitmentState = (
  commitment: Pick<Commitment, 'id' | 'due'>,
  marks: readonly Mark[],
  today: Day,
): CommitmentState => {
  const said = historyOf('commitment', commitment.id, marks).at(-1)?.value ?? 'planned'
  return said === 'planned' && commitment.due !== null && commitment.due < today ? 'late' : said
}

/** The day a step was done, or null. */
export const stepDoneOn = (step: Step, marks: readonly Mark[]): Day | null => {
  const last = historyOf('step', step.id, marks).at(-1)
  return last === undefined ? step.doneOn : last.value === 'done' ? last.on : null
}

/** Where a goal stands on the ladder, 0 to 4. */
export const ladderOf = (goal: Goal, marks: readonly Mark[]): number =>
  historyOf('goal', goal.id, marks).at(-1)?.value ?? goal.ladder

/** `total` leaves out commitments that everybody released. */
export type Progress = {
  readonly kept: number
  readonly late: number
  readonly notKept: number
  readonly total: number
}

export const progressOf = (
  content: Pick<PactContent, 'commitments'>,
  marks: readonly Mark[],
  { today, side }: { today: Day; side?: Side },
): Progress => {
  const states = content.commitments
    .filter((one) => side === undefined || one.side === side)
    .map((one) => commitmentState(one, marks, today))
  const count = (state: CommitmentState): number => states.filter((one) => one === state).length
  return {
    kept: count('kept'),
    late: count('late'),
    notKept: count('notKept'),
    total: states.length - count('released'),
  }
}
