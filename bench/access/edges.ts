import { z } from 'zod'

/** What a JSON Schema says of a value, as far as the contracts use it. */
export type Shape = {
  readonly [key: string]: unknown
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape | false
  readonly prefixItems?: readonly Shape[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
}

export const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any', io: 'input', reused: 'inline' }) as Shape

const patterned = ['prova', '10:00', '0372123456', 'it', '019035', 'D142', '123456', 'AAAAAAAA', 'a'.repeat(64)]

const textsOf = ({ format, pattern, minLength = 0, maxLength = 60 }: Shape, ids: readonly string[]): string[] => {
  if (format === 'uuid') return [...ids]
  if (format === 'date') return ['2026-06-15', '0002-01-01', '2999-12-31']
  if (format === 'date-time') return ['2026-06-15T10:00:00Z', '0002-01-01T00:00:00Z', '2999-12-31T23:59:59Z']
  if (format === 'email') return ['prova@esempio.invalid']
  if (pattern) return patterned.filter((one) => new RegExp(pattern, 'u').test(one))
  const text = (length: number): string => 'Àé ’%_\\"{}<b>'.repeat(Math.ceil(length / 13)).slice(0, length)
  return [text(Math.max(minLength, Math.min(12, maxLength))), text(Math.min(maxLength, 20_000))]
}

const numbersOf = ({ type, minimum = -1e9, maximum = 2 ** 31 - 2 }: Shape): number[] => [
  Math.max(0, minimum),
  Math.max(minimum, -1e9),
  Math.min(maximum, 2 ** 31 - 2),
  ...(type === 'number' && minimum < 0.5 ? [0.5] : []),
]

const plainest = (shape: Shape, ids: readonly string[]): unknown => valuesOf(shape, ids).next().value

/** Each field at each of its edges in turn, the others plain. */
function* wholes({ properties = {}, required = [] }: Shape, ids: readonly string[]): Generator<unknown> {
  const first = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, plainest(one, ids)]))
  yield first
  yield Object.fromEntries(Object.entries(first).filter(([name]) => required.includes(name)))
  for (const [name, one] of Object.entries(properties))
    for (const value of [...valuesOf(one, ids)].slice(1)) yield { ...first, [name]: value }
}

function* lists({ items, prefixItems, minItems = 0 }: Shape, ids: readonly string[]): Generator<unknown> {
  if (prefixItems) yield prefixItems.map((one) => plainest(one, ids))
  if (!items) return
  const one = plainest(items, ids)
  yield minItems > 0 ? [one] : []
  yield [one, one]
  for (const other of [...valuesOf(items, ids)].slice(1)) yield [other]
}

function* plainValues(shape: Shape, ids: readonly string[]): Generator<unknown> {
  if (shape.type === 'string') yield* textsOf(shape, ids)
  else if (shape.type === 'integer' || shape.type === 'number') yield* numbersOf(shape)
  else if (shape.type === 'boolean') yield* [true, false]
  else yield null
}

/** Values that a shape allows, the plainest first: its edges, and each of its fields at the edges of its own. */
export function* valuesOf(shape: Shape, ids: readonly string[]): Generator<unknown> {
  const any = shape.anyOf ?? shape.oneOf
  if ('const' in shape) yield shape.const
  else if (shape.enum) yield* shape.enum
  else if (any) for (const one of any) yield* valuesOf(one, ids)
  else if (shape.type === 'object') yield* wholes(shape, ids)
  else if (shape.type === 'array') yield* lists(shape, ids)
  else yield* plainValues(shape, ids)
}
