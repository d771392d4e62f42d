import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { say } from '../../platform/core/words.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { writeLetter } from '../../platform/server/mail/letter.ts'
import { queueMail } from '../../platform/server/outbox.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { GroundNotice } from '../core/notice.api.ts'
import { mayChange } from '../core/person.policy.ts'
import { personsWords } from '../core/persons.words.ts'
import type { Ground } from '../core/sheet.schema.ts'
import * as store from './notice.store.ts'
import { getChangeable } from './person.acts.ts'
import { findPerson } from './person.store.ts'

type Of = { readonly districtId: string; readonly personId: string }

/** Colleagues on the open file are told by mail, without a name; what they are to do stands in the person's sheet. */
const mailEquipe = async (tx: Tx, { personId }: Of, accountIds: readonly string[]): Promise<void> => {
  for (const { email, language } of await store.mailsOf(tx, accountIds))
    await queueMail(tx, {
      to: email,
      ...writeLetter({
        language,
        subject: say(personsWords, language, 'persons.mail.withdrawnSubject'),
        paragraphs: [say(personsWords, language, 'persons.mail.withdrawn')],
        action: {
          label: say(personsWords, language, 'persons.mail.open'),
          url: `${tx.services.baseUrl}/scrivania/persone/${personId}`,
        },
        footer: say(personsWords, language, 'persons.mail.footer'),
      }),
    })
}

/** Notes who is to be told that a consent holds no more: whoever it named, bodies of the equipes, other districts (GDPR art. 19). */
export const tellReceivers = async (tx: Tx, of: Of, { id, recipient }: Ground): Promise<number> => {
  const receivers = await store.receiversOf(tx, of)
  const named = receivers.flatMap(({ kind, name }) => (kind === 'account' ? [] : [{ kind, name }]))
  const own = recipient === '' ? [] : [{ kind: 'recipient' as const, name: recipient }]
  await store.addNotices(tx, { ...of, groundId: id }, [...own, ...named])
  const colleagues = receivers.flatMap(({ account_id }) => account_id ?? []).filter((one) => one !== tx.actor.id)
  await mailEquipe(tx, of, [...new Set(colleagues)])
  return own.length + named.length
}

export const readNotices = async (tx: Tx, id: string): Promise<Outcome<{ rows: GroundNotice[] }>> => {
  const known = await findPerson(tx, id)
  if (!known) return unknown()
  if (!known.values || !mayChange(tx.actor, known)) return refuse('forbidden', 'persons.askWhoFollows')
  return done({ rows: await store.listNotices(tx, { districtId: known.districtId, personId: known.id }) })
}

export const noticeTold = async (tx: Tx, id: string, noticeId: string): Promise<Outcome<typeof isDone>> => {
  const found = await getChangeable(tx, id)
  if (!found.ok) return found
  const { districtId, id: personId } = found.value
  if (!(await store.saveTold(tx, { districtId, personId }, noticeId))) return unknown()
  await writeJournal(tx, {
    act: 'persons.noticeTold',
    ...{ districtId, personId },
    subject: { kind: 'groundNotice', id: noticeId },
    changed: { toldAt: tx.now },
  })
  return done(isDone)
}
