/** `from` holds a foreign key to `to`. */
export type Pointer = { readonly from: string; readonly to: string }

const waitsFor = (name: string, left: ReadonlySet<string>, pointers: readonly Pointer[]): number =>
  pointers.filter(({ from, to }) => from === name && to !== name && left.has(to)).length

/**
 * Orders tables so that what is pointed to comes first. Where tables point at each other in a circle, the one that waits for
 * the fewest goes first: its pointers ahead are then checked at the end (see `pointsAhead`).
 */
export const loadOrder = (names: readonly string[], pointers: readonly Pointer[]): string[] => {
  const left = new Set([...names].sort())
  const ordered: string[] = []
  while (left.size > 0) {
    const waits = [...left].map((name) => ({ name, count: waitsFor(name, left, pointers) }))
    const least = Math.min(...waits.map(({ count }) => count))
    const ready = waits.filter(({ count }) => count === least).map(({ name }) => name)
    const next = least === 0 ? ready : ready.slice(0, 1)
    for (const name of next) {
      ordered.push(name)
      left.delete(name)
    }
  }
  return ordered
}

/** Whether the rows that this key points to are loaded after the rows that hold it. */
export const pointsAhead = (ordered: readonly string[], { from, to }: Pointer): boolean =>
  ordered.indexOf(to) > ordered.indexOf(from)
