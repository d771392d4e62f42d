import { addMonths } from '../../platform/core/day.ts'
import { done } from '../../platform/core/refusal.ts'
import type { Job, JobBook } from '../../platform/server/jobs.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { deadlinesIn } from '../../settings/server/settings.door.ts'
import { eraseUntaken } from './erase.store.ts'

/** Each district has its own months; one line in the journal for each referral whose words went. */
const eraseReferrals: Job = async (tx) => {
  for (const districtId of tx.districts) {
    const { eraseUntakenMonths } = await deadlinesIn(tx, districtId)
    for (const id of await eraseUntaken(tx, districtId, addMonths(tx.today, -eraseUntakenMonths)))
      await writeJournal(tx, { act: 'referrals.erase', districtId, subject: { kind: 'referral', id } })
  }
  return done(null)
}

export const outreachJobs: JobBook = { jobs: { eraseReferrals }, cron: ['40 2 * * * eraseReferrals'] }
