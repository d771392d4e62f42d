import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { done } from '../core/refusal.ts'
import { enqueue, type Job, type JobBook } from './jobs.ts'
import { writeJournal } from './journal.ts'
import type { Mail } from './mail/mail.ts'
import { addMail, findMail, markMail } from './outbox.store.ts'
import type { Tx } from './tx.ts'

/** Puts a mail into the outbox; it leaves once the act is committed, or is kept to be read if there is no mail server. */
export const queueMail = async (tx: Tx, mail: Mail): Promise<string> => {
  const id = tx.newId()
  await addMail(tx, id, mail)
  await enqueue(tx, 'sendMail', { id, attempt: 1 })
  return id
}

const Task = z.object({ id: z.uuid(), attempt: z.number().int() })
const attemptsAtMost = 8

/** Sends one mail; a mail server that does not take it is asked again after 1, 2, 4 ... minutes. */
const sendMail: Job = async (tx, payload) => {
  const { id, attempt } = Task.parse(payload)
  const mail = await findMail(tx, id, true)
  if (!mail || mail.state === 'sent' || mail.state === 'kept') return done(null)
  const { to, subject, text, html } = mail
  try {
    const state = await tx.services.mailer.send({ to, subject, text, html })
    await markMail(tx, id, { state: state === 'sent' ? 'sent' : 'kept' })
  } catch (error) {
    await markMail(tx, id, {
      state: 'failed',
      problem: (error instanceof Error ? error.message : String(error)).slice(0, 300),
    })
    if (attempt < attemptsAtMost)
      await enqueue(tx, 'sendMail', { id, attempt: attempt + 1 }, { at: later(tx, attempt) })
  }
  await writeJournal(tx, { act: 'platform.sendMail', subject: { kind: 'mail', id } })
  return done(null)
}

const later = (tx: Tx, attempt: number): string =>
  Temporal.Instant.from(tx.now)
    .add({ minutes: 2 ** (attempt - 1) })
    .toString()

export const outboxJobs: JobBook = { jobs: { sendMail }, cron: [] }
