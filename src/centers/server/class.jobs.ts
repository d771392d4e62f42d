import { z } from 'zod'
import { done } from '../../platform/core/refusal.ts'
import type { Job, JobBook } from '../../platform/server/jobs.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { isYearOver } from '../core/class.ts'
import { dropPhoto } from './class.acts.ts'
import { eraseClass, keptClasses } from './class.store.ts'

/** What pupils answered goes when their school year ends. */
export const eraseClasses: Job = async (tx) => {
  for (const one of await keptClasses(tx)) {
    if (!isYearOver(one.schoolYear, tx.today)) continue
    await eraseClass(tx, one)
    await dropPhoto(tx, one)
    const { districtId, id } = one
    await writeJournal(tx, { act: 'centers.eraseClass', districtId, subject: { kind: 'schoolClass', id } })
  }
  return done(null)
}

const dropClassPhoto: Job = async (tx, payload) => {
  const { fileId } = z.object({ fileId: z.string() }).parse(payload)
  await tx.services.files.remove(fileId)
  return done(null)
}

export const centerJobs: JobBook = { jobs: { eraseClasses, dropClassPhoto }, cron: ['50 2 * * * eraseClasses'] }
