import type { ReactElement } from 'react'
import { Ties } from '../../ties/web/Ties.door.tsx'
import { CaseFrame } from './CaseFrame.tsx'

/** The ties that the person told. */
export const CaseTiesPage = (): ReactElement | null => (
  <CaseFrame tab="ties">{(one) => <Ties caseId={one.id} personId={one.personId} />}</CaseFrame>
)
