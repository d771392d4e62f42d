import type { Tx } from '../../platform/server/tx.ts'
import type { Assessment } from '../core/assessment.schema.ts'
import type { Standing } from '../core/case.policy.ts'
import type { EquipeRole } from '../core/case.schema.ts'
import { standingIn } from './case.store.ts'
import * as work from './work.store.ts'

/** What the actor is in the equipe at this moment, and whether they broke the glass. */
export const standingOf = (tx: Tx, districtId: string, caseId: string): Promise<Standing> =>
  standingIn(tx, { districtId, id: caseId })

export const rolesOf = async (tx: Tx, districtId: string, caseId: string): Promise<readonly EquipeRole[]> =>
  (await standingOf(tx, districtId, caseId)).roles

/** The latest reading of needs and strengths, closed or not, opened. */
export const latestAssessment = (tx: Tx, districtId: string, caseId: string): Promise<Assessment | undefined> =>
  work.latestAssessment(tx, { districtId, id: caseId })
