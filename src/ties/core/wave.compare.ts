import type { Alter } from './wave.schema.ts'

/**
 * What changed of one tie between two waves. `recalled`: told for the first time, and there before the programme.
 * `unasked`: the second wave did not ask.
 */
export type Changed = 'new' | 'recalled' | 'lost' | 'closer' | 'farther' | 'same' | 'unasked'

type Seen = Pick<Alter, 'id' | 'tieId' | 'change' | 'kind' | 'closeness' | 'origin'>

/** One tie in two waves; null where it was not there. */
export type ComparedTie<A extends Seen = Alter> = {
  readonly key: string
  readonly before: A | null
  readonly now: A | null
  /** As it was told last, there or not. */
  readonly last: A
  readonly changed: Changed
}

/** Workers of services are counted apart: with them a tie links, and is no *legame*. */
export type WaveCounts = {
  readonly before: number
  readonly now: number
  readonly workersBefore: number
  readonly workersNow: number
} & Readonly<Record<Changed, number>>

export type Comparison<A extends Seen = Alter> = {
  readonly ties: readonly ComparedTie<A>[]
  readonly counts: WaveCounts
}

const keyOf = ({ id, tieId }: Seen): string => tieId ?? id
const isThere = ({ change }: Seen): boolean => change !== 'gone' && change !== 'unasked'
export const isWorker = ({ kind }: Pick<Alter, 'kind'>): boolean => kind === 'professional'

const moved = (before: Seen, now: Seen): Changed => {
  const step = (before.closeness ?? 0) - (now.closeness ?? 0)
  if (before.closeness === null || now.closeness === null || step === 0) return 'same'
  return step > 0 ? 'closer' : 'farther'
}

/** `wasThere`: the first wave told it, or carried it and did not ask. */
const changeOf = (wasThere: boolean, before: Seen | null, now: Seen | undefined): Changed => {
  if (now?.change === 'unasked') return 'unasked'
  if (now === undefined || now.change === 'gone') return 'lost'
  if (!wasThere) return now.origin.kind === 'before' ? 'recalled' : 'new'
  return before === null ? 'same' : moved(before, now)
}

const order: readonly Changed[] = ['new', 'closer', 'farther', 'same', 'recalled', 'unasked', 'lost']

/**
 * Two waves of one person, tie by tie: what the second says of the first. A tie of the first that the second does not
 * carry was ended in between, and is lost; one that began and ended in between shows in neither.
 */
export const compareWaves = <A extends Seen>(first: readonly A[], second: readonly A[]): Comparison<A> => {
  const then = new Map(first.filter(({ change }) => change !== 'gone').map((alter) => [keyOf(alter), alter]))
  const since = new Map(second.map((alter) => [keyOf(alter), alter]))
  const ties = [...new Set([...since.keys(), ...then.keys()])].flatMap((key): ComparedTie<A>[] => {
    const [told, now] = [then.get(key), since.get(key)]
    if (!told && now?.change === 'gone') return []
    const before = told && isThere(told) ? told : null
    const last = now ?? told
    if (!last) return []
    const changed = changeOf(told !== undefined, before, now)
    return [{ key, before, now: now && isThere(now) ? now : null, last, changed }]
  })
  ties.sort((a, b) => order.indexOf(a.changed) - order.indexOf(b.changed))
  return { ties, counts: countsOf(ties) }
}

const countsOf = <A extends Seen>(ties: readonly ComparedTie<A>[]): WaveCounts => {
  const isNear = ({ before, now }: ComparedTie<A>): boolean =>
    ![before, now].some((one) => one !== null && isWorker(one))
  const near = ties.filter(isNear)
  const workers = ties.filter((tie) => !isNear(tie))
  const of = (wanted: Changed): number => near.filter(({ changed }) => changed === wanted).length
  return {
    before: near.filter(({ before }) => before !== null).length,
    now: near.filter(({ now }) => now !== null).length,
    workersBefore: workers.filter(({ before }) => before !== null).length,
    workersNow: workers.filter(({ now }) => now !== null).length,
    new: of('new'),
    recalled: of('recalled'),
    lost: of('lost'),
    closer: of('closer'),
    farther: of('farther'),
    same: of('same'),
    unasked: of('unasked'),
  }
}
