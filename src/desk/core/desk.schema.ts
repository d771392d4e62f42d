import { z } from 'zod'

/** What may be asked of somebody today. */
export const DeskKind = z.enum([
  'appointment',
  'referral',
  'signature',
  'review',
  'followUp',
  'task',
  'measure',
  'talk',
  'panel',
  'ending',
  'glass',
  'correction',
  'leaving',
  'saidDone',
  'transfer',
  'transferBack',
])
export type DeskKind = z.infer<typeof DeskKind>

/** One thing that waits. `due` is the day by which; `at` the hour, for what has one. */
export const DeskItem = z.object({
  kind: DeskKind,
  id: z.string(),
  caseId: z.string().nullable(),
  pactId: z.string().nullable(),
  /** Initials and first name of the person, or '' where nobody is known yet. */
  person: z.string(),
  /** Words of the record itself: title of a task, place of an appointment, label of who has to sign. */
  detail: z.string(),
  due: z.iso.date().nullable(),
  at: z.iso.datetime().nullable(),
  urgent: z.boolean(),
})
export type DeskItem = z.infer<typeof DeskItem>

/** A tie born lately in the reader's cases. */
export const GoodNews = z.object({
  id: z.string(),
  person: z.string(),
  other: z.string(),
  since: z.iso.date(),
  caseId: z.string().nullable(),
})
export type GoodNews = z.infer<typeof GoodNews>

export const Today = z.object({
  day: z.iso.date(),
  now: z.iso.datetime(),
  items: z.array(DeskItem),
  /** How many of each kind wait, also those that the list leaves out. */
  counts: z.partialRecord(DeskKind, z.int()),
  news: z.array(GoodNews),
})
export type Today = z.infer<typeof Today>
