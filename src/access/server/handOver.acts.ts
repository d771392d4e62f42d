import { done } from '../../platform/core/refusal.ts'
import type { Job } from '../../platform/server/jobs.ts'
import { writeJournalLines } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { freeReferrals, listRunOut, passOnCases } from './handOver.store.ts'

/** Nothing that was in hand is lost with an account or a role: call it after either has ended. */
export const passOnWork = async (tx: Tx, accountId: string): Promise<void> => {
  const passed = await passOnCases(tx, accountId)
  const freed = await freeReferrals(tx, accountId)
  if (passed.length + freed.length === 0) return
  await writeJournalLines(tx, [
    ...passed.map(({ districtId, caseId, personId, ...changed }) => ({
      act: 'cases.handOver',
      subject: { kind: 'case', id: caseId },
      ...{ districtId, caseId, personId, changed },
    })),
    ...freed.map(({ districtId, id }) => ({
      act: 'referrals.free',
      districtId,
      subject: { kind: 'referral', id },
      changed: { assignedTo: null },
    })),
  ])
}

/** A role that was given until a day ends without anybody's hand. */
export const passOnRunOut: Job = async (tx) => {
  for (const accountId of await listRunOut(tx)) await passOnWork(tx, accountId)
  return done(null)
}
