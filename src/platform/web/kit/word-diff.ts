export type DiffPart = { text: string; kind: 'same' | 'added' | 'removed' }

/** Lengths of the longest common run of words from each pair of positions on. */
const lengths = (a: readonly string[], b: readonly string[]): number[][] => {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i] ?? []
      row[j] = a[i] === b[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  return table
}

const join = (parts: readonly DiffPart[]): DiffPart[] =>
  parts.reduce<DiffPart[]>((joined, part) => {
    const last = joined.at(-1)
    if (last?.kind === part.kind) joined[joined.length - 1] = { ...last, text: last.text + part.text }
    else joined.push(part)
    return joined
  }, [])

type Walk = { a: readonly string[]; b: readonly string[]; table: readonly number[][] }

/** What the walk does with the next words: keep both, take one away, or add one. */
const stepAt = ({ a, b, table }: Walk, i: number, j: number): DiffPart => {
  const [left, right] = [a[i], b[j]]
  if (left !== undefined && left === right) return { text: left, kind: 'same' }
  const removes = right === undefined || (table[i + 1]?.[j] ?? -1) >= (table[i]?.[j + 1] ?? 0)
  return left !== undefined && removes ? { text: left, kind: 'removed' } : { text: right ?? '', kind: 'added' }
}

const walked = (walk: Walk): DiffPart[] => {
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < walk.a.length || j < walk.b.length) {
    const part = stepAt(walk, i, j)
    parts.push(part)
    if (part.kind !== 'added') i++
    if (part.kind !== 'removed') j++
  }
  return parts
}

/** What changed from one text to another, word by word; texts beyond 1,500 words are told apart whole. */
export const wordDiff = (before: string, after: string): DiffPart[] => {
  const [a, b] = [before.match(/\s+|\S+/g) ?? [], after.match(/\s+|\S+/g) ?? []]
  if (Math.max(a.length, b.length) <= 3000) return join(walked({ a, b, table: lengths(a, b) }))
  return [
    { text: before, kind: 'removed' },
    { text: after, kind: 'added' },
  ]
}
