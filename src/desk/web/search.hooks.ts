import { caseApi } from '../../cases/core/case.api.ts'
import { organisationApi } from '../../organisations/core/organisation.api.ts'
import { pactApi } from '../../pacts/core/pact.api.ts'
import { personApi } from '../../persons/core/person.api.ts'
import { useRead } from '../../platform/web/query.ts'
import { type SearchKind, shownOfEach } from '../core/search.ts'

/** Asks every room at once; a kind that is not among `kinds` is not asked. */
export const useFound = (q: string | null, kinds: readonly SearchKind[]) => {
  const asked = (kind: SearchKind) => ({
    query: { q: q ?? '', limit: shownOfEach },
    enabled: q !== null && kinds.includes(kind),
  })
  return {
    persons: useRead(personApi.search, asked('persons')),
    cases: useRead(caseApi.list, asked('cases')),
    pacts: useRead(pactApi.list, asked('pacts')),
    organisations: useRead(organisationApi.list, asked('organisations')),
  }
}

export type Found = ReturnType<typeof useFound>
