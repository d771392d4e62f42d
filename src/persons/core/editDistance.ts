/**
 * Edits between two words, neighbours swapped counting as one (optimal string alignment).
 * `ceiling + 1` stands for anything above the ceiling.
 */
export const editDistance = (a: string, b: string, ceiling = 3): number => {
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]]
  if (long.length - short.length > ceiling) return ceiling + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: short.length + 1 }, (_, column) => column)
  for (let row = 1; row <= long.length; row++) {
    const next = nextRow({ short, long, row, last, beforeLast })
    if (Math.min(...next) > ceiling) return ceiling + 1
    beforeLast = last
    last = next
  }
  return Math.min(at(last, short.length), ceiling + 1)
}

type Rows = { short: string[]; long: string[]; row: number; last: number[]; beforeLast: number[] }

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY

const nextRow = ({ short, long, row, last, beforeLast }: Rows): number[] => {
  const next = [row]
  for (let column = 1; column <= short.length; column++) {
    const same = short[column - 1] === long[row - 1]
    const swapped = short[column - 2] === long[row - 1] && short[column - 1] === long[row - 2]
    next.push(
      Math.min(
        at(next, column - 1) + 1,
        at(last, column) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        row > 1 && column > 1 && swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      ),
    )
  }
  return next
}
