import { addDays, addMonths } from '../../platform/core/day.ts'
import { done } from '../../platform/core/refusal.ts'
import type { Job, JobBook } from '../../platform/server/jobs.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { deadlinesIn } from '../../settings/server/settings.door.ts'
import { eraseUntaken } from './erase.store.ts'
import { endRun, eraseRefused, listForgotten, listWithRefused } from './import.store.ts'
import { importJobs } from './import.work.ts'

/** Each district has its own months; one line in the journal for each referral whose words went. */
const eraseReferrals: Job = async (tx) => {
  for (const districtId of tx.districts) {
    const { eraseUntakenMonths } = await deadlinesIn(tx, districtId)
    for (const id of await eraseUntaken(tx, districtId, addMonths(tx.today, -eraseUntakenMonths)))
      await writeJournal(tx, { act: 'referrals.erase', districtId, subject: { kind: 'referral', id } })
  }
  return done(null)
}

/** Lists that were uploaded and never confirmed: their rows go, after the days of each district. */
const eraseUploads: Job = async (tx) => {
  for (const districtId of tx.districts) {
    const { eraseUploadsDays } = await deadlinesIn(tx, districtId)
    for (const run of await listForgotten(tx, districtId, addDays(tx.today, -eraseUploadsDays))) {
      await endRun(tx, run, { state: 'cancelled', counts: {}, refused: null })
      await writeJournal(tx, { act: 'imports.erase', districtId, subject: { kind: 'import', id: run.id } })
    }
  }
  return done(null)
}

/** Rows that were turned down name people too, and nobody needs them for ever. */
const eraseRefusedRows: Job = async (tx) => {
  for (const districtId of tx.districts) {
    const { eraseUploadsDays } = await deadlinesIn(tx, districtId)
    const ids = await listWithRefused(tx, districtId, addDays(tx.today, -eraseUploadsDays))
    if (ids.length === 0) continue
    await eraseRefused(tx, districtId, ids)
    await writeJournal(tx, {
      act: 'imports.eraseRefused',
      districtId,
      subject: { kind: 'district', id: districtId },
      changed: { lists: ids.length },
      reason: String(ids.length),
    })
  }
  return done(null)
}

export const outreachJobs: JobBook = {
  jobs: { ...importJobs, eraseReferrals, eraseUploads, eraseRefusedRows },
  cron: ['40 2 * * * eraseReferrals', '50 2 * * * eraseUploads', '55 2 * * * eraseRefusedRows'],
}
