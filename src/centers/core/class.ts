import type { ClassWave } from './class.schema.ts'

/** What one number chose. */
export type ClassAnswer = { readonly pupil: number; readonly choices: readonly number[] }

export type Choices = Pick<ClassWave, 'mutual' | 'oneWay' | 'alone' | 'returned' | 'answered'>

const key = (from: number, to: number): string => `${from} ${to}`

/**
 * Who chose each other, and whom nobody chose, as patterns and never as a ranking: numbers are always in their own order. Nobody is
 * said to be alone until half of the class has answered (Moreno 1934 for the sociogram; the half is ours, so that an absence is not
 * read as a rejection).
 */
export const choicesOf = (answers: readonly ClassAnswer[], pupils: number): Choices => {
  const arcs = answers.flatMap(({ pupil, choices }) => choices.map((to) => [pupil, to] as const))
  const given = new Set(arcs.map(([from, to]) => key(from, to)))
  const returned = arcs.filter(([from, to]) => given.has(key(to, from)))
  const chosen = new Set(arcs.map(([, to]) => to))
  const inOrder = (pairs: readonly (readonly [number, number])[]): [number, number][] =>
    pairs.map(([a, b]): [number, number] => [a, b]).sort(([a, b], [c, d]) => a - c || b - d)
  const enough = answers.length * 2 >= pupils
  return {
    answered: answers.map(({ pupil }) => pupil).sort((a, b) => a - b),
    mutual: inOrder(returned.filter(([from, to]) => from < to)),
    oneWay: inOrder(arcs.filter(([from, to]) => !given.has(key(to, from)))),
    alone: enough ? Array.from({ length: pupils }, (_, no) => no + 1).filter((no) => !chosen.has(no)) : [],
    returned: arcs.length === 0 ? null : returned.length / arcs.length,
  }
}

export type ClassChange = {
  readonly newPairs: readonly (readonly [number, number])[]
  readonly lostPairs: readonly (readonly [number, number])[]
  /** Nobody chose them before, somebody does now. */
  readonly noLongerAlone: readonly number[]
  readonly nowAlone: readonly number[]
}

const pairsOnlyIn = (one: Choices['mutual'], other: Choices['mutual']): [number, number][] => {
  const there = new Set(other.map(([a, b]) => key(a, b)))
  return one.filter(([a, b]) => !there.has(key(a, b)))
}

/** What changed from the first wave to the second. */
export const changeBetween = (
  first: Pick<Choices, 'mutual' | 'alone'>,
  second: Pick<Choices, 'mutual' | 'alone'>,
): ClassChange => ({
  newPairs: pairsOnlyIn(second.mutual, first.mutual),
  lostPairs: pairsOnlyIn(first.mutual, second.mutual),
  noLongerAlone: first.alone.filter((no) => !second.alone.includes(no)),
  nowAlone: second.alone.filter((no) => !first.alone.includes(no)),
})

// letters and digits that are not taken for one another on a blackboard
const letters = 'ACDEFGHJKLMNPQRTUVWXY34679'

/** A class code from random bytes: eight signs in two groups, 26^8 of them. */
export const codeFrom = (bytes: Uint8Array): string => {
  const signs = Array.from(bytes.subarray(0, 8), (byte) => letters[byte % letters.length] ?? 'A').join('')
  return `${signs.slice(0, 4)}-${signs.slice(4)}`
}

/** A code as it was typed on a phone: case, blanks and dashes do not matter. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Classes are erased when their school year ends: on 31 August. */
export const isYearOver = (schoolYear: number, today: string): boolean => today > `${schoolYear + 1}-08-31`
