/** Why an act was turned down. `code` is a key of the words; http maps `kind` to a status. */
export type Refusal = {
  readonly kind: RefusalKind
  readonly code: string
  readonly about?: Readonly<Record<string, unknown>>
  /** What was written before the refusal stays: a wrong PIN is counted, say. */
  readonly kept?: true
}

export type RefusalKind = 'unauthenticated' | 'forbidden' | 'notFound' | 'conflict' | 'invalid' | 'tooMany' | 'gone'

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refuse = (kind: RefusalKind, code: string, about?: Refusal['about']): Outcome<never> => ({
  ok: false,
  refusal: about ? { kind, code, about } : { kind, code },
})

/** A refusal whose writes stay. */
export const refuseKeeping = (kind: RefusalKind, code: string, about?: Refusal['about']): Outcome<never> => ({
  ok: false,
  refusal: { kind, code, kept: true, ...(about ? { about } : {}) },
})

/** A record that the reader may not open looks exactly like one that is not there. */
export const unknown = (): Outcome<never> => refuse('notFound', 'platform.notFound')
