import type { ReactElement } from 'react'
import { Measures } from '../../measures/web/Measures.door.tsx'
import { CaseFrame } from './CaseFrame.tsx'

/** What was measured with the person, and what is to be asked. */
export const CaseMeasuresPage = (): ReactElement | null => (
  <CaseFrame tab="measures">{(one) => <Measures caseId={one.id} />}</CaseFrame>
)
