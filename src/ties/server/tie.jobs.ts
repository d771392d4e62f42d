import { done } from '../../platform/core/refusal.ts'
import type { Job, JobBook } from '../../platform/server/jobs.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { askPairs, metPairs } from './question.store.ts'

/** Seen together on three days, among no more than thirty: enough to ask, never enough to say. */
const enough = { least: 3, crowd: 30 }

/** Makes questions of what the registers saw; nothing becomes a tie here. */
export const suggestTies: Job = async (tx) => {
  for (const districtId of tx.districts) {
    const pairs = await metPairs(tx, districtId, enough)
    if (pairs.length === 0) continue
    await askPairs(tx, districtId, pairs)
    const subject = { kind: 'district', id: districtId }
    await writeJournal(tx, { act: 'ties.suggest', districtId, subject, changed: { made: pairs.length } })
  }
  return done(null)
}

/** 3:30 UTC, when the registers of the day before are in. */
export const tieJobs: JobBook = { jobs: { suggestTies }, cron: ['30 3 * * * suggestTies'] }
