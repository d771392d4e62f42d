import type { Mail } from './mail/mail.ts'
import type { Tx } from './tx.ts'

export type KeptMail = Mail & {
  readonly id: string
  readonly state: string
  readonly createdAt: string
  readonly sentAt: string | null
  readonly problem: string | null
}

export const addMail = async (tx: Tx, id: string, mail: Mail): Promise<void> => {
  await tx.db
    .insertInto('outbox')
    .values({
      id,
      to_address: mail.to,
      subject: mail.subject,
      body_text: mail.text,
      body_html: mail.html,
      created_at: tx.now,
      state: 'waiting',
    })
    .execute()
}

const columns = [
  'id',
  'to_address as to',
  'subject',
  'body_text as text',
  'body_html as html',
  'state',
  'created_at as createdAt',
  'sent_at as sentAt',
  'problem',
] as const

/** With `lock`, others who would send the same mail wait. */
export const findMail = (tx: Tx, id: string, lock = false): Promise<KeptMail | undefined> =>
  tx.db
    .selectFrom('outbox')
    .select(columns)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** The text of a mail is wiped once it is sent: links in it are secrets of who receives it. */
export const markMail = async (
  tx: Tx,
  id: string,
  { state, problem }: { state: 'sent' | 'kept' | 'failed'; problem?: string },
): Promise<void> => {
  await tx.db
    .updateTable('outbox')
    .set({
      state,
      problem: problem ?? null,
      ...(state === 'sent' ? { sent_at: tx.now, body_text: '', body_html: '' } : {}),
    })
    .where('id', '=', id)
    .execute()
}

/** A page of mails, newest first, and how many there are. */
export const listMails = async (
  tx: Tx,
  filter: { readonly state?: string | undefined; readonly limit: number; readonly offset: number },
): Promise<{ rows: KeptMail[]; total: number }> => {
  const found = tx.db.selectFrom('outbox').$if(!!filter.state, (query) => query.where('state', '=', filter.state ?? ''))
  const rows = await found
    .select(columns)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const counted = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirst()
  return { rows, total: Number(counted?.total ?? 0) }
}
