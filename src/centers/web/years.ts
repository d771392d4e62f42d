/** A school year by the year in which it begins: '2026/27'. */
export const yearOf = (schoolYear: number): string => `${schoolYear}/${String(schoolYear + 1).slice(2)}`

/** Numbers in their own order, as a list for people. */
export const listed = (numbers: readonly number[]): string => numbers.join(', ')

/** Pairs as '3 e 7', one beside the other. */
export const paired = (pairs: readonly (readonly [number, number])[], and: string): string =>
  pairs.map(([a, b]) => `${a} ${and} ${b}`).join('; ')
