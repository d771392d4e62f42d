import type { Permission } from '../../platform/core/permission.ts'

export const searchKinds = ['persons', 'cases', 'pacts', 'organisations'] as const
export type SearchKind = (typeof searchKinds)[number]

/** Any of these opens a kind of search; the server decides again what may be found. */
const opening: Readonly<Record<SearchKind, readonly Permission[]>> = {
  persons: ['persons.register', 'cases.work', 'cases.all', 'cases.open'],
  cases: ['cases.work', 'cases.all'],
  pacts: ['cases.work', 'cases.all', 'pacts.write', 'pacts.review'],
  organisations: ['organisations.read'],
}

/** What somebody with these permissions looks through. */
export const kindsFor = (permissions: readonly Permission[]): SearchKind[] =>
  searchKinds.filter((kind) => opening[kind].some((permission) => permissions.includes(permission)))

/** How many of each kind stand on the page of the search. */
export const shownOfEach = 8

/** Fewer letters than this find half of everybody. */
const leastLetters = 2

/** What is looked for: blanks do not count; null while there are too few letters. */
export const questionOf = (typed: string | undefined): string | null => {
  const text = (typed ?? '').trim().replace(/\s+/g, ' ').slice(0, 80)
  return text.length < leastLetters ? null : text
}
