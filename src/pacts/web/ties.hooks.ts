import { useRead } from '../../platform/web/query.ts'
import { tieApi } from '../../ties/core/tie.api.ts'
import type { PactSheet } from '../core/pact.sheet.ts'

type BornTie = { readonly id: string; readonly since: string; readonly other: string; readonly setting: string }

/** Ties that this pact made; none for a reader who may not see the case. */
export const useBornTies = ({ pact, mayWrite }: PactSheet): readonly BornTie[] => {
  const read = useRead(tieApi.list, { query: { caseId: pact.caseId }, enabled: mayWrite })
  return (read.data?.rows ?? []).filter(({ origin }) => origin.kind === 'pact' && origin.id === pact.id)
}
